"""Turns of phrase that were misread once: the other languages."""

from tests.answers.alternatives import ever, versus
from tests.answers.conditions import CASH, DATED, LAST_WEEK, REFUND, WEEKDAY, WORKDAYS, day, days, month, on, paid, year
from tests.answers.gold import Case, by_method, groups, invoices, total

FREE = "expense_amount = 0"
THIRTY = versus(days("2026-02-14", "2026-03-15"), days("2026-01-15", "2026-02-13"))
TWO_MONTHS = versus(month(2, 2026), month(1, 2026))

CASES = [
    Case("s", "¿cuánto gasté de lunes a viernes en 2025?", total(WORKDAYS, year(2025))),
    Case("s", "el mes pasado comparado con el anterior", TWO_MONTHS),
    Case("s", "diferencia entre el mes pasado y el mes anterior", TWO_MONTHS),
    Case("s", "facturas de importe cero", invoices(FREE)),
    Case("s", "reparto de gastos por día de la semana", groups(WEEKDAY, DATED)),
    Case("s", "gastos del día 9", total(day("2026-03-09"))),
    Case("s", "total d marzo", total(month(3, 2026))),
    Case("s", "letzter Monat gegen den Monat davor", TWO_MONTHS),
    Case("s", "Verteilung der Ausgaben auf die Wochentage", groups(WEEKDAY, DATED)),
    Case("s", "was habe ich am 9. ausgegeben", total(day("2026-03-09"))),
    Case("s", "Ausgaben von Montag bis Mittwoch 2025", total(on(1, 2, 3), year(2025))),
    Case("s", "la semaine du 2 mars", total(LAST_WEEK)),
    Case("s", "le mois dernier par rapport au mois d'avant", TWO_MONTHS),
    Case("s", "factures à zéro euro", invoices(FREE)),
    Case("s", "mes paiements en espèces cette année", ever(CASH, year(2026))),
    Case("s", "répartition de mes dépenses par jour de la semaine", groups(WEEKDAY, DATED)),
    Case("b", "a semana de 2 de março", total(LAST_WEEK)),
    Case("b", "mês passado contra o anterior", TWO_MONTHS),
    Case("b", "janeiro x fevereiro", versus(month(1, 2026), month(2, 2026))),
    Case("b", "reembolsos que recebi", invoices(REFUND)),
    Case("b", "como meus gastos se dividem entre formas de pagamento", by_method()),
    Case("h", "חודש שעבר לעומת החודש שלפניו", TWO_MONTHS),
    Case("h", "כמה הוצאתי מיום ראשון עד יום חמישי", total(on(7, 1, 2, 3, 4))),
    Case("h", "החלוקה לפי ימי השבוע", groups(WEEKDAY, DATED)),
    Case("i", "सोमवार से शुक्रवार तक कितना खर्च", total(WORKDAYS)),
    Case("i", "upi se kitna pay kiya feb mein", total(paid("upi"), month(2, 2026))),
    Case("s", "compara los últimos 30 días con los 30 días anteriores", THIRTY),
    Case("s", "vergleiche die letzten 30 Tage mit den 30 davor", THIRTY),
    Case("s", "compare les 30 derniers jours aux 30 jours précédents", THIRTY),
    Case("b", "compara os últimos 30 dias com os 30 dias anteriores", THIRTY),
    Case("h", "השווה את 30 הימים האחרונים ל-30 הימים שלפניהם", THIRTY),
    Case("s", "wie viel im Januar und wie viel im Februar", versus(month(1, 2026), month(2, 2026))),
    Case("b", "quanto gastei em janeiro e quanto em fevereiro", versus(month(1, 2026), month(2, 2026))),
    Case("s", "muéstrame todo", invoices()),
    Case("s", "zeig mir alles", invoices()),
    Case("i", "सब दिखाओ", invoices()),
]
