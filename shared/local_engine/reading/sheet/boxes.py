"""Text boxes -> lines as a person reads them: what stands at one height belongs together, in whatever order found."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median

from shared.engine import TextBox

Quad = Sequence[Sequence[float]]
_SAME_WORDS_GAP = 0.75
"""Words closer than this part of their height belong to one cell; a wider gap is a column."""


@dataclass(frozen=True)
class Cell:
    """A run of text without a wide gap. `page` counts from 0; y grows downwards over all pages."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def center(self) -> float:
        return (self.left + self.right) / 2

    def over(self, other: "Cell") -> float:
        """Which part of the narrower of the two stands above or below the other."""
        shared = min(self.right, other.right) - max(self.left, other.left)
        return max(0.0, shared) / min(self.width, other.width)


def part_of(cell: Cell, start: int, end: int) -> Cell:
    """The stretch of a cell that some of its characters take up."""
    step = cell.width / max(len(cell.text), 1)
    return replace(cell, text=cell.text[start:end], left=cell.left + step * start, right=cell.left + step * end)


def text_over(cell: Cell, left: float, right: float) -> str:
    """Of a cell much wider than what stands under it, only the words right above; all of it otherwise."""
    if cell.width < 3 * (right - left) and cell.width < 1.6 * (right - left) + 8 * cell.height:
        return cell.text
    step = cell.width / max(len(cell.text), 1)
    found = [part_of(cell, hit.start(), hit.end()) for hit in re.finditer(r"\S+", cell.text)]
    return " ".join(word.text for word in found if word.left < right + step and word.right > left - step)


@dataclass(frozen=True)
class Line:
    """Cells from left to right."""

    cells: tuple[Cell, ...]

    @cached_property
    def text(self) -> str:
        return "  ".join(cell.text for cell in self.cells)

    @cached_property
    def middle(self) -> float:
        return sum(cell.middle for cell in self.cells) / len(self.cells)

    @cached_property
    def height(self) -> float:
        return median(cell.height for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """All pages of a document one below the other."""

    lines: tuple[Line, ...]
    width: float
    height: float
    exact: bool = False
    """The text came from the file itself and holds no misread characters."""
    pages: tuple[float, ...] = field(default=())
    """Where each page begins."""

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for line in self.lines for cell in line.cells)

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def first_page_height(self) -> float:
        return self.pages[1] if len(self.pages) > 1 else self.height

    @cached_property
    def line_height(self) -> float:
        return median(cell.height for cell in self.cells) if self.cells else 1.0

    @cached_property
    def confidence(self) -> float:
        letters = sum(len(cell.text) for cell in self.cells)
        return sum(cell.confidence * len(cell.text) for cell in self.cells) / letters if letters else 0.0


def straightened(quads: Sequence[tuple[Quad, str, float]]) -> list[Cell]:
    """OCR's slanted corners -> upright cells: the common slant of all long lines is taken out first."""
    slant = _slant(quads)
    cosine, sine = math.cos(-slant), math.sin(-slant)
    cells = []
    for quad, text, confidence in quads:
        corners = [(x * cosine - y * sine, x * sine + y * cosine) for x, y in quad]
        left, right = (corners[0][0] + corners[3][0]) / 2, (corners[1][0] + corners[2][0]) / 2
        top, bottom = (corners[0][1] + corners[1][1]) / 2, (corners[2][1] + corners[3][1]) / 2
        cells.append(
            Cell(text.strip(), min(left, right), min(top, bottom), max(left, right), max(top, bottom), confidence)
        )
    return cells


def _slant(quads: Sequence[tuple[Quad, str, float]]) -> float:
    angles: list[tuple[float, float]] = []
    for quad, _, _ in quads:
        across, down = quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]
        if across > 2.5 * math.dist(quad[0], quad[3]):
            angles.append((math.atan2(down, across), across))
    if not angles:
        return 0.0
    angles.sort()
    half, seen = sum(weight for _, weight in angles) / 2, 0.0
    for angle, weight in angles:
        seen += weight
        if seen >= half:
            return angle
    return 0.0


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
        moved = [replace(cell, top=cell.top + top, bottom=cell.bottom + top) for cell in cells if cell.text]
        if mirrored:
            moved = [replace(cell, left=width - cell.right, right=width - cell.left) for cell in moved]
        found = lines_of(moved)
        lines += [joined(line) for line in found] if words else found
        starts.append(top)
        top += height
    widest = max((width for _, width, _ in pages), default=1.0)
    return Sheet(tuple(lines), widest, max(top, 1.0), words, tuple(starts))
