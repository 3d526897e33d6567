"""Plan -> what is run, and what the answer says about it. Pure."""

from datetime import date
from typing import Literal

from shared.engine import Measure as Named
from shared.engine import Period, SqlDraft
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import span_name
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.sql.statements import write, write_invoices, write_nearest, write_undated
from shared.safe_naming import EngineName

_UNITS: dict[C, Literal["day", "week", "month", "quarter", "year"]] = {
    C.DAY: "day",
    C.WEEK: "week",
    C.MONTH: "month",
    C.QUARTER: "quarter",
    C.YEAR: "year",
}


def drafted(plan: Plan, today: date) -> SqlDraft:
    return SqlDraft(
        sql=write(plan, today),
        invoices_sql=write_invoices(plan),
        undated_sql=write_undated(plan),
        nearest_sql=write_nearest(plan),
        measure=_named(plan),
        per=_UNITS.get(plan.group) if plan.group and plan.figure is Figure.AVERAGE_PER_UNIT else None,
        adds_up=_adds_up(plan),
        shown=("vat",)
        if plan.figure is Figure.LIST and plan.order and Measure.VAT in (plan.measure, *plan.also)
        else (),
        period=_period(plan),
        filters=_labels(plan),
        unknown_payee=plan.unknown_payee,
        engine=EngineName.LOCAL,
    )


def _named(plan: Plan) -> Named:
    if plan.figure is Figure.LIST and plan.order in (Order.LARGEST, Order.SMALLEST) and not plan.sorts_all:
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
    return "vat" if plan.measure is Measure.VAT else "total"


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
