"""Days and spans that have a name of their own, and the year said after it: `summer 2025`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.period_words import PeriodWords
from shared.local_engine.questions.spans import Span, months_before


class PeriodNamed(PeriodWords):
    """Methods return a span and its length."""

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

    def _season(self, at: int) -> tuple[Span, int] | None:
        """Three whole months; a winter bears the year of its end. Without a year it is the latest that has begun."""
        lead = 1 if self._is(at, C.LAST, C.THIS, C.PAST) else 0
        found = self._at(at + lead)
        first_month = found.value(C.SEASON) if found else None
        if not isinstance(first_month, int):
            return None
        year, more = self._year_after(at + lead + 1)
        if not (more or lead) and self._is(at + 1, C.LAST, C.PAST):
            more = 1
        begins = date(year or self._today.year, first_month, 1)
        runs = begins <= self._today < months_before(begins, -3)
        gone_by = self._is(at, C.LAST, C.PAST) or self._is(at + 1, C.LAST, C.PAST)
        if (year and first_month == 12) or (not year and (begins > self._today or (gone_by and runs))):
            begins = months_before(begins, 12)
        return Span(begins, months_before(begins, -3) - timedelta(days=1), dated=bool(year)), 1 + lead + more

    def _holiday(self, at: int) -> tuple[Span, int] | None:
        lead = 1 if self._is(at, C.LAST, C.THIS) else 0
        found = self._at(at + lead)
        day = found.value(C.HOLIDAY) if found else None
        if not isinstance(day, str):
            return None
        year, more = self._year_after(at + lead + 1)
        return self._exact_day(int(day[3:]), int(day[:2]), year, 1 + lead + more)
