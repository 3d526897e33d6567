"""Text boxes -> lines as a person reads them: what stands at one height belongs together, in whatever order found."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shared.engine import TextBox
from shared.local_engine.reading.sheet.cells import Cell, Line, Sheet

_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {ord("￥"): ord("¥")}
"""The models know Chinese print as well, and often take a comma, colon or bracket for the wide one."""
_SAME_WORDS_GAP = 0.75
"""Words closer than this part of their height belong to one cell; a wider gap is a column."""


def from_words(words: Iterable[TextBox]) -> list[Cell]:
    return [Cell(word.text, word.left, word.top, word.right, word.bottom, word.confidence) for word in words]


def joined(line: Line) -> Line:
    """The same line with neighbouring words made one cell."""
    cells: list[Cell] = []
    for cell in line.cells:
        last = cells[-1] if cells else None
        if last and cell.left - last.right < _SAME_WORDS_GAP * min(last.height, cell.height):
            cells[-1] = _merged(last, cell)
        else:
            cells.append(cell)
    return Line(tuple(cells))


def _merged(left: Cell, right: Cell) -> Cell:
    return Cell(
        f"{left.text} {right.text}",
        min(left.left, right.left),
        min(left.top, right.top),
        max(left.right, right.right),
        max(left.bottom, right.bottom),
        min(left.confidence, right.confidence),
    )


def is_right_to_left(text: str) -> bool:
    """Hebrew or Arabic enough that labels stand to the right of their values; the sheet is then seen in a mirror."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum("\u0590" <= letter <= "\u06ff" for letter in letters) > 0.3 * max(len(letters), 1)


def lines_of(cells: Iterable[Cell]) -> list[Line]:
    """From left to right each cell joins the line whose last cell stands at its height: lines bend with the paper."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        row = min(
            (row for row in rows if _level(row[-1], cell)),
            key=lambda row: abs(row[-1].middle - cell.middle),
            default=None,
        )
        if row is None:
            rows.append([cell])
        else:
            row.append(cell)
    rows.sort(key=lambda row: sum(cell.middle for cell in row) / len(row))
    return [Line(tuple(row)) for row in rows]


def _level(left: Cell, right: Cell) -> bool:
    if right.left < left.left + 0.3 * min(left.width, right.width):
        return False  # one above the other, not side by side
    low = min(left.height, right.height)
    shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > 0.45 * low


def sheet_of(pages: Sequence[tuple[Sequence[Cell], float, float]], *, words: bool = False) -> Sheet:
    """`pages` are (cells, width, height); `words` says the cells are single words that must first be joined."""
    lines: list[Line] = []
    starts: list[float] = []
    top = 0.0
    mirrored = is_right_to_left(" ".join(cell.text for cells, _, _ in pages for cell in cells))
    for cells, width, height in pages:
        moved = [
            replace(cell, text=cell.text.translate(_HALF_WIDTH), top=cell.top + top, bottom=cell.bottom + top)
            for cell in cells
            if cell.text
        ]
        if mirrored:
            moved = [replace(cell, left=width - cell.right, right=width - cell.left) for cell in moved]
        found = lines_of(moved)
        lines += [joined(line) for line in found] if words else found
        starts.append(top)
        top += height
    widest = max((width for _, width, _ in pages), default=1.0)
    return Sheet(tuple(lines), widest, max(top, 1.0), words, tuple(starts))
