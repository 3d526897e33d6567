"""One more condition: the other languages."""

from tests.answers.alternatives import versus
from tests.answers.conditions import CASH, NOT_CASH, SHUFERSAL, WORKDAYS, at, month, not_at, over, paid, year
from tests.answers.gold import Case, invoices, largest, total

FEBRUARY, JANUARY = month(2, 2026), month(1, 2026)
NOT_DECEMBER = f"NOT ({month(12, 2025)})"
UPWARD, DOWNWARD = "expense_amount, invoice_id", "expense_amount DESC NULLS LAST, invoice_id"
NEITHER = total(year(2025), not_at("repsol"), not_at("zara"))
RENFE = versus(JANUARY, FEBRUARY, within=(at("renfe"),))

CASES = [
    Case("s", "ni Repsol ni Zara, total de 2025", NEITHER),
    Case("s", "no este mes, el anterior", total(FEBRUARY)),
    Case("s", "Renfe: enero y febrero por separado", RENFE),
    Case("s", "¿cuánto gasté en Lidl y en Mercadona en 2025?", total(at("mercadona"), year(2025))),
    Case("s", "facturas de Cabify de 2025, de mayor a menor", invoices(at("cabify"), year(2025), order=DOWNWARD)),
    Case("s", "facturas de Repsol salvo las de diciembre", invoices(at("repsol"), NOT_DECEMBER)),
    Case("s", "total gastado en February", total(FEBRUARY)),
    Case("s", "no sé cuánto gasté en enero", total(JANUARY)),
    Case("s", "total 2025 sans Repsol ni Zara", NEITHER),
    Case(
        "s",
        "les factures Repsol de plus de 20 euros sauf celles de décembre",
        invoices(at("repsol"), over(20), NOT_DECEMBER),
    ),
    Case("s", "pas ce mois-ci, le mois d'avant", total(FEBRUARY)),
    Case("s", "factures Cabify de 2025, du moins cher au plus cher", invoices(at("cabify"), year(2025), order=UPWARD)),
    Case("s", "dépenses chez Carrefour et Zara en 2025", total(at("zara"), year(2025))),
    Case("s", "Weder Repsol noch Zara: Summe 2025", NEITHER),
    Case("s", "Nicht diesen Monat, sondern den davor", total(FEBRUARY)),
    Case("s", "Summe für Aldi und Mercadona 2025", total(at("mercadona"), year(2025))),
    Case("s", "Ausgaben im Februar außer an Wochenenden", total(FEBRUARY, WORKDAYS)),
    Case("s", "ich weiß nicht, wie viel ich im Januar ausgegeben habe", total(JANUARY)),
    Case("b", "nem Uber nem iFood, total de 2025", total(year(2025), not_at("uber"), not_at("ifood"))),
    Case("b", "não este mês, o anterior", total(FEBRUARY)),
    Case("b", "Carrefour e Drogasil em 2025", total(at("drogasil"), year(2025))),
    Case("b", "Uber e iFood em 2025, separados", versus(at("uber"), at("ifood"), within=(year(2025),))),
    Case(
        "h",
        "כמה הוצאתי בלידל ובשופרסל ב-2025",
        total(SHUFERSAL, year(2025)) | total("payee_name = 'שופרסל'", year(2025)),
    ),
    Case("b", "gastos com Pix e boleto em janeiro, cada um", versus(paid("pix"), paid("boleto"), within=(JANUARY,))),
    Case("i", "जनवरी में नकद और UPI छोड़कर कितना", total(JANUARY, NOT_CASH, f"NOT COALESCE({paid('upi')}, FALSE)")),
    Case("h", "לא החודש, החודש הקודם", total(FEBRUARY)),
    Case("i", "كم أنفقت في Lidl و Swiggy في 2025", total(at("swiggy"), year(2025))),
    Case("i", "كم أنفقت في كل من Swiggy و Zomato في 2025", versus(at("swiggy"), at("zomato"), within=(year(2025),))),
    Case("s", "las tres compras más caras de 2025 sin contar Zara", largest(3, year(2025), not_at("zara"))),
    Case("i", "ليس هذا الشهر بل الشهر السابق", total(FEBRUARY)),
    Case("i", "इस महीने नहीं, पिछले महीने का कुल", total(FEBRUARY)),
    Case("i", "Flipkart aur Lidl par 2025 mein kitna cash kharcha", total(at("flipkart"), CASH, year(2025))),
]
