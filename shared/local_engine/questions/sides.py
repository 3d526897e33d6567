"""Parts of a whole, and one thing against another: shares and comparisons. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.asked import Asked
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters import payee_condition
from shared.local_engine.questions.plan import Choice, Condition, Figure, Measure, Plan
from shared.local_engine.questions.spans import Days, Span, span_name, unit_span
from shared.local_engine.questions.sql_parts import days_condition
from shared.local_engine.questions.superlatives import SUPERLATIVES, UNIT_NOUNS

_WEEK = (C.WORKDAYS, C.WEEKDAY, C.WEEKLY, C.WEEK, C.THIS_WEEK)
"""What weekends are compared with: `at weekends or in the week`."""


class Sides(Asked):
    """The steps of the reader that make a share or a comparison, or None."""

    def _share(self, base: Plan) -> Plan | None:
        one_of_them = self._open(*SUPERLATIVES) and self._open(C.VENDOR, C.METHOD)  # `the share of the top vendor`
        if not self._any(C.SHARE) or self._group_noun() or one_of_them:
            return None
        if (self._open(C.VAT) and not (self.filters.payees or self.filters.methods)) or base.measure is Measure.VAT:
            return replace(base, figure=Figure.SHARE, measure=Measure.GROSS)
        part = (*self.filters.payees, *self.filters.methods) or self.filters.amounts or self.filters.others
        by_count = self._share_of_invoices()
        if not part and (when := share_of_days(base.days, base.day_words)):
            days, inner = when
            return replace(base, figure=Figure.SHARE, days=days, day_words="", share_of=(inner,), by_count=by_count)
        if not part:
            return None
        rest = tuple(condition for condition in base.conditions if condition not in part)
        return replace(base, figure=Figure.SHARE, share_of=tuple(part), conditions=rest, by_count=by_count)

    def _share_of_invoices(self) -> bool:
        """`percentage of my invoices`, not of the money: what follows the word first, or else stands before it."""
        at = next(index for index, found in enumerate(self._tags) if found.has(C.SHARE))
        for tag in (*self._tags[at + 1 :], *reversed(self._tags[:at])):
            if tag.has(C.INVOICE, C.SPEND, C.EXPENSE, C.AMOUNT, C.TOTAL):
                return tag.has(C.INVOICE)
        return False

    def _compare(self, base: Plan) -> Plan | None:
        if not self._comparing:
            return None
        by_count = self._counts_invoices() or self._any(C.COUNT, C.MOST_OFTEN)
        base = replace(base, group=self._compared_group(), by_average=self._open(C.AVERAGE) and not by_count)
        if days := self._weekend_and_workdays():
            when = replace(base.days, weekdays=())
            base = replace(base, group=None if base.group is C.WEEK else base.group)
            return replace(base, figure=Figure.COMPARE, choices=days, days=when, day_words="", by_count=by_count)
        named = [payee_condition(found) for found in self._tags if found.payees]
        if sides := self._against_the_rest(named):
            rest = tuple(c for c in base.conditions if c.sql != sides[0].sql)
            return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
        by_count = by_count or (self._twice and self._open(C.HOW_MANY, C.INVOICE) and not self._open(C.SPEND))
        for kind in (named, self.filters.methods, *([self.filters.amounts] if self._twice else [])):
            if len(kind) > 1 and len(self.days.spans) < 2:
                sides = tuple(Choice(item.label, item.sql) for item in kind)
                rest = tuple(c for c in base.conditions if all(c.sql != item.sql for item in kind))
                return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
        spans = self._compared_spans()
        if len(spans) < 2:
            return None
        sides = tuple(Choice(span_name(span), days_condition(Days((span,)))) for span in spans)
        return replace(base, figure=Figure.COMPARE, choices=sides, compares_periods=True, by_count=by_count)

    def _compared_group(self) -> C | None:
        """`average per month in 2025 and 2024` compares two figures, not month by month."""
        noun = self._group_noun()
        return None if noun in UNIT_NOUNS and self._open(C.AVERAGE) else noun

    def _against_the_rest(self, named: Sequence[Condition]) -> tuple[Choice, ...]:
        """`cash compared with everything else`."""
        one = [*named, *self.filters.methods]
        if not self._any(C.REST) or len(one) != 1:
            return ()
        rest = next(found.text for found in self._tags if found.has(C.REST))
        return (Choice(one[0].label, one[0].sql), Choice(rest, f"NOT COALESCE({one[0].sql}, FALSE)"))

    def _weekend_and_workdays(self) -> tuple[Choice, ...]:
        weekend = next((found.text for found in self._tags if found.has(C.WEEKEND)), None)
        workdays = next((found.text for found in self._tags if found.has(*_WEEK)), None)
        if weekend is None or workdays is None:
            return ()
        sides = ((weekend, (6, 7)), (workdays, (1, 2, 3, 4, 5)))
        return tuple(Choice(name, days_condition(Days(weekdays=days))) for name, days in sides)

    def _compared_spans(self) -> tuple[Span, ...]:
        spans = self.days.spans
        if len(spans) != 1 or not self._any(C.COMPARE) or self._group_noun():
            return spans
        this = unit_span(spans[0].unit, self._today, 0)
        if spans[0] == this:
            return (this, unit_span(spans[0].unit, self._today, -1))
        return (spans[0], this) if spans[0] == unit_span(spans[0].unit, self._today, -1) else spans


def share_of_days(days: Days, words: str) -> tuple[Days, Condition] | None:
    """`which part on weekends`, `how much of 2025 in December`: the whole, and the days that are the part."""
    if days.weekdays:
        part = Days(weekdays=days.weekdays)
        return replace(days, weekdays=()), Condition(days_condition(part), words)
    if len(days.spans) == 1:
        return replace(days, spans=()), Condition(days_condition(days), span_name(days.spans[0]))
    if len(days.spans) != 2:
        return None
    whole, part_span = days.spans if _holds(*days.spans) else days.spans[::-1]
    if not _holds(whole, part_span):
        return None
    return replace(days, spans=(whole,)), Condition(days_condition(Days((part_span,))), span_name(part_span))


def _holds(whole: Span, part: Span) -> bool:
    if not (whole.start and whole.end and part.start and part.end):
        return False
    return whole.start <= part.start and part.end <= whole.end
