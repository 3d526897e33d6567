"""Every kind of question, in English: invoices, groups, comparisons."""

from dataclasses import replace

from tests.answers.alternatives import ever, figures_by, first_time, last_time, newest, versus
from tests.answers.conditions import (
    AROMA,
    BOUGHT,
    CASH,
    DATED,
    LAST_WEEK,
    MONTH,
    QUARTER,
    REFUND,
    SO_FAR,
    WEEK,
    WEEKDAY,
    YEAR,
    at,
    between,
    days,
    least,
    month,
    over,
    paid,
    sent,
    since,
    under,
    year,
)
from tests.answers.gold import Case, groups, invoices, largest, oldest, smallest

OLA = r"\mola\M"
NO_METHOD = "payment_method IS NULL"
FIRST_SENT = invoices(order="created_at, invoice_id", limit=1)

CASES = [
    Case("b", "largest bill ever", largest(1)),
    Case("i", "which single purchase cost me the most in 2026?", largest(1, year(2026)) | largest(1, SO_FAR)),
    Case("h", "priciest thing I bought last week", largest(1, LAST_WEEK)),
    Case("s", "highest invoice paid in cash", largest(1, CASH)),
    Case("s", "What's the lowest amount I've ever paid at Starbucks?", smallest(1, at("starbucks"))),
    Case("b", "cheapest Uber trip", smallest(1, at("uber"))),
    Case("i", "Which invoice has the highest VAT?", largest(1, column="vat")),
    Case("s", "my five dearest invoices", largest(5)),
    Case("h", "3 biggest expenses of 2024", largest(3, year(2024))),
    Case("s", "what day of the week do I spend the most on?", groups(WEEKDAY, DATED, first=1)),
    Case(
        "i", "in which month of last year was my spending lowest", groups(MONTH, year(2025), first=1, least_first=True)
    ),
    Case("h", "monthly totals for 2025", groups(MONTH, year(2025))),
    Case("b", "month wise expense for this year", groups(MONTH, year(2026))),
    Case("h", "spend by quarter in 2025", figures_by(QUARTER, year(2025))),
    Case("i", "year wise total", figures_by(YEAR, DATED)),
    Case("b", "how does my spending split over the days of the week?", groups(WEEKDAY, DATED)),
    Case("h", "VAT per month in 2026", groups(MONTH, year(2026), of="SUM(vat)") | groups(MONTH, SO_FAR, of="SUM(vat)")),
    Case("i", "expenses each month from October 2025 to January 2026", groups(MONTH, days("2025-10-01", "2026-01-31"))),
    Case("h", "Weekly totals for February 2026", figures_by(WEEK, month(2, 2026))),
    Case("b", "list everything from McDonald's", invoices(at("mcdonald"))),
    Case("i", "pull up the Zomato ones", invoices(at("zomato"))),
    Case("s", "When did I last go to Zara?", last_time(at("zara"))),
    Case("h", "when did i first order from Wolt", first_time(at("wolt"))),
    Case("h", "Did I buy anything at Tesco?", ever(at("tesco"))),
    Case("h", "anything above 1000 in 2025?", invoices(over(1000), year(2025))),
    Case("i", "Invoices of at least 5000", invoices(least(5000))),
    Case(
        "s",
        "bills less than 10 euros",
        invoices(under(10)) | invoices(under(10), BOUGHT) | invoices(under(10), least(0)),
    ),
    Case(
        "b",
        "show those that cost between 200 and 300 reais this year",
        invoices(between(200, 300), year(2026)) | invoices(between(200, 300), SO_FAR),
    ),
    Case("h", "is there an invoice for 113.70?", invoices("expense_amount = 113.70")),
    Case("i", "zero amount invoices", invoices("expense_amount = 0")),
    Case("b", "what refunds did I get", invoices(REFUND)),
    Case("h", "all my Bit payments this year", invoices(paid("bit"), year(2026)) | invoices(paid("bit"), SO_FAR)),
    Case("b", "boleto bills", invoices(paid("boleto"))),
    Case(
        "b",
        "which invoices were not paid by pix in march",
        invoices("payment_method NOT ILIKE 'pix'", month(3, 2026))
        | invoices("COALESCE(payment_method, '') NOT ILIKE 'pix'", month(3, 2026)),
    ),
    Case("s", "last 3 receipts", newest(3)),
    Case("i", "what did I buy most recently?", newest(1)),
    Case("h", "invoices added yesterday", invoices(sent("2026-03-14", "2026-03-14"))),
    Case("i", "show the very first invoice I ever sent you", FIRST_SENT | oldest(1)),
    Case("s", "receipts where the payment method is missing", invoices(NO_METHOD)),
    Case("i", "which bills don't have an amount?", invoices("expense_amount IS NULL")),
    Case("b", "undated invoices", invoices("invoice_date IS NULL")),
    Case("i", "this year vs last year", versus(year(2026), year(2025))),
    Case("b", "how does February stack up against January?", versus(month(2, 2026), month(1, 2026))),
    Case("h", "did i spend more in 2025 or 2024", versus(year(2025), year(2024))),
    Case(
        "i",
        "uber or ola, which one cost me more in 2025",
        versus(f"{at('uber')} AND {year(2025)}", f"{at(OLA)} AND {year(2025)}"),
    ),
    Case(
        "i",
        "swiggy orders above 1000 this year paid by upi",
        invoices(at("swiggy"), over(1000), paid("upi"), year(2026))
        | invoices(at("swiggy"), over(1000), paid("upi"), SO_FAR),
    ),
    Case(
        "h",
        "Biggest Aroma bill since June 2025",
        largest(1, AROMA, since("2025-06-01")) | largest(1, at("aroma"), since("2025-06-01")),
    ),
    Case("b", "uber", replace(ever(at("uber")), may_refuse=True)),
]
