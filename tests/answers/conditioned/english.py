"""One more condition: English."""

from tests.answers.alternatives import NOTHING, versus
from tests.answers.conditions import (
    CASH,
    DOLLARS,
    LAST_WEEK,
    NOT_CASH,
    PAO_DE_ACUCAR,
    SHELL,
    WEEKEND,
    WORKDAYS,
    at,
    days,
    least,
    month,
    not_at,
    on,
    over,
    paid,
    since,
    year,
)
from tests.answers.gold import Case, average, count, count_share, invoices, share, total

FEBRUARY, JANUARY = month(2, 2026), month(1, 2026)
NOT_BIT = "COALESCE(LOWER(payment_method), '') <> 'bit'"
NO_CURRENCY = "(currency = 'USD' OR currency IS NULL)"
QUARTER_BEFORE = days("2025-12-01", "2026-02-28")
WOLT, GETT, UBER = at("wolt"), at("gett"), at("uber")
UPWARD, DOWNWARD = "expense_amount, invoice_id", "expense_amount DESC NULLS LAST, invoice_id"
CROSSED = tuple(f"{shop} AND {when}" for shop in (WOLT, GETT) for when in (JANUARY, FEBRUARY))

CASES = [
    # what is left out
    Case("h", "how much in February, neither cash nor Bit", total(NOT_CASH, NOT_BIT, FEBRUARY)),
    Case("h", "Shell since October, without the ones below 100", total(SHELL, since("2025-10-01"), least(100))),
    Case("h", "receipts of 2025 excluding those without VAT", invoices(year(2025), "vat <> 0")),
    Case("s", "PayPal purchases that were not to Zara", invoices(paid("paypal"), not_at("zara"))),
    Case("h", "not this month, the previous one", total(FEBRUARY)),
    Case("h", "not last month, the one before", total(JANUARY)),
    Case("h", "Wolt receipts except those from December", invoices(WOLT, f"NOT ({month(12, 2025)})")),
    Case("b", "Claro but not on weekends", total(at("claro"), WORKDAYS)),
    Case(
        "h", "how much in total on workdays in 2025, Shell excluded", total(WORKDAYS, year(2025), not_at(r"\mshell\M"))
    ),
    Case("h", "I don't know how much I spent in February", total(FEBRUARY)),
    Case("h", "total for 2025, not a list", total(year(2025))),
    # periods
    Case("h", "compare March with the three months before", versus(month(3, 2026), QUARTER_BEFORE)),
    Case("s", "Renfe every Saturday in 2025", total(at("renfe"), on(6), year(2025))),
    Case("h", "Wolt at weekends in dicembre 2025", total(WOLT, WEEKEND, month(12, 2025)) | NOTHING),
    Case("h", "how much in febrero", total(FEBRUARY)),
    Case("h", "last week, Wolt only, above 20", total(LAST_WEEK, WOLT, over(20)) | invoices(LAST_WEEK, WOLT, over(20))),
    # names never paid, beside others and alone
    Case("s", "Repsol and Carrefour in 2025", total(at("repsol"), year(2025))),
    Case("s", "Netflix and Repsol in 2025", total(at("repsol"), year(2025))),
    Case("s", "Zara, H&M and Primark in 2025", total(at("zara"), year(2025))),
    Case("s", "Repsol vs Carrefour in 2025", versus(at("repsol"), "FALSE", within=(year(2025),))),
    Case("s", "lidl 2025", NOTHING),
    Case("s", "netflix last month", NOTHING),
    # each apart
    Case("h", "Wolt vs Gett, January vs February", versus(*CROSSED)),
    Case("h", "Wolt + Gett for January and February separately", versus(*CROSSED)),
    Case("h", "Wolt and Gett in 2025, each", versus(WOLT, GETT, within=(year(2025),))),
    Case("h", "Wolt or Gett, which is dearer on average", versus(WOLT, GETT, of="AVG(expense_amount)")),
    Case("b", "Claro and Pão de Açúcar in 2025 separately", versus(at("claro"), PAO_DE_ACUCAR, within=(year(2025),))),
    # amounts, currencies, shares
    Case("i", "receipts with more than 100 GST in 2025", invoices("vat > 100", year(2025))),
    Case("h", "Amazon in dollars, 2025", total(at("amazon"), NO_CURRENCY, year(2025))),
    Case("c", "Uber in dollars, 2025", total(UBER, DOLLARS, year(2025))),
    Case("b", "percentage of Pix among the Uber bills", count_share(paid("pix"), UBER)),
    Case("b", "what share of my 2025 spending was Uber paid in cash", share(f"{UBER} AND {CASH}", year(2025))),
    Case("b", "average Uber ride without the ones over 100", average(UBER, "expense_amount <= 100")),
    Case("b", "how many Uber rides not over 100", count(UBER, "expense_amount <= 100")),
    Case("h", "how many receipts do not have a vendor or a date", count("payee_name IS NULL OR invoice_date IS NULL")),
    Case("h", "receipts without VAT or without a date", invoices("vat IS NULL OR vat = 0 OR invoice_date IS NULL")),
    Case("h", "receipts with no VAT and over 100", invoices("vat IS NULL OR vat = 0", over(100))),
    Case("h", "spent at each of Wolt and Gett in 2025", versus(WOLT, GETT, within=(year(2025),))),
    # order
    Case("h", "list the Wolt receipts by amount", invoices(WOLT, order=DOWNWARD) | invoices(WOLT, order=UPWARD)),
    Case("h", "list my receipts from January, smallest first", invoices(JANUARY, order=UPWARD)),
    Case("h", "receipts over 100 in 2025, most expensive first", invoices(year(2025), over(100), order=DOWNWARD)),
]
