"""Formats and columns of a workbook: every value typed, every text a text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.query_generator_service.cells import NAMES
from services.query_generator_service.labels import column_title, label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.phrases import phrase, weekday
from services.query_generator_service.phrases.names import Phrase
from services.query_generator_service.report_chart import MONEY
from services.query_generator_service.report_totals import CURRENCY
from shared.bidi import RIGHT_TO_LEFT
from shared.replies import payment_name
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import clean_text

MAX_CELL_CHARS, MAX_FACT_CHARS = 1_000, 20_000  # Excel holds 32,767
MAX_LINK_CHARS = 2_000
MAX_SHEET_NAME = 31
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
IMAGE = "raw_image_url"
DARK = "#1F4E5F"
_WIDTHS = {
    "payee_name": 32,
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
        sheet = self.book.add_worksheet(label(name, self.language)[:MAX_SHEET_NAME])
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
        for column, (name, title) in enumerate(zip(table.columns, titles, strict=True)):
            sheet.set_column(column, column, _WIDTHS.get(name, max(12, len(title) + 4)))
            head = self.styles.head_of_numbers if _holds_numbers(table, column) else self.styles.head
            sheet.write_string(0, column, title, head)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(table.rows, 1):
            for column, (name, value) in enumerate(zip(table.columns, row, strict=True)):
                named = groups and value is None and name in NAMES
                self._cell(sheet, number, column, name, phrase(Phrase.UNNAMED, self.language) if named else value)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)

    def _cell(self, sheet: Worksheet, row: int, column: int, name: str, value: object) -> None:
        if name == CURRENCY:
            known = str(value).strip() if value else ""
            sheet.write_string(row, column, known or label(Label.UNKNOWN, self.language), self.styles.plain)
        elif value is None:
            return
        elif name == IMAGE:
            self._picture(sheet, row, column, str(value))
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif name == "weekday" and isinstance(value, int) and 1 <= value <= 7:
            sheet.write_string(row, column, weekday(value, self.language), self.styles.plain)
        elif isinstance(value, int | float | Decimal):
            sheet.write_number(row, column, float(value), self.styles.money if _is_money(name, value) else None)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, value.replace(tzinfo=None), self.styles.time)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.styles.day)
        else:
            text = payment_name(str(value), self.language) if name == "payment_method" else str(value)
            sheet.write_string(row, column, clean(text), self.styles.plain)

    def _picture(self, sheet: Worksheet, row: int, column: int, key: str) -> None:
        url = self.link(key)
        if url and len(url) <= MAX_LINK_CHARS:
            sheet.write_url(row, column, url, self.styles.link, label(Label.OPEN, self.language))


def _is_money(name: str, value: object) -> bool:
    return name in MONEY or (isinstance(value, Decimal) and name not in _PLAIN_NUMBERS)


def _holds_numbers(table: Table, column: int) -> bool:
    value = next((row[column] for row in table.rows if row[column] is not None), None)
    return isinstance(value, int | float | Decimal) and table.columns[column] != "weekday"


def clean(text: str) -> str:
    """What somebody else wrote, as one line."""
    return clean_text(text, MAX_CELL_CHARS)


def cleaned_lines(text: str) -> str:
    return "\n".join(clean_text(line, MAX_FACT_CHARS) for line in text.split("\n"))


def storable(text: str) -> str:
    """What we wrote, with its isolates; characters that XML cannot hold would make the file unreadable."""
    return _NOT_XML.sub("", text)[:MAX_FACT_CHARS]
