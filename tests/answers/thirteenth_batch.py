"""A thirteenth batch, all languages, written without a look at the engine: 80 English questions to be answered, eight in each
of the other languages, and 24 to be refused, of the kinds, the length and the difficulty of the customer's own 87 questions.
Nothing else needs to know of it but the place where batches are gathered.

Person c has three currencies: totals of c are one row for each, unless the question names one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import or_

from tests.answers.conditions import (
    CARD,
    DATED,
    MONTH,
    NO_VAT,
    at,
    between,
    days,
    month,
    on,
    over,
    paid,
    quarter,
    sent,
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
    by_method,
    by_vendor,
    count,
    each,
    each_with_any,
    figure,
    groups,
    invoices,
    largest,
    last_sent,
    latest,
    net,
    sides,
    smallest,
    total,
    vat,
    vat_share,
    vendors,
)
from tests.answers.people import TODAY

SO_FAR = days("2026-01-01", "2026-03-15")
THIS_WEEK = days("2026-03-09", "2026-03-15")
LAST_WEEK = days("2026-03-02", "2026-03-08")
QUARTER = "DATE_TRUNC('quarter', invoice_date)"
REFUND = "expense_amount < 0"
POUNDS = "currency = 'GBP'"
DOLLARS = "currency = 'USD'"
SHELL = at(r"\mshell\M")


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(f'({condition})' for condition in conditions)}" if conditions else ""


def any_of(golds: Iterable[Gold]) -> Gold:
    return reduce(or_, golds)


def day(of: str) -> str:
    return days(of, of)


def last_days(number: int, ask: Callable[[str], Gold] = total) -> Gold:
    """With today, that many days back, or the days before today."""

    def ago(back: int) -> date:
        return TODAY - timedelta(days=back)

    periods = ((ago(number - 1), TODAY), (ago(number), TODAY), (ago(number), ago(1)))
    return any_of(ask(days(first.isoformat(), last.isoformat())) for first, last in periods)


def versus(*parts: str, of: str = "SUM(expense_amount)", within: Sequence[str] = ()) -> Gold:
    """Figures beside each other, or each in a row of its own, whatever the rows are called."""
    rows = " UNION ALL ".join(f"SELECT {of} AS key FROM mine{_where((*within, part))}" for part in parts)
    return sides(*parts, of=of, within=within) | Gold("rows", (rows,))


def figures_by(unit: str, *conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    """A row for each unit of time, whatever it is called."""
    return Gold("rows", (f"SELECT {of} AS key FROM mine{_where((*conditions, DATED))} GROUP BY {unit}",))


def last_time(*conditions: str) -> Gold:
    return latest(1, *conditions) | figure("MAX(invoice_date)", *conditions)


def any_at_all(*conditions: str) -> Gold:
    return invoices(*conditions) | count(*conditions) | total(*conditions)


def newest(number: int, *conditions: str) -> Gold:
    return latest(number, *conditions) | last_sent(number, *conditions)


def most_at(*conditions: str) -> Gold:
    return largest(1, *conditions) | figure("MAX(expense_amount)", *conditions)


def least_at(*conditions: str) -> Gold:
    cheapest = figure("MIN(expense_amount)", *conditions) | figure("MIN(expense_amount)", *conditions, over(0))
    return smallest(1, *conditions) | cheapest


def card(ask: Callable[[str], Gold]) -> Gold:
    return ask(CARD) | ask(paid("credit card")) | ask(paid("card"))


def or_asked_back(gold: Gold) -> Gold:
    """One word is not much: to ask what is meant is right as well."""
    return replace(gold, may_refuse=True)


ENGLISH = [
    Case("h", "What's my overall spend so far?", total()),
    Case("s", "how much have I shelled out this month", total(month(3, 2026))),
    Case("b", "Give me last month's total", total(month(2, 2026))),
    Case("i", "Kindly share total expense for this year", total(year(2026))),
    Case("h", "2024 total", total(year(2024))),
    Case("s", "Sum of my expenses from 10 November 2025 to 20 December 2025", total(days("2025-11-10", "2025-12-20"))),
    Case("b", "spending over the past 10 days", last_days(10)),
    Case("i", "How much money went out in the last 60 days?", last_days(60)),
    Case("h", "q2 2025 spend", total(quarter(2, 2025))),
    Case("s", "What has this quarter cost me?", total(quarter(1, 2026))),
    Case("b", "How much goes on Saturdays overall?", total(on(6))),
    Case("i", "expenses since the start of the year", total(since("2026-01-01"))),
    Case("h", "How much has gone out this week?", total(THIS_WEEK)),
    Case("s", "what did last week come to", total(LAST_WEEK)),
    Case("b", "what did i spend the day before yesterday", total(day("2026-03-13"))),
    Case("i", "Total for October last year please", total(month(10, 2025))),
    Case("h", "tot spend aug 2025", total(month(8, 2025))),
    Case("s", "what percent of my 2025 spend is VAT", vat_share(year(2025))),
    Case("c", "total in dollars", total(DOLLARS)),
    Case("c", "How much did I get through in November 2025?", by_currency(month(11, 2025))),
    Case("h", "How many receipts are in here altogether?", count()),
    Case("b", "How many bills are dated December 2025?", count(month(12, 2025))),
    Case("i", "count of zomato bills last year", count(year(2025), at("zomato"))),
    Case("s", "How many distinct merchants have I paid this year?", vendors(year(2026))),
    Case("c", "how many Ryanair bookings in 2025", count(year(2025), at("ryanair"))),
    Case("h", "nr of invoices under 40 in 2025", count(year(2025), under(40)) | count(year(2025), under(40), over(0))),
    Case("b", "how many times did I order from iFood last year", count(year(2025), at("ifood"))),
    Case("s", "What does the average Mercadona receipt come to?", average(at("mercadona"))),
    Case("h", "mean spend per invoice in 2025", average(year(2025))),
    Case("b", "Average spent per month this year", each(3, SO_FAR) | each_with_any(MONTH, SO_FAR)),
    Case("i", "avg swiggy order value", average(at("swiggy"))),
    Case("h", "Priciest purchase of the year so far", most_at(year(2026))),
    Case("i", "highest bill in January", most_at(month(1, 2026))),
    Case("s", "lowest Repsol invoice", least_at(at("repsol"))),
    Case("b", "What's the largest amount I've paid Magalu?", most_at(at("magalu"))),
    Case("c", "most expensive Tesco receipt in pounds", most_at(at("tesco"), POUNDS)),
    Case("i", "Top 4 vendors for 2025", by_vendor(year(2025), first=4)),
    Case("s", "my five biggest expenses in 2025", largest(5, year(2025))),
    Case("h", "Where did most of my money go last year?", any_of(by_vendor(year(2025), first=first) for first in (1, 3, 5, 10, 0))),
    Case("b", "the three shops I go to most", by_vendor(of="COUNT(*)", first=3)),
    Case("b", "which month in 2025 was cheapest", groups(MONTH, year(2025), first=1, least_first=True)),
    Case("i", "costliest month last year", groups(MONTH, year(2025), first=1)),
    Case("s", "Can I see 2024 month by month?", groups(MONTH, year(2024))),
    Case("h", "split by payment method this year", by_method(year(2026))),
    Case("b", "List of suppliers with totals for February", by_vendor(month(2, 2026))),
    Case("i", "no. of bills each month in 2025", groups(MONTH, year(2025), of="COUNT(*)")),
    Case("s", "Spend per quarter last year", figures_by(QUARTER, year(2025))),
    Case("h", "spent?", or_asked_back(total() | total(month(3, 2026)) | total(year(2026)))),
    Case("s", "VAT total for January 2026", vat(month(1, 2026))),
    Case("h", "How much of last month's spending was VAT?", vat(month(2, 2026)) | vat_share(month(2, 2026))),
    Case("b", "total VAT at Petrobras in 2025", vat(year(2025), at("petrobras"))),
    Case("i", "Spend before GST for 2025", net(year(2025))),
    Case("c", "VAT I paid in pounds last year", vat(year(2025), POUNDS)),
    Case("h", "money spent on wolt", total(at("wolt"))),
    Case("h", "gett last month?", total(month(2, 2026), at("gett")) | invoices(month(2, 2026), at("gett"))),
    Case("s", "deutche bahn total", total(at("deutsche bahn"))),
    Case("b", "How much in total has gone to Pão de Açúcar?", total(at("pão de açúcar"))),
    Case("s", "Pull up everything from Cabify", invoices(at("cabify"))),
    Case("b", "When did I last buy at Drogasil?", last_time(at("drogasil"))),
    Case("i", "Latest Tata Power bill", latest(1, at("tata power"))),
    Case("h", "how much to 100% Natural", total(at("100% natural"))),
    Case("c", "show me my sainsburys receipts", invoices(at("sainsbury"))),
    Case("b", "Anything above 400 last year?", any_at_all(year(2025), over(400))),
    Case("s", "receipts between 50 and 60 euros", invoices(between(50, 60))),
    Case("i", "How many expenses above 5000 did I have in 2025?", count(year(2025), over(5000))),
    Case("h", "refunds I got in 2025, list pls", invoices(year(2025), REFUND)),
    Case("s", "Total refunded to me", total(REFUND) | figure("-SUM(expense_amount)", REFUND)),
    Case("b", "pix total this year", total(year(2026), paid("pix"))),
    Case("s", "Which receipts did I settle with PayPal in 2025?", invoices(year(2025), paid("paypal"))),
    Case("h", "How much did I put on my card last year?", card(lambda with_it: total(year(2025), with_it))),
    Case("s", "latest 4 receipts", newest(4)),
    Case("b", "the invoice I added most recently", last_sent(1)),
    Case("i", "bills uploaded in February", invoices(sent("2026-02-01", "2026-02-28")) | count(sent("2026-02-01", "2026-02-28"))),
    Case("b", "Any invoices lacking a date?", invoices("invoice_date IS NULL") | count("invoice_date IS NULL")),
    Case("i", "bills where the amount is missing", invoices("expense_amount IS NULL")),
    Case("i", "this quarter vs last quarter", versus(quarter(1, 2026), quarter(4, 2025))),
    Case("s", "Have I spent less in February than in January?", versus(month(2, 2026), month(1, 2026))),
    Case("b", "Hello, would you mind telling me what I paid Claro between March and May last year? Cheers!", total(days("2025-03-01", "2025-05-31"), at("claro"))),
    Case("i", "upi spends at starbucks this year", total(year(2026), paid("upi"), at("starbucks"))),
    Case("c", "costa coffee", or_asked_back(by_currency(at("costa")) | invoices(at("costa")) | count(at("costa")))),
]  # fmt: skip
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
    Case("s", "dépenses des 14 derniers jours", last_days(14) | last_days(14, invoices)),
    Case("s", "mes trois dernières factures", newest(3)),
    Case("s", "combien de reçus j'ai en tout", count()),
    Case("s", "Répartition par mode de paiement pour 2025", by_method(year(2025))),
    Case("s", "Y a-t-il des remboursements ?", any_at_all(REFUND)),
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
HEBREW = [
    Case("h", "סך כל ההוצאות שלי השנה", total(year(2026))),
    Case("h", "כמה בזבזתי בשבוע שעבר", total(LAST_WEEK)),
    Case("h", "כמה קבלות היו לי בפברואר?", count(month(2, 2026))),
    Case("h", "הוצאות לפי ספק בחודש שעבר", by_vendor(month(2, 2026))),
    Case("h", "חמש ההוצאות הגדולות ביותר", largest(5)),
    Case("h", "כמה עלו לי הנסיעות בגט?", total(at("gett"))),
    Case("h", "חשבוניות בלי תאריך", invoices("invoice_date IS NULL")),
    Case("h", "השווה בין ינואר לפברואר", versus(month(1, 2026), month(2, 2026))),
]  # fmt: skip
ARABIC = [
    Case("h", "ما مجموع مصاريفي هذا العام؟", total(year(2026))),
    Case("h", "كم صرفت يوم 8 مارس", total(day("2026-03-08"))),
    Case("h", "أكبر فاتورة في 2025", most_at(year(2025))),
    Case("h", "أرني الفواتير التي تزيد عن 500", invoices(over(500))),
    Case("h", "المصاريف حسب طريقة الدفع", by_method()),
    Case("h", "كم مرة اشتريت من أمازون؟", count(at("amazon"))),
    Case("h", "آخر ثلاث فواتير", newest(3)),
    Case("h", "كم دفعت لشل في الربع الأخير من 2025", total(quarter(4, 2025), SHELL)),
]  # fmt: skip
HINDI = [
    Case("i", "इस महीने का कुल खर्च बताओ", total(month(3, 2026))),
    Case("i", "पिछले 30 दिनों में कितना खर्च हुआ", last_days(30)),
    Case("i", "एयरटेल का आखिरी बिल कब आया था?", last_time(at("airtel"))),
    Case("i", "फ्लिपकार्ट पर औसत खर्च", average(at("flipkart"))),
    Case("i", "kitne bill UPI se diye", count(paid("upi"))),
    Case("i", "टॉप 3 दुकानें", by_vendor(first=3) | by_vendor(of="COUNT(*)", first=3)),
    Case("i", "2025 ki sabse badi kharidari", most_at(year(2025))),
    Case("i", "2000 रुपये से ज़्यादा वाले बिल दिखाओ", invoices(over(2000))),
]  # fmt: skip
REFUSED_ENGLISH = {
    "h": (
        "Is it going to rain in Haifa on Friday?", "what's the capital of Peru", "how much did Yossi spend at Wolt",
        "Wipe every receipt from 2025",
    ),
    "s": (
        "make me laugh", "What did +34611222333 pay last week?", "Set the payee of my last invoice to Zara",
        "how many legs does a spider have",
    ),
    "b": ("did Flamengo win last night", "add an expense of 80 at Claro", "Predict my spending for next quarter"),
    "i": ("lkjh poiu mnbv", "List every user's total spend", "which phone model did I buy at Croma"),
    "c": ("what seat did I have on my last Ryanair flight", "are you a real person?"),
}  # fmt: skip
REFUSED_OTHERS = {
    "s": (
        "cuéntame un chiste de contables", "Supprime toutes mes factures de 2024", "Wie wird das Wetter am Wochenende in Köln?",
    ),
    "b": ("quanto vou gastar no mês que vem?",),
    "h": ("מה התוצאה של המשחק של מכבי חיפה?", "כמה דנה הוציאה החודש?", "أرني فواتير جميع المستخدمين"),
    "i": ("कोई मज़ेदार चुटकुला आता है?",),
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
