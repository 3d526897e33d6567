"""Builds sheets from lines as one would type them: `SUMME | EUR | 16,62` is a line of three cells."""

from shared.local_engine.reading.sheet.boxes import sheet_of
from shared.local_engine.reading.sheet.cells import Cell, Sheet

WIDTH = 1000.0
LINE = 40.0
LETTER = 12.0


def a_sheet(*lines: str, tall: int | None = None) -> Sheet:
    """Cells stand in even columns; `tall` names a line whose print is twice as large."""
    cells: list[Cell] = []
    for number, line in enumerate(lines):
        parts = [part.strip() for part in line.split("|")]
        for column, text in enumerate(parts):
            left = 50.0 + column * (WIDTH - 100) / len(parts)
            height = 48.0 if number == tall else 24.0
            top = number * LINE + (24.0 - height) / 2
            if text:
                cells.append(Cell(text, left, top, left + LETTER * len(text), top + height))
    return sheet_of([(cells, WIDTH, len(lines) * LINE)])
