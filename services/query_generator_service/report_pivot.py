"""Invoices -> a sheet of payees by month, where they lie in several months and one currency. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.report_totals import AMOUNT, CURRENCY, UNKNOWN_CURRENCY
from shared.tables import Table
from shared.utils import clean_text

MAX_MONTHS, MAX_PAYEES = 24, 30
MIN_INVOICES = 6
MAX_NAME_CHARS = 200
NO_NAME, OTHERS = "(no payee)", "(others)"


@dataclass(frozen=True)
class Pivot:
    """`sums[payee][month]`; payees with the largest sums first, the rest together as others."""

    currency: str | None
    months: tuple[str, ...]
    sums: tuple[tuple[str, tuple[Decimal | None, ...]], ...]
    undated: int
    """Invoices that no month can hold."""


def pivot_of(table: Table) -> Pivot | None:
    """None where it would not help: few invoices, one month or payee, several currencies, too many months."""
    if not {"invoice_date", "payee_name", AMOUNT} <= set(table.columns):
        return None
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    currencies = {row.get(CURRENCY) for row in rows}
    cells: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    names: dict[str, str] = {}
    undated = 0
    for row in rows:
        day, name = row["invoice_date"], str(row["payee_name"] or "").strip() or NO_NAME
        if not isinstance(day, date):
            undated += 1
            continue
        label = names.setdefault(name.casefold(), name)
        cells[label][f"{day:%Y-%m}"] += Decimal(str(row[AMOUNT] or 0))
    months = tuple(sorted({month for by_month in cells.values() for month in by_month}))
    helps = len(rows) >= MIN_INVOICES and len(currencies) == 1 and len(cells) > 1 and 1 < len(months) <= MAX_MONTHS
    if not helps:
        return None
    ranked = sorted(cells, key=lambda name: (-sum(cells[name].values()), name))
    for name in ranked[MAX_PAYEES:]:
        for month, amount in cells[name].items():
            cells[OTHERS][month] += amount
    shown = [*ranked[:MAX_PAYEES], *([OTHERS] if len(ranked) > MAX_PAYEES else [])]
    currency = next(iter(currencies))
    sums = tuple((name, tuple(cells[name].get(month) for month in months)) for name in shown)
    return Pivot(str(currency).strip() if currency else None, months, sums, undated)


@dataclass(frozen=True)
class Formats:
    head: Format
    bold: Format
    money: Format
    total: Format


def draw(sheet: Worksheet, pivot: Pivot, formats: Formats) -> None:
    """Sums by formula, with the value beside it for viewers that do not compute."""
    heads = (f"Payee ({pivot.currency or UNKNOWN_CURRENCY})", *pivot.months, "Total")
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, len(pivot.months) + 1, 13)
    for column, title in enumerate(heads):
        sheet.write_string(0, column, title, formats.head)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    last, right = len(pivot.sums), len(pivot.months)
    for number, (name, sums) in enumerate(pivot.sums, 1):
        sheet.write_string(number, 0, clean_text(name, MAX_NAME_CHARS))
        for column, amount in enumerate(sums, 1):
            if amount is not None:
                sheet.write_number(number, column, float(amount), formats.money)
        _sum(sheet, number, right + 1, (number, 1, number, right), _added(sums), formats.total)
    sheet.write_string(last + 1, 0, "Total", formats.bold)
    by_month = [_added([sums[at] for _, sums in pivot.sums]) for at in range(right)]
    for column, total in enumerate((*by_month, _added(by_month)), 1):
        _sum(sheet, last + 1, column, (1, column, last, column), total, formats.total)
    if pivot.undated:
        sheet.write_string(last + 3, 0, f"Without a date, not in any month: {pivot.undated}")


def _added(amounts: Sequence[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _sum(
    sheet: Worksheet, row: int, column: int, cells: tuple[int, int, int, int], value: Decimal, style: Format
) -> None:
    first, last = xl_rowcol_to_cell(*cells[:2]), xl_rowcol_to_cell(*cells[2:])
    sheet.write_formula(row, column, f"=SUM({first}:{last})", style, float(value))
