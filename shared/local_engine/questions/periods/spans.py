"""Days, weeks, months and years as spans with both ends included. Pure."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C

UNITS = (C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR, C.WEEKEND)
DUALS = {C.TWO_DAYS: C.DAY, C.TWO_WEEKS: C.WEEK, C.TWO_MONTHS: C.MONTH, C.TWO_YEARS: C.YEAR}
MONTHS = {C.MONTH: 1, C.QUARTER: 3, C.HALF: 6, C.YEAR: 12}
WHOLE = {
    C.TODAY: (C.DAY, 0),
    C.YESTERDAY: (C.DAY, -1),
    C.DAY_BEFORE_YESTERDAY: (C.DAY, -2),
    C.THIS_WEEK: (C.WEEK, 0),
    C.THIS_MONTH: (C.MONTH, 0),
    C.THIS_QUARTER: (C.QUARTER, 0),
    C.THIS_YEAR: (C.YEAR, 0),
    C.LAST_WEEK: (C.WEEK, -1),
    C.LAST_MONTH: (C.MONTH, -1),
    C.LAST_QUARTER: (C.QUARTER, -1),
    C.LAST_YEAR: (C.YEAR, -1),
}


_SHORT_NAMES = {C.MONTH: "{day:%Y-%m}", C.QUARTER: "{day:%Y}-Q{quarter}", C.YEAR: "{day:%Y}"}


@dataclass(frozen=True)
class Span:
    """Both ends included, None is open. `unit` says what was named; `dated` whether the year was said."""

    start: date | None
    end: date | None
    unit: C = C.DAY
    dated: bool = True


@dataclass(frozen=True)
class Days:
    """What a question says about time: spans (any of them), ISO weekdays, spans left out, and the tags that said so."""

    spans: tuple[Span, ...] = ()
    weekdays: tuple[int, ...] = ()
    excluded: tuple[Span, ...] = ()
    used: frozenset[int] = frozenset()


def month_of(year: int, month: int, *, dated: bool = True) -> Span:
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), C.MONTH, dated)


def months_before(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 - count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_span(unit: C, today: date, offset: int) -> Span:
    """The calendar unit that holds today, moved by `offset` units."""
    if unit is C.DAY:
        day = today + timedelta(days=offset)
        return Span(day, day, unit)
    if unit in (C.WEEK, C.WEEKEND):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return Span(monday + timedelta(days=5 if unit is C.WEEKEND else 0), monday + timedelta(days=6), unit)
    if unit is C.MONTH:
        first = months_before(today.replace(day=1), -offset)
        return month_of(first.year, first.month)
    if unit is C.QUARTER:
        first = months_before(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), -3 * offset)
        return Span(first, months_before(first, -3) - timedelta(days=1), unit)
    return Span(date(today.year + offset, 1, 1), date(today.year + offset, 12, 31), unit)


def up_to(day: date, unit: C, count: int) -> Span:
    """So many units that end the day before."""
    if unit is C.WEEKEND:
        return unit_span(unit, day, -count)
    weeks = 7 if unit is C.WEEK else 1
    begin = day - timedelta(days=weeks * count) if unit not in MONTHS else months_before(day, MONTHS[unit] * count)
    return Span(begin, day - timedelta(days=1), unit)


def preceding(span: Span) -> Span:
    """The calendar unit before; of a span that is none, as many days, or months where it was said in months."""
    if span.start is None or span.end is None:
        return span
    if _is_whole(span):
        return unit_span(span.unit, span.start, -1)
    last, after = span.start - timedelta(days=1), span.end + timedelta(days=1)
    months = (after.year - span.start.year) * 12 + after.month - span.start.month
    if span.unit in MONTHS and months and months_before(after, months) == span.start:
        return replace(span, start=months_before(span.start, months), end=last)
    return replace(span, start=span.start - (span.end - last), end=last)


def is_whole_year(span: Span) -> bool:
    if span.unit is not C.YEAR or span.start is None or span.end is None:
        return False
    return (span.start.month, span.start.day, span.end.month, span.end.day) == (1, 1, 12, 31)


def in_year(span: Span, year: Span) -> Span:
    """The same part of another year."""
    if span.start is None or span.end is None or year.start is None:
        return year
    back = 12 * (span.start.year - year.start.year)
    if span.unit is C.MONTH:
        return month_of(year.start.year, span.start.month)
    return replace(span, start=months_before(span.start, back), end=months_before(span.end, back))


def rolling(unit: C, count: int, today: date) -> Span:
    """`last 7 days` includes today; months and years reach back to the same day of the month."""
    if unit is C.DAY:
        return Span(today - timedelta(days=count - 1), today, unit)
    if unit is C.WEEKEND and count == 1:
        return unit_span(unit, today, 0 if today.isoweekday() > 5 else -1)
    if unit in (C.WEEK, C.WEEKEND):
        return Span(today - timedelta(days=7 * count - 1), today, unit)
    months = MONTHS[unit] * count
    return Span(months_before(today, months) + timedelta(days=1), today, unit)


def lasting(unit: C, count: int, first: date) -> Span:
    """So many units from a day on."""
    if unit in (C.DAY, C.WEEK, C.WEEKEND):
        return Span(first, first + timedelta(days=count * (7 if unit is C.WEEK else 1) - 1))
    months = MONTHS[unit] * count
    return Span(first, months_before(first, -months) - timedelta(days=1))


def span_name(span: Span) -> str:
    """Without words, for any language."""
    if not (span.start and span.end):
        return f"{span.start or ''}..{span.end or ''}"
    if _is_whole(span) and span.unit in _SHORT_NAMES:
        return _SHORT_NAMES[span.unit].format(day=span.start, quarter=(span.start.month + 2) // 3)
    return span.start.isoformat() if span.start == span.end else f"{span.start}..{span.end}"


def _is_whole(span: Span) -> bool:
    """A calendar unit from its first day to its last: not the last three months up to today."""
    return span.start is not None and unit_span(span.unit, span.start, 0) == replace(span, dated=True)
