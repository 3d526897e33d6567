"""Which days a question is about: all its spans of time, those left out, and weekdays. Pure."""

from collections.abc import Sequence
from datetime import date

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import UNITS, Days, Span
from shared.local_engine.questions.periods.weekdays import PeriodWeekdays
from shared.local_engine.questions.words.forms import excluded_behind, in_devanagari
from shared.local_engine.questions.words.tags import Tag, mentions


def find_days(tags: Sequence[Tag], today: date, said: Span | None = None) -> Days:
    """`said`: the span of the question before, for `and the month before?`."""
    return _Finder(tags, today, said).find()


def _carrying(tags: Sequence[Tag]) -> list[int]:
    """Without fillers, and without the `de` of `enero de 2026`."""
    core: list[int] = []
    for index, tag in enumerate(tags):
        joint = tag.has(C.FROM, C.TO, C.TO_DATE)
        genitive = tag.has(C.FROM) and not tag.has(C.TO) and bool(core) and _about_time(tags[core[-1]])
        if not ((tag.filler and not joint) or genitive):
            core.append(index)
    return core


def _about_time(tag: Tag) -> bool:
    return tag.number is not None or tag.has(C.MONTH_NAME, C.ORDINAL, C.LAST, C.THIS, C.HALF, *UNITS)


class _Finder(PeriodWeekdays):
    """Goes through the question from left to right."""

    def __init__(self, tags: Sequence[Tag], today: date, said: Span | None) -> None:
        super().__init__(tags, _carrying(tags), today, said)
        self._used: set[int] = set()

    def find(self) -> Days:
        spans: list[Span] = []
        excluded: list[Span] = []
        weekdays: list[int] = []
        at = excluded_until = 0
        while at < len(self._core):
            more = bool(excluded_until) and at == excluded_until + 1 and self._is(at - 1, C.AND, C.OR)
            left_out = more or self._left_out(at)
            kept = excluded if left_out else spans
            taken = self._same_period(at, kept) or self._preceding(at, kept) or self._begun_on(at, kept)
            taken = taken or self._instead(at, spans, excluded)
            taken = taken or self._two_parts(at, kept) or self._range(at, kept)
            taken = taken or self._up_to(at, kept) or self._bounded(at, kept) or self._simple(at, kept)
            named: list[int] = []
            if not taken and (taken := self._weekdays(at, named)):
                weekdays = _with_days(weekdays, named, left_out=left_out)
            following = self._at(at + taken) if taken else None
            behind = bool(following and (excluded_behind(following) or self._not_behind(at + taken)))
            if behind and not left_out:
                if named:
                    weekdays = _with_days([], named, left_out=True)
                elif spans:
                    excluded.append(spans.pop())
            if taken:
                genitive = left_out and not more and self._is(at - 1, C.FROM)
                self._used.update(self._core[at - left_out - genitive : at + taken + behind])
            excluded_until = at + taken if taken and left_out else excluded_until
            at += taken or 1
        return Days(tuple(spans), tuple(dict.fromkeys(weekdays)), tuple(excluded), frozenset(self._used))

    def _not_behind(self, at: int) -> bool:
        """Hindi: `this month not, last month's total`."""
        found, after = self._at(at), self._at(at + 1)
        ends = after is not None and "," in after.gap
        return found is not None and found.has(C.NOT) and in_devanagari(found) and ends

    def _left_out(self, at: int) -> bool:
        """`except March`, `not on weekends`; `without a date in 2025` leaves out no year."""
        before = self._at(at - 1)
        if before is not None and before.has(C.FROM):  # `sauf celles de décembre`
            at, before = at - 1, self._at(at - 2)
        if before is None or not before.has(*NEGATIONS) or excluded_behind(before):
            return False
        between = self._tags[self._core[at - 1] + 1 : self._core[at] + 1]
        apart = any(sign in tag.gap for tag in between for sign in ",.;!?،")  # `it has not ended, this month`
        return not (apart or mentions(between, C.DATE))


def _with_days(weekdays: list[int], named: list[int], *, left_out: bool) -> list[int]:
    if not left_out:
        return [*weekdays, *named]
    return [day for day in (weekdays or range(1, 8)) if day not in named]
