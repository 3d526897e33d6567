"""Short and plain questions, by people who had not seen the rules: Spanish, French, German and Portuguese."""

from tests.answers.alternatives import ever, last_days, last_time, most_at, newest, over_any, versus
from tests.answers.conditions import MONTH, NO_VAT, REFUND, THIS_WEEK, at, month, over, paid, quarter, since, year
from tests.answers.gold import Case, average, by_method, by_vendor, count, groups, invoices, largest, net, total, vat

SPANISH = [
    Case("s", "¿Cuál es el total de mis gastos hasta ahora?", total()),
    Case("s", "gastos de esta semana", total(THIS_WEEK) | invoices(THIS_WEEK)),
    Case("s", "¿Cuánto llevo en la Peluquería Núñez desde enero?", total(since("2026-01-01"), at("peluquer"))),
    Case("s", "tickets en los que no figura el IVA", invoices(NO_VAT) | invoices("vat IS NULL")),
    Case("s", "¿Cuál fue mi compra más cara en 2025?", most_at(year(2025))),
    Case("s", "mis cinco proveedores principales", by_vendor(first=5) | by_vendor(of="COUNT(*)", first=5)),
    Case("s", "cuantas veces fui a Starbucks el año pasado", count(year(2025), at("starbucks"))),
    Case("s", "¿Gasté más en diciembre o en noviembre?", versus(month(12, 2025), month(11, 2025))),
]  # fmt: skip
FRENCH = [
    Case("s", "Quel est le montant total de mes dépenses en février ?", total(month(2, 2026))),
    Case("s", "dépenses des 14 derniers jours", over_any(last_days(14), total) | over_any(last_days(14), invoices)),
    Case("s", "mes trois dernières factures", newest(3)),
    Case("s", "combien de reçus j'ai en tout", count()),
    Case("s", "Répartition par mode de paiement pour 2025", by_method(year(2025))),
    Case("s", "Y a-t-il des remboursements ?", ever(REFUND)),
    Case("s", "dépense moyenne chez Starbucks", average(at("starbucks"))),
    Case("s", "total payé par virement l'année dernière", total(year(2025), paid("bank transfer"))),
]  # fmt: skip
GERMAN = [
    Case("s", "Gesamtausgaben im letzten Monat", total(month(2, 2026))),
    Case("s", "Wie viele Belege habe ich dieses Jahr?", count(year(2026))),
    Case("s", "die 3 teuersten Rechnungen im Jahr 2025", largest(3, year(2025))),
    Case("s", "Was habe ich bei Iberdrola insgesamt gezahlt?", total(at("iberdrola"))),
    Case("s", "Ausgaben pro Händler im Februar", by_vendor(month(2, 2026))),
    Case("s", "Datum vom letzten Einkauf bei Zara", last_time(at("zara"))),
    Case("s", "Nettoausgaben im ersten Quartal 2026", net(quarter(1, 2026))),
    Case("s", "Rechnungen, die ich mit PayPal bezahlt habe", invoices(paid("paypal"))),
]  # fmt: skip
PORTUGUESE = [
    Case("b", "total de despesas neste trimestre", total(quarter(1, 2026))),
    Case("b", "Quanto paguei de IVA em 2025?", vat(year(2025))),
    Case("b", "últimas 4 notas", newest(4)),
    Case("b", "média das compras na Padaria São João", average(at("padaria"))),
    Case("b", "gastos por mês em 2025", groups(MONTH, year(2025))),
    Case("b", "Quantas faturas acima de 300 eu tenho?", count(over(300))),
    Case("b", "qual fornecedor recebeu mais dinheiro meu este ano", by_vendor(year(2026), first=1)),
    Case("b", "Gastei mais em 2024 ou em 2025?", versus(year(2024), year(2025))),
]  # fmt: skip
CASES = [*SPANISH, *FRENCH, *GERMAN, *PORTUGUESE]
