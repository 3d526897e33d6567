"""An eleventh batch, all languages, written without a look at the engine: 60 English questions to be answered, eight in each
of the other languages, and 25 to be refused. Nothing else needs to know of it but the place where batches are gathered.

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
    NOT_CARD,
    VENDOR,
    WEEKEND,
    WORKDAYS,
    at,
    before,
    between,
    days,
    least,
    month,
    not_at,
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
    count_share,
    different,
    each,
    figure,
    groups,
    invoices,
    kinds,
    largest,
    last_sent,
    latest,
    names,
    net,
    oldest,
    share,
    sides,
    smallest,
    total,
    vat,
    vat_share,
    vendors,
)
from tests.answers.people import TODAY

QUARTER = "DATE_TRUNC('quarter', invoice_date)"
YEAR = "DATE_TRUNC('year', invoice_date)"
REFUND = "expense_amount < 0"
BOUGHT = "expense_amount > 0"
POUNDS = "currency = 'GBP'"
NAMED = "payee_name IS NOT NULL"
SHELL = at(r"\mshell\M")
PAZ = at(r"\mpaz\M")
AROMA = at("aroma|ארומה")


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(f'({condition})' for condition in conditions)}" if conditions else ""


def any_of(golds: Iterable[Gold]) -> Gold:
    return reduce(or_, golds)


def span(first: date, last: date) -> str:
    return days(first.isoformat(), last.isoformat())


def last_days(number: int) -> tuple[str, ...]:
    """With today, with one more, or the days before today."""
    first = TODAY - timedelta(days=number)
    yesterday = TODAY - timedelta(days=1)
    return (span(first + timedelta(days=1), TODAY), span(first, TODAY), span(first, yesterday))


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


def place(number: int, *conditions: str) -> Gold:
    """The second largest, the third largest."""
    first = largest(1, *conditions)
    return Gold("list", tuple(f"{sql} OFFSET {number - 1}" for sql in first.sqls))


def last_time(*conditions: str) -> Gold:
    return latest(1, *conditions) | figure("MAX(invoice_date)", *conditions)


def first_time(*conditions: str) -> Gold:
    return oldest(1, *conditions) | figure("MIN(invoice_date)", *conditions)


def ever(*conditions: str) -> Gold:
    return invoices(*conditions) | count(*conditions) | total(*conditions)


def credit(ask: Callable[[str], Gold]) -> Gold:
    """What a credit card is."""
    return ask(CARD) | ask(paid("credit card")) | ask("LOWER(payment_method) = 'credit card'")


def other_than_credit(ask: Callable[[str], Gold]) -> Gold:
    """With the invoices that name no method, and without."""
    plain = "LOWER(payment_method) <> 'credit card'"
    meanings = (
        NOT_CARD,
        "COALESCE(payment_method, '') NOT ILIKE '%credit card%'",
        f"payment_method IS NULL OR {plain}",
    )
    return any_of(ask(meaning) | ask(f"payment_method IS NOT NULL AND ({meaning})") for meaning in meanings)


def other_than(pattern: str, ask: Callable[[str], Gold]) -> Gold:
    """With the invoices that name no payee, and without."""
    return ask(not_at(pattern)) | ask(f"payee_name !~* '{pattern}'")


ENGLISH = [
    Case("h", "What has Shelly's Bakery had off me in total?", total(at("shelly"))),
    Case("h", "Wolt orders over 200 shekels, how many were there", count(at("wolt"), over(200))),
    Case("h", "amount paid by mastercard last year", total(year(2025), paid("mastercard"))),
    Case("h", "what did I buy on 14 September 2025", invoices(days("2025-09-14", "2025-09-14")) | total(days("2025-09-14", "2025-09-14"))),
    Case("h", "How much went on Aroma since the start of October?", total(since("2025-10-01"), AROMA) | total(since("2025-10-01"), at("aroma"))),
    Case("h", "is gett or wolt my bigger expense in 2025", versus(at("gett"), at("wolt"), within=[year(2025)])),
    Case("h", "which shops did i only go to once in 2025", shops("COUNT(*) = 1", year(2025))),
    Case("h", "Who did I pay by bank transfer in 2025? just the names", names(year(2025), paid("bank transfer"))),
    Case("h", "do I spend more at weekends or during the week", versus(WEEKEND, WORKDAYS)),
    Case("h", "Everything apart from Ikea in October, total please", other_than("ikea", lambda rest: total(month(10, 2025), rest))),
    Case("h", "how much cash do i spend on fridays", total(CASH, on(5))),
    Case("h", "my five most recent Shell receipts", latest(5, SHELL)),
    Case("h", "Have I paid anything to Paz since New Year?", ever(since("2026-01-01"), PAZ)),
    Case("h", "total vat q1 this year vs q1 last year", versus(quarter(1, 2026), quarter(1, 2025), of="SUM(vat)")),
    Case("h", "monthly number of receipts in 2025", groups(MONTH, year(2025), of="COUNT(*)")),
    Case("s", "What percentage of my receipts are from Cabify?", count_share(at("cabify"))),
    Case("s", "biggest single purchase at el corte ingles and when was it", largest(1, at("corte ingl"))),
    Case("s", "How much did I spend on the 11th and 13th of March?", total("invoice_date IN (DATE '2026-03-11', DATE '2026-03-13')") | versus(days("2026-03-11", "2026-03-11"), days("2026-03-13", "2026-03-13"))),
    Case("s", "last year's total minus the VAT", net(year(2025))),
    Case("s", "in which month did i spend the least in 2025", groups(MONTH, year(2025), first=1, least_first=True)),
    Case("s", "list what I paid with PayPal between 50 and 100", invoices(paid("paypal"), between(50, 100))),
    Case("s", "On how many days in 2025 did I have any expense?", different("invoice_date", year(2025))),
    Case("s", "avg of my zara purchases, not counting refunds", average(at("zara"), BOUGHT)),
    Case("s", "whats the earliest receipt you have from me", first_time() | invoices(order="created_at, invoice_id", limit=1)),
    Case("s", "Total for the week of 2 March", total(days("2026-03-02", "2026-03-08"))),
    Case("s", "everything before 2025, sum it up", total(before("2025-01-01"))),
    Case("s", "O'Briens pub, how much in January", total(month(1, 2026), at("brien"))),
    Case("s", "vendors with more than 5 invoices", shops("COUNT(*) > 5")),
    Case("s", "How much VAT did I pay Iberdrola and Vodafone together?", vat(at("iberdrola|vodafone"))),
    Case("s", "what's the most i ever spent in a single day", groups("invoice_date", DATED, first=1)),
    Case("s", "2024 vs 2025 number of receipts", versus(year(2024), year(2025), of="COUNT(*)")),
    Case("s", "the three cheapest Starbucks visits", smallest(3, at("starbucks"))),
    Case("b", "Claro bills paid by pix", ever(at("claro"), paid("pix"))),
    Case("b", "What did I spend over the last 10 days?", over_any(last_days(10), total)),
    Case("b", "livraria cultura average per visit 2025", average(year(2025), at("livraria"))),
    Case("b", "avg per month at Petrobras in the second half of 2025", each(6, days("2025-07-01", "2025-12-31"), at("petrobras"))),
    Case("b", "rank payment methods by number of purchases", by_method(of="COUNT(*)")),
    Case("b", "how many receipts did I upload last week", count(sent("2026-03-02", "2026-03-08"))),
    Case("b", "Spent since 20 February?", total(since("2026-02-20"))),
    Case("b", "sum of negative amounts", total(REFUND)),
    Case("b", "Do I have invoices without an amount?", invoices("expense_amount IS NULL") | count("expense_amount IS NULL")),
    Case("b", "percentage of 2025 spend on credit card", credit(lambda card: share(card, year(2025)))),
    Case("b", "second most expensive invoice", place(2)),
    Case("b", "which places do I go to most, top 4", by_vendor(of="COUNT(*)", first=4)),
    Case("b", "spend by year", figures_by(YEAR)),
    Case("i", "pls give break up of January expense by mode of payment", by_method(month(1, 2026))),
    Case("i", "amazon total excluding gst for 2025", net(year(2025), at("amazon"))),
    Case("i", "between 6th and 12th of March how much did I spend", total(days("2026-03-06", "2026-03-12"))),
    Case("i", "highest bill in the last quarter of 2025", largest(1, quarter(4, 2025))),
    Case("i", "Count of bills more than 5000", count(over(5000))),
    Case("i", "In which month did I order most often from Swiggy?", groups(MONTH, at("swiggy"), DATED, of="COUNT(*)", first=1)),
    Case("i", "GST as % of total spend in 2025", vat_share(year(2025))),
    Case("i", "non credit card spending in 2025", other_than_credit(lambda rest: total(year(2025), rest))),
    Case("i", "haldirams spend quarter wise 2025", figures_by(QUARTER, year(2025), at("haldiram"))),
    Case("i", "my 3 most recently uploaded bills", last_sent(3)),
    Case("c", "total for British Gas in pounds", total(at("british gas"), POUNDS)),
    Case("c", "What currencies have I spent in?", Gold("rows", ("SELECT DISTINCT currency AS key FROM mine WHERE currency IS NOT NULL",))),
    Case("c", "top 5 shops, pounds only", by_vendor(POUNDS, first=5)),
    Case("c", "amex spend by currency", by_currency(paid("amex"))),
    Case("c", "how often was I at Pret in 2025", count(year(2025), at("pret"))),
]  # fmt: skip
SPANISH = [
    Case("s", "¿Cuántos comercios distintos visité en 2025?", vendors(year(2025))),
    Case("s", "suma de lo pagado con Bizum en enero y febrero", total(days("2026-01-01", "2026-02-28"), paid("bizum")) | versus(month(1, 2026), month(2, 2026), within=[paid("bizum")])),
    Case("s", "¿qué día gasté más en 2025?", groups("invoice_date", year(2025), first=1)),
    Case("s", "porcentaje de gasto en efectivo este año", share(CASH, year(2026))),
    Case("s", "facturas sin IVA", invoices("vat IS NULL") | invoices(NO_VAT)),
    Case("s", "¿Cuánto me cobra Renfe de media?", average(at("renfe"))),
    Case("s", "las dos últimas facturas de vodafone", latest(2, at("vodafone"))),
    Case("s", "todo lo que no sea Mercadona en 2025, en total", other_than("mercadona", lambda rest: total(year(2025), rest))),
]  # fmt: skip
FRENCH = [
    Case("s", "Combien de fois suis-je allé chez Starbucks en 2025 ?", count(year(2025), at("starbucks"))),
    Case("s", "total du 1er au 15 janvier", total(days("2026-01-01", "2026-01-15"))),
    Case("s", "quel fournisseur me coûte le plus cher", by_vendor(first=1)),
    Case("s", "Dépenses par moyen de paiement en 2025", by_method(year(2025))),
    Case("s", "est-ce que j'ai dépensé plus en 2025 qu'en 2024 ?", versus(year(2025), year(2024))),
    Case("c", "combien ai-je dépensé en livres sterling cette année", total(year(2026), POUNDS)),
    Case("s", "factures entre 100 et 200 euros en 2025", invoices(year(2025), between(100, 200))),
    Case("s", "ai-je eu des remboursements ?", ever(REFUND)),
]  # fmt: skip
GERMAN = [
    Case("s", "Gesamtbetrag netto 2025", net(year(2025))),
    Case("s", "die drei teuersten Einkäufe bei Mercadona", largest(3, at("mercadona"))),
    Case("s", "Ausgaben am Wochenende in diesem Jahr", total(year(2026), WEEKEND)),
    Case("s", "wann war ich zuletzt bei zara", last_time(at("zara"))),
    Case("s", "Wie viele Rechnungen habe ich mit PayPal bezahlt?", count(paid("paypal"))),
    Case("s", "Monatsdurchschnitt 2025", each(12, year(2025))),
    Case("s", "Ausgaben nach Händler im Februar", by_vendor(month(2, 2026))),
    Case("s", "Welche Zahlungsarten benutze ich?", kinds()),
]  # fmt: skip
PORTUGUESE = [
    Case("b", "quanto de imposto paguei em 2025", vat(year(2025))),
    Case("b", "Despesas por trimestre em 2025", figures_by(QUARTER, year(2025))),
    Case("b", "última nota da Livraria Cultura", latest(1, at("livraria"))),
    Case("b", "Uber ou iFood: onde gastei mais em 2025?", versus(at("uber"), at("ifood"), within=[year(2025)])),
    Case("b", "notas acima de 1000 reais", invoices(over(1000))),
    Case("b", "Média por dia em janeiro", each(31, month(1, 2026))),
    Case("b", "quantas compras fiz em dinheiro este ano?", count(year(2026), CASH)),
    Case("b", "quanto paguei até agora em março", total(days("2026-03-01", "2026-03-15"))),
]  # fmt: skip
HEBREW = [
    Case("h", "כמה קבלות יש לי משנת 2025", count(year(2025))),
    Case("h", "על איזה ספק אני מוציא הכי הרבה?", by_vendor(first=1)),
    Case("h", "סך הכל בביט השנה", total(year(2026), paid("bit"))),
    Case("h", "קניות מעל 500 שקל בשנה שעברה", invoices(year(2025), over(500))),
    Case("h", "תשווה בין ינואר לפברואר", versus(month(1, 2026), month(2, 2026))),
    Case("h", "מתי הייתי לאחרונה בסטארבקס", last_time(at("starbucks"))),
    Case("h", "איזה אחוז מההוצאות שלי שולם במזומן?", share(CASH)),
    Case("h", "הוצאות לפי חודש ב-2025", groups(MONTH, year(2025))),
]  # fmt: skip
ARABIC = [
    Case("h", "ما أكبر ثلاث فواتير في 2025؟", largest(3, year(2025))),
    Case("h", "كم مرة اشتريت من إيكيا", count(at("ikea"))),
    Case("h", "مجموع ما دفعته بالتحويل البنكي", total(paid("bank transfer"))),
    Case("h", "الفواتير التي تزيد عن 1000", invoices(over(1000))),
    Case("h", "قارن بين مصاريف 2024 و2025", versus(year(2024), year(2025))),
    Case("h", "متى كانت آخر فاتورة من شل؟", last_time(SHELL)),
    Case("h", "كم متجرًا مختلفًا تعاملت معه", vendors()),
    Case("h", "متوسط الإنفاق الشهري في 2025", each(12, year(2025))),
]  # fmt: skip
HINDI = [
    Case("i", "फ्लिपकार्ट और अमेज़न में से कहाँ ज़्यादा खर्च किया?", versus(at("flipkart"), at("amazon"))),
    Case("i", "UPI se kitna payment kiya 2025 mein", total(year(2025), paid("upi"))),
    Case("i", "पिछले 30 दिनों का खर्च", over_any(last_days(30), total)),
    Case("i", "औसत बिल कितने का है", average()),
    Case("i", "500 रुपये से कम वाले बिल दिखाओ", invoices(under(500)) | invoices(under(500), BOUGHT) | invoices(under(500), least(0))),
    Case("i", "स्टारबक्स में आखिरी बार कब गया था?", last_time(at("starbucks"))),
    Case("i", "2024 aur 2025 ka kharcha compare karo", versus(year(2024), year(2025))),
    Case("i", "2025 में कितनी अलग-अलग दुकानों से खरीदा", vendors(year(2025))),
]  # fmt: skip
REFUSED_ENGLISH = {
    "h": (
        "which items at Ikea were on sale", "what's the address of the Shell I fill up at",
        "How much did my business partner put on the company card?", "set a budget of 3000 for April",
    ),
    "s": (
        "who is the prime minister of Spain", "Is it cheaper to fly or take Renfe to Sevilla?",
        "write an email to Vodafone complaining about my bill", "what's the euro to dollar rate today",
    ),
    "b": ("mark the Claro invoices as paid", "what did I eat at McDonald's last time"),
    "i": (
        "Which mutual fund should I invest in?", "how many loyalty points did I get from Reliance",
        "will petrol price go up next week",
    ),
    "c": ("Do you like your job?", "what time does Tesco close tonight"),
}  # fmt: skip
REFUSED_OTHERS = {
    "s": (
        "¿cuánto gasta mi vecino en Mercadona?", "recuérdame pagar la luz el viernes",
        "corrige le montant de la facture Zara", "Quel temps fera-t-il demain à Lyon ?",
        "Was ist die Hauptstadt von Kanada?",
    ),
    "b": ("traduza 'nota fiscal' para o inglês",),
    "h": ("כדאי לי לעבור לחברת טלפון אחרת?", "كيف حالك اليوم؟", "ما حالة الطقس غدًا؟"),
    "i": ("मेरे भाई ने कितना खर्च किया?",),
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
