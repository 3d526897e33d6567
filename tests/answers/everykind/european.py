"""Every kind of question: Spanish, French, German, Portuguese."""

from tests.answers.alternatives import newest, versus
from tests.answers.conditions import CASH, LAST_WEEK, MONTH, SO_FAR, at, month, over, paid, quarter, year
from tests.answers.gold import (
    REFUSED,
    Case,
    average,
    by_method,
    by_vendor,
    count,
    groups,
    invoices,
    largest,
    total,
    vat,
)

NO_METHOD = "payment_method IS NULL"

CASES = [
    Case("s", "¿Cuánto llevo gastado en lo que va de año?", total(SO_FAR) | total(year(2026))),
    Case("s", "dime el total de febrero", total(month(2, 2026))),
    Case("s", "cuanto me he dejado en zara", total(at("zara"))),
    Case("s", "enséñame los recibos de más de 200 euros de 2025", invoices(over(200), year(2025))),
    Case("s", "gastos por forma de pago este año", by_method(year(2026)) | by_method(SO_FAR)),
    Case("s", "¿cuánto IVA he pagado el trimestre pasado?", vat(quarter(4, 2025))),
    Case("s", "cuál fue mi compra más cara de enero", largest(1, month(1, 2026))),
    Case("s", "J'ai dépensé combien la semaine dernière ?", total(LAST_WEEK)),
    Case("s", "Nombre de factures payées en espèces", count(CASH)),
    Case("s", "montant moyen de mes achats chez Mercadona", average(at("mercadona"))),
    Case("s", "quelles sont mes 4 dernières factures", newest(4)),
    Case("s", "mes dépenses mois par mois en 2025", groups(MONTH, year(2025))),
    Case("s", "Gesamtausgaben im Januar 2026", total(month(1, 2026))),
    Case("s", "Wie viele Belege habe ich dieses Jahr?", count(year(2026)) | count(SO_FAR)),
    Case("s", "was hab ich bei der Deutschen Bahn gelassen", total(at("deutsche bahn"))),
    Case("s", "teuerster Einkauf letztes Jahr", largest(1, year(2025))),
    Case("b", "quanto eu gastei na semana passada?", total(LAST_WEEK)),
    Case("b", "qual foi o total pago no pix em janeiro", total(paid("pix"), month(1, 2026))),
    Case("b", "quantas vezes fui na padaria são joão em 2025", count(at("padaria são joão"), year(2025))),
    Case("b", "média das corridas de uber", average(at("uber"))),
    Case("b", "notas sem forma de pagamento", invoices(NO_METHOD)),
    Case("b", "gastei mais em janeiro ou em fevereiro?", versus(month(1, 2026), month(2, 2026))),
    Case("b", "gasto por estabelecimento no mês passado", by_vendor(month(2, 2026))),
    Case("s", "borra la última factura por favor", REFUSED),
    Case("s", "Wie hoch ist der Berg Zugspitze?", REFUSED),
]
