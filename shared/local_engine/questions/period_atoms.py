"""One span of time at one place of a question: `last month`, `3 March`, `Q4 2025`, `two weeks ago`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.period_named import PeriodNamed
from shared.local_engine.questions.period_parts import part_of
from shared.local_engine.questions.period_words import BOUNDS
from shared.local_engine.questions.spans import UNITS, WHOLE, Span, month_of, months_before, rolling, unit_span


class PeriodAtoms(PeriodNamed):
    """Methods return a span and its length."""

    def _atom(self, at: int) -> tuple[Span, int] | None:
        found = self._at(at)
        if found is None:
            return None
        if found.day:
            return Span(found.day, found.day), 1
        if found.month:
            return month_of(*found.month), 1
        return (
            self._part_of_named(at)
            or self._year_first(at)
            or self._named_whole(at)
            or self._ago(at)
            or self._counted(at)
            or self._day_of_month(at)
            or self._season(at)
            or self._holiday(at)
            or self._month(at)
            or self._part_of_year(at)
            or self._relative(at)
            or self._year(at)
        )

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
        said = (self._is(at, C.LAST) and self._is(at + 1, unit)) or (self._is(at, unit) and self._is(at + 1, C.LAST))
        return (unit_span(unit, self._today, -1), 2) if said else None

    def _named_whole(self, at: int) -> tuple[Span, int] | None:
        if self._is(at, C.YEAR_TO_DATE):
            return Span(date(self._today.year, 1, 1), self._today, C.YEAR), 1
        if self._is(at, C.MONTH_TO_DATE):
            return Span(self._today.replace(day=1), self._today, C.MONTH), 1
        if self._is(at, C.THIS_QUARTER) and (self._ordinal_word(at + 1) or 0) > 1:
            return self._part_of_year(at)  # Hebrew: `the second quarter`
        if self._is(at, C.THIS_YEAR) and (year := self._year(at + 1)):
            return year[0], 1 + year[1]  # `for the year 2025`
        if self._is(at, C.THIS_MONTH, C.THIS_QUARTER) and (month := self._month(at + 1)):
            return month[0], 1 + month[1]
        if said := self._moved_back(at):
            return said
        for concept, (unit, offset) in WHOLE.items():
            if self._is(at, concept):
                return unit_span(unit, self._today, offset), 1
        return None

    def _moved_back(self, at: int) -> tuple[Span, int] | None:
        """`del mes pasado`, where `del mes` alone is this month."""
        for concept, (unit, offset) in WHOLE.items():
            if offset == 0 and unit is not C.DAY and self._is(at, concept):
                back = 2 if self._is(at + 1, C.BEFORE_LAST) else 1 if self._is(at + 1, C.LAST) else 0
                return (unit_span(unit, self._today, -back), 2) if back and not self._unit(at + 2) else None
        return None

    def _ago(self, at: int) -> tuple[Span, int] | None:
        """`2 months ago`: that month; AGO may stand before or after."""
        lead = 1 if self._is(at, C.AGO) else 0
        if lead and self._unit(at + 1) and self._plain_year(at + 2):
            return None  # Arabic: `before the year 2025`
        counted = self._count_and_unit(at + lead)
        if counted is None and self._unit(at + lead) and (lead or self._is(at + 1, C.AGO)):
            counted = (1, self._unit(at + lead) or C.DAY, 1)
        if counted is None or not (lead or self._is(at + counted[2], C.AGO)):
            return None
        count, unit, length = counted
        return unit_span(unit, self._today, -count), length + 1

    def _counted(self, at: int) -> tuple[Span, int] | None:
        """`last 7 days`, `7 last days`, `7 days past`, `this past weekend`."""
        if self._is(at, C.THIS) and self._is(at + 1, C.PAST) and (unit := self._unit(at + 2)):
            return rolling(unit, 1, self._today), 3
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
        to_today = (
            counted and self._is(at + counted[2], C.UNTIL, C.TO, C.BEFORE) and self._is(at + counted[2] + 1, C.TODAY)
        )
        if counted and to_today:  # `the 90 days up to today`
            return rolling(counted[1], counted[0], self._today), counted[2] + 2
        count, unit = self._whole_number(at), self._unit(at + 2)
        bound = self._is(at - 1, C.AND, C.TO, *BOUNDS)  # `between 50 and 100 last year`
        if count and count < 1000 and unit and not bound and self._is(at + 1, C.LAST, C.PAST):
            return rolling(unit, count, self._today), 3
        return None

    def _day_of_month(self, at: int) -> tuple[Span, int] | None:
        if self._is(at, C.DAY) and (said := self._day_of_month(at + 1)):
            return said[0], 1 + said[1]  # `o dia 1 de fevereiro`
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

    def _part_of_year(self, at: int) -> tuple[Span, int] | None:
        """`first quarter of 2026`, `Q4`, `second half of last year`."""
        for unit, months in ((C.QUARTER, 3), (C.HALF, 6)):
            if self._is(at + 1, unit) and (number := self._ordinal(at)):
                pass
            elif not (self._is(at, unit, C.THIS_QUARTER) and (number := self._ordinal(at + 1))):
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
            if (unit := self._unit(at)) and self._is(at + 1, word) and not self._unit(at + 2):
                return unit_span(unit, self._today, offset), 2
            if self._is(at, word) and self._is(at + 1, C.WEEKDAY_NAME):
                return self._last_weekday(at + 1), 2
            if self._is(at, C.WEEKDAY_NAME) and self._is(at + 1, word) and not self._unit(at + 2):
                return self._last_weekday(at), 2
        return None

    def _last_weekday(self, at: int) -> Span:
        found = self._at(at)
        number = found.value(C.WEEKDAY_NAME) if found else None
        back = (self._today.isoweekday() - (number if isinstance(number, int) else 1)) % 7 or 7
        day = self._today - timedelta(days=back)
        return Span(day, day)

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
        months = 3 if part[0].unit is C.QUARTER else 6
        return Span(first, months_before(first, -months) - timedelta(days=1), part[0].unit), 1 + part[1]

    def _year(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.YEAR) else 0
        year = self._plain_year(at + lead)
        if year is None or (not lead and self._counts_money(at)):
            return None
        return Span(date(year, 1, 1), date(year, 12, 31), C.YEAR), 1 + lead
