"""Rows -> workbook bytes: the answer with live totals, the result, the invoices behind it, how it was computed. Pure.

XlsxWriter, not openpyxl: it stores the computed value beside each formula, which is what previews on phones show,
and is twice as fast. Every text is written as text, whatever it begins with.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.labels import label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.report_listing import listing_of, without_empty
from services.query_generator_service.report_pivot import draw, pivot_of
from services.query_generator_service.report_result import add_result
from services.query_generator_service.report_styles import MAX_SHEET_NAME, Sheets, cleaned_lines, styles_of
from services.query_generator_service.report_totals import AMOUNT, Totals, totals_of
from shared.bidi import isolated
from shared.safe_naming import Language
from shared.tables import Table, is_empty

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SIDE_IN_TIME = re.compile(r"\d{4}(-(Q[1-4]|\d\d(-\d\d)?))?(\.\.\d{4}-\d\d-\d\d)?")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


@dataclass(frozen=True)
class Report:
    """`result` answers the question, `invoices` are the rows behind it (None: they could not be had)."""

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
    undated: int = 0
    language: Language = Language.ENGLISH


def workbook(report: Report) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_calc_mode("auto")
    book.set_properties({"title": "FinTrak", "created": report.made_at})
    writer = _Writer(Sheets(book, styles_of(book, report.language), report.language, report.link), report)
    writer.summary()
    if not writer.result_is_list:
        add_result(writer.sheets, report.result)
    writer.invoices()
    writer.pivot()
    writer.how()
    book.close()
    return file.getvalue()


class _Writer:
    """One method a sheet; sheets are made in the order they are shown."""

    def __init__(self, sheets: Sheets, report: Report) -> None:
        self.sheets = sheets
        self._report = report
        self.result_is_list = "invoice_id" in report.result.columns
        listed = listing_of(report.result, report.invoices) if self.result_is_list else _newest_first(report.invoices)
        self._listed = without_empty(listed, report.result.columns) if listed else None

    def summary(self) -> None:
        sheet, report = self.sheets.add(Label.SUMMARY), self._report
        facts = [
            (Label.QUESTION, cleaned_lines(report.question)),
            (Label.ANSWER, report.answer),
            (Label.PERIOD, report.period.strip(" ,") or self._compared() or self._say(Label.ALL_DATES)),
            (Label.FILTERS, cleaned_lines(", ".join(report.filters)) or self._say(Label.NO_FILTERS)),
        ]
        self.sheets.facts(sheet, facts, 60)
        sheet.set_column(2, 4, 16)
        if self._listed is not None and AMOUNT in self._listed.columns and not is_empty(self._listed):
            self._totals(sheet, len(facts) + 1, totals_of(self._listed, self._say(Label.UNKNOWN)))

    def _compared(self) -> str:
        """The periods that stand against each other."""
        sides = [name for name in self._report.result.columns if _SIDE_IN_TIME.fullmatch(name)]
        return " / ".join(isolated(side, self._report.language) for side in sides)

    def _totals(self, sheet: Worksheet, top: int, totals: Totals) -> None:
        """Live: whoever corrects an amount on the sheet of invoices sees the totals follow."""
        styles = self.sheets.styles
        for column, title in enumerate((Label.CURRENCY, Label.INVOICES, Label.TOTAL, Label.VAT)):
            sheet.write_string(top, column, self._say(title), styles.head_of_numbers if column else styles.head)
        listed = quote_sheetname(self._say(Label.INVOICES)[:MAX_SHEET_NAME])
        for offset, line in enumerate(totals.lines):
            row = top + 1 + offset
            sheet.write_string(row, 0, line.currency, styles.text)
            criterion = f"{listed}!{totals.currency_range},A{row + 1}"
            sheet.write_formula(row, 1, f"=COUNTIFS({criterion})", None, line.count)
            formula = f"=SUMIFS({listed}!{totals.amount_range},{criterion})"
            sheet.write_formula(row, 2, formula, styles.total, float(line.total))
            if totals.vat_range:
                formula = f"=SUMIFS({listed}!{totals.vat_range},{criterion})"
                sheet.write_formula(row, 3, formula, styles.total, float(line.vat))

    def invoices(self) -> None:
        if self._listed is not None:
            self.sheets.table(self.sheets.add_for_rows(Label.INVOICES), self._listed)

    def pivot(self) -> None:
        pivot = pivot_of(self._listed, self._report.language) if self._listed is not None else None
        if pivot is not None:
            draw(self.sheets, pivot)

    def how(self) -> None:
        report = self._report
        behind = self._say(Label.NOT_LISTED) if self._listed is None else self._count(self._listed)
        facts = [
            (Label.QUESTION, cleaned_lines(report.question)),
            (Label.SQL, cleaned_lines(report.sql)),
            (Label.WRITTEN_BY, self._say(Label.MODEL if report.engine == "gpt" else Label.RULES)),
            (Label.RUN, f"{report.made_at:%Y-%m-%d %H:%M} UTC"),
            (Label.TODAY_WAS, f"{report.today.isoformat()} ({report.time_zone})"),
            (Label.ROWS, self._count(report.result)),
            (Label.BEHIND_IT, behind),
            *([(Label.LEFT_OUT, self._say(Label.WITHOUT_DATE, n=report.undated))] if report.undated else []),
            (Label.AMOUNTS, self._say(Label.AMOUNTS_RULE)),
            (Label.WEEKS, self._say(Label.WEEKS_RULE)),
        ]
        self.sheets.facts(self.sheets.add(Label.HOW), facts, 100)

    def _count(self, table: Table) -> str:
        more = f" {self._say(Label.AND_MORE)}" if table.truncated else ""
        return f"{len(table.rows)}{more}"

    def _say(self, name: Label, **values: object) -> str:
        return label(name, self._report.language, **values)


def _newest_first(table: Table | None) -> Table | None:
    """Whatever the statement did; without a date last."""
    if table is None or "invoice_date" not in table.columns:
        return table
    place = table.columns.index("invoice_date")
    return replace(table, rows=tuple(sorted(table.rows, key=lambda row: str(row[place] or ""), reverse=True)))
