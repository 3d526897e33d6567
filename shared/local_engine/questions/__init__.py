"""Questions in eight languages -> SQL without a model: tags, periods, filters, plan, statement. Pure."""

from typing import Literal

from shared.engine import CannotAnswer, Period, SqlDraft, SqlRequest
from shared.local_engine.questions.lexicon import language_of, lexicon
from shared.local_engine.questions.normalise import tokenise
from shared.local_engine.questions.payees import PayeeFinder
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.refusals import Why, why_not
from shared.local_engine.questions.sql import write, write_invoices, write_undated
from shared.local_engine.questions.tags import tag
from shared.local_engine.questions.understand import understand
from shared.safe_naming import EngineName

MAX_QUESTION_CHARS = 1000
_Named = Literal["total", "count", "average", "largest", "smallest", "vat", "list", "breakdown", "other"]

__all__ = ["write_sql"]


def write_sql(request: SqlRequest) -> SqlDraft | CannotAnswer:
    text = request.text[:MAX_QUESTION_CHARS]
    tokens = tokenise(text)
    if not tokens:
        return _refusal("not_understood")
    words = lexicon(language_of(tokens, request.language))
    tags = tag(text, words, PayeeFinder(request.payees))
    if why := why_not(text, tags):
        return _refusal(why)
    plan = understand(text, tags, request.today)
    return SqlDraft(
        sql=write(plan, request.today),
        invoices_sql=write_invoices(plan),
        undated_sql=write_undated(plan),
        measure=_named(plan),
        period=_period(plan),
        filters=tuple(condition.label for condition in (*plan.conditions, *plan.share_of)),
        engine=EngineName.LOCAL,
    )


def _refusal(why: Why) -> CannotAnswer:
    return CannotAnswer(why=why, engine=EngineName.LOCAL)


def _named(plan: Plan) -> _Named:
    if plan.figure is Figure.LIST and plan.order in (Order.LARGEST, Order.SMALLEST):
        return "largest" if plan.order is Order.LARGEST else "smallest"
    if plan.figure in (Figure.LIST, Figure.DUPLICATES, Figure.DISTINCT_LIST):
        return "list"
    if plan.group and plan.figure is not Figure.DISTINCT_COUNT and plan.figure is not Figure.AVERAGE_PER_UNIT:
        return "breakdown"
    if plan.figure in (Figure.COUNT, Figure.DISTINCT_COUNT):
        return "count"
    if plan.figure in (Figure.AVERAGE, Figure.AVERAGE_PER_UNIT):
        return "average"
    if plan.figure is Figure.TOTAL:
        return "vat" if plan.measure is Measure.VAT else "total"
    return "other"


def _period(plan: Plan) -> Period | None:
    span = plan.span
    return Period(start=span.start, end=span.end) if span else None
