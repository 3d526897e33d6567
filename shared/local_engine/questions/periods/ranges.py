"""Spans joined by since, between, and: `from March to May`, `until 5 June`, `1-15 January`. Pure."""

import calendar
from dataclasses import replace
from datetime import timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.pairs import JOINTS, PeriodPairs, in_year_of
from shared.local_engine.questions.periods.spans import Span, in_year, is_whole_year, month_of, preceding, unit_span
from shared.local_engine.questions.words.tags import mentions

_SINCE_BEHIND = frozenset(["से", "se"])


class PeriodRanges(PeriodPairs):
    """Methods add spans and return how many tags they took."""

    def _range(self, at: int, spans: list[Span]) -> int:
        """between A and B, from A to B, A to B, A - B; also `from 1 to 15 January`."""
        lead = 1 if self._is(at, C.BETWEEN, C.FROM, C.SINCE) else 0
        if days := self._days_of_month(at + lead, spans):
            return lead + days
        first = self._atom(at + lead)
        if first is None:
            return 0
        joint = at + lead + first[1]
        between = not lead or self._is(at, C.BETWEEN)  # `from March 2025 and March 2026` is no range
        joined = self._is(joint, C.TO, C.UNTIL) or (between and self._is(joint, C.AND))
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
        if begin == end and begin.start and self._is(joint, C.AND):
            spans.extend((begin, preceding(begin)))  # `between last month and the previous one`
            return lead + first[1] + skipped + second[1]
        changed = mentions(self._tags, C.CHANGE) and begin.unit is end.unit is not C.DAY
        spans.extend((begin, end) if changed else (Span(begin.start, end.end),))
        return lead + first[1] + skipped + second[1]

    def _dash_before(self, at: int) -> bool:
        found = self._at(at)
        return found is not None and any(sign in found.gap for sign in "-–—")

    def _days_of_month(self, at: int, spans: list[Span]) -> int:
        """`from 1 to 15 January`, `1-15 Jan`, `January 1st to 15th`."""
        if self._is(at, C.MONTH_NAME):
            low_at, month = at + 1, self._month(at)
        else:
            low_at, month = at, None
        dashed = self._dash_before(low_at + 1)
        high_at = low_at + (1 if dashed else 2)
        low, high = self._ordinal(low_at), self._ordinal(high_at)
        joined = dashed or self._is(low_at + 1, C.TO, C.UNTIL, C.AND)
        if low is None or high is None or not joined or not low < high <= 31:
            return 0
        before = month is not None and month[1] == 1 and not self._is(high_at + 1, C.MONTH_NAME)
        month = month if before else self._month_said(high_at + 1) or self._this_month(at, low_at, high_at)
        if month is None or month[0].start is None:
            return 0
        first = month[0].start
        last_day = calendar.monthrange(first.year, first.month)[1]
        spans.append(Span(first.replace(day=low), first.replace(day=min(high, last_day))))
        return high_at - at + 1 + (0 if before else month[1])

    def _this_month(self, at: int, low_at: int, high_at: int) -> tuple[Span, int] | None:
        """`from the 5th to the 20th`, perhaps `of this month`; plain numbers without a month are amounts."""
        month = unit_span(C.MONTH, self._today, 0)
        if self._is(high_at + 1, C.THIS_MONTH):
            return month, 1
        if self._is(high_at + 1, C.THIS) and self._is(high_at + 2, C.MONTH):
            return month, 2
        said = [found for found in (self._at(low_at), self._at(high_at)) if found]
        return (month, 0) if any(found.text[-1].isalpha() for found in said) else None

    def _bounded(self, at: int, spans: list[Span]) -> int:
        bound = self._is(at, C.SINCE, C.FROM, C.UNTIL, C.BEFORE, C.AFTER)
        if not bound or (self._is(at, C.AGO) and self._ago(at)):
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
            last = at + 1 + length == len(self._core) - 1  # `from March on`; not `of 2025 went to Repsol`
            open_ended = self._is(at + 1 + length, C.AFTER, C.TO_DATE) or (
                last and self._is(at + 1 + length, C.TO, C.UNTIL)
            )
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
        if spans and not self._is(at - 1, *JOINTS) and self._puts_in_year(spans, span):
            return length
        if spans and self._is(at - 1, *JOINTS) and not spans[-1].dated and span.dated:
            spans[:] = [_same_year(other, span)[0] for other in spans]
        elif spans and self._is(at - 1, C.AND, C.OR, C.COMPARE) and not span.dated:
            span = in_year_of(spans[-1], span)
        if spans and span == spans[-1] and span.start and self._is(at, C.LAST) and self._is(at - 1, *JOINTS):
            span = preceding(span)  # `last month against the previous one`
        spans.append(span)
        return length

    def _puts_in_year(self, spans: list[Span], span: Span) -> bool:
        """`Q1 total against Q4 total last year`, `in 2025, what did I spend in March`: the year is said apart."""
        if mentions(self._tags, C.SHARE):
            return False  # `what part of 2025 fell in December`
        if is_whole_year(span) and not any(other.dated for other in spans):
            spans[:] = [replace(in_year(other, span), dated=True) for other in spans]
            return True
        if is_whole_year(spans[-1]) and not span.dated and span.unit in (C.MONTH, C.QUARTER, C.HALF):
            spans[-1] = replace(in_year(span, spans[-1]), dated=True)
            return True
        return False

    def _bounded_behind(self, at: int, span: Span) -> Span | None:
        """Hindi says the bound last: `the 1st of March after`."""
        if self._starts_behind(at):
            return Span(span.start, None, span.unit)
        bound = self._at(at)
        if not self._is(at, C.BEFORE, C.AFTER, C.SINCE, C.UNTIL) or self._atom(at + 1) or not bound:
            return None
        if any("," in tag.gap for tag in self._tags[self._core[at - 1] + 1 : self._core[at] + 1]):
            return None  # `nicht diesen Monat, sondern den davor`
        if self._is(at, C.BEFORE):
            return Span(None, span.start - timedelta(days=1), span.unit) if span.start else None
        if self._is(at, C.AFTER):
            return Span(span.end + timedelta(days=1), None, span.unit) if span.end else None
        return Span(span.start, None, span.unit) if self._is(at, C.SINCE) else Span(None, span.end, span.unit)

    def _starts_behind(self, at: int) -> bool:
        """Hindi: `जनवरी 2025 से`."""
        found = self._at(at)
        compared = mentions(self._tags, C.COMPARE, C.MORE_THAN) or self._is(at + 1, C.OVER, C.UNDER)
        last = self._atom(at + 1) is None and not compared
        return found is not None and found.has(C.FROM) and found.words[-1] in _SINCE_BEHIND and last


def _same_year(first: Span, second: Span) -> tuple[Span, Span]:
    """`January to March 2025`: a year said once counts for both."""
    if first.dated or not first.start or not first.end or not second.start:
        return first, second
    year = second.start.year - (1 if first.start.month > second.start.month else 0)
    if first.unit is C.MONTH:
        return month_of(year, first.start.month), second
    return replace(first, start=first.start.replace(year=year), end=first.end.replace(year=year)), second
