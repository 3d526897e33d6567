"""Days, months, quarters and years that are named as such: `3 March`, `Q4 2025`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import MONTHS, Span, month_of, months_before
from shared.local_engine.questions.periods.words import PeriodWords


class DatedPeriods(PeriodWords):
    """Methods return a span and its length."""

    def _day_of_month(self, at: int) -> tuple[Span, int] | None:
        if self._is(at, C.DAY) and (said := self._day_of_month(at + 1)):
            return said[0], 1 + said[1]  # `o dia 1 de fevereiro`
        day, month_at, length = self._ordinal(at), at + 1, 1
        if not (day and day <= 31 and self._is(month_at, C.MONTH_NAME)):
            day, month_at, length = self._ordinal(at + 1), at, 1
            if not (day and day <= 31 and self._is(at, C.MONTH_NAME)) or self._is(at + 2, C.MONTH_NAME):
                return None
            if self._count_and_unit(at + 1):
                return None  # `March and the three months before`
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

    def _month(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.LAST, C.THIS) and self._is(at + 1, C.MONTH_NAME) else 0
        if not self._is(at + lead, C.MONTH_NAME):
            return None
        month = self._month_number(at + lead)
        year, more = self._year_after(at + lead + 1)
        if year is not None:
            return month_of(year, month), 1 + lead + more
        behind = 1 if not lead and self._is(at + 1, C.LAST) else 0  # `marzo pasado`
        last = behind or self._is(at, C.LAST)
        passed = month < self._today.month or (month == self._today.month and not last)
        return month_of(self._today.year - (0 if passed else 1), month, dated=False), 1 + lead + behind

    def _part_of_year(self, at: int) -> tuple[Span, int] | None:
        """`first quarter of 2026`, `Q4`, `second half of last year`."""
        for unit in (C.QUARTER, C.HALF):
            months = MONTHS[unit]
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

    def _year(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.YEAR) else 0
        year = self._plain_year(at + lead)
        if year is None or (not lead and self._counts_money(at)):
            return None
        return Span(date(year, 1, 1), date(year, 12, 31), C.YEAR), 1 + lead

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
