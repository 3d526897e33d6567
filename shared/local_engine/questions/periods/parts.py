"""A part of a month or year that is named: `last quarter of 2025`, `first 10 days of March`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import BOUNDS, SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.relative import RelativePeriods
from shared.local_engine.questions.periods.spans import MONTHS, UNITS, Span, month_of, months_before, unit_span

_LAST_DAY = 31
_BEFORE_AN_ORDINAL = frozenset(("on", "the"))
_BEFORE_A_DATE = frozenset(("am", "vom", "le"))
_AFTER_NO_DAY = (
    C.INVOICE, C.EXPENSE, C.VENDOR, C.TO, C.UNTIL, C.AND, C.CURRENCY_NAME, C.LAST, C.FIRST, *UNITS, *SUPERLATIVES,
)  # fmt: skip


class PartsOfPeriods(RelativePeriods):
    """Methods return a span and its length."""

    def _part_of_named(self, at: int) -> tuple[Span, int] | None:
        """`last quarter of 2025`, `first 10 days of March`: a place, a unit, and the month or year it is a part of."""
        if (self._unit(at) is C.WEEK or self._is(at, C.THIS_WEEK)) and (
            day := self._day_of_month(at + 1) or self._written_day(at + 1)
        ):
            return (unit_span(C.WEEK, day[0].start, 0), 1 + day[1]) if day[0].start else None
        for named, part_unit in ((C.LAST_WEEK, C.WEEK), (C.LAST_MONTH, C.MONTH), (C.LAST_QUARTER, C.QUARTER)):
            whole = self._month_said(at + 1) or self._year(at + 1) if self._is(at, named) else None
            part = part_of(whole[0], part_unit, place=-1) if whole else None
            if part and whole:
                return part, 1 + whole[1]
        behind = next((-1 if word is C.LAST else 1 for word in (C.LAST, C.FIRST) if self._is(at + 1, word)), None)
        if behind and (unit_before := self._unit(at)) and (said := self._year(at + 2)):
            inner = part_of(said[0], unit_before, place=behind)  # Arabic: `the quarter last of 2025`
            return (inner, 2 + said[1]) if inner else None
        place = -1 if self._is(at, C.LAST) else 1 if self._is(at, C.FIRST) else self._ordinal_word(at)
        if place is None:
            return None
        counted = self._count_and_unit(at + 1) if abs(place) == 1 else None
        unit = next((unit for unit in (*UNITS, C.HALF) if self._is(at + 1, unit)), None)
        count, length = (counted[0], 1 + counted[2]) if counted else (1, 2)
        unit = counted[1] if counted else unit
        whole = self._month_said(at + length) or self._year_said(at + length) if unit else None
        part = part_of(whole[0], unit, place=place, count=count) if whole and unit else None
        return (part, length + whole[1]) if part and whole else None

    def _day_alone(self, at: int) -> tuple[Span, int] | None:
        """`on the 15th`, `el día 15`, `the 5th of last month`: without a month, the latest that has come."""
        lead = 1 if self._is(at, C.DAY) else 0
        found = self._at(at + lead)
        number = self._ordinal(at + lead) if found and found.text[:1].isdigit() else None
        before = self._tags[self._core[at] - 1].text.casefold() if self._core[at] else ""
        ordinal = found is not None and found.text[-1].isalpha()
        named = lead or before in _BEFORE_A_DATE or (ordinal and before in _BEFORE_AN_ORDINAL)
        if not (named and number and number <= _LAST_DAY):
            return None
        month = self._month_said(at + lead + 1)
        if month is None and self._is(at + lead + 1, *_AFTER_NO_DAY):
            return None  # `the 3rd largest`
        first = month[0].start if month else self._today.replace(day=1)
        if first is None or (not month and int(number) > self._today.day):
            first = months_before(self._today.replace(day=1), 1)
        try:
            day = first.replace(day=int(number))
        except ValueError:
            return None
        return Span(day, day), 1 + lead + (month[1] if month else 0)

    def _written_day(self, at: int) -> tuple[Span, int] | None:
        found = self._at(at)
        return (Span(found.day, found.day), 1) if found is not None and found.day else None

    def _month_said(self, at: int) -> tuple[Span, int] | None:
        found = self._at(at)
        if found is not None and found.month:
            return month_of(*found.month), 1
        return self._month(at) if self._is(at, C.MONTH_NAME) else self._relative_to(at, C.MONTH, C.LAST_MONTH)

    def _year_said(self, at: int) -> tuple[Span, int] | None:
        year = self._year(at)
        return year or self._relative_to(at, C.YEAR, C.LAST_YEAR)

    def _relative_to(self, at: int, unit: C, named: C) -> tuple[Span, int] | None:
        """`of last year`; not `last month this year`, which says twice when."""
        if self._is(at, named):
            return unit_span(unit, self._today, -1), 1
        if self._is(at, C.THIS_MONTH if unit is C.MONTH else C.THIS_YEAR):
            return self._moved_back(at) or (unit_span(unit, self._today, 0), 1)
        if self._is(at, C.THIS) and self._is(at + 1, unit):
            return unit_span(unit, self._today, 0), 2
        said = (self._is(at, C.LAST) and self._is(at + 1, unit)) or (self._is(at, unit) and self._is(at + 1, C.LAST))
        return (unit_span(unit, self._today, -1), 2) if said else None

    def _year_first(self, at: int) -> tuple[Span, int] | None:
        """Hindi: `2026's first quarter`, `2025 March`."""
        year = self._plain_year(at)
        if year is None or self._year_after(at + 3)[0] or self._is(at - 1, *BOUNDS):
            return None
        ends = next((-1 if word is C.LAST else 1 for word in (C.LAST, C.FIRST) if self._is(at + 1, word)), None)
        if ends and (unit := self._unit(at + 2)):
            inner = part_of(Span(date(year, 1, 1), date(year, 12, 31), C.YEAR), unit, place=ends)
            return (inner, 3) if inner else None
        part = self._month(at + 1) or self._part_of_year(at + 1)
        if part is None or part[0].dated or part[0].start is None:
            return None
        first = part[0].start.replace(year=year)
        if part[0].unit is C.MONTH:
            return month_of(year, first.month), 1 + part[1]
        return Span(first, months_before(first, -MONTHS[part[0].unit]) - timedelta(days=1), part[0].unit), 1 + part[1]


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
    if whole.unit is not C.YEAR or unit not in (C.MONTH, C.QUARTER, C.HALF):
        return None
    months = MONTHS[unit] * count
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
