"""Questions in eight languages -> SQL without a model: tags, periods, filters, plan, statement. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from shared.engine import CannotAnswer, Period, SqlDraft, SqlRequest
from shared.engine import Measure as Named
from shared.local_engine.questions.asides import without_asides
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.follow_up import continued, goes_on
from shared.local_engine.questions.lexicon import language_of, lexicon
from shared.local_engine.questions.normalise import tokenise
from shared.local_engine.questions.numerals import join_numbers
from shared.local_engine.questions.payees import PayeeFinder
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.rates import without_false_rates
from shared.local_engine.questions.refusals import Why, why_not
from shared.local_engine.questions.spans import span_name
from shared.local_engine.questions.sql import write, write_invoices, write_nearest, write_undated
from shared.local_engine.questions.tags import Tag, tag
from shared.local_engine.questions.understand import understand
from shared.safe_naming import EngineName, Language

MAX_QUESTION_CHARS = 1000
_UNITS: dict[C, Literal["day", "week", "month", "quarter", "year"]] = {
    C.DAY: "day",
    C.WEEK: "week",
    C.MONTH: "month",
    C.QUARTER: "quarter",
    C.YEAR: "year",
}

__all__ = ["write_sql"]


def write_sql(request: SqlRequest) -> SqlDraft | CannotAnswer:
    said = [_said(text, request) for text in (*request.previous, request.text)]
    base: Plan | None = None
    for question in said[:-1]:  # what is off topic was refused, and nothing goes on from there
        base = question.going_on_from(base) or base
    plan = said[-1].going_on_from(base)
    if plan is None:
        return _refusal(said[-1].refused or "not_understood")
    return SqlDraft(
        sql=write(plan, request.today),
        invoices_sql=write_invoices(plan),
        undated_sql=write_undated(plan),
        nearest_sql=write_nearest(plan),
        measure=_named(plan),
        per=_UNITS.get(plan.group) if plan.group and plan.figure is Figure.AVERAGE_PER_UNIT else None,
        adds_up=_adds_up(plan),
        shown=("vat",) if plan.figure is Figure.LIST and plan.order and plan.measure is Measure.VAT else (),
        period=_period(plan),
        filters=_labels(plan),
        unknown_payee=plan.unknown_payee,
        engine=EngineName.LOCAL,
    )


@dataclass(frozen=True)
class _Said:
    """One question, and what it means alone."""

    tags: Sequence[Tag]
    plan: Plan | None
    refused: Why | None

    def going_on_from(self, base: Plan | None) -> Plan | None:
        """None: it is refused."""
        if self.plan is None or self.refused in ("not_allowed", "not_recorded"):
            return None
        if base is not None and goes_on(self.tags, self.plan):
            return continued(base, self.plan, self.tags)
        return None if self.refused else self.plan


def _said(text: str, request: SqlRequest) -> _Said:
    text = text[:MAX_QUESTION_CHARS]
    tokens = tokenise(text)
    if not tokens:
        return _Said((), None, "not_understood")
    language = language_of(tokens, request.language)
    read = join_numbers(text, tag(text, lexicon(language), PayeeFinder(request.payees)))
    tags = without_asides(without_false_rates(read))
    plan = understand(text, tags, request.today, capitals=language is not Language.GERMAN)
    return _Said(tags, plan, why_not(text, tags, plan))


def _refusal(why: Why) -> CannotAnswer:
    return CannotAnswer(why=why, engine=EngineName.LOCAL)


def _named(plan: Plan) -> Named:
    if plan.figure is Figure.LIST and plan.order in (Order.LARGEST, Order.SMALLEST):
        return "largest" if plan.order is Order.LARGEST else "smallest"
    if plan.figure in (Figure.LIST, Figure.DUPLICATES, Figure.DISTINCT_LIST):
        return "list"
    if plan.figure is Figure.COMPARE:
        return "comparison"
    if plan.counts_groups:
        return "count"
    if plan.group and plan.figure is not Figure.DISTINCT_COUNT and plan.figure is not Figure.AVERAGE_PER_UNIT:
        return "breakdown"
    if plan.figure in (Figure.MEDIAN, Figure.SHARE):
        return "median" if plan.figure is Figure.MEDIAN else "share"
    if plan.figure in (Figure.COUNT, Figure.DISTINCT_COUNT):
        return "count"
    if plan.figure in (Figure.AVERAGE, Figure.AVERAGE_PER_UNIT):
        return "average"
    if plan.figure is Figure.TOTAL:
        return "vat" if plan.measure is Measure.VAT else "total"
    return "other"


def _period(plan: Plan) -> Period | None:
    span = None if plan.compares_periods else plan.span  # its sides name them
    return Period(start=span.start, end=span.end) if span else None


def _adds_up(plan: Plan) -> bool:
    figures = plan.figure is Figure.LIST or (bool(plan.group) and plan.figure in (Figure.TOTAL, Figure.COUNT))
    return figures and not (plan.limit or plan.having or plan.running)


def _labels(plan: Plan) -> tuple[str, ...]:
    said = (*(condition.label for condition in (*plan.conditions, *plan.share_of)), plan.day_words, plan.measure_words)
    return (*_several_periods(plan), *(label for label in said if label))


def _several_periods(plan: Plan) -> tuple[str, ...]:
    """What one period cannot say: `February and April`, `but March`."""
    spans = plan.days.spans
    named = spans if len(spans) > 1 and not plan.compares_periods else ()
    return (*map(span_name, named), *(f"≠ {span_name(span)}" for span in plan.days.excluded))
