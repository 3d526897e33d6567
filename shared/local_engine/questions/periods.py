"""Which days a question is about: atoms such as `last month` or `3 March`, joined by since, between, and. Pure."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.tags import Tag

UNITS = (C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR, C.WEEKEND)
_DUALS = {C.TWO_DAYS: C.DAY, C.TWO_WEEKS: C.WEEK, C.TWO_MONTHS: C.MONTH, C.TWO_YEARS: C.YEAR}
_WHOLE = {
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
_BOUNDS = (C.OVER, C.UNDER, C.AT_LEAST, C.AT_MOST, C.EXACTLY)
OLDEST_YEAR, NEWEST_YEAR = 1990, 2100


@dataclass(frozen=True)
class Span:
    """Both ends included, None is open. `unit` says what was named; `dated` whether the year was said."""

    start: date | None
    end: date | None
    unit: C = C.DAY
    dated: bool = True


@dataclass(frozen=True)
class Days:
    """What a question says about time: spans (any of them), ISO weekdays, and the tags that said so."""

    spans: tuple[Span, ...] = ()
    weekdays: tuple[int, ...] = ()
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


def rolling(unit: C, count: int, today: date) -> Span:
    """`last 7 days` includes today; months and years reach back to the same day of the month."""
    if unit is C.DAY:
        return Span(today - timedelta(days=count - 1), today, unit)
    if unit in (C.WEEK, C.WEEKEND):
        return Span(today - timedelta(days=7 * count - 1), today, unit)
    months = {C.MONTH: 1, C.QUARTER: 3, C.YEAR: 12}[unit] * count
    return Span(months_before(today, months) + timedelta(days=1), today, unit)


def find_days(tags: Sequence[Tag], today: date) -> Days:
    return _Finder(tags, today).find()


def _carrying(tags: Sequence[Tag]) -> list[int]:
    """Without fillers, and without the `de` of `enero de 2026`."""
    core: list[int] = []
    for index, tag in enumerate(tags):
        joint = tag.has(C.FROM, C.TO)
        genitive = tag.has(C.FROM) and not tag.has(C.TO) and bool(core) and _about_time(tags[core[-1]])
        if not ((tag.filler and not joint) or genitive):
            core.append(index)
    return core


def _about_time(tag: Tag) -> bool:
    return tag.number is not None or tag.has(C.MONTH_NAME, C.ORDINAL, C.LAST, C.THIS, *UNITS)


class _Finder:
    """Walks the tags that carry meaning; `self._core` holds their indices."""

    def __init__(self, tags: Sequence[Tag], today: date) -> None:
        self._tags = tags
        self._today = today
        self._core = _carrying(tags)
        self._used: set[int] = set()

    def find(self) -> Days:
        spans: list[Span] = []
        weekdays: list[int] = []
        at = 0
        while at < len(self._core):
            taken = self._range(at, spans) or self._bounded(at, spans) or self._simple(at, spans)
            taken = taken or self._weekdays(at, weekdays)
            if taken:
                self._used.update(self._core[at : at + taken])
            at += taken or 1
        return Days(tuple(spans), tuple(dict.fromkeys(weekdays)), frozenset(self._used))

    def _at(self, at: int) -> Tag | None:
        return self._tags[self._core[at]] if 0 <= at < len(self._core) else None

    def _is(self, at: int, *concepts: C) -> bool:
        found = self._at(at)
        return found is not None and found.has(*concepts)

    def _whole_number(self, at: int) -> int | None:
        found = self._at(at)
        if found is None:
            return None
        if found.number is not None:
            return int(found.number) if found.number == int(found.number) and found.words[0].isdigit() else None
        value = found.value(C.NUMBER_WORD)
        return value if isinstance(value, int) else None

    def _ordinal(self, at: int) -> int | None:
        found = self._at(at)
        value = found.value(C.ORDINAL) if found else None
        return value if isinstance(value, int) else self._whole_number(at)

    # ---- joined atoms

    def _range(self, at: int, spans: list[Span]) -> int:
        """between A and B, from A to B, A to B, A - B; also `from 1 to 15 January`."""
        lead = 1 if self._is(at, C.BETWEEN, C.FROM, C.SINCE) else 0
        if days := self._days_of_month(at + lead, spans):
            return lead + days
        first = self._atom(at + lead)
        if first is None:
            return 0
        joint = at + lead + first[1]
        joined = self._is(joint, C.TO, C.UNTIL, C.AND)
        second = self._atom(joint + 1) if joined else None
        skipped = 1
        if second and self._is(joint, C.AND) and not lead:
            if not self._is(joint + 1 + second[1], C.BETWEEN):
                return 0
            skipped = 2
        elif second and not lead and self._is(joint + 1 + second[1], C.UNTIL, C.BETWEEN):
            skipped = 2
        if second is None and self._dash_before(joint):
            second, skipped = self._atom(joint), 0
        if second is None:
            return 0
        begin, end = _same_year(first[0], second[0])
        spans.append(Span(begin.start, end.end))
        return lead + first[1] + skipped + second[1]

    def _dash_before(self, at: int) -> bool:
        found = self._at(at)
        return found is not None and any(sign in found.gap for sign in "-–—")

    def _days_of_month(self, at: int, spans: list[Span]) -> int:
        low, high = self._ordinal(at), self._ordinal(at + 2)
        if low is None or high is None or not self._is(at + 1, C.TO, C.UNTIL, C.AND) or not low < high <= 31:
            return 0
        month = self._month(at + 3)
        if month is None or month[0].start is None or low > 31:
            return 0
        first = month[0].start
        last_day = calendar.monthrange(first.year, first.month)[1]
        spans.append(Span(first.replace(day=low), first.replace(day=min(high, last_day))))
        return 3 + month[1]

    def _bounded(self, at: int, spans: list[Span]) -> int:
        if not self._is(at, C.SINCE, C.FROM, C.UNTIL, C.BEFORE, C.AFTER) or (self._is(at, C.AGO) and self._ago(at)):
            return 0
        atom = self._atom(at + 1)
        if atom is None:
            return 0
        span, length = atom
        if self._is(at, C.BEFORE) and span.start:
            spans.append(Span(None, span.start - timedelta(days=1), span.unit))
        elif self._is(at, C.AFTER) and span.end:
            spans.append(Span(span.end + timedelta(days=1), None, span.unit))
        elif self._is(at, C.UNTIL):
            spans.append(Span(None, span.end, span.unit))
        elif self._is(at, C.SINCE):
            spans.append(Span(span.start, None, span.unit))
        else:
            open_ended = self._is(at + 1 + length, C.TO, C.UNTIL) or self._is(at + 1 + length, C.AFTER)
            spans.append(Span(span.start, None, span.unit) if open_ended else span)
        return 1 + length

    def _simple(self, at: int, spans: list[Span]) -> int:
        atom = self._atom(at)
        if atom is None:
            return 0
        span, length = atom
        if after := self._bounded_behind(at + length, span):
            spans.append(after)
            return length + 1
        if spans and self._is(at - 1, C.AND, C.OR, C.COMPARE, C.MORE_THAN) and not spans[-1].dated and span.dated:
            spans[-1], span = _same_year(spans[-1], span)
        spans.append(span)
        return length

    def _bounded_behind(self, at: int, span: Span) -> Span | None:
        """Hindi says the bound last: `the 1st of March after`."""
        if not self._is(at, C.BEFORE, C.AFTER, C.SINCE, C.UNTIL) or self._atom(at + 1):
            return None
        if self._is(at, C.BEFORE):
            return Span(None, span.start - timedelta(days=1), span.unit) if span.start else None
        if self._is(at, C.AFTER):
            return Span(span.end + timedelta(days=1), None, span.unit) if span.end else None
        return Span(span.start, None, span.unit) if self._is(at, C.SINCE) else Span(None, span.end, span.unit)

    # ---- atoms

    def _atom(self, at: int) -> tuple[Span, int] | None:
        found = self._at(at)
        if found is None:
            return None
        if found.day:
            return Span(found.day, found.day), 1
        if found.month:
            return month_of(*found.month), 1
        return (
            self._year_first(at)
            or self._named_whole(at)
            or self._ago(at)
            or self._counted(at)
            or self._day_of_month(at)
            or self._month(at)
            or self._part_of_year(at)
            or self._relative(at)
            or self._year(at)
        )

    def _named_whole(self, at: int) -> tuple[Span, int] | None:
        if self._is(at, C.YEAR_TO_DATE):
            return Span(date(self._today.year, 1, 1), self._today, C.YEAR), 1
        if self._is(at, C.MONTH_TO_DATE):
            return Span(self._today.replace(day=1), self._today, C.MONTH), 1
        for concept, (unit, offset) in _WHOLE.items():
            if self._is(at, concept):
                return unit_span(unit, self._today, offset), 1
        return None

    def _unit(self, at: int) -> C | None:
        return next((unit for unit in UNITS if self._is(at, unit)), None)

    def _count_and_unit(self, at: int) -> tuple[int, C, int] | None:
        """`3 months`, or a dual."""
        for dual, unit in _DUALS.items():
            if self._is(at, dual):
                return 2, unit, 1
        count, found = self._whole_number(at), self._unit(at + 1)
        return (count, found, 2) if count and found and 0 < count < 1000 else None

    def _ago(self, at: int) -> tuple[Span, int] | None:
        """`2 months ago`: that month; AGO may stand before or after."""
        lead = 1 if self._is(at, C.AGO) else 0
        counted = self._count_and_unit(at + lead)
        if counted is None and self._unit(at + lead) and (lead or self._is(at + 1, C.AGO)):
            counted = (1, self._unit(at + lead) or C.DAY, 1)
        if counted is None or not (lead or self._is(at + counted[2], C.AGO)):
            return None
        count, unit, length = counted
        return unit_span(unit, self._today, -count), length + 1

    def _counted(self, at: int) -> tuple[Span, int] | None:
        """`last 7 days`, `7 last days`, `7 days past`."""
        if self._is(at, C.LAST, C.PAST):
            counted = self._count_and_unit(at + 1)
            if counted:
                return rolling(counted[1], counted[0], self._today), 1 + counted[2]
            unit = self._unit(at + 1)
            if unit and self._is(at, C.PAST) and not self._is(at, C.LAST):
                return rolling(unit, 1, self._today), 2
        counted = self._count_and_unit(at)
        if counted and self._is(at + counted[2], C.LAST, C.PAST):
            return rolling(counted[1], counted[0], self._today), counted[2] + 1
        count, unit = self._whole_number(at), self._unit(at + 2)
        if count and unit and self._is(at + 1, C.LAST, C.PAST):
            return rolling(unit, count, self._today), 3
        return None

    def _day_of_month(self, at: int) -> tuple[Span, int] | None:
        day, month_at, length = self._ordinal(at), at + 1, 1
        if not (day and day <= 31 and self._is(month_at, C.MONTH_NAME)):
            day, month_at, length = self._ordinal(at + 1), at, 1
            if not (day and day <= 31 and self._is(at, C.MONTH_NAME)) or self._is(at + 2, C.MONTH_NAME):
                return None
            month = self._month_number(at)
            year, more = self._year_after(at + 2)
            length = 2 + more
        else:
            month = self._month_number(month_at)
            year, more = self._year_after(month_at + 1)
            length = 2 + more
        return self._exact_day(day, month, year, length)

    def _exact_day(self, day: int, month: int, year: int | None, length: int) -> tuple[Span, int] | None:
        candidates = [year] if year else [self._today.year, self._today.year - 1]
        for candidate in candidates:
            try:
                found = date(candidate, month, day)
            except ValueError:
                return None
            if year or found <= self._today:
                return Span(found, found, C.DAY, bool(year)), length
        return None

    def _month_number(self, at: int) -> int:
        found = self._at(at)
        value = found.value(C.MONTH_NAME) if found else None
        return value if isinstance(value, int) else 1

    def _month(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.LAST, C.THIS) and self._is(at + 1, C.MONTH_NAME) else 0
        if not self._is(at + lead, C.MONTH_NAME):
            return None
        month = self._month_number(at + lead)
        if self._is(at + lead, C.TO) and month == 5 and not self._is(at + lead, C.MONTH_NAME):
            return None
        year, more = self._year_after(at + lead + 1)
        if not more and not lead and self._is(at + 1, C.LAST):  # `marzo pasado`
            lead, more = 1, 0
        if year is None:
            passed = month <= self._today.month and not (self._is(at, C.LAST) and month == self._today.month)
            year = self._today.year if passed else self._today.year - 1
            return month_of(year, month, dated=False), 1 + lead
        return month_of(year, month), 1 + lead + more

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """The year said after a month or quarter, in figures or as `this year`, and how many tags it took."""
        lead = 1 if self._is(at, C.YEAR) and self._plain_year(at + 1) else 0
        if year := self._plain_year(at + lead):
            return year, 1 + lead
        for offset, whole, word in ((0, C.THIS_YEAR, C.THIS), (-1, C.LAST_YEAR, C.LAST)):
            if self._is(at, whole):
                return self._today.year + offset, 1
            if (self._is(at, word) and self._is(at + 1, C.YEAR)) or (self._is(at, C.YEAR) and self._is(at + 1, word)):
                return self._today.year + offset, 2
        return None, 0

    def _plain_year(self, at: int) -> int | None:
        found = self._at(at)
        if found is None or found.number is None or len(found.words) != 1 or len(found.words[0]) != 4:
            return None
        year = int(found.number)
        return year if found.words[0].isdigit() and OLDEST_YEAR <= year <= NEWEST_YEAR else None

    def _part_of_year(self, at: int) -> tuple[Span, int] | None:
        """`first quarter of 2026`, `Q4`, `second half of last year`."""
        for unit, months in ((C.QUARTER, 3), (C.HALF, 6)):
            if self._is(at + 1, unit) and (number := self._ordinal(at)):
                pass
            elif not (self._is(at, unit) and (number := self._ordinal(at + 1))):
                continue
            if number > 12 // months:
                continue
            year, more = self._year_after(at + 2)
            first_month = (number - 1) * months + 1
            began = date(self._today.year, first_month, 1) <= self._today
            first = date(year or (self._today.year if began else self._today.year - 1), first_month, 1)
            return Span(first, months_before(first, -months) - timedelta(days=1), unit, bool(year)), 2 + more
        return None

    def _relative(self, at: int) -> tuple[Span, int] | None:
        """`this month`, `mes pasado`, `week before last`, `last Friday`."""
        unit = self._unit(at)
        if unit and self._is(at + 1, C.BEFORE_LAST):
            return unit_span(unit, self._today, -2), 2
        if self._is(at, C.BEFORE_LAST) and (unit := self._unit(at + 1)):
            return unit_span(unit, self._today, -2), 2
        for offset, word in ((-1, C.LAST), (0, C.THIS)):
            if self._is(at, word) and (unit := self._unit(at + 1)):
                return unit_span(unit, self._today, offset), 2
            if (unit := self._unit(at)) and self._is(at + 1, word) and not self._starts_something(at + 2, word):
                return unit_span(unit, self._today, offset), 2
            if self._is(at, word) and self._is(at + 1, C.WEEKDAY_NAME):
                return self._last_weekday(at + 1), 2
            if self._is(at, C.WEEKDAY_NAME) and self._is(at + 1, word):
                return self._last_weekday(at), 2
        return None

    def _starts_something(self, at: int, word: C) -> bool:
        """In `by month last year` the `last` belongs to the year."""
        return self._unit(at) is not None

    def _last_weekday(self, at: int) -> Span:
        found = self._at(at)
        number = found.value(C.WEEKDAY_NAME) if found else None
        back = (self._today.isoweekday() - (number if isinstance(number, int) else 1)) % 7 or 7
        day = self._today - timedelta(days=back)
        return Span(day, day)

    def _year_first(self, at: int) -> tuple[Span, int] | None:
        """Hindi: `2026's first quarter`, `2025 March`."""
        year = self._plain_year(at)
        if year is None or self._year_after(at + 3)[0] or self._is(at - 1, *_BOUNDS):
            return None
        part = self._month(at + 1) or self._part_of_year(at + 1)
        if part is None or part[0].dated or part[0].start is None:
            return None
        first = part[0].start.replace(year=year)
        if part[0].unit is C.MONTH:
            return month_of(year, first.month), 1 + part[1]
        months = 3 if part[0].unit is C.QUARTER else 6
        return Span(first, months_before(first, -months) - timedelta(days=1), part[0].unit), 1 + part[1]

    def _year(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.YEAR) else 0
        year = self._plain_year(at + lead)
        if year is None or (not lead and self._counts_money(at)):
            return None
        return Span(date(year, 1, 1), date(year, 12, 31), C.YEAR), 1 + lead

    def _counts_money(self, at: int) -> bool:
        """`over 2000` and `2000 euros` are amounts."""
        here = self._core[at]
        beside = [self._tags[index] for index in (here - 1, here + 1) if 0 <= index < len(self._tags)]
        return self._is(at - 1, *_BOUNDS) or any(tag.has(C.CURRENCY_NAME) for tag in beside)

    def _weekdays(self, at: int, weekdays: list[int]) -> int:
        found = self._at(at)
        if found is None or self._is(at - 1, C.PER):
            return 0
        if found.has(C.WEEKEND):
            weekdays.extend((6, 7))
        elif found.has(C.WORKDAYS) and not found.has(C.WEEKDAY):
            weekdays.extend((1, 2, 3, 4, 5))
        elif found.has(C.WEEKDAY_NAME):
            value = found.value(C.WEEKDAY_NAME)
            weekdays.append(value if isinstance(value, int) else 1)
        else:
            return 0
        return 1


def _same_year(first: Span, second: Span) -> tuple[Span, Span]:
    """`January to March 2025`: a year said once counts for both."""
    if first.dated or not first.start or not first.end or not second.start:
        return first, second
    year = second.start.year - (1 if first.start.month > second.start.month else 0)
    if first.unit is C.MONTH:
        return month_of(year, first.start.month), second
    return replace(first, start=first.start.replace(year=year), end=first.end.replace(year=year)), second
