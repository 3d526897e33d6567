"""Spans bounded by another or that share a word: `the week before Christmas`, `the first and the second half`. Pure."""

from dataclasses import replace
from datetime import date, timedelta

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.atoms import PeriodAtoms
from shared.local_engine.questions.periods.spans import (
    MONTHS,
    UNITS,
    WHOLE,
    Span,
    lasting,
    months_before,
    preceding,
    rolling,
    unit_span,
    up_to,
)
from shared.local_engine.questions.words.forms import plural
from shared.local_engine.questions.words.tags import mentions

JOINTS = (C.AND, C.OR, C.COMPARE, C.MORE_THAN)
"""What may stand between two periods."""
_DAYS_OF = {C.DAY: 1, C.WEEK: 7}
_PARTS_OF_YEARS = (C.QUARTER, C.HALF)


class PeriodPairs(PeriodAtoms):
    """Methods add spans and return how many tags they took."""

    def _up_to(self, at: int, spans: list[Span]) -> int:
        """`the two weeks before 1 March`, `10 days after Christmas`, `the week before Christmas`."""
        counted = self._count_and_unit(at)
        unit = self._unit(at)
        if counted is None and unit and not plural(self._tags[self._core[at]].text.casefold()):
            counted = (1, unit, 1)
        side = at + counted[2] if counted else at
        atom = self._atom(side + 1) if counted and self._is(side, C.BEFORE, C.AFTER) else None
        if counted is None or atom is None or counted[1] not in (C.DAY, C.WEEK) or not (atom[0].start and atom[0].end):
            return 0
        days = timedelta(days=counted[0] * (7 if counted[1] is C.WEEK else 1))
        if self._is(side, C.AFTER):
            spans.append(Span(atom[0].end + timedelta(days=1), atom[0].end + days))
        else:
            spans.append(Span(atom[0].start - days, atom[0].start - timedelta(days=1)))
        return counted[2] + 1 + atom[1]

    def _begun_on(self, at: int, spans: list[Span]) -> int:
        """`the week starting 2 March`, `the 7 days from 1 March`, `the week ending on Sunday 8 March`."""
        unit = C.WEEK if self._is(at, C.THIS_WEEK) else self._unit(at)
        alone = not plural(self._tags[self._core[at]].text.casefold()) and not self._is(at - 1, C.PER, C.LAST)
        counted = self._count_and_unit(at) or ((1, unit, 1) if unit and alone else None)
        if counted is None or not self._is(at + counted[2], C.SINCE, C.FROM, C.UNTIL):
            return 0
        count, lasts, length = counted
        day_at = at + length + 1
        day_at += self._weekday_number(day_at) is not None
        day = self._day_of_month(day_at) or self._written_day(day_at)
        if day is None or day[0].start is None or self._is(day_at + day[1], C.TO, C.UNTIL, C.AND):
            return 0
        if self._is(at + length, C.UNTIL):
            days = count * _DAYS_OF.get(lasts, 0)
            if not days:
                return 0
            spans.append(Span(day[0].start - timedelta(days=days - 1), day[0].start))
        else:
            spans.append(lasting(lasts, count, day[0].start))
        return day_at + day[1] - at

    def _preceding(self, at: int, spans: list[Span]) -> int:
        """`last month and the month before`, `March and the one before that`, `last 30 days and the 30 days before`."""
        said = spans[-1] if spans else self._said
        if said is None or said.start is None or said.unit not in UNITS:
            return 0
        if not spans and (length := self._before_the_one_before(at, said.unit)):
            spans.append(preceding(said))
            return length
        if counted := self._counted_before(at, said, said.start):
            spans.append(counted[0])
            return counted[1]
        now = next((unit for concept, (unit, back) in WHOLE.items() if not back and self._is(at, concept)), None)
        if said.unit in (self._unit(at), now) and self._whole_number(at - 1) is None:
            length, before = 2 * self._ends_with_before(at + 1), up_to(said.start, said.unit, 1)
        elif self._whole_number(at) == 1:
            length, before = 2 * self._ends_with_before(at + 1), preceding(said)
        else:
            length, before = int(self._is(at, C.LAST) and self._ends_comparison(at)), preceding(said)
        spans.extend([before] * bool(length))
        return length

    def _instead(self, at: int, spans: list[Span], excluded: list[Span]) -> int:
        """`not this month, the previous one`, `pas ce mois-ci, le mois d'avant`."""
        said = excluded[-1] if excluded and not spans else None
        if said is None or said.start is None or said.unit not in UNITS:
            return 0
        one = self._whole_number(at) == 1
        if (one or self._unit(at) is said.unit) and self._ends_with_before(at + 1):
            length = 2
        elif self._ends_with_before(at):
            length = 1
        else:
            one = self._whole_number(at + 1) == 1
            named = self._is(at, C.LAST) and self._unit(at + 1 + one) is None and not self._is(at + 1, C.INVOICE)
            length = 1 + one if named and (one or self._whole_number(at + 1) is None) else 0
        spans.extend([preceding(said)] * bool(length))
        return length

    def _before_the_one_before(self, at: int, unit: C) -> int:
        """`and the previous month?`, `und davor?`: it goes on from the question before."""
        if self._unit(at) is unit and self._is(at + 1, C.PREVIOUS):
            return 2
        if self._is(at, C.PREVIOUS):
            return 2 if self._unit(at + 1) is unit else int(self._at(at + 1) is None)
        return int(self._is(at, C.BEFORE) and self._at(at + 1) is None)

    def _counted_before(self, at: int, said: Span, begins: date) -> tuple[Span, int] | None:
        """`the 20 days before`; `the previous 30`, `los 30 días anteriores` behind the last 30 days."""
        ahead = int(self._is(at, C.LAST))
        unit_said = self._count_and_unit(at + ahead)
        count, unit, length = unit_said or (self._whole_number(at + ahead) or 0, said.unit, 1)
        if not 0 < count < 1000:
            return None
        length += ahead
        if unit_said and self._ends_with_before(at + length):
            return up_to(begins, unit, count), length + 1
        marks = ahead + (self._is(at + length, C.LAST) or self._ends_with_before(at + length))
        again = marks and self._joined(at) and said == rolling(unit, count, self._today)
        return (preceding(said), length + marks - ahead) if again else None

    def _ends_with_before(self, at: int) -> bool:
        return self._is(at, C.BEFORE) and self._atom(at + 1) is None

    def _joined(self, at: int) -> bool:
        return self._is(at - 1, *JOINTS) or mentions(self._tags, C.COMPARE)

    def _ends_comparison(self, at: int) -> bool:
        """`..., and with the previous one`: nothing follows, or a mere `one`."""
        return self._joined(at) and (
            self._at(at + 1) is None or (self._whole_number(at + 1) == 1 and self._at(at + 2) is None)
        )

    def _two_parts(self, at: int, spans: list[Span]) -> int:
        """`the first and the second quarter of 2025`: unit and year are said once."""
        first, joined = self._ordinal_word(at), self._is(at + 1, C.AND, C.OR, C.COMPARE)
        lead = 3 if self._is(at + 2, C.FROM) else 2  # French: `du premier et du deuxième`
        second = self._part_of_year(at + lead) if first and joined else None
        place = self._ordinal_word(at + lead)
        if first is None or second is None or place is None:
            return 0
        span, length = second
        spans.extend((_moved(span, (place - first) * MONTHS[span.unit]), span))
        return lead + length

    def _same_period(self, at: int, spans: list[Span]) -> int:
        """`this year and the same period last year`: as far as the first has come; alone it is the year up to today."""
        if not self._is(at, C.SAME_PERIOD):
            return 0
        year, length = self._year_after(at + 1)
        whole = spans[-1] if spans else unit_span(C.YEAR, self._today, 0)
        if whole.start is None or whole.end is None:
            return 0
        first = replace(whole, end=min(whole.end, self._today)) if whole.unit is C.YEAR else whole
        begin, end = first.start or self._today, first.end or self._today
        back = begin.year - year if year else 1
        spans[-1:] = [first, replace(first, start=months_before(begin, 12 * back), end=months_before(end, 12 * back))]
        return 1 + length


def in_year_of(said: Span, span: Span) -> Span:
    """`the first half of 2025 and the second`."""
    if span.unit not in _PARTS_OF_YEARS or span.unit is not said.unit or not (said.dated and said.start and span.start):
        return span
    return replace(_moved(span, 12 * (span.start.year - said.start.year)), dated=True)


def _moved(span: Span, months: int) -> Span:
    """As many months back."""
    if span.start is None or span.end is None:
        return span
    after = months_before(span.end + timedelta(days=1), months)
    return replace(span, start=months_before(span.start, months), end=after - timedelta(days=1))
