"""Tags -> plan: what figure of what measure, by what, over which invoices, in which order. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.planning.compare_step import compare
from shared.local_engine.questions.planning.group_steps import average_per_unit, distinct, grouped
from shared.local_engine.questions.planning.left_over import leaves_something_out
from shared.local_engine.questions.planning.list_steps import days_since, duplicates, extreme, missing_ones, recent
from shared.local_engine.questions.planning.net_amounts import net_words
from shared.local_engine.questions.planning.question import Question, notice
from shared.local_engine.questions.planning.share_step import share
from shared.local_engine.questions.planning.single_step import single
from shared.local_engine.questions.planning.together import adds_total
from shared.local_engine.questions.words.forms import excluded_behind
from shared.local_engine.questions.words.tags import Tag

_DASHES = ("-", "–", "—")
Step = Callable[[Question, Plan], Plan | None]


def understand(text: str, tags: Sequence[Tag], today: date, *, capitals: bool = True) -> Plan:
    """The first step that fits makes the plan. `capitals`: names have a capital in the language, but not every noun."""
    q = notice(text, tags, today, capitals=capitals)
    base = Plan(
        measure=_measure(q),
        days=q.days,
        by_upload=q.says(C.UPLOADED) and bool(q.days.spans),
        conditions=q.filters.all,
        also=_also(q),
        unknown_payee=q.unknown_payee,
        day_words=", ".join(part for part in (_upload_words(q), _day_words(q)) if part),
        measure_words=net_words(q.text, q.tags) if q.net else "",
    )
    plan = next((plan for step in _STEPS if (plan := step(q, base)) is not None), None) or single(q, base)
    plan = _in_order(q, plan)
    return replace(plan, leaves_out=leaves_something_out(q, plan))


def _in_order(q: Question, plan: Plan) -> Plan:
    """`..., smallest first`: all of them, unlike the smallest ones."""
    by_amount = any(one.has(C.PER) and two.has(C.AMOUNT) for one, two in pairwise(q.tags))  # `list them by amount`
    if plan.order is not None or not (by_amount or q.says(C.LARGEST_FIRST, C.SMALLEST_FIRST)):
        return plan
    order = Order.SMALLEST if q.says(C.SMALLEST_FIRST) else Order.LARGEST
    if plan.figure is Figure.TOTAL and plan.group is None and not q.says(C.HOW_MUCH, C.TOTAL):
        return replace(plan, figure=Figure.LIST, order=order)
    return replace(plan, order=order) if plan.figure is Figure.LIST or plan.group else plan


def _upload_words(q: Question) -> str:
    """Days of sending must not read like those on the invoices."""
    said = next((found.text for found in q.tags if found.has(C.UPLOADED)), "")
    return said if q.days.spans else ""


def _day_words(q: Question) -> str:
    said: list[str] = []
    low = high = -1
    for index, found in enumerate(q.tags if q.days.weekdays else ()):
        if not found.has(C.WEEKEND, C.WORKDAYS, C.WEEKDAY_NAME):
            continue
        between = [tag for tag in q.tags[:index] if tag.start >= high]
        ranged = bool(between) and all(tag.has(C.TO, C.UNTIL) for tag in between)
        if said and (ranged or q.text[high : found.start].strip() in _DASHES):
            said.pop()  # `from Monday to Thursday`
        else:
            low = _negation_before(q.tags, index) or found.start
        behind = [tag.end for tag in q.tags[index + 1 : index + 2] if excluded_behind(tag)]
        high = behind[0] if behind else found.end
        said.append(q.text[low:high])
    return ", ".join(said)


def _negation_before(tags: Sequence[Tag], index: int) -> int:
    """Where `except` begins in `except at weekends`, or 0."""
    before = next((tag for tag in reversed(tags[:index]) if not tag.filler), None)
    return before.start if before and before.has(*NEGATIONS) and not excluded_behind(before) else 0


def _measure(q: Question) -> Measure:
    if q.net:
        return Measure.NET
    return Measure.VAT if q.free(C.VAT) else Measure.GROSS


def _also(q: Question) -> tuple[Measure, ...]:
    if q.vat_too:
        return (Measure.VAT,)
    beside = (C.AVERAGE, *((C.VAT,) if q.free(C.VAT) else ()), *((C.NET,) if q.net else ()))
    return (Measure.GROSS,) if adds_total(q.tags, *beside) else ()


_STEPS: tuple[Step, ...] = (
    days_since,
    duplicates,
    share,
    compare,
    average_per_unit,
    distinct,
    grouped,
    missing_ones,
    recent,
    extreme,
)
