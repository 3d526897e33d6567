"""Invoices -> a sheet of payees by month, where they lie in several months and one currency. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.labels import label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.report_result import COLOURS
from services.query_generator_service.report_styles import Sheets, width_of_names
from services.query_generator_service.report_totals import AMOUNT, CURRENCY
from shared.bidi import RIGHT_TO_LEFT
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import clean_text

MAX_MONTHS, MAX_PAYEES = 24, 30
MIN_INVOICES = 6
MAX_NAME_CHARS = 200


@dataclass(frozen=True)
class Pivot:
    """`sums[payee][month]`; payees with the largest sums first, the rest together as others."""

    currency: str | None
    months: tuple[str, ...]
    sums: tuple[tuple[str, tuple[Decimal | None, ...]], ...]
    undated: int
    """Invoices that no month can hold."""


def pivot_of(table: Table, language: Language) -> Pivot | None:
    """None where it would not help: few invoices, one month or payee, several currencies, too many months."""
    if not {"invoice_date", "payee_name", AMOUNT} <= set(table.columns):
        return None
    day_at, name_at, amount_at = (table.columns.index(name) for name in ("invoice_date", "payee_name", AMOUNT))
    currency_at = table.columns.index(CURRENCY) if CURRENCY in table.columns else None
    currencies = {None if currency_at is None else row[currency_at] for row in table.rows}
    if len(table.rows) < MIN_INVOICES or len(currencies) != 1:
        return None
    cells: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    names: dict[str, str] = {}
    undated, no_name = 0, label(Label.NO_PAYEE, language)
    for row in table.rows:
        day, name = row[day_at], str(row[name_at] or "").strip() or no_name
        if not isinstance(day, date):
            undated += 1
            continue
        payee = names.setdefault(name.casefold(), name)
        cells[payee][f"{day:%Y-%m}"] += Decimal(str(row[amount_at] or 0))
    months = tuple(sorted({month for by_month in cells.values() for month in by_month}))
    if len(cells) < 2 or not 1 < len(months) <= MAX_MONTHS:
        return None
    ranked = sorted(cells, key=lambda name: (-sum(cells[name].values()), name))
    others = label(Label.OTHERS, language, n=len(ranked) - MAX_PAYEES)
    for name in ranked[MAX_PAYEES:]:
        for month, amount in cells[name].items():
            cells[others][month] += amount
    shown = [*ranked[:MAX_PAYEES], *([others] if len(ranked) > MAX_PAYEES else [])]
    currency = next(iter(currencies))
    sums = tuple((name, tuple(cells[name].get(month) for month in months)) for name in shown)
    return Pivot(str(currency).strip() if currency else None, months, sums, undated)


def draw(sheets: Sheets, pivot: Pivot) -> None:
    """Sums by formula, with the value beside it for viewers that do not compute; a chart of the months below."""
    sheet, styles, language = sheets.add(Label.PIVOT), sheets.styles, sheets.language
    total = label(Label.TOTAL, language)
    currency = pivot.currency or label(Label.UNKNOWN, language)
    heads = (f"{label(Label.PAYEE, language)} ({currency})", *pivot.months, total)
    sheet.set_column(0, 0, width_of_names([name for name, _ in pivot.sums]))
    sheet.set_column(1, len(pivot.months) + 1, 13)
    for column, title in enumerate(heads):
        sheet.write_string(0, column, title, styles.head_of_numbers if column else styles.head)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    last, right = len(pivot.sums), len(pivot.months)
    for number, (name, sums) in enumerate(pivot.sums, 1):
        sheet.write_string(number, 0, clean_text(name, MAX_NAME_CHARS), styles.plain)
        for column, amount in enumerate(sums, 1):
            if amount is not None:
                sheet.write_number(number, column, float(amount), styles.money)
        _sum(sheet, number, right + 1, (number, 1, number, right), _added(sums), styles.total)
    sheet.write_string(last + 1, 0, total, styles.bold)
    by_month = [_added([sums[at] for _, sums in pivot.sums]) for at in range(right)]
    for column, amount in enumerate((*by_month, _added(by_month)), 1):
        _sum(sheet, last + 1, column, (1, column, last, column), amount, styles.total)
    if pivot.undated:
        note = f"{label(Label.LEFT_OUT, language)}: {label(Label.WITHOUT_DATE, language, n=pivot.undated)}"
        sheet.write_string(last + 2, 0, note, styles.plain)
    sheet.fit_to_pages(1, 1)  # else the printed chart could be cut in two
    _chart_of_months(sheets, sheet, last + 1, right, f"{total} ({currency})")


def _chart_of_months(sheets: Sheets, sheet: Worksheet, row: int, months: int, title: str) -> None:
    chart = sheets.book.add_chart({"type": "column"})
    name = sheet.get_name()
    chart.add_series(
        {
            "categories": [name, 0, 1, 0, months],
            "values": [name, row, 1, row, months],
            "fill": {"color": COLOURS[0]},
            "gap": 60,
        }
    )
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"reverse": sheets.language in RIGHT_TO_LEFT, "label_position": "low", "text_axis": True})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": False}})
    chart.set_size({"width": 760, "height": 300})
    sheet.insert_chart(row + 3, 0, chart, {"object_position": 2})


def _added(amounts: Sequence[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _sum(
    sheet: Worksheet, row: int, column: int, cells: tuple[int, int, int, int], value: Decimal, style: Format
) -> None:
    first, last = xl_rowcol_to_cell(*cells[:2]), xl_rowcol_to_cell(*cells[2:])
    sheet.write_formula(row, column, f"=SUM({first}:{last})", style, float(value))
