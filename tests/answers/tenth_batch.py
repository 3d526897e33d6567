"""A tenth batch, all languages, written without a look at the engine: 60 English questions to be answered, eight in each of
the other languages, and 25 to be refused. Nothing else needs to know of it but the place where batches are gathered.

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
    WEEK,
    WEEKEND,
    at,
    days,
    least,
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
    latest,
    median,
    net,
    oldest,
    share,
    sides,
    smallest,
    total,
    twice,
    vat,
    vendors,
)
from tests.answers.people import TODAY

SO_FAR = days("2026-01-01", "2026-03-15")
DAYS_SO_FAR = 74
QUARTER = "DATE_TRUNC('quarter', invoice_date)"
WEEKDAY = "EXTRACT(ISODOW FROM invoice_date)"
REFUND = "expense_amount < 0"
POUNDS = "currency = 'GBP'"
EUROS = "currency = 'EUR'"


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

    this_month = ago(0, 1)
    return (
        span(ago(number, TODAY.day), TODAY),
        span(ago(number, TODAY.day) + timedelta(days=1), TODAY),
        span(ago(number, 1), this_month - timedelta(days=1)),
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


def last_time(*conditions: str) -> Gold:
    return latest(1, *conditions) | figure("MAX(invoice_date)", *conditions)


def ever(*conditions: str) -> Gold:
    return invoices(*conditions) | count(*conditions) | total(*conditions)


def amount_of_latest(*conditions: str) -> Gold:
    ordered = f"{_where((*conditions, DATED))} ORDER BY invoice_date DESC, invoice_id DESC LIMIT 1"
    return latest(1, *conditions) | Gold("figure", (f"SELECT expense_amount FROM mine{ordered}",))


def credit(ask: Callable[[str], Gold]) -> Gold:
    """What a credit card is."""
    return ask(CARD) | ask(paid("credit card")) | ask("LOWER(payment_method) = 'credit card'")


SHUFERSAL = at("shufersal|שופרסל")
SUPER_PHARM = at("super.?pharm")
PAYPAL_MONTHS = f"SUM(expense_amount) FILTER (WHERE {paid('paypal')}) / NULLIF(COUNT(DISTINCT {MONTH}), 0)"

ENGLISH = [
    Case("h", "hey whats the damage at wolt for september", total(month(9, 2025), at("wolt"))),
    Case("h", "Could you tell me what I've paid Super Pharm altogether?", total(SUPER_PHARM)),
    Case("h", "how much cash did i go through in january", total(month(1, 2026), CASH)),
    Case("h", "Did I ever pay Bezeq by bank transfer?", ever(at("bezeq"), paid("bank transfer"))),
    Case("h", "which months in 2025 did I go above 2000", groups(MONTH, year(2025), having="SUM(expense_amount) > 2000")),
    Case("h", "when was the last time I filled up at Paz", last_time(at(r"\mpaz\M"))),
    Case("h", "list my ikea stuff from october to december", invoices(days("2025-10-01", "2025-12-31"), at("ikea"))),
    Case("h", "avg per month at starbucks last year", each(12, year(2025), at("starbucks"))),
    Case("h", "How many times did I take a Gett in 2025?", count(year(2025), at("gett"))),
    Case("h", "What share of my spending goes to Shufersal?", share(SHUFERSAL) | share(at("shufersal"))),
    Case("h", "total for the second half of january", total(days("2026-01-16", "2026-01-31")) | total(days("2026-01-15", "2026-01-31"))),
    Case("h", "biggest bill ever?", largest(1)),
    Case("h", "What did I pay with Bit this year, month by month", groups(MONTH, year(2026), paid("bit"))),
    Case("h", "was anything refunded to me in 2025", ever(year(2025), REFUND)),
    Case("s", "I need the total VAT on my Vodafone bills for last year please", vat(year(2025), at("vodafone"))),
    Case("s", "train tickets with Deutsche Bahn, how much all in all", total(at("deutsche bahn"))),
    Case("s", "What did I spend at Zara between June and August last year?", total(days("2025-06-01", "2025-08-31"), at("zara"))),
    Case("s", "top three vendors in the first half of 2025", by_vendor(days("2025-01-01", "2025-06-30"), first=3)),
    Case("s", "How much goes through PayPal in an average month?", each_with_any(MONTH, paid("paypal")) | figure(PAYPAL_MONTHS, DATED)),
    Case("s", "Show me Repsol receipts over 100", invoices(at("repsol"), over(100))),
    Case("s", "who got most of my money in december", by_vendor(month(12, 2025), first=1)),
    Case("s", "Did I spend more at Renfe or at Deutsche Bahn last year?", versus(at("renfe"), at("deutsche bahn"), within=[year(2025)])),
    Case("s", "no of invoices paid by bizum", count(paid("bizum"))),
    Case("s", "whats my average at the hairdresser, peluqueria nunez", average(at("peluquer"))),
    Case("s", "Expenses without the VAT for Q3 2025", net(quarter(3, 2025))),
    Case("s", "receipts with no payment method", invoices("payment_method IS NULL")),
    Case("s", "which day of the week do I spend the most on", groups(WEEKDAY, DATED, first=1)),
    Case("s", "How much have I spent this year compared with the same stretch last year?", versus(SO_FAR, days("2025-01-01", "2025-03-15"))),
    Case("s", "Mercadona: number of visits and total", beside("COUNT(*)", "SUM(expense_amount)", conditions=[at("mercadona")]) | total(at("mercadona"))),
    Case("s", "last invoice from Iberdrola, how much was it", amount_of_latest(at("iberdrola"))),
    Case("b", "How much did Uber cost me in 2025 all together", total(year(2025), at("uber"))),
    Case("b", "petrobras by quarter 2025", figures_by(QUARTER, year(2025), at("petrobras"))),
    Case("b", "average ticket at Padaria Sao Joao", average(at("padaria"))),
    Case("b", "boleto payments this year, list them", invoices(year(2026), paid("boleto"))),
    Case("i", "Is there any bill I sent you twice?", twice()),
    Case("b", "sum of all receipts uploaded in January", total(sent("2026-01-01", "2026-01-31"))),
    Case("b", "smallest thing I bought at Magalu", smallest(1, at("magalu"))),
    Case("b", "How many different shops did I buy from in the last quarter of 2025?", vendors(quarter(4, 2025))),
    Case("b", "spending on Sundays in 2025", total(year(2025), on(7))),
    Case("b", "pix vs credit card 2025", credit(lambda card: versus(paid("pix"), card, within=[year(2025)]))),
    Case("b", "Which invoices of 2025 were at least 500?", invoices(year(2025), least(500))),
    Case("b", "median invoice", median()),
    Case("b", "daily average since January 1st", each(DAYS_SO_FAR, since("2026-01-01"))),
    Case("i", "Kindly provide total GST paid in December 2025", vat(month(12, 2025))),
    Case("i", "swiggy + zomato total for 2025", total(year(2025), at("swiggy|zomato")) | versus(at("swiggy"), at("zomato"), within=[year(2025)])),
    Case("i", "how much electricity bill I have paid to Tata Power till date", total(at("tata power"))),
    Case("i", "List all UPI transactions below 500", invoices(paid("upi"), under(500)) | invoices(paid("upi"), under(500), over(0))),
    Case("i", "what % of the amount was paid via UPI this year", share(paid("upi"), year(2026))),
    Case("i", "show vendor wise spend for January", by_vendor(month(1, 2026))),
    Case("i", "flipkart vs amazon last year", versus(at("flipkart"), at("amazon"), within=[year(2025)])),
    Case("i", "first invoice from Zomato", oldest(1, at("zomato"))),
    Case("i", "max petrol bill at indian oil", largest(1, at("indian ?oil")) | figure("MAX(expense_amount)", at("indian ?oil"))),
    Case("i", "How many bills did I pay by net banking in the last 3 months?", over_any(last_months(3), lambda period: count(period, paid("net banking")))),
    Case("i", "any bills with missing or zero gst", invoices(NO_VAT)),
    Case("i", "Ola and Uber rides count", count(at("ola cabs|uber")) | versus(at("ola cabs"), at("uber"), of="COUNT(*)")),
    Case("c", "What have I spent in euros this year?", total(year(2026), EUROS)),
    Case("c", "how much at tesco in october", by_currency(month(10, 2025), at("tesco"))),
    Case("c", "Was there anything from British Gas above £100 in 2025?", ever(year(2025), at("british gas"), over(100), POUNDS) | ever(year(2025), at("british gas"), over(100))),
    Case("c", "how many invoices aren't in pounds", count("currency <> 'GBP'")),
    Case("c", "Which payment method do I use most often?", by_method(of="COUNT(*)", first=1)),
]  # fmt: skip
SPANISH = [
    Case("s", "¿Cuánto me he gastado en Zara en lo que va de año?", total(SO_FAR, at("zara"))),
    Case("s", "dame las facturas de Repsol de más de 50 euros", invoices(at("repsol"), over(50))),
    Case("s", "media mensual de gasto en 2025", each(12, year(2025))),
    Case("s", "¿Con qué método de pago gasto más?", by_method(first=1)),
    Case("s", "cuanto iva llevo pagado este trimestre", vat(quarter(1, 2026))),
    Case("s", "Gastos de febrero por comercio", by_vendor(month(2, 2026))),
    Case("s", "¿cuándo fui por última vez a la Peluquería Núñez?", last_time(at("peluquer"))),
    Case("s", "compara enero con febrero", versus(month(1, 2026), month(2, 2026))),
]  # fmt: skip
FRENCH = [
    Case("s", "J'ai dépensé combien chez Mercadona l'an dernier ?", total(year(2025), at("mercadona"))),
    Case("s", "la liste des paiements en espèces en janvier", invoices(month(1, 2026), CASH)),
    Case("s", "c'est quoi ma plus grosse facture cette année", largest(1, year(2026))),
    Case("s", "Nombre de factures par mois en 2025", groups(MONTH, year(2025), of="COUNT(*)")),
    Case("s", "combien hors TVA au deuxième trimestre 2025", net(quarter(2, 2025))),
    Case("s", "moyenne par facture chez Vodafone", average(at("vodafone"))),
    Case("s", "les 5 commerces où je dépense le plus", by_vendor(first=5)),
    Case("s", "Quel pourcentage de mes dépenses passe par PayPal ?", share(paid("paypal"))),
]  # fmt: skip
GERMAN = [
    Case("s", "Was hab ich 2025 bei der Deutschen Bahn gelassen?", total(year(2025), at("deutsche bahn"))),
    Case("s", "Summe aller Rechnungen im Januar und Februar", total(days("2026-01-01", "2026-02-28")) | versus(month(1, 2026), month(2, 2026))),
    Case("s", "zeig mir alles über 200 Euro aus dem letzten Quartal", invoices(quarter(4, 2025), over(200))),
    Case("s", "Wie oft war ich 2025 bei Starbucks?", count(year(2025), at("starbucks"))),
    Case("s", "Durchschnitt pro Woche dieses Jahr", each(DAYS_SO_FAR / 7, SO_FAR) | each(11, SO_FAR) | each_with_any(WEEK, SO_FAR)),
    Case("s", "MwSt je Monat 2025", groups(MONTH, year(2025), of="SUM(vat)")),
    Case("s", "Welche Rechnungen haben keinen Händlernamen?", invoices("payee_name IS NULL")),
    Case("s", "bargeld oder visa, womit zahle ich mehr", versus(CASH, paid("visa"))),
]  # fmt: skip
PORTUGUESE = [
    Case("b", "quanto foi pro Uber em janeiro", total(month(1, 2026), at("uber"))),
    Case("b", "Lista de notas da Drogasil", invoices(at("drogasil"))),
    Case("b", "Qual foi o mês em que mais gastei em 2025?", groups(MONTH, year(2025), first=1)),
    Case("b", "quantas vezes fui ao McDonald's", count(at("mcdonald"))),
    Case("b", "gasto médio por compra na Magalu", average(at("magalu"))),
    Case("b", "Total pago no boleto em 2025", total(year(2025), paid("boleto"))),
    Case("b", "as 5 maiores despesas do ano passado", largest(5, year(2025))),
    Case("b", "quanto gastei nos fins de semana deste ano?", total(year(2026), WEEKEND)),
]  # fmt: skip
HEBREW = [
    Case("h", "כמה יצא לי על וולט בשנה שעברה?", total(year(2025), at("wolt"))),
    Case("h", "תראה לי את כל החשבוניות של איקאה", invoices(at("ikea"))),
    Case("h", "מה החשבונית הכי יקרה שלי ב-2025", largest(1, year(2025))),
    Case("h", 'כמה מע"מ שילמתי בינואר', vat(month(1, 2026))),
    Case("h", "חלוקת ההוצאות לפי אמצעי תשלום", by_method()),
    Case("h", "כמה פעמים קניתי בסופר פארם", count(SUPER_PHARM)),
    Case("h", "הוצאה ממוצעת לחודש בשנת 2025", each(12, year(2025))),
    Case("h", "החשבונית האחרונה מבזק", latest(1, at("bezeq"))),
]  # fmt: skip
ARABIC = [
    Case("h", "كم دفعت نقدًا في السنة الماضية؟", total(year(2025), CASH)),
    Case("h", "أعطني قائمة فواتير أمازون", invoices(at("amazon"))),
    Case("h", "كم عدد الفواتير في شهر يناير", count(month(1, 2026))),
    Case("h", "ما هو متوسط الفاتورة في ستاربكس", average(at("starbucks"))),
    Case("h", "إجمالي ضريبة القيمة المضافة لعام 2025", vat(year(2025))),
    Case("h", "أكثر خمسة متاجر صرفت فيها", by_vendor(first=5) | by_vendor(of="COUNT(*)", first=5)),
    Case("h", "كم أنفقت في الأسبوع الماضي؟", total(days("2026-03-02", "2026-03-08"))),
    Case("h", "المصاريف حسب الشهر في 2025", groups(MONTH, year(2025))),
]  # fmt: skip
HINDI = [
    Case("i", "पिछले साल अमेज़न पर कुल कितना खर्च हुआ?", total(year(2025), at("amazon"))),
    Case("i", "सबसे बड़ा बिल कौन सा है", largest(1)),
    Case("i", "कैश में कितना दिया इस साल", total(year(2026), CASH)),
    Case("i", "swiggy ke saare bill dikhao", invoices(at("swiggy"))),
    Case("i", "जनवरी में कितने बिल थे?", count(month(1, 2026))),
    Case("i", "हर महीने का खर्च 2025", groups(MONTH, year(2025))),
    Case("i", "2025 में जीएसटी कितना भरा", vat(year(2025))),
    Case("i", "pichle mahine sabse zyada kahan kharch hua", by_vendor(month(2, 2026), first=1)),
]  # fmt: skip
REFUSED_ENGLISH = {
    "h": (
        "how many bottles of milk did I buy at Shufersal", "Please remove the duplicate Wolt receipt",
        "convert my total to dollars at today's rate", "how are you doing today?",
    ),
    "s": (
        "What's the forecast for the weekend in Madrid?", "how much did my wife spend at Zara",
        "Should I cancel my Vodafone contract?", "translate 'where is the receipt' into Spanish",
    ),
    "b": ("how many km did I ride with Uber last month", "Change the amount on the last Claro invoice to 150"),
    "i": ("who won the cricket yesterday", "remind me on the 20th to pay Airtel", "whats 15% of 240"),
    "c": ("Which of my invoices are overdue?", "what will my bills come to in April"),
}  # fmt: skip
REFUSED_OTHERS = {
    "s": (
        "¿qué tiempo hace mañana en Valencia?", "borra la última factura", "Quelle est la capitale de l'Australie ?",
        "Wie viel hat mein Bruder bei Zara ausgegeben?", "Soll ich den Stromanbieter wechseln?",
    ),
    "b": ("quando vence a fatura da Claro?", "quem ganhou o jogo do Corinthians?"),
    "h": ("תמחק את החשבונית האחרונה", "ذكّرني بدفع فاتورة بيزك غدًا"),
    "i": ("कल बारिश होगी क्या?",),
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
