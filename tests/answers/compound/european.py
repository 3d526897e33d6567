"""Longer and compound questions, by people who had not seen the rules: Spanish, French, German and Portuguese."""

from tests.answers.alternatives import (
    NET,
    SUM,
    beside,
    credit,
    figures_by,
    other_than,
    other_than_cash,
    shops,
    versus,
)
from tests.answers.conditions import (
    BOUGHT,
    CASH,
    EUROS,
    FIRST_HALF,
    MONTH,
    QUARTER,
    SECOND_HALF,
    VISA,
    at,
    month,
    over,
    paid,
    quarter,
    since,
    under,
    year,
)
from tests.answers.gold import Case, average, by_vendor, count, each, groups, invoices, largest, total

SPANISH = [
    Case("s", "¿Cuánto me gasté en Repsol y Cabify juntos durante 2025 sin contar lo pagado en efectivo?", other_than_cash(lambda rest: total(year(2025), at("repsol|cabify"), rest))),
    Case("s", "dime los tres comercios donde más gasté con PayPal en 2025", by_vendor(year(2025), paid("paypal"), first=3)),
    Case("s", "Necesito la base imponible y el IVA del cuarto trimestre de 2025", beside(NET, "SUM(vat)", conditions=[quarter(4, 2025)])),
    Case("s", "cuántas facturas de más de 100 euros tuve en 2025 y cuánto suman", beside("COUNT(*)", SUM, conditions=[year(2025), over(100)]) | total(year(2025), over(100))),
    Case("s", "gasto por mes en Mercadona durante 2025", groups(MONTH, year(2025), at("mercadona"))),
    Case("s", "¿Gasté más en Renfe o en Cabify entre enero y junio de 2025?", versus(at("renfe"), at("cabify"), within=[FIRST_HALF])),
    Case("s", "media de las facturas de Vodafone pagadas con tarjeta", credit(lambda card: average(at("vodafone"), card))),
    Case("s", "enséñame las compras en Zara de más de 30 euros desde junio de 2025", invoices(since("2025-06-01"), at("zara"), over(30))),
]  # fmt: skip
FRENCH = [
    Case("s", "Combien ai-je payé par carte chez Starbucks et Zara l'année dernière ?", credit(lambda card: total(year(2025), at("starbucks|zara"), card))),
    Case("s", "Donne-moi les dépenses de janvier par fournisseur, sans Café Müller", other_than("m[uü]ller", lambda rest: by_vendor(month(1, 2026), rest))),
    Case("s", "quelles factures de plus de 50 euros ai-je réglées par PayPal en 2025", invoices(year(2025), over(50), paid("paypal"))),
    Case("s", "moyenne mensuelle chez Repsol au second semestre 2025", each(6, SECOND_HALF, at("repsol"))),
    Case("s", "Compare la TVA du premier et du deuxième trimestre 2025", versus(quarter(1, 2025), quarter(2, 2025), of="SUM(vat)")),
    Case("s", "le nombre de passages et le total chez Café Müller en 2025", beside("COUNT(*)", SUM, conditions=[year(2025), at("m[uü]ller")]) | total(year(2025), at("m[uü]ller"))),
    Case("s", "quel mois de 2025 ai-je dépensé le plus en espèces ?", groups(MONTH, year(2025), CASH, first=1)),
    Case("c", "Combien ai-je dépensé en euros chez Boulangerie Paul en 2025 ?", total(year(2025), EUROS, at("boulangerie paul"))),
]  # fmt: skip
GERMAN = [
    Case("s", "Wie viel habe ich 2025 bei Repsol ausgegeben, ohne die Barzahlungen?", other_than_cash(lambda rest: total(year(2025), at("repsol"), rest))),
    Case("s", "Zeig mir die fünf größten Rechnungen aus dem zweiten Halbjahr 2025, die mit Visa bezahlt wurden", largest(5, SECOND_HALF, VISA)),
    Case("s", "Umsatzsteuer pro Quartal für 2025", figures_by(QUARTER, year(2025), of="SUM(vat)")),
    Case("s", "wie viele rechnungen unter 30 euro hatte ich letztes jahr bei starbucks", count(year(2025), at("starbucks"), under(30)) | count(year(2025), at("starbucks"), under(30), BOUGHT)),
    Case("s", "Was gebe ich im Schnitt bei Zara aus, wenn ich mit Visa zahle?", average(at("zara"), VISA)),
    Case("s", "Vergleiche die Ausgaben bei Cabify und Renfe im Jahr 2025", versus(at("cabify"), at("renfe"), within=[year(2025)])),
    Case("s", "Welche Händler haben 2025 insgesamt mehr als 300 Euro von mir bekommen?", shops("SUM(expense_amount) > 300", year(2025))),
    Case("s", "Summe aller Rechnungen über 100 Euro zwischen dem 1. Oktober und dem 31. Dezember 2025", total(quarter(4, 2025), over(100))),
]  # fmt: skip
PORTUGUESE = [
    Case("b", "Quanto gastei com Uber e iFood juntos em 2025, sem contar o que paguei em dinheiro?", other_than_cash(lambda rest: total(year(2025), at("uber|ifood"), rest))),
    Case("b", "liste as notas acima de 300 reais pagas no cartão de crédito em 2025", credit(lambda card: invoices(year(2025), over(300), card))),
    Case("b", "gastos por loja em 2025, só o que foi pago no pix", by_vendor(year(2025), paid("pix"))),
    Case("b", "Qual a média das compras acima de 100 reais na Livraria Cultura?", average(at("livraria"), over(100))),
    Case("b", "quantas vezes fui ao Petrobras em cada mês de 2025?", groups(MONTH, year(2025), at("petrobras"), of="COUNT(*)")),
    Case("b", "compare o primeiro e o segundo semestre de 2025", versus(FIRST_HALF, SECOND_HALF)),
    Case("b", "Total das contas da Claro em 2025 e o imposto nelas", beside(SUM, "SUM(vat)", conditions=[year(2025), at("claro")])),
    Case("b", "as três maiores compras na Magalu desde janeiro de 2025", largest(3, since("2025-01-01"), at("magalu"))),
]  # fmt: skip
CASES = [*SPANISH, *FRENCH, *GERMAN, *PORTUGUESE]
