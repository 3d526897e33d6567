"""What single words of a question say about time: numbers, units, years, ordinals. Pure."""

from collections.abc import Sequence
from datetime import date

from shared.local_engine.questions.concepts import BOUNDS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import DUALS, UNITS, Span
from shared.local_engine.questions.words.forms import OR_WORDS, in_devanagari
from shared.local_engine.questions.words.tags import Tag, mentions

_YEARS_BACK = 5
_PERHAPS_OF_A_YEAR = (("over",), ("mas", "caras", "de"), ("mas", "caros", "de"))
"""`over 2025`, `las más caras de 2025`."""
OLDEST_YEAR, NEWEST_YEAR = 1990, 2100


class PeriodWords:
    """Works on the tags that carry meaning; `core` holds their indices, `said` is the span of the question before."""

    def __init__(self, tags: Sequence[Tag], core: Sequence[int], today: date, said: Span | None) -> None:
        self._tags = tags
        self._core = core
        self._today = today
        self._said = said

    def _at(self, at: int) -> Tag | None:
        return self._tags[self._core[at]] if 0 <= at < len(self._core) else None

    def _is(self, at: int, *concepts: C) -> bool:
        found = self._at(at)
        return found is not None and found.has(*concepts)

    def _whole_number(self, at: int) -> int | None:
        found = self._at(at)
        if found is None:
            return None
        if found.number is not None and not found.words[0].isdigit():
            return None  # `2.5`
        return int(found.amount) if found.amount is not None and found.amount == int(found.amount) else None

    def _ordinal(self, at: int) -> int | None:
        found = self._at(at)
        value = found.value(C.ORDINAL) if found else None
        return value if isinstance(value, int) else self._whole_number(at)

    def _ordinal_word(self, at: int) -> int | None:
        found = self._at(at)
        value = found.value(C.ORDINAL) if found else None
        return value if isinstance(value, int) else None

    def _unit(self, at: int) -> C | None:
        return next((unit for unit in UNITS if self._is(at, unit)), None)

    def _count_and_unit(self, at: int) -> tuple[int, C, int] | None:
        """`3 months`, or a dual."""
        for dual, unit in DUALS.items():
            if self._is(at, dual):
                return 2, unit, 1
        count, found = self._whole_number(at), self._unit(at + 1)
        return (count, found, 2) if count and found and 0 < count < 1000 else None

    def _weekday_number(self, at: int) -> int | None:
        found = self._at(at)
        value = found.value(C.WEEKDAY_NAME) if found else None
        return value if isinstance(value, int) else None

    def _month_number(self, at: int) -> int:
        found = self._at(at)
        value = found.value(C.MONTH_NAME) if found else None
        return value if isinstance(value, int) else 1

    def _plain_year(self, at: int) -> int | None:
        found = self._at(at)
        if found is None or found.number is None or len(found.words) != 1 or len(found.words[0]) != 4:
            return None
        if self._bounded_behind_number(at):
            return None
        year = int(found.number)
        return year if found.words[0].isdigit() and OLDEST_YEAR <= year <= NEWEST_YEAR else None

    def _bounded_behind_number(self, at: int) -> bool:
        """Hindi: `2000 from above` is an amount; in `2025 over 100` another number follows."""
        following = self._at(at + 1)
        if following is None or not following.has(C.OVER, C.UNDER) or self._whole_number(at + 2):
            return False
        return in_devanagari(following)

    def _stands_by(self, here: int, index: int) -> bool:
        """`2025 euros`, not `in euros, 2025`."""
        return 0 <= index < len(self._tags) and "," not in self._tags[max(here, index)].gap

    def _counts_money(self, at: int) -> bool:
        """`over 2000` and `2000 euros` are amounts."""
        here = self._core[at]
        beside = [self._tags[index] for index in (here - 1, here + 1) if self._stands_by(here, index)]
        before = self._at(at - 1)
        bounded = before is not None and before.has(*BOUNDS) and not (before.words and before.words[0] in OR_WORDS)
        found = self._at(at)
        if before is not None and before.words in _PERHAPS_OF_A_YEAR and found is not None and found.number:
            bounded = not self._today.year - _YEARS_BACK <= found.number <= self._today.year  # `over 2025`
        return bounded or mentions(beside, C.CURRENCY_NAME)
