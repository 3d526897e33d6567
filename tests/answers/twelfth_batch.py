"""A twelfth batch, all languages, longer and more compound, written without a look at the engine: 60 English questions to be
answered, eight in each of the other languages, and 25 to be refused. Nothing else needs to know of it but the place where
batches are gathered.

Person c has three currencies: totals of c are one row for each, unless the question names one.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import reduce
from operator import or_

from tests.answers.conditions import (
    CARD,
    CASH,
    DATED,
    MONTH,
    NO_VAT,
    NOT_CASH,
    VENDOR,
    WEEKEND,
    WORKDAYS,
    at,
    between,
    days,
    month,
    not_at,
    over,
    paid,
    quarter,
    since,
    under,
    year,
)
from tests.answers.gold import (
    REFUSED,
    Case,
    Gold,
    average,
    by_currency,
    by_vendor,
    count,
    count_share,
    each,
    figure,
    groups,
    invoices,
    largest,
    net,
    share,
    sides,
    total,
    vat,
    vendors,
)
from tests.answers.people import TODAY

QUARTER = "DATE_TRUNC('quarter', invoice_date)"
WEEKDAY = "EXTRACT(ISODOW FROM invoice_date)"
BOUGHT = "expense_amount > 0"
POUNDS = "currency = 'GBP'"
EUROS = "currency = 'EUR'"
NAMED = "payee_name IS NOT NULL"
SHELL = at(r"\mshell\M")
SHUFERSAL = at("shufersal|שופרסל")


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(f'({condition})' for condition in conditions)}" if conditions else ""


def any_of(golds: Iterable[Gold]) -> Gold:
    return reduce(or_, golds)


def span(first: date, last: date) -> str:
    return days(first.isoformat(), last.isoformat())


def last_months(number: int) -> tuple[str, ...]:
    """Rolling, the calendar months before this one, or with this one."""

    def ago(months: int, day: int) -> date:
        at_month = TODAY.year * 12 + TODAY.month - 1 - months
        return date(at_month // 12, at_month % 12 + 1, day)

    return (
        span(ago(number, TODAY.day), TODAY),
        span(ago(number, TODAY.day) + timedelta(days=1), TODAY),
        span(ago(number, 1), ago(0, 1) - timedelta(days=1)),
        span(ago(number - 1, 1), TODAY),
    )


def over_any(periods: Iterable[str], ask: Callable[[str], Gold]) -> Gold:
    return any_of(ask(period) for period in periods)


def versus(*parts: str, of: str = "SUM(expense_amount)", within: Sequence[str] = ()) -> Gold:
    """Figures beside each other, or each in a row of its own, whatever the rows are called."""
    rows = " UNION ALL ".join(f"SELECT {of} AS key FROM mine{_where((*within, part))}" for part in parts)
    return sides(*parts, of=of, within=within) | Gold("rows", (rows,))


def figures_by(unit: str, *conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    """A row for each unit of time, whatever it is called."""
    return Gold("rows", (f"SELECT {of} AS key FROM mine{_where((*conditions, DATED))} GROUP BY {unit}",))


def beside(*expressions: str, conditions: Sequence[str] = ()) -> Gold:
    columns = ", ".join(f"{expression} AS side{number}" for number, expression in enumerate(expressions))
    return Gold("rows", (f"SELECT {columns} FROM mine{_where(conditions)}",))


def shops(having: str, *conditions: str) -> Gold:
    """The names alone, whatever figure stands beside them."""
    return Gold(
        "rows",
        tuple(
            f"SELECT {by} AS key FROM mine{_where(kept)} GROUP BY 1 HAVING {having}"
            for by in (VENDOR, "payee_name")
            for kept in (conditions, (*conditions, NAMED))
        ),
    )


def ever(*conditions: str) -> Gold:
    return invoices(*conditions) | count(*conditions) | total(*conditions)


def credit(ask: Callable[[str], Gold]) -> Gold:
    """What a credit card is."""
    return ask(CARD) | ask(paid("credit card")) | ask("LOWER(payment_method) = 'credit card'")


def other_than_cash(ask: Callable[[str], Gold]) -> Gold:
    return ask(NOT_CASH) | ask("LOWER(payment_method) <> 'cash'")


def other_than(pattern: str, ask: Callable[[str], Gold]) -> Gold:
    """With the invoices that name no payee, and without."""
    return ask(not_at(pattern)) | ask(f"payee_name !~* '{pattern}'")


def groups_of(keys: Sequence[str], expressions: Sequence[str], *conditions: str) -> Gold:
    """A row for each key with several figures; each key is a way to write it."""
    columns = ", ".join(f"{expression} AS figure{number}" for number, expression in enumerate(expressions))
    return Gold(
        "rows",
        tuple(
            f"SELECT {key} AS key, {columns} FROM mine{_where(kept)} GROUP BY 1"
            for key in keys
            for kept in (conditions, (*conditions, f"{key} IS NOT NULL"))
        ),
    )


def sum_of_largest(number: int, *conditions: str) -> Gold:
    inner = f"SELECT expense_amount FROM mine{_where((*conditions, 'expense_amount IS NOT NULL'))}"
    return Gold("figure", (f"SELECT SUM(expense_amount) FROM ({inner} ORDER BY 1 DESC LIMIT {number}) AS largest",))


FIRST_HALF = days("2025-01-01", "2025-06-30")

SECOND_HALF = days("2025-07-01", "2025-12-31")

NET = "SUM(expense_amount - COALESCE(vat, 0))"

SUM = "SUM(expense_amount)"

METHOD_KEYS = ("LOWER(payment_method)", "payment_method")

VENDOR_KEYS = (VENDOR, "payee_name")

VISA = paid("visa")

NOT_VISA = "COALESCE(payment_method, '') NOT ILIKE '%visa%'"

ENGLISH = [
    Case("h", "Hi, could you work out how much I spent at Wolt and Aroma together in the second half of 2025, leaving out anything paid in cash?", other_than_cash(lambda rest: total(SECOND_HALF, at("wolt|aroma|ארומה"), rest) | total(SECOND_HALF, at("wolt|aroma"), rest))),
    Case("h", "month by month for 2025, what did I pay by bank transfer", groups(MONTH, year(2025), paid("bank transfer"))),
    Case("h", "Which three suppliers got the most cash from me last year, and how much each?", by_vendor(year(2025), CASH, first=3)),
    Case("h", "list the invoices from Shell over 50 that I paid by credit card in 2025 or 2026", credit(lambda card: invoices(days("2025-01-01", "2026-12-31"), SHELL, over(50), card))),
    Case("h", "whats the average of my gett rides since october 2025 that cost less than 200", average(since("2025-10-01"), at("gett"), under(200))),
    Case("h", "How much VAT was in everything I bought at Ikea and Amazon in 2025?", vat(year(2025), at("ikea|amazon")) | versus(at("ikea"), at("amazon"), of="SUM(vat)", within=[year(2025)])),
    Case("h", "between 1 August and the end of October 2025, who did I pay more often, Starbucks or Gett", versus(at("starbucks"), at("gett"), of="COUNT(*)", within=[days("2025-08-01", "2025-10-31")])),
    Case("h", "Not counting Wolt and Ikea, what was my total for last year?", other_than("wolt|ikea", lambda rest: total(year(2025), rest))),
    Case("h", "In the first quarter of 2025, how did my spending split between weekdays and weekends?", versus(WORKDAYS, WEEKEND, within=[quarter(1, 2025)])),
    Case("h", "per payment method, how many purchases did I make in January and what did they add up to", groups_of(METHOD_KEYS, ("COUNT(*)", SUM), month(1, 2026))),
    Case("h", "show me the 4 biggest receipts from weekends in 2025", largest(4, year(2025), WEEKEND)),
    Case("h", "did i spend more at shufersal in the first half of 2025 or in the second half?", versus(FIRST_HALF, SECOND_HALF, within=[SHUFERSAL]) | versus(FIRST_HALF, SECOND_HALF, within=[at("shufersal")])),
    Case("h", "Excluding refunds, how much did I pay by credit card each quarter in 2025?", credit(lambda card: figures_by(QUARTER, year(2025), BOUGHT, card))),
    Case("h", "how many different places did I pay with Bit in 2025 and 2026 combined", vendors(days("2025-01-01", "2026-12-31"), paid("bit"))),
    Case("s", "Good morning, I'm doing my books: I need the net amount and the VAT for each month of the last quarter of 2025, please.", groups_of((MONTH,), (NET, "SUM(vat)"), quarter(4, 2025))),
    Case("s", "of all I spent in 2025, what percent went to Renfe and Deutsche Bahn", share(at("renfe|deutsche bahn"), year(2025))),
    Case("s", "What did I pay on average for a Repsol fill-up in 2025 compared with 2024?", versus(year(2025), year(2024), of="AVG(expense_amount)", within=[at("repsol")])),
    Case("s", "list everything above 100 euros from summer 2025 that wasn't paid by Visa", invoices(days("2025-06-01", "2025-08-31"), over(100), NOT_VISA) | invoices(days("2025-06-01", "2025-08-31"), over(100), "payment_method NOT ILIKE '%visa%'")),
    Case("s", "In the last six months how much went on Cabify, and how much at Zara?", over_any(last_months(6), lambda period: versus(at("cabify"), at("zara"), within=[period]))),
    Case("s", "which month last year did I spend most at mercadona", groups(MONTH, year(2025), at("mercadona"), first=1)),
    Case("s", "How many PayPal payments under 50 did I make in the first half of 2025?", count(FIRST_HALF, paid("paypal"), under(50)) | count(FIRST_HALF, paid("paypal"), under(50), BOUGHT)),
    Case("s", "my top 5 shops in 2025 not counting Mercadona or Peluqueria Nunez", other_than("mercadona|peluquer", lambda rest: by_vendor(year(2025), rest, first=5))),
    Case("s", "what was the dearest thing I bought with my Visa since last September, and where?", largest(1, VISA, since("2025-09-01"))),
    Case("s", "I think I overspend at O'Brien's, show all the visits in 2025 that came to more than 30", invoices(year(2025), at("brien"), over(30))),
    Case("s", "What is my average weekly spend at Mercadona and Starbucks together for 2025?", any_of(each(weeks, year(2025), at("mercadona|starbucks")) for weeks in (365 / 7, 52, 53))),
    Case("s", "total of the receipts from 2025 that have no VAT on them", total(year(2025), NO_VAT) | total(year(2025), "vat IS NULL")),
    Case("s", "Compare what I paid at Zara, El Corte Ingles and MediaMarkt over 2025", versus(at("zara"), at("corte ingl"), at("mediamarkt"), within=[year(2025)])),
    Case("s", "break down my Q2 2025 spending by vendor but only vendors where I spent more than 100 in total", by_vendor(quarter(2, 2025), having="SUM(expense_amount) > 100")),
    Case("s", "How many invoices a month did I average in 2025, and what was the average total per month?", beside("COUNT(*) / 12.0", "SUM(expense_amount) / 12", conditions=[year(2025)])),
    Case("s", "what's the total for the Vodafone and Iberdrola bills I paid by bank transfer or Visa", total(at("vodafone|iberdrola"), "payment_method ~* 'bank transfer|visa'")),
    Case("s", "Of my 2025 receipts, how many were below 20 and how many over 200?", versus(under(20), over(200), of="COUNT(*)", within=[year(2025)]) | versus(f"{under(20)} AND {BOUGHT}", over(200), of="COUNT(*)", within=[year(2025)])),
    Case("s", "which day of the week do i go to Cafe Muller most", groups(WEEKDAY, DATED, at("m[uü]ller"), of="COUNT(*)", first=1)),
    Case("b", "How much in total did I pay Claro in 2025, and how much of that was VAT?", beside(SUM, "SUM(vat)", conditions=[year(2025), at("claro")])),
    Case("b", "Uber in 2025: number of trips, total, and the average per trip", beside("COUNT(*)", SUM, "AVG(expense_amount)", conditions=[year(2025), at("uber")])),
    Case("b", "show spending per vendor for March so far, only what was paid by credit card or boleto", by_vendor(days("2026-03-01", "2026-03-15"), "payment_method ~* 'card|boleto'")),
    Case("b", "The most expensive Drogasil receipt of 2025 and the VAT on it", largest(1, year(2025), at("drogasil"))),
    Case("b", "from 15 July to 15 August last year what did I spend, without Magalu", other_than("magalu", lambda rest: total(days("2025-07-15", "2025-08-15"), rest))),
    Case("b", "by month, how many times did i use uber in 2025", groups(MONTH, year(2025), at("uber"), of="COUNT(*)")),
    Case("b", "What share of last year's spending was on weekends?", share(WEEKEND, year(2025))),
    Case("b", "are there any Livraria Cultura receipts between 50 and 300 with no payment method", ever(at("livraria"), between(50, 300), "payment_method IS NULL")),
    Case("b", "What did each of the last three months cost me?", over_any(last_months(3), lambda period: groups(MONTH, period))),
    Case("b", "pix payments over 50 since november, newest first", invoices(since("2025-11-01"), paid("pix"), over(50))),
    Case("b", "How much more did I spend at Petrobras than at Shell Box in 2025?", versus(at("petrobras"), at("shell box"), within=[year(2025)]) | figure(f"COALESCE(SUM(expense_amount) FILTER (WHERE {at('petrobras')}), 0) - COALESCE(SUM(expense_amount) FILTER (WHERE {at('shell box')}), 0)", year(2025))),
    Case("b", "sum of the five largest invoices of 2025", sum_of_largest(5, year(2025))),
    Case("b", "what's the average amount when I pay cash versus when I pay with pix", versus(CASH, paid("pix"), of="AVG(expense_amount)")),
    Case("i", "Kindly share vendor wise GST for the quarter October to December 2025", by_vendor(quarter(4, 2025), of="SUM(vat)")),
    Case("i", "Food ordering from Swiggy and Zomato, month wise for the second half of 2025", groups(MONTH, SECOND_HALF, at("swiggy|zomato"))),
    Case("i", "How many Amazon bills above 1000 did I pay by credit card since 1st Jan 2025?", credit(lambda card: count(since("2025-01-01"), at("amazon"), over(1000), card))),
    Case("i", "what did i pay airtel on average per month in 2025", each(12, year(2025), at("airtel"))),
    Case("i", "Total petrol at Indian Oil in 2025 and 2026 excluding GST, net banking only", net(days("2025-01-01", "2026-12-31"), at("indian ?oil"), paid("net banking"))),
    Case("i", "top 3 UPI payments in 2025 other than Zomato", other_than("zomato", lambda rest: largest(3, year(2025), paid("upi"), rest))),
    Case("i", "did i spend more in nov-dec 2025 or in jan-feb 2026", versus(days("2025-11-01", "2025-12-31"), days("2026-01-01", "2026-02-28"))),
    Case("i", "No. of bills and total amount for each vendor in January", groups_of(VENDOR_KEYS, ("COUNT(*)", SUM), month(1, 2026))),
    Case("i", "How much did I spend at Amazon on weekends between June and December 2025?", total(days("2025-06-01", "2025-12-31"), WEEKEND, at("amazon"))),
    Case("i", "what percent of my 2025 bills were under 500 rupees", count_share(under(500), year(2025)) | count_share(f"{under(500)} AND {BOUGHT}", year(2025))),
    Case("c", "In pounds only, how much did I spend at Tesco and Sainsbury's together in 2025?", total(year(2025), POUNDS, at("tesco|sainsbury"))),
    Case("c", "list the euro invoices from the last quarter of 2025 that I paid by Visa or Amex", invoices(quarter(4, 2025), EUROS, "payment_method ~* 'visa|amex'")),
    Case("c", "how many times in 2025 did I pay with Apple Pay for something under 30 pounds", any_of(count(year(2025), paid("apple pay"), under(30), *more) for more in ((POUNDS,), (POUNDS, BOUGHT), (), (BOUGHT,)))),
    Case("c", "my 3 largest dollar expenses and where they were", largest(3, "currency = 'USD'")),
    Case("c", "For Boulangerie Paul, what's the total per currency in 2025?", by_currency(year(2025), at("boulangerie paul"))),
]  # fmt: skip
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
HEBREW = [
    Case("h", "כמה הוצאתי על סטארבקס וארומה ביחד בשנת 2025?", any_of(total(year(2025), at(f"starbucks|{aroma}")) for aroma in ("aroma|ארומה", "aroma", "ארומה"))),
    Case("h", "תראה לי חשבוניות מעל 200 שקל ששולמו במזומן ב-2025", invoices(year(2025), over(200), CASH)),
    Case("h", "שלושת הספקים שהוצאתי עליהם הכי הרבה ברבעון האחרון של 2025", by_vendor(quarter(4, 2025), first=3)),
    Case("h", 'כמה מע"מ שילמתי בכל חודש ב-2025', groups(MONTH, year(2025), of="SUM(vat)")),
    Case("h", "מה הממוצע של נסיעה בגט בשנת 2025", average(year(2025), at("gett"))),
    Case("h", "כמה קניות מתחת ל-50 שקל עשיתי בשנה שעברה?", count(year(2025), under(50)) | count(year(2025), under(50), BOUGHT)),
    Case("h", "איפה הוצאתי יותר ב-2025, בוולט או בגט?", versus(at("wolt"), at("gett"), within=[year(2025)])),
    Case("h", "סך ההוצאות בשנת 2025 בלי איקאה ובלי אמזון", other_than("ikea|amazon", lambda rest: total(year(2025), rest))),
]  # fmt: skip
ARABIC = [
    Case("h", "كم أنفقت في ستاربكس وأمازون معًا خلال عام 2025؟", total(year(2025), at("starbucks|amazon"))),
    Case("h", "اعرض الفواتير التي تزيد عن 300 والمدفوعة نقدًا في 2025", invoices(year(2025), over(300), CASH)),
    Case("h", "ما هي المتاجر الثلاثة التي أنفقت فيها أكثر في الربع الأخير من 2025؟", by_vendor(quarter(4, 2025), first=3)),
    Case("h", "عدد الفواتير لكل شهر في 2025", groups(MONTH, year(2025), of="COUNT(*)")),
    Case("h", "كم كانت الضريبة في فواتير أمازون عام 2025", vat(year(2025), at("amazon"))),
    Case("h", "ما متوسط فاتورة ستاربكس المدفوعة نقدًا؟", average(at("starbucks"), CASH)),
    Case("h", "هل صرفت أكثر في النصف الأول أم في النصف الثاني من 2025؟", versus(FIRST_HALF, SECOND_HALF)),
    Case("h", "مجموع المشتريات بين 1 أكتوبر و31 ديسمبر 2025 ما عدا المدفوع نقدًا", other_than_cash(lambda rest: total(quarter(4, 2025), rest))),
]  # fmt: skip
HINDI = [
    Case("i", "2025 में स्विगी और ज़ोमैटो पर मिलाकर कितना खर्च हुआ?", total(year(2025), at("swiggy|zomato"))),
    Case("i", "2025 के 1000 रुपये से ज़्यादा के वे बिल दिखाओ जो UPI से भरे", invoices(year(2025), over(1000), paid("upi"))),
    Case("i", "अक्टूबर से दिसंबर 2025 में किन तीन दुकानों पर सबसे ज़्यादा खर्च हुआ", by_vendor(quarter(4, 2025), first=3)),
    Case("i", "2025 mein amazon aur flipkart par kitne order kiye", count(year(2025), at("amazon|flipkart")) | versus(at("amazon"), at("flipkart"), of="COUNT(*)", within=[year(2025)])),
    Case("i", "2025 में हर महीने कितना जीएसटी दिया", groups(MONTH, year(2025), of="SUM(vat)")),
    Case("i", "पिछले साल क्रेडिट कार्ड से अमेज़न पर कितना खर्च किया?", credit(lambda card: total(year(2025), at("amazon"), card))),
    Case("i", "2025 ki pehli chhamahi aur dusri chhamahi ka kharch compare karo", versus(FIRST_HALF, SECOND_HALF)),
    Case("i", "एयरटेल के बिल का औसत 2025 में कितना रहा?", average(year(2025), at("airtel"))),
]  # fmt: skip
REFUSED_ENGLISH = {
    "h": (
        "Could you please delete the two Ikea receipts that I uploaded by mistake?",
        "What did my accountant spend on his own invoices last quarter?",
        "which of my purchases are still under warranty",
        "Can you tell me whether it is going to rain in Haifa on Thursday?",
    ),
    "s": (
        "Please send me a message every Monday morning to photograph my receipts",
        "how do I make a tortilla with just three eggs", "how many miles did I drive between my Repsol stops in 2025",
        "What would you cut from my spending if you were me?", "please write a short poem about my receipts",
    ),
    "b": ("How much does the average Brazilian spend on Uber in a month?", "move the Magalu invoice from July to June"),
    "i": ("How much income tax will I have to pay next year?", "what is the square root of 1764"),
    "c": ("Who won the Premier League last season?", "what discount did I get at Boots in 2025"),
}  # fmt: skip
REFUSED_OTHERS = {
    "s": (
        "¿Qué facturas están pendientes de pago y vencen este mes?", "¿me recomiendas un plan de móvil más barato?",
        "Ajoute une facture de 45 euros chez Zara pour hier, s'il te plaît",
        "Wie viele Kilometer bin ich mit der Deutschen Bahn gefahren?", "Übersetze 'Rechnung' ins Französische",
    ),
    "b": ("quanto minha esposa gastou no cartão dela este mês?", "Qual vai ser minha despesa em dezembro deste ano?"),
    "h": ("מי ראש הממשלה של איטליה?", "غيّر مبلغ آخر فاتورة إلى 200"),
    "i": ("कल का क्रिकेट मैच किसने जीता?",),
}  # fmt: skip

ANSWERED = [*ENGLISH, *SPANISH, *FRENCH, *GERMAN, *PORTUGUESE, *HEBREW, *ARABIC, *HINDI]
CASES = [
    *ANSWERED,
    *(
        Case(person, question, REFUSED)
        for refused in (REFUSED_ENGLISH, REFUSED_OTHERS)
        for person, asked in refused.items()
        for question in asked
    ),
]
