"""A part of a month or year that is named: `last quarter of 2025`, `first 10 days of March`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.spans import Span, month_of, months_before

_MONTHS = {C.MONTH: 1, C.QUARTER: 3, C.HALF: 6}


def part_of(whole: Span, unit: C, *, place: int, count: int = 1) -> Span | None:
    """`place` counts from 1, or -1 for the last; weeks are seven days from the first day on, or up to the last."""
    if whole.start is None or whole.end is None:
        return None
    if unit in (C.DAY, C.WEEK):
        days = count * (7 if unit is C.WEEK else 1)
        return _days(whole.start, whole.end, days, place)
    if unit is C.HALF and whole.unit is C.MONTH:
        first = Span(whole.start, whole.start.replace(day=15))
        return first if place == 1 else Span(whole.start.replace(day=16), whole.end)
    if whole.unit is not C.YEAR or unit not in _MONTHS:
        return None
    months = _MONTHS[unit] * count
    skipped = 12 - months if place == -1 else (place - 1) * months
    if not 0 <= skipped <= 12 - months:
        return None
    first_day = date(whole.start.year, skipped + 1, 1)
    if months == 1:
        return month_of(first_day.year, first_day.month)
    return Span(first_day, months_before(first_day, -months) - timedelta(days=1), unit)


def _days(start: date, end: date, days: int, place: int) -> Span | None:
    first = end - timedelta(days=days - 1) if place == -1 else start + timedelta(days=(place - 1) * days)
    last = min(end, first + timedelta(days=days - 1))
    return Span(first, last) if start <= first <= last else None
