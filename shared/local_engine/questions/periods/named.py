"""Seasons and holidays, and the year said after them: `summer 2025`. Pure."""

from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.dated import DatedPeriods
from shared.local_engine.questions.periods.spans import Span, months_before


class NamedPeriods(DatedPeriods):
    """Methods return a span and its length."""

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
