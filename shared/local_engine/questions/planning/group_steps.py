"""Plans with a row for each group, or that count or average groups. Pure."""

from dataclasses import replace

from shared.local_engine.questions.concepts import SUPERLATIVES, UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Having, Plan
from shared.local_engine.questions.planning.counting import asks_how_many, counts_invoices, how_many_of, only_visits
from shared.local_engine.questions.planning.grouping import (
    asked_first,
    average_unit,
    bounded_noun,
    distinct_noun,
    group_noun,
    listed_with_figures,
    ranked_noun,
)
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.planning.ranks import (
    extreme_order,
    few_or_one,
    in_singular,
    number_wanted,
    places_skipped,
)
from shared.local_engine.questions.planning.together import adds_total


def average_per_unit(q: Question, base: Plan) -> Plan | None:
    if not q.free(C.AVERAGE):
        return None
    noun = group_noun(q) or average_unit(q)
    if noun not in UNIT_NOUNS:
        return None
    by_count = q.free(C.INVOICE, C.TIMES) and q.says(C.HOW_MANY, C.COUNT)
    return replace(base, figure=Figure.AVERAGE_PER_UNIT, group=noun, by_count=by_count)


def distinct(q: Question, base: Plan) -> Plan | None:
    noun = distinct_noun(q)
    bounded = q.filters.having or q.free(C.ONCE) or (q.filters.amounts and q.says(C.SPEND))
    if noun is None or bounded or group_noun(q) or q.free(*SUPERLATIVES):
        return None
    if q.says(C.HOW_MANY, C.COUNT) or (how_many_of(q.tags, noun) and not q.says(C.LIST)):
        return replace(base, figure=Figure.DISTINCT_COUNT, group=noun)
    alone = all(found.filler or found.has(noun) for found in q.tags)
    if noun in UNIT_NOUNS or not (alone or q.says(C.LIST, C.WHICH, C.DISTINCT, C.WHERE)):
        return None
    asked = asked_first(q, noun)
    if q.says(C.TOTAL, C.AVERAGE) or (q.free(C.INVOICE) and not asked) or (q.filters.payees and not asked):
        return None
    return replace(base, figure=Figure.DISTINCT_LIST, group=noun)


def grouped(q: Question, base: Plan) -> Plan | None:
    noun, ranked = group_noun(q), False
    if noun is not None and (best := _best_of_each(q, base, noun)):
        return best
    if noun is None:
        noun, ranked = ranked_noun(q)
    if noun is None and (q.filters.having or q.filters.amounts or q.free(C.ONCE)):
        noun = bounded_noun(q)
    noun = noun or listed_with_figures(q)
    if noun is None:
        return None
    counting = counts_invoices(q.tags) or q.says(C.COUNT) or q.free(C.MOST_OFTEN)
    counting = counting or (only_visits(q.tags) and q.free(C.LARGEST, C.SMALLEST))
    total_too = adds_total(q.tags, C.HOW_MANY, C.HOW_MUCH, C.COUNT)
    counting = counting or (q.says(C.HOW_MANY) and not q.free(C.SPEND))
    counting = counting or (noun is C.METHOD and ranked and not q.free(C.SPEND, C.AMOUNT, C.EXPENSE, C.TOTAL))
    counting = counting and not total_too
    figure = Figure.COUNT if counting else Figure.AVERAGE if q.free(C.AVERAGE) else Figure.TOTAL
    running = q.says(C.RUNNING) and noun in UNIT_NOUNS and figure is not Figure.AVERAGE
    with_share = q.says(C.SHARE)
    plan = replace(base, figure=figure, group=noun, by_count=counting, with_share=with_share, running=running)
    if running:
        words = next(found.text for found in q.tags if found.has(C.RUNNING))
        plan = replace(plan, measure_words=words)
    if q.free(*SUPERLATIVES):
        limit = number_wanted(q) or (few_or_one(q, noun) if ranked else None)
        plan = replace(plan, order=extreme_order(q), limit=limit, skip=places_skipped(q) if ranked else 0)
    return _having(q, plan)


def _best_of_each(q: Question, base: Plan, noun: C) -> Plan | None:
    """`the biggest purchase of each month`, `the top vendor per quarter`."""
    if not q.free(C.LARGEST, C.SMALLEST, C.TOP, C.MOST_OFTEN):
        return None
    other = next((kind for kind in (C.VENDOR, C.METHOD) if kind is not noun and q.free(kind)), None)
    order = extreme_order(q)
    if other is not None:
        counting = q.free(C.MOST_OFTEN) or counts_invoices(q.tags)
        figure = Figure.COUNT if counting else Figure.TOTAL
        limit = number_wanted(q) or few_or_one(q, other)
        return replace(base, figure=figure, group=other, within=noun, order=order, limit=limit, by_count=counting)
    if in_singular(q, C.INVOICE, C.EXPENSE) and q.free(C.LARGEST, C.SMALLEST) and not q.says(C.TOTAL):
        limit = number_wanted(q) or 1
        return replace(base, figure=Figure.LIST, group=noun, order=order, limit=limit)
    return None


def _having(q: Question, plan: Plan) -> Plan:
    plan = _bounded(q, plan)
    counted = plan.having is not None and plan.group is not None and not plan.order
    return replace(plan, counts_groups=True) if counted and asks_how_many(q.tags, plan.group) else plan


def _more_than_once(q: Question) -> bool:
    once = q.index(C.ONCE)
    before = next((tag for tag in reversed(q.tags[:once]) if not tag.filler), None)
    return before is not None and before.has(C.OVER, C.MORE_THAN)


def _bounded(q: Question, plan: Plan) -> Plan:
    if q.filters.having:
        return replace(plan, having=q.filters.having, figure=Figure.COUNT if plan.group else plan.figure)
    if plan.group in (C.VENDOR, C.METHOD) and q.free(C.ONCE):
        return replace(plan, having=Having(">" if _more_than_once(q) else "=", 1, on_count=True), figure=Figure.COUNT)
    bound = next(
        (c for c in q.filters.amounts if c.sql.count(" ") == 2 and c.sql.split()[1] in (">", "<", ">=", "<=")),
        None,
    )
    if bound is None or not q.says(C.SPEND, C.TOTAL) or q.free(C.INVOICE, C.EXPENSE):
        return plan
    _, operator, number = bound.sql.split()
    rest = tuple(condition for condition in plan.conditions if condition is not bound)
    return replace(plan, conditions=rest, having=Having(operator, float(number)))
