"""Which columns of a result make a chart, and what stands on its axis. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeGuard

from services.query_generator_service.phrases import THINGS
from services.query_generator_service.report_totals import CURRENCY
from shared.tables import Table

MONEY = frozenset(
    {"expense_amount", "vat", "net_amount", "total", "vat_total", "net_total", "average", "median", "part"}
)
SUMS = frozenset({"total", "vat_total", "net_total", "invoices"})
"""Figures of groups that add up to the figure of all."""
TIMES = ("invoice_date", "day", "week", "month", "quarter", "year")
_LABELS = frozenset({"payee_name", "payment_method", "weekday", *TIMES})
_COUNTS = ("invoices", "count", "n", "number")
_NEVER_FIGURES = frozenset({"place", "units", "invoice_id", *THINGS, *_LABELS})
_NEVER_SIDES = frozenset({*_NEVER_FIGURES, *_COUNTS, CURRENCY, "copies", "percent"})
MIN_POINTS, MAX_POINTS = 2, 60


@dataclass(frozen=True)
class ChartColumns:
    """Places of the columns. Rows of different currencies belong into charts of their own."""

    label: int
    figure: int
    currency: int | None


def chart_columns(table: Table) -> ChartColumns | None:
    """None where the result is no series and no breakdown: one label a row, and a figure."""
    if "invoice_id" in table.columns or len(table.rows) < MIN_POINTS:
        return None
    figure = _figure(table)
    labels = [at for at, name in enumerate(table.columns) if name != CURRENCY and _is_label(table, at)]
    if figure is None or len(labels) != 1:
        return None
    currency = table.columns.index(CURRENCY) if CURRENCY in table.columns else None
    keys = [(row[currency] if currency is not None else None, row[labels[0]]) for row in table.rows]
    return ChartColumns(labels[0], figure, currency) if len(set(keys)) == len(keys) else None


def sides_of(table: Table) -> list[str]:
    """What stands against what: two or more columns of figures, each named after its side."""
    if "invoice_id" in table.columns:
        return []
    named = [name for name in table.columns if name not in _NEVER_SIDES]
    places = [table.columns.index(name) for name in named]
    alike = any(all(_all(table, at, kinds, empty=True) for at in places) for kinds in ((Decimal, float), (int,)))
    return named if len(named) > 1 and alike and not MONEY & set(named) else []


def time_kind(table: Table, label: int) -> str | None:
    """Which unit the rows follow each other by; None where the label is no time."""
    name = table.columns[label]
    if name == "month" and all(is_month_of_any_year(row[label]) for row in table.rows):
        return name
    if not all(starts_at(row[label]) for row in table.rows):
        return None
    if name in TIMES:
        return "day" if name == "invoice_date" else name
    named = next((kind for kind in TIMES[1:] if kind in name.lower()), None)
    return named or ("day" if isinstance(table.rows[0][label], date) else None)


def is_month_of_any_year(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and 1 <= value <= 12


def starts_at(value: object) -> date | None:
    """The first day of `2026-03`, `2026-Q1`, 2026 or of a date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)
    year, _, rest = text.partition("-")
    if not (year.isdecimal() and len(year) == 4 and year != "0000"):
        return None
    if not rest:
        return date(int(year), 1, 1)
    if rest in ("Q1", "Q2", "Q3", "Q4"):
        return date(int(year), int(rest[1]) * 3 - 2, 1)
    return date(int(year), int(rest), 1) if rest.isdecimal() and len(rest) == 2 and 1 <= int(rest) <= 12 else None


def _figure(table: Table) -> int | None:
    names = table.columns
    known = [at for at, name in enumerate(names) if name in MONEY]
    amounts = [at for at, name in enumerate(names) if name not in _NEVER_FIGURES and _all(table, at, (Decimal, float))]
    counts = [at for at, name in enumerate(names) if name in _COUNTS]
    return next(iter((*known, *amounts, *counts)), None)


def _is_label(table: Table, at: int) -> bool:
    return table.columns[at] in _LABELS or _all(table, at, (str, date))


def _all(table: Table, at: int, kinds: tuple[type, ...], *, empty: bool = False) -> bool:
    """`empty`: also a column of nothing but NULL."""
    values: Sequence[object] = [row[at] for row in table.rows if row[at] is not None]
    return (bool(values) or empty) and all(isinstance(value, kinds) for value in values)
