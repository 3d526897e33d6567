"""What is said seldom: English."""

from tests.answers.alternatives import VENDOR_KEYS, groups_of
from tests.answers.conditions import DATED, MONTH, VENDOR, WORKDAYS, at, days, least, month, year
from tests.answers.gold import REFUSED, Case, Gold, count, invoices, total

_JANUARY, _FEBRUARY = month(1, 2026), month(2, 2026)
_SIDES = tuple(f"SUM(expense_amount) FILTER (WHERE {side})" for side in (_JANUARY, _FEBRUARY))
_RANKED = (
    f"SELECT {MONTH} AS month, {VENDOR} AS payee, SUM(expense_amount) AS figure, ROW_NUMBER() OVER "
    f"(PARTITION BY {MONTH} ORDER BY SUM(expense_amount) DESC NULLS LAST) AS place "
    f"FROM mine WHERE {year(2025)} AND payee_name IS NOT NULL GROUP BY 1, 2"
)
_TOP_OF_EACH_MONTH = Gold("rows", (f"SELECT month AS key, figure FROM ({_RANKED}) AS ranked WHERE place = 1",))
_RUNNING = (
    f"SELECT {MONTH} AS key, SUM(COUNT(*)) OVER (ORDER BY {MONTH}) AS figure FROM mine WHERE {year(2025)} GROUP BY 1"
)

CASES = [
    Case("s", "the top vendor of each month in 2025", _TOP_OF_EACH_MONTH),
    Case("h", "spending by vendor in January vs February 2026", groups_of(VENDOR_KEYS, _SIDES, f"({_JANUARY}) OR ({_FEBRUARY})")),
    Case("b", "how many invoices did I have cumulatively per month in 2025", Gold("rows", (_RUNNING,))),
    Case("h", "how much did I spend in total, weekends excluded?", total(WORKDAYS, DATED)),
    Case("i", "spending in the 10 days after Christmas", total(days("2025-12-26", "2026-01-04"))),
    Case("s", "total for the first week of last month", total(days("2026-02-01", "2026-02-07"))),
    Case("b", "total for the 1st to the 10th of this month", total(days("2026-03-01", "2026-03-10"))),
    Case("h", "how many bills of 100+ 2025", count(year(2025), least(100))),
    Case("i", "invoices between 200 and 300 from Swiggy", invoices(at("swiggy"), "expense_amount BETWEEN 200 AND 300")),
    Case("h", "what is VAT?", REFUSED),
    Case("h", "what's the VAT rate", REFUSED),
]  # fmt: skip
