"""Formats and columns of a workbook: every value typed, every text a text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.cells import NAMES
from services.query_generator_service.labels import column_title, label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.phrases import phrase, weekday
from services.query_generator_service.phrases.names import Phrase
from services.query_generator_service.report_chart import MONEY
from services.query_generator_service.report_rows import Cell, Link, RowsSheet
from services.query_generator_service.report_totals import CURRENCY
from shared.bidi import RIGHT_TO_LEFT
from shared.replies import payment_name
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import clean_text

MAX_CELL_CHARS, MAX_FACT_CHARS = 1_000, 20_000  # Excel holds 32,767
MAX_LINK_CHARS = 2_000
MAX_SHEET_NAME = 31
_REMEMBERED = 1_000
"""Payees and methods come again and again in one table."""
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
IMAGE = "raw_image_url"
DARK = "#1F4E5F"
_NAMES_FROM, _NAMES_TO = 32, 60
_WIDTHS = {
    "invoice_date": 12,
    "created_at": 18,
    IMAGE: 14,
    "payment_method": 18,
    "invoice_number": 18,
}
_PLAIN_NUMBERS = ("year", "percent", "month", "quarter", "week", "weekday")


@dataclass(frozen=True)
class Styles:
    head: Format
    bold: Format
    wrap: Format
    text: Format
    money: Format
    total: Format
    day: Format
    time: Format
    link: Format
    plain: Format
    head_of_numbers: Format


def styles_of(book: xlsxwriter.Workbook, language: Language) -> Styles:
    """Texts that begin in the other direction still stand on the side where reading begins."""
    mirrored = language in RIGHT_TO_LEFT
    side = {"align": "right", "reading_order": 2} if mirrored else {}
    begins = "right" if mirrored else "left"
    money, dark = "#,##0.00", {"bold": True, "bg_color": DARK, "font_color": "#FFFFFF", "valign": "vcenter"}
    return Styles(
        head=book.add_format({**dark, **side}),
        head_of_numbers=book.add_format({**dark, **side, "align": "right"}),
        bold=book.add_format({"bold": True, "valign": "top", **side}),
        wrap=book.add_format({"text_wrap": True, "valign": "top", **side}),
        text=book.add_format({"num_format": "@", **side}),
        money=book.add_format({"num_format": money}),
        total=book.add_format({"num_format": money, "bold": True}),
        day=book.add_format({"num_format": "yyyy-mm-dd", "align": begins, "indent": 1}),
        time=book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": begins}),
        link=book.add_format({"font_color": "#0563C1", "underline": 1, **side}),
        plain=book.add_format({**side, "align": begins, "indent": 1}),
    )


@dataclass(frozen=True)
class Sheets:
    """Makes sheets in the language's direction and fills them with tables."""

    book: xlsxwriter.Workbook
    styles: Styles
    language: Language
    link: Callable[[str], str]

    def add(self, name: Label) -> Worksheet:
        return self._laid_out(self.book.add_worksheet(self._name(name)))

    def add_for_rows(self, name: Label) -> RowsSheet:
        """For a table that may be long."""
        sheet: RowsSheet = self.book.add_worksheet(self._name(name), RowsSheet)
        self._laid_out(sheet)
        return sheet

    def _name(self, name: Label) -> str:
        return label(name, self.language)[:MAX_SHEET_NAME]

    def _laid_out(self, sheet: Worksheet) -> Worksheet:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if self.language in RIGHT_TO_LEFT:
            sheet.right_to_left()
        return sheet

    def facts(self, sheet: Worksheet, facts: list[tuple[Label, str]], width: int) -> None:
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, width)
        for row, (name, value) in enumerate(facts):
            sheet.write_string(row, 0, label(name, self.language), self.styles.bold)
            sheet.write_string(row, 1, storable(value), self.styles.wrap)
            lines = sum(len(part) // width + 1 for part in value.split("\n"))
            sheet.set_row(row, 15.0 * min(26, lines))

    def table(self, sheet: Worksheet, table: Table, *, groups: bool = False) -> None:
        """In a table of groups the one without a name is called so."""
        titles = [clean(column_title(name, self.language)) for name in table.columns]
        for column, title in enumerate(titles):
            sheet.set_column(column, column, _width(table, column, title))
            head = self.styles.head_of_numbers if _holds_numbers(table, column) else self.styles.head
            sheet.write_string(0, column, title, head)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(table.rows, 1):
            cells = [self._cell(name, value, groups=groups) for name, value in zip(table.columns, row, strict=True)]
            if isinstance(sheet, RowsSheet):
                sheet.add_row(number, cells)
            else:
                _write_cells(sheet, number, cells)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)

    def _cell(self, name: str, value: object, *, groups: bool) -> Cell:
        styles = self.styles
        if name == CURRENCY:
            known = str(value).strip() if value else ""
            return known or label(Label.UNKNOWN, self.language), styles.plain
        if value is None:
            return (phrase(Phrase.UNNAMED, self.language), styles.plain) if groups and name in NAMES else (None, None)
        if name == IMAGE:
            url = self.link(str(value))
            shown = Link(url, label(Label.OPEN, self.language)) if url and len(url) <= MAX_LINK_CHARS else None
            return shown, styles.link
        if isinstance(value, bool):
            return value, None
        if name == "weekday" and isinstance(value, int) and 1 <= value <= 7:
            return weekday(value, self.language), styles.plain
        if isinstance(value, int | float | Decimal):
            return float(value), styles.money if _is_money(name, value) else None
        if isinstance(value, datetime):
            return value.replace(tzinfo=None), styles.time
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day), styles.day
        text = _method(str(value), self.language) if name == "payment_method" else str(value)
        return clean(text), styles.plain


def _width(table: Table, column: int, title: str) -> int:
    name = table.columns[column]
    if name == "payee_name":
        return width_of_names(row[column] for row in table.rows[:_REMEMBERED])
    return _WIDTHS.get(name, max(12, len(title) + 4))


def width_of_names(names: Iterable[object]) -> int:
    """Of a column of payees: as wide as the longest, so that the next column does not cut it."""
    longest = max((len(str(name or "")) for name in names), default=0)
    return min(_NAMES_TO, max(_NAMES_FROM, longest + 4))


def _write_cells(sheet: Worksheet, row: int, cells: list[Cell]) -> None:
    for column, (value, style) in enumerate(cells):
        match value:
            case None:
                continue
            case bool():
                sheet.write_boolean(row, column, value, style)
            case float():
                sheet.write_number(row, column, value, style)
            case datetime():
                sheet.write_datetime(row, column, value, style)
            case Link():
                sheet.write_url(row, column, str(value), style, value.shown)
            case _:
                sheet.write_string(row, column, str(value), style)


@lru_cache(maxsize=_REMEMBERED)
def _method(stored: str, language: Language) -> str:
    return payment_name(stored, language)


def _is_money(name: str, value: object) -> bool:
    return name in MONEY or (isinstance(value, Decimal) and name not in _PLAIN_NUMBERS)


def _holds_numbers(table: Table, column: int) -> bool:
    value = next((row[column] for row in table.rows if row[column] is not None), None)
    return isinstance(value, int | float | Decimal) and table.columns[column] != "weekday"


@lru_cache(maxsize=_REMEMBERED)
def clean(text: str) -> str:
    """What somebody else wrote, as one line."""
    return clean_text(text, MAX_CELL_CHARS)


def cleaned_lines(text: str) -> str:
    return "\n".join(clean_text(line, MAX_FACT_CHARS) for line in text.split("\n"))


def storable(text: str) -> str:
    """What we wrote, with its isolates; characters that XML cannot hold would make the file unreadable."""
    return _NOT_XML.sub("", text)[:MAX_FACT_CHARS]
