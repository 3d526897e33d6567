"""Days of the week in a question: `on Mondays`, `from Monday to Thursday`, `at weekends`. Pure."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.ranges import PeriodRanges


class PeriodWeekdays(PeriodRanges):
    """Methods add ISO weekdays and return how many tags they took."""

    def _weekdays(self, at: int, weekdays: list[int]) -> int:
        found = self._at(at)
        ranked = found is not None and found.has(C.ORDINAL) and self._is(at + 1, C.INVOICE, C.EXPENSE, C.LARGEST)
        ranked = ranked or (found is not None and found.has(C.ORDINAL) and self._is(at - 1, C.PER))
        if found is None or ranked:
            return 0  # Portuguese: `segunda nota mais cara` is no Monday
        if found.has(C.WEEKEND):
            weekdays.extend((6, 7))
        elif found.has(C.WORKDAYS) and not found.has(C.WEEKDAY):
            weekdays.extend((1, 2, 3, 4, 5))
        elif found.has(C.WEEKDAY_NAME):
            return self._named_weekdays(at, weekdays)
        else:
            return 0
        return 1

    def _named_weekdays(self, at: int, weekdays: list[int]) -> int:
        """`Mondays`, or `from Monday to Thursday`, which may run over the end of a week."""
        first = self._weekday_number(at) or 1
        dashed = self._dash_before(at + 1)
        joined = dashed or self._is(at + 1, C.TO, C.UNTIL) or (self._is(at - 1, C.BETWEEN) and self._is(at + 1, C.AND))
        length = 2 if dashed else 3
        last = self._weekday_number(at + length - 1) if joined else None
        if last is None:
            weekdays.append(first)
            return 1
        weekdays.extend((first + more - 1) % 7 + 1 for more in range((last - first) % 7 + 1))
        return length
