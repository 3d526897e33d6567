"""What stands on a document: cells of text, lines of cells, one sheet of lines. In pixels, y growing downwards."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median

from shared.engine import TextBox


@dataclass(frozen=True)
class Cell(TextBox):
    """A run of text without a wide gap; on a sheet of several pages y goes on growing from page to page."""

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

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
