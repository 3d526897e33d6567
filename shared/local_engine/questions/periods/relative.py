"""Spans counted from today: `last month`, `this year`, `the last 7 days`, `two weeks ago`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import BOUNDS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.named import NamedPeriods
from shared.local_engine.questions.periods.spans import WHOLE, Span, rolling, unit_span


class RelativePeriods(NamedPeriods):
    """Methods return a span and its length."""

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
        ordinal = (found := self._at(at)) is not None and found.number is not None and found.text[-1].isalpha()
        count, unit = None if ordinal else self._whole_number(at), self._unit(at + 2)  # `the 5th of last month`
        bound = self._is(at - 1, C.AND, C.TO, *BOUNDS)  # `between 50 and 100 last year`
        if count and count < 1000 and unit and not bound and self._is(at + 1, C.LAST, C.PAST):
            return rolling(unit, count, self._today), 3
        return None

    def _relative(self, at: int) -> tuple[Span, int] | None:
        """`this month`, `mes pasado`, `week before last`, `last Friday`."""
        unit = self._unit(at)
        if unit and self._is(at + 1, C.BEFORE_LAST):  # `week before last`, `week before last week`
            return unit_span(unit, self._today, -2), 3 if self._unit(at + 2) is unit else 2
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
