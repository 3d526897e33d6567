"""Corners as OCR finds them on a photo -> upright cells, as if the paper had been looked at from straight above."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from shared.local_engine.reading.sheet.cells import Cell

Point = tuple[float, float]
Quad = Sequence[Sequence[float]]
Box = tuple[Quad, str, float]

_LONG = 2.5
_FEWEST_LINES, _MOST_LINES = 6, 100
"""Every two are compared, so that the longest have to do."""
_APART = 0.2
"""Two lines tell how rows lean towards each other only if this part of the page lies between them."""
_NEAREST = 0.6
"""Rows closer together than this part at one edge, or farther apart there by as much, are no rows of one sheet."""


@dataclass(frozen=True)
class _Stroke:
    """The line that a long box was written along."""

    y: float
    slope: float
    length: float


@dataclass(frozen=True)
class _Rows:
    """How rows run: each has the slope `level + leaning * y`, `y` being its height at the middle of the page.

    All have one slope on a page seen from straight above; seen from the side they meet in a point.
    """

    middle: Point
    level: float = 0.0
    leaning: float = 0.0

    def flattened(self, point: Point) -> Point:
        x, y = point[0] - self.middle[0], point[1] - self.middle[1]
        return point[0], (y - self.level * x) / max(1 + self.leaning * x, _NEAREST) + self.middle[1]


def straightened(boxes: Sequence[Box]) -> list[Cell]:
    """The common slant of all long lines is taken out first, then what is left of it from row to row."""
    slant = _slant([quad for quad, _, _ in boxes])
    cosine, sine = math.cos(-slant), math.sin(-slant)
    turned = [[(x * cosine - y * sine, x * sine + y * cosine) for x, y in quad] for quad, _, _ in boxes]
    rows = _rows_of(turned)
    return [
        _cell([rows.flattened(corner) for corner in corners], text, confidence)
        for corners, (_, text, confidence) in zip(turned, boxes, strict=True)
    ]


def _cell(corners: Sequence[Point], text: str, confidence: float) -> Cell:
    left, right = (corners[0][0] + corners[3][0]) / 2, (corners[1][0] + corners[2][0]) / 2
    top, bottom = (corners[0][1] + corners[1][1]) / 2, (corners[2][1] + corners[3][1]) / 2
    return Cell(text.strip(), min(left, right), min(top, bottom), max(left, right), max(top, bottom), confidence)


def _slant(quads: Iterable[Quad]) -> float:
    angles: list[tuple[float, float]] = []
    for quad in quads:
        across, down = quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]
        if across > _LONG * math.dist(quad[0], quad[3]):
            angles.append((math.atan2(down, across), across))
    return _median(angles)


def _rows_of(quads: Sequence[Sequence[Point]]) -> _Rows:
    """Theil-Sen, so that a stamp or a sign that runs its own way does not count; the longer lines weigh more."""
    points = [point for quad in quads for point in quad]
    if not points:
        return _Rows((0.0, 0.0))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    middle = ((left + right) / 2, (top + bottom) / 2)
    strokes = [_stroke(quad, middle) for quad in quads if _is_long(quad)]
    strokes = sorted(strokes, key=lambda stroke: -stroke.length)[:_MOST_LINES]
    if len(strokes) < _FEWEST_LINES:
        return _Rows(middle)
    apart = max(_APART * (bottom - top), 1.0)
    leanings = [
        ((one.slope - other.slope) / (one.y - other.y), min(one.length, other.length) * abs(one.y - other.y))
        for one, other in combinations(strokes, 2)
        if abs(one.y - other.y) > apart
    ]
    leaning = _median(leanings)
    if abs(leaning) * (right - left) / 2 > 1 - _NEAREST:
        return _Rows(middle)
    return _Rows(middle, _median([(stroke.slope - leaning * stroke.y, stroke.length) for stroke in strokes]), leaning)


def _is_long(quad: Sequence[Point]) -> bool:
    return quad[1][0] - quad[0][0] > _LONG * math.dist(quad[0], quad[3])


def _stroke(quad: Sequence[Point], middle: Point) -> _Stroke:
    """Its height is where it would cross the middle of the page."""
    (left, first), (right, last) = (_between(quad[0], quad[3]), _between(quad[1], quad[2]))
    slope = (last - first) / (right - left)
    x, y = (left + right) / 2 - middle[0], (first + last) / 2 - middle[1]
    return _Stroke(y - slope * x, slope, right - left)


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _median(weighed: Iterable[tuple[float, float]]) -> float:
    """Of values with weights; 0 of none."""
    ordered = sorted(weighed)
    half, seen = sum(weight for _, weight in ordered) / 2, 0.0
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            return value
    return 0.0
