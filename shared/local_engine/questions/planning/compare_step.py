"""One thing against another. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.finder import payee_condition
from shared.local_engine.questions.periods.spans import Days, Span, span_name, unit_span
from shared.local_engine.questions.plan import Choice, Condition, Figure, Plan
from shared.local_engine.questions.planning.counting import counts_invoices, only_visits
from shared.local_engine.questions.planning.grouping import group_noun
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.planning.together import asks_of_each_period, each_apart
from shared.local_engine.questions.sql.parts import days_condition

_WEEK = (C.WORKDAYS, C.WEEKDAY, C.WEEKLY, C.WEEK, C.THIS_WEEK)
"""What weekends are compared with: `at weekends or in the week`."""
_MAX_SIDES = 9


def compare(q: Question, base: Plan) -> Plan | None:
    if not q.comparing:
        return None
    by_count = counts_invoices(q.tags) or q.says(C.COUNT, C.MOST_OFTEN) or only_visits(q.tags)
    base = replace(base, group=_compared_group(q), by_average=q.free(C.AVERAGE) and not by_count)
    if days := _weekend_and_workdays(q):
        when = replace(base.days, weekdays=())
        base = replace(base, group=None if base.group is C.WEEK else base.group)
        return replace(base, figure=Figure.COMPARE, choices=days, days=when, day_words="", by_count=by_count)
    named = list(dict.fromkeys(payee_condition(found) for found in q.tags if found.payees))
    named += q.filters.strangers
    if len(named) > 1 and (sides := _each_in_each_period(q, named) or _each_in_its_period(q, named)):
        rest = tuple(c for c in base.conditions if c not in named)
        return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
    if sides := _against_the_rest(q, named):
        rest = tuple(c for c in base.conditions if c.sql != sides[0].sql)
        return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
    by_count = by_count or (q.twice and q.free(C.HOW_MANY, C.INVOICE) and not q.free(C.SPEND))
    for kind in (named, q.filters.methods, *([q.filters.amounts] if q.twice else [])):
        if len(kind) > 1 and (len(q.days.spans) < 2 or kind is named):
            sides = tuple(Choice(item.label, item.sql) for item in kind)
            rest = tuple(c for c in base.conditions if all(c.sql != item.sql for item in kind))
            return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
    spans = _compared_spans(q)
    if len(spans) < 2:
        return None
    sides = tuple(Choice(span_name(span), days_condition(Days((span,)))) for span in spans)
    return replace(base, figure=Figure.COMPARE, choices=sides, compares_periods=True, by_count=by_count)


def _each_in_its_period(q: Question, named: Sequence[Condition]) -> tuple[Choice, ...]:
    """`how much at Ikea in March and how much at Zara in April`."""
    if len(named) != len(q.days.spans) or not asks_of_each_period(q.tags, q.days.used):
        return ()
    pairs = zip(named, q.days.spans, strict=True)
    return tuple(
        Choice(f"{one.label}, {span_name(span)}", f"({one.sql}) AND {days_condition(Days((span,)))}")
        for one, span in pairs
    )


def _each_in_each_period(q: Question, named: Sequence[Condition]) -> tuple[Choice, ...]:
    """`Ikea vs Zara, January vs February`, `Ikea and Zara in January and February each`."""
    twice = sum(found.has(C.COMPARE) for found in q.tags) > 1 or each_apart(q.tags)
    if not (twice and len(q.days.spans) > 1 and len(named) * len(q.days.spans) <= _MAX_SIDES):
        return ()
    return tuple(
        Choice(f"{one.label}, {span_name(span)}", f"({one.sql}) AND {days_condition(Days((span,)))}")
        for one in named
        for span in q.days.spans
    )


def _compared_group(q: Question) -> C | None:
    """`average per month in 2025 and 2024` compares two figures, not month by month."""
    noun = group_noun(q)
    return None if noun in UNIT_NOUNS and q.free(C.AVERAGE) else noun


def _against_the_rest(q: Question, named: Sequence[Condition]) -> tuple[Choice, ...]:
    """`cash compared with everything else`."""
    one = [*named, *q.filters.methods]
    if not q.says(C.REST) or len(one) != 1:
        return ()
    rest = next(found.text for found in q.tags if found.has(C.REST))
    return (Choice(one[0].label, one[0].sql), Choice(rest, f"NOT COALESCE({one[0].sql}, FALSE)"))


def _weekend_and_workdays(q: Question) -> tuple[Choice, ...]:
    weekend = next((found.text for found in q.tags if found.has(C.WEEKEND)), None)
    workdays = next((found.text for found in q.tags if found.has(*_WEEK)), None)
    if weekend is None or workdays is None:
        return ()
    sides = ((weekend, (6, 7)), (workdays, (1, 2, 3, 4, 5)))
    return tuple(Choice(name, days_condition(Days(weekdays=days))) for name, days in sides)


def _compared_spans(q: Question) -> tuple[Span, ...]:
    spans = q.days.spans
    if len(spans) != 1 or not q.says(C.COMPARE) or group_noun(q):
        return spans
    this = unit_span(spans[0].unit, q.today, 0)
    if spans[0] == this:
        return (this, unit_span(spans[0].unit, q.today, -1))
    return (spans[0], this) if spans[0] == unit_span(spans[0].unit, q.today, -1) else spans
