"""The sheet of groups, each currency together, with a chart for each beside them."""

from dataclasses import replace

from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.labels import column_title, label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.report_chart import (
    MAX_POINTS,
    MIN_POINTS,
    ChartColumns,
    chart_columns,
    sides_of,
    time_kind,
)
from services.query_generator_service.report_styles import Sheets
from shared.bidi import RIGHT_TO_LEFT
from shared.tables import Table

MAX_CHARTS, MAX_LABELLED = 4, 20
COLOURS = ("#0072B2", "#D55E00", "#009E73")
"""Okabe and Ito's: colour-blind people tell them apart."""
_ROW_PIXELS = 20
_LOWEST, _NARROWEST = 300, 560


def add_result(sheets: Sheets, table: Table) -> None:
    columns = chart_columns(table)
    if columns is None:
        sheets.table(sheets.add(Label.RESULT), table, groups=True)
        return
    blocks = _by_currency(table, columns)
    table = replace(table, rows=tuple(row for block in blocks for row in block))
    sheet = sheets.add(Label.RESULT)
    sheets.table(sheet, table, groups=True)
    first, drawn, top = 1, 0, 1
    for block in blocks:
        last = first + len(block) - 1
        if MIN_POINTS <= len(block) <= MAX_POINTS and drawn < MAX_CHARTS:
            top += _chart(sheets, sheet, table, columns, (first, last), top) // _ROW_PIXELS + 1
            drawn += 1
        first = last + 1
    if len(table.rows) <= MAX_POINTS:
        sheet.fit_to_pages(1, 1)  # else a printed chart could be cut in two


def _chart(
    sheets: Sheets, sheet: Worksheet, table: Table, columns: ChartColumns, rows: tuple[int, int], top: int
) -> int:
    """Returns its height in pixels."""
    over_time = time_kind(table, columns.label) is not None
    chart = sheets.book.add_chart({"type": "column" if over_time else "bar"})
    name, (first, last) = sheet.get_name(), rows
    sides = sides_of(table)[: len(COLOURS)]
    bars = (last - first + 1) * max(1, len(sides))
    figures_at = [table.columns.index(side) for side in sides] or [columns.figure]
    for figure, colour in zip(figures_at, COLOURS, strict=False):
        chart.add_series(
            {
                "name": [name, 0, figure],
                "categories": [name, first, columns.label, last, columns.label],
                "values": [name, first, figure, last, figure],
                "fill": {"color": colour},
                "gap": 60,
                "data_labels": {"value": bars <= MAX_LABELLED, "font": {"size": 8}},
            }
        )
    title = " / ".join(column_title(table.columns[figure], sheets.language) for figure in figures_at)
    if columns.currency is not None:
        currency = str(table.rows[first - 1][columns.currency] or "").strip()
        title += f" ({currency or label(Label.UNKNOWN, sheets.language)})"
    mirrored = sheets.language in RIGHT_TO_LEFT
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"} if sides else {"none": True})
    groups = {"reverse": mirrored if over_time else True, "label_position": "low", "text_axis": True}
    if not over_time:
        groups["interval_unit"] = 1  # else every second name is left out
    figures = {"reverse": mirrored and not over_time, "major_gridlines": {"visible": False}, "visible": False}
    chart.set_x_axis(groups if over_time else figures)  # of bars the axes stand the other way
    chart.set_y_axis(figures if over_time else groups)
    height = _LOWEST if over_time else max(_LOWEST, 90 + 24 * bars)
    width = max(_NARROWEST, 52 * bars) if over_time and bars <= MAX_LABELLED else _NARROWEST
    chart.set_size({"width": width, "height": height})
    sheet.insert_chart(top, len(table.columns) + 1, chart, {"object_position": 2})
    return height


def _by_currency(table: Table, columns: ChartColumns) -> list[list[tuple[object, ...]]]:
    """In the order of their first rows; a chart needs its rows side by side."""
    blocks: dict[object, list[tuple[object, ...]]] = {}
    for row in table.rows:
        blocks.setdefault(row[columns.currency] if columns.currency is not None else None, []).append(row)
    return list(blocks.values())
