"""`and in March?`, `only cash`, `by vendor`: a question that goes on from the one before. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shared.local_engine.questions.concepts import ASKING, NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.finder import find_days
from shared.local_engine.questions.periods.spans import Days, Span, in_year, span_name
from shared.local_engine.questions.plan import Choice, Condition, Figure, Measure, Order, Plan
from shared.local_engine.questions.sql.parts import days_condition
from shared.local_engine.questions.words.forms import begins_with_and, without_behind
from shared.local_engine.questions.words.tags import Tag, mentions

MAX_TAGS = 8
_WHOLE_QUESTIONS = (C.ME, C.SPEND, C.UPLOADED)
_NOT_OURS = (C.OFF_TOPIC, C.CATEGORY, C.WRITE, C.FUTURE, C.OTHERS, C.SECRETS)
_FIGURES = (*ASKING, C.DUPLICATE, C.DISTINCT)
_COLUMNS = ("payee_name", "payment_method", "expense_amount", "vat", "currency", "invoice_date")


def goes_on(tags: Sequence[Tag], plan: Plan) -> bool:
    """It cannot stand alone, or says that it goes on; `plan` is what it would mean alone."""
    said = [found for found in tags if not found.filler]
    if (
        not said
        or len(said) > MAX_TAGS
        or any(found.unknown or found.has(*_WHOLE_QUESTIONS, *_NOT_OURS) for found in said)
    ):
        return False
    opens = tags[0].has(C.AND, C.GO_ON, *NEGATIONS) or begins_with_and(tags[0])
    opens = opens or without_behind(said[-1]) or _compares_with_one(said, plan)
    if opens:
        return True
    if any(found.payees for found in said):
        return tags[0].has(C.AT_VENDOR)
    if mentions(tags, C.EVERYTHING):
        return False
    narrows = bool(plan.days.spans or plan.days.weekdays or plan.conditions)
    return not (narrows and mentions(said, *_FIGURES, C.INVOICE, C.EXPENSE, C.VAT, C.REFUND))


def _compares_with_one(said: Sequence[Tag], plan: Plan) -> bool:
    """`compared to February`, `versus last year`: the other side was said before."""
    one = plan.figure is not Figure.COMPARE or (plan.compares_periods and plan.span is not None)
    return one and (said[0].has(C.COMPARE) or said[-1].has(C.COMPARE))


def continued(base: Plan, new: Plan, tags: Sequence[Tag], today: date) -> Plan:
    """What was said anew takes the place of what was said before; the rest stays."""
    days = find_days(tags, today, _span_of(base))
    if days != find_days(tags, today):  # `and the month before?`
        new = replace(new, days=days)
    said_when = bool(new.days.spans or new.days.weekdays)
    kept = replace(
        base,
        days=new.days if said_when else base.days,
        day_words=new.day_words if said_when else base.day_words,
        conditions=_conditions(base, new),
        share_of=tuple(item for item in base.share_of if _column(item) not in map(_column, new.conditions)),
        unknown_payee=new.unknown_payee or base.unknown_payee,
    )
    if mentions(tags, C.COMPARE) and (sides := _sides(base, new)):
        kept = replace(kept, order=None, limit=None, days=replace(base.days, spans=base.days.spans + new.days.spans))
        return replace(kept, figure=Figure.COMPARE, choices=sides, compares_periods=True)
    if mentions(tags, *_FIGURES):
        return _asked_anew(kept, new)
    if mentions(tags, C.VAT, C.NET):
        kept = replace(kept, measure=new.measure, measure_words=new.measure_words)
        if new.group is None:
            return replace(kept, figure=Figure.TOTAL, order=None, limit=None) if kept.figure is Figure.LIST else kept
    if new.group is not None:
        figure = base.figure if base.figure in (Figure.COUNT, Figure.AVERAGE) else Figure.TOTAL
        kept = replace(kept, order=None, limit=None, having=None, choices=(), share_of=(), compares_periods=False)
        return replace(kept, figure=figure, group=new.group)
    if base.figure is Figure.COMPARE and (said_when or not base.compares_periods):
        return replace(kept, figure=Figure.TOTAL, choices=(), compares_periods=False)
    return replace(kept, figure=Figure.TOTAL) if base.figure is Figure.SHARE and not kept.share_of else kept


def _span_of(base: Plan) -> Span | None:
    """The period asked about; of several the earliest, which is what another may be before."""
    dated = [span for span in base.days.spans if span.start is not None]
    return min(dated, key=lambda span: span.start or date.min) if len(dated) == len(base.days.spans) and dated else None


def _sides(base: Plan, new: Plan) -> tuple[Choice, ...]:
    """`compared to February`: the period asked about before, and this one."""
    first, second = base.span, new.span
    if first is None or second is None or base.by_upload:
        return ()
    if second.unit is C.YEAR and first.unit is not C.YEAR:
        second = in_year(first, second)
    return tuple(Choice(span_name(span), days_condition(Days((span,)))) for span in (first, second))


def _asked_anew(kept: Plan, new: Plan) -> Plan:
    """`the largest` of groups is a group, of anything else an invoice."""
    extreme = new.figure is Figure.LIST and new.order in (Order.LARGEST, Order.SMALLEST)
    if extreme and kept.group is not None:
        return replace(kept, order=new.order, limit=new.limit)
    measure = kept.measure if new.measure is Measure.GROSS and new.figure is not Figure.LIST else new.measure
    return replace(
        new,
        measure=measure,
        days=kept.days,
        day_words=kept.day_words,
        by_upload=kept.by_upload,
        conditions=kept.conditions,
        unknown_payee=kept.unknown_payee,
    )


def _conditions(base: Plan, new: Plan) -> tuple[Condition, ...]:
    """A new payee takes the place of the old one, and so on for each column."""
    anew = {_column(item) for item in new.conditions}
    return (*(item for item in base.conditions if _column(item) not in anew), *new.conditions)


def _column(condition: Condition) -> str:
    return next((name for name in _COLUMNS if name in condition.sql), condition.sql)
