"""Rows of a paper that was photographed askew are rows again."""

import math
from collections.abc import Callable

import pytest

from shared.local_engine.reading.sheet.boxes import lines_of
from shared.local_engine.reading.sheet.straightening import Box, Point, straightened

ROWS = [(f"a line of the bill {number}", f"{number}.50") for number in range(10)]


def boxes(seen: Callable[[Point], Point]) -> list[Box]:
    found: list[Box] = []
    for number, row in enumerate(ROWS):
        for text, left, right in ((row[0], 50, 300), (row[1], 700, 760)):
            top = 100.0 + 36 * number
            corners = [(left, top), (right, top), (right, top + 24), (left, top + 24)]
            found.append(([seen(corner) for corner in corners], text, 1.0))
    return found


def turned(degrees: float, point: Point) -> Point:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine


def from_the_side(point: Point) -> Point:
    """The right edge is farther away, so that rows come together there."""
    x, y = point
    near = 1 / (1 + x / 2500)
    return x * near * 1.2, 280 + (y - 280) * near


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(lambda point: point, id="from-above"),
        pytest.param(lambda point: turned(12, point), id="turned"),
        pytest.param(from_the_side, id="from-the-side"),
        pytest.param(lambda point: turned(-8, from_the_side(point)), id="from-the-side-and-turned"),
    ],
)
def test_rows_are_found_however_the_paper_was_held(seen: Callable[[Point], Point]) -> None:
    lines = lines_of(straightened(boxes(seen)))
    assert [tuple(cell.text for cell in line.cells) for line in lines] == ROWS


def test_a_stamp_across_the_paper_does_not_bend_its_rows() -> None:
    stamp = [turned(-25, (x, y)) for x, y in ((100, 380), (600, 380), (600, 440), (100, 440))]
    cells = straightened([*boxes(from_the_side), (stamp, "PAID", 1.0)])
    lines = lines_of([cell for cell in cells if cell.text != "PAID"])
    assert [tuple(cell.text for cell in line.cells) for line in lines] == ROWS


def test_a_page_without_text_has_no_cells() -> None:
    assert straightened([]) == []


def test_a_few_boxes_are_only_turned() -> None:
    tilted = boxes(lambda point: turned(6, point))[:4]
    first, second = lines_of(straightened(tilted))
    assert (len(first.cells), len(second.cells)) == (2, 2)
