"""A sheet of very many rows: each is kept as the text it becomes, which takes a fraction of what cells take.

XlsxWriter keeps an object for every cell until the end; 50,000 invoices are half a million of them. The text is what it
would write itself: shared strings, numbers with all their digits, links with relations.
"""

from collections.abc import Sequence
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

MAX_LINKS = 65_530
"""Excel takes no more on one sheet."""
_CHUNK = 1_000


class Link(str):
    """An address that a cell leads to; `shown` is what stands in the cell."""

    shown: str

    def __new__(cls, url: str, shown: str) -> "Link":
        link = super().__new__(cls, url)
        link.shown = shown
        return link


Value = None | bool | float | str | Link | datetime
Cell = tuple[Value, Format | None]


class RowsSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """`add_row` takes one row after the other; everything else of a sheet goes before or after as usual."""

    def __init__(self) -> None:
        super().__init__()
        self._chunks: list[str] = []
        self._open: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._letters: list[str] = []
        self._days: dict[datetime, float] = {}

    def add_row(self, row: int, cells: Sequence[Cell]) -> None:
        self._check_dimensions(row, len(cells) - 1)
        while len(self._letters) < len(cells):
            self._letters.append(xl_col_to_name(len(self._letters)))
        texts = [
            self._cell_text(f"{letter}{row + 1}", value, style)
            for letter, (value, style) in zip(self._letters, cells, strict=False)
            if value is not None
        ]
        self._open.append(f'<row r="{row + 1}">{"".join(texts)}</row>')
        if len(self._open) == _CHUNK:
            self._close_chunk()

    def _cell_text(self, place: str, value: Value, style: Format | None) -> str:
        head = f'<c r="{place}" s="{style._get_xf_index()}"' if style else f'<c r="{place}"'
        if isinstance(value, str):
            if isinstance(value, Link):
                if len(self._links) < MAX_LINKS:
                    self._links.append((place, str(value)))
                value = value.shown
            return f'{head} t="s"><v>{self.str_table._get_shared_string_index(value)}</v></c>' if value else f"{head}/>"
        if isinstance(value, bool):
            return f'{head} t="b"><v>{value:d}</v></c>'
        number = self._serial(value) if isinstance(value, datetime) else value
        return f"{head}><v>{number:.16G}</v></c>"

    def _serial(self, value: datetime) -> float:
        """Days since 1900, as Excel counts them."""
        if value.hour or value.minute or value.second:
            return float(self._convert_date_time(value))
        if value not in self._days:
            self._days[value] = float(self._convert_date_time(value))
        return self._days[value]

    def _close_chunk(self) -> None:
        self._chunks.append("".join(self._open))
        self._open.clear()

    def _write_rows(self) -> None:
        """Of the cells written as usual, then of those that were added; called when the file is made."""
        super()._write_rows()
        self._close_chunk()
        while self._chunks:
            self.fh.write(self._chunks.pop(0))

    def _write_hyperlinks(self) -> None:
        if not self._links:
            return
        self._xml_start_tag("hyperlinks")
        for place, url in self._links:
            self.rel_count += 1
            self.fh.write(f'<hyperlink ref="{place}" r:id="rId{self.rel_count}"/>')
            self.external_hyper_links.append(["/hyperlink", url, "External"])
        self._links.clear()
        self._xml_end_tag("hyperlinks")
