"""Rows -> workbook bytes: the answer with live totals, the result, the invoices behind it, how it was computed. Pure.

XlsxWriter, not openpyxl: it stores the computed value beside each formula, which is what previews on phones show,
and is twice as fast. Every text is written as text, whatever it begins with.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.report_chart import MONEY, TIMES, chart_columns
from services.query_generator_service.report_pivot import Formats, draw, pivot_of
from services.query_generator_service.report_totals import AMOUNT, CURRENCY, UNKNOWN_CURRENCY, Totals, totals_of
from shared.tables import Table, is_empty
from shared.utils import clean_text

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_CELL_CHARS = 1_000
MAX_LINK_CHARS = 2_000
IMAGE = "raw_image_url"
_WIDTHS = {
    "payee_name": 32,
    "invoice_date": 12,
    "created_at": 18,
    IMAGE: 14,
    "payment_method": 18,
    "invoice_number": 18,
}
_TITLES = {
    "invoice_id": "Invoice",
    "invoice_date": "Date",
    "payee_name": "Payee",
    AMOUNT: "Amount",
    CURRENCY: "Currency",
    "vat": "VAT",
    "payment_method": "Paid by",
    "invoice_number": "Number",
    "created_at": "Received (UTC)",
    IMAGE: "Picture",
}


@dataclass(frozen=True)
class Report:
    """`result` answers the question, `invoices` are the rows behind it (None: the result lists them)."""

    question: str
    answer: str
    sql: str
    engine: str
    today: date
    time_zone: str
    made_at: datetime
    period: str
    filters: tuple[str, ...]
    result: Table
    invoices: Table | None
    link: Callable[[str], str]


def workbook(report: Report) -> bytes:
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, {**options, "remove_timezone": True})
    book.set_calc_mode("auto")
    writer = _Writer(book, report)
    writer.summary()
    if not writer.result_is_list:
        writer.result()
    writer.invoices()
    writer.pivot()
    writer.how()
    book.close()
    return file.getvalue()


class _Writer:
    """One method a sheet; sheets are made in the order they are shown."""

    def __init__(self, book: xlsxwriter.Workbook, report: Report) -> None:
        self._book = book
        self._report = report
        self.result_is_list = "invoice_id" in report.result.columns
        self._listed = report.result if self.result_is_list else report.invoices
        self._head = book.add_format(
            {"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "valign": "vcenter"}
        )
        self._bold = book.add_format({"bold": True, "valign": "top"})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._text = book.add_format({"num_format": "@"})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._total = book.add_format({"num_format": "#,##0.00", "bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self._link_format = book.add_format({"font_color": "#0563C1", "underline": 1})

    def summary(self) -> None:
        sheet = self._sheet("Summary")
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 60)
        sheet.set_column(2, 4, 16)
        report = self._report
        facts = (
            ("Question", report.question),
            ("Answer", report.answer),
            ("Period", report.period.strip() or "all invoices"),
            ("Filters", ", ".join(report.filters) or "none"),
        )
        for row, (name, value) in enumerate(facts):
            sheet.write_string(row, 0, name, self._bold)
            sheet.write_string(row, 1, _clean(value, lines=True), self._wrap)
            sheet.set_row(row, 15.0 * max(1, min(20, value.count("\n") + len(value) // 60 + 1)))
        if self._listed is not None and AMOUNT in self._listed.columns and not is_empty(self._listed):
            self._totals(sheet, len(facts) + 1, totals_of(self._listed))

    def _totals(self, sheet: Worksheet, top: int, totals: Totals) -> None:
        """Live: whoever corrects an amount on the Invoices sheet sees the totals follow."""
        for column, title in enumerate(("Currency", "Invoices", "Total", "VAT")):
            sheet.write_string(top, column, title, self._head)
        for offset, line in enumerate(totals.lines):
            row = top + 1 + offset
            sheet.write_string(row, 0, line.currency, self._text)
            criterion = f"Invoices!{totals.currency_range},A{row + 1}"
            sheet.write_formula(row, 1, f"=COUNTIFS({criterion})", None, line.count)
            formula = f"=SUMIFS(Invoices!{totals.amount_range},{criterion})"
            sheet.write_formula(row, 2, formula, self._total, float(line.total))
            if totals.vat_range:
                formula = f"=SUMIFS(Invoices!{totals.vat_range},{criterion})"
                sheet.write_formula(row, 3, formula, self._total, float(line.vat))

    def result(self) -> None:
        table = self._report.result
        sheet = self._sheet("Result")
        self._table(sheet, table)
        chart = chart_columns(table)
        if chart:
            self._chart(sheet, table, *chart)

    def _chart(self, sheet: Worksheet, table: Table, label: int, figure: int) -> None:
        kind = "line" if table.columns[label] in TIMES else "bar"
        chart = self._book.add_chart({"type": kind})
        last = len(table.rows)
        chart.add_series(
            {
                "name": ["Result", 0, figure],
                "categories": ["Result", 1, label, last, label],
                "values": ["Result", 1, figure, last, figure],
                "fill": {"color": "#1F4E5F"},
                "line": {"color": "#1F4E5F", "width": 2.25},
            }
        )
        chart.set_legend({"none": True})
        chart.set_title({"name": _title(table.columns[figure])})
        chart.set_y_axis({"reverse": kind == "bar", "major_gridlines": {"visible": kind == "line"}})
        sheet.insert_chart(1, len(table.columns) + 1, chart, {"object_position": 2})

    def invoices(self) -> None:
        if self._listed is not None:
            self._table(self._sheet("Invoices"), self._listed)

    def pivot(self) -> None:
        pivot = pivot_of(self._listed) if self._listed is not None else None
        if pivot is not None:
            formats = Formats(self._head, self._bold, self._money, self._total)
            draw(self._sheet("By month and payee"), pivot, formats)

    def how(self) -> None:
        sheet = self._sheet("How this was computed")
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        report = self._report
        more = " (there are more)" if report.result.truncated else ""
        facts = (
            ("Question", report.question),
            ("Query (SQL)", report.sql),
            ("Written by", "language model" if report.engine == "gpt" else "rules"),
            ("Run", f"{report.made_at:%Y-%m-%d %H:%M} UTC"),
            ("Today was", f"{report.today.isoformat()} ({report.time_zone})"),
            ("Rows", f"{len(report.result.rows)}{more}"),
            ("Invoices behind it", str(len(self._listed.rows)) if self._listed is not None else "not listed"),
            ("How amounts count", "VAT included, refunds subtracted, each currency apart; no amount counts as nothing"),
            ("Weeks", "Monday to Sunday; the last 7 days include today"),
        )
        for row, (name, value) in enumerate(facts):
            sheet.write_string(row, 0, name, self._bold)
            sheet.write_string(row, 1, _clean(value, lines=True), self._wrap)
            sheet.set_row(row, 15.0 * max(1, min(20, len(value) // 100 + 1)))

    def _sheet(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(self, sheet: Worksheet, table: Table) -> None:
        for column, name in enumerate(table.columns):
            sheet.set_column(column, column, _WIDTHS.get(name, max(12, len(_title(name)) + 4)))
            sheet.write_string(0, column, _title(name), self._head)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(table.rows, 1):
            for column, (name, value) in enumerate(zip(table.columns, row, strict=True)):
                self._cell(sheet, number, column, name, value)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)

    def _cell(self, sheet: Worksheet, row: int, column: int, name: str, value: object) -> None:
        if name == CURRENCY:
            sheet.write_string(row, column, str(value).strip() if value else UNKNOWN_CURRENCY)
        elif value is None:
            return
        elif name == IMAGE:
            self._picture(sheet, row, column, str(value))
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int | float | Decimal):
            sheet.write_number(row, column, float(value), self._money if _is_money(name, value) else None)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, value.replace(tzinfo=None), self._time)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self._day)
        else:
            sheet.write_string(row, column, _clean(str(value)))

    def _picture(self, sheet: Worksheet, row: int, column: int, key: str) -> None:
        url = self._report.link(key)
        if url and len(url) <= MAX_LINK_CHARS:
            sheet.write_url(row, column, url, self._link_format, "open")


def _is_money(name: str, value: object) -> bool:
    return name in MONEY or (isinstance(value, Decimal) and name not in ("year", "percent"))


def _title(name: str) -> str:
    return _TITLES.get(name) or _clean(name.replace("_", " ").capitalize())


def _clean(text: str, *, lines: bool = False) -> str:
    """Control characters would make the file unreadable."""
    parts = text.split("\n") if lines else [text]
    return "\n".join(clean_text(part, MAX_CELL_CHARS * (5 if lines else 1)) for part in parts)
