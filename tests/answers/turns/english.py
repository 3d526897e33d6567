"""Turns of phrase that were misread once: English."""

from tests.answers.alternatives import beside, ever, newest, place, versus
from tests.answers.conditions import (
    DATED,
    LAST_WEEK,
    MONTH,
    SO_FAR,
    WEEKDAY,
    WEEKEND,
    WORKDAYS,
    at,
    day,
    days,
    month,
    not_at,
    on,
    over,
    paid,
    quarter,
    sent,
    year,
)
from tests.answers.gold import (
    Case,
    by_method,
    by_vendor,
    count,
    groups,
    invoices,
    largest,
    net,
    total,
)

BIT = "LOWER(payment_method) = 'bit'"
FREE = "expense_amount = 0"
THIRTY = versus(days("2026-02-14", "2026-03-15"), days("2026-01-15", "2026-02-13"))
WEEK = days("2026-03-09", "2026-03-15")
TEN = (days("2026-03-06", "2026-03-15"), days("2026-02-24", "2026-03-05"))
FORTNIGHTS = (days("2026-03-02", "2026-03-15"), days("2026-02-16", "2026-03-01"))
QUARTERS = (days("2025-12-16", "2026-03-15"), days("2025-09-16", "2025-12-15"))
THREE_MONTHS = (month(12, 2025), month(1, 2026), month(2, 2026))
REPSOL = versus(month(1, 2026), month(2, 2026), within=(at("repsol"),))
APART = versus(f"{at('repsol')} AND {month(1, 2026)}", f"{at('lidl')} AND {month(2, 2026)}")
BEFORE_LAST_WEEK = days("2026-02-23", "2026-03-01")

CASES = [
    Case("b", "total for the week commencing 2 March", total(LAST_WEEK)),
    Case("b", "w/c 2 march total", total(LAST_WEEK)),
    Case("b", "week ending on Sunday 8 March 2026, total", total(LAST_WEEK)),
    Case("b", "how much in the 7 days starting 1 march", total(days("2026-03-01", "2026-03-07"))),
    Case("s", "spending in the month starting 15 January 2026", total(days("2026-01-15", "2026-02-14"))),
    Case("h", "the week before last week", total(BEFORE_LAST_WEEK)),
    Case("b", "monday to wednesday spending this year", total(on(1, 2, 3), year(2026)) | total(on(1, 2, 3), SO_FAR)),
    Case("b", "mon-fri spend 2025", total(WORKDAYS, year(2025))),
    Case("i", "from Friday to Sunday, total", total(on(5, 6, 7))),
    Case("s", "sat and sun total 2025", total(WEEKEND, year(2025))),
    Case("b", "split my spending over the days of the week", groups(WEEKDAY, DATED)),
    Case("b", "distribution over vendors last month", by_vendor(month(2, 2026))),
    Case("s", "breakdown over payment methods", by_method()),
    Case("s", "how is spending spread across months in 2025", groups(MONTH, year(2025))),
    Case("i", "invoices with zero amount", invoices(FREE)),
    Case("i", "bills of 0", invoices(FREE)),
    Case("i", "invoices where the amount is over 1000", invoices(over(1000))),
    Case("h", "my Bit total last year", total(BIT, year(2025))),
    Case("h", "bit vs bank transfer in 2025", versus(BIT, paid("transfer"), within=(year(2025),))),
    Case("s", "my bizum", total(paid("bizum"))),
    Case("s", "my paypal payments in 2025", invoices(paid("paypal"), year(2025))),
    Case("i", "what did I buy last", newest(1)),
    Case("i", "what have I bought most recently at Swiggy", newest(1, at("swiggy"))),
    Case("s", "last month vs the month before", versus(month(2, 2026), month(1, 2026))),
    Case("s", "compare last week with the one before", versus(LAST_WEEK, BEFORE_LAST_WEEK)),
    Case("s", "last year versus the year before that", versus(year(2025), year(2024))),
    Case("s", "how much did I spend last month and the month before", total(days("2026-01-01", "2026-02-28"))),
    Case("b", "everything added up for 2025", total(year(2025))),
    Case("b", "add it all up for march", total(month(3, 2026))),
    Case("b", "hw mch this mnth", total(month(3, 2026)) | total(days("2026-03-01", "2026-03-15"))),
    Case("b", "spnding for last mnth", total(month(2, 2026))),
    Case("s", "exp > 100 in feb", invoices(over(100), month(2, 2026))),
    Case("s", "total bw 1 jan and 31 jan", total(month(1, 2026))),
    Case("h", "sum of money I've parted with since the year began", total(SO_FAR)),
    Case("h", "did I go to Starbucks more than to Wolt?", versus(at("starbucks"), at("wolt"), of="COUNT(*)")),
    Case("h", "amount without tax for february", net(month(2, 2026))),
    Case("h", "on which date did I spend the most", groups("invoice_date", DATED, first=1)),
    Case("h", "the most I ever spent in one day", groups("invoice_date", DATED, first=1)),
    Case("h", "what was the vat on my largest purchase", largest(1)),
    Case("s", "spend on the 14th", total(day("2026-03-14"))),
    Case("s", "how much did I spend on the 20th", total(day("2026-02-20"))),
    Case("s", "invoices from the 5th of last month", invoices(day("2026-02-05"))),
    Case("s", "q1 total vs q4 total last year", versus(quarter(1, 2025), quarter(4, 2025))),
    Case("s", "in 2025, what did I spend in March?", total(month(3, 2025))),
    Case("s", "march, april and may 2025", total(days("2025-03-01", "2025-05-31"))),
    Case(
        "s",
        "last 2 years by month",
        groups(MONTH, days("2024-03-16", "2026-03-15"))
        | groups(MONTH, days("2024-01-01", "2025-12-31"))
        | groups(MONTH, days("2025-01-01", "2026-12-31")),
    ),
    Case("i", "what all did I buy from Amazon", invoices(at("amazon"))),
    Case("h", "which vendors did I use more than once", by_vendor(of="COUNT(*)", having="COUNT(*) > 1")),
    Case(
        "h",
        "gross and net for last month",
        beside("SUM(expense_amount)", "SUM(expense_amount - COALESCE(vat, 0))", conditions=(month(2, 2026),)),
    ),
    Case("h", "invoices with vat over 100", invoices("vat > 100")),
    Case("h", "how many invoices have vat above 20", count("vat > 20")),
    Case(
        "h",
        "all but Wolt in february",
        total(month(2, 2026), not_at("wolt")) | invoices(month(2, 2026), not_at("wolt")),
    ),
    Case("h", "rank payment methods by amount", by_method()),
    Case("h", "what have I got from 1/3/2026 to 10/3/2026", ever(days("2026-03-01", "2026-03-10"))),
    Case("h", "the 3rd largest invoice", place(3)),
    Case("s", "what i paid for vodafone in december twenty twenty five", total(month(12, 2025), at("vodafone"))),
    Case("s", "twenty twenty five total", total(year(2025))),
    Case("s", "uploads in february 2026", invoices(sent("2026-02-01", "2026-02-28"))),
    Case("s", "compare the last 30 days with the 30 days before", THIRTY),
    Case("h", "how much in the last 30 days versus the previous 30 days", THIRTY),
    Case("b", "last 30 days compared to the previous 30", THIRTY),
    Case("i", "did I spend more in the last 10 days than in the 10 days before?", versus(*TEN)),
    Case("h", "last 7 days vs the 20 days before that", versus(WEEK, days("2026-02-17", "2026-03-08"))),
    Case("b", "compare the last two weeks and the two weeks before", versus(*FORTNIGHTS)),
    Case("s", "last 3 months against the previous 3 months", versus(*QUARTERS)),
    Case("s", "the last two months and the month before", total(days("2025-12-16", "2026-03-15"))),
    Case("s", "how much in January and how much in February", versus(month(1, 2026), month(2, 2026))),
    Case(
        "s",
        "how much did I spend and how many invoices in january and february",
        ever(days("2026-01-01", "2026-02-28")),
    ),
    Case("h", "what did I spend in December, January and February each?", versus(*THREE_MONTHS)),
    Case("s", "how much in Jan at Repsol and how much in Feb at Repsol", REPSOL),
    Case("s", "how much at Repsol in January and how much at Lidl in February", APART),
    Case("s", "list everything", invoices()),
    Case("h", "show all", invoices()),
]
