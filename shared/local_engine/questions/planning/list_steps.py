"""Plans that list invoices, or take a figure of those listed. Pure."""

from dataclasses import replace

from shared.local_engine.questions.concepts import SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.planning.counting import counts_invoices
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.planning.ranks import (
    DEFAULT_TOP,
    extreme_order,
    few_or_one,
    number_wanted,
    places_skipped,
)


def days_since(q: Question, base: Plan) -> Plan | None:
    """`how long ago was my last invoice`."""
    about_one = q.free(C.LAST, C.FIRST, C.INVOICE, C.EXPENSE, C.SPEND) or bool(q.filters.payees)
    if not (q.says(C.DAYS_SINCE) and about_one):
        return None
    order = Order.OLDEST if q.free(C.FIRST) else Order.NEWEST
    return replace(base, figure=Figure.LIST, measure=Measure.GROSS, order=order, limit=1, with_age=True)


def duplicates(q: Question, base: Plan) -> Plan | None:
    return replace(base, figure=Figure.DUPLICATES) if q.says(C.DUPLICATE) else None


def missing_ones(q: Question, base: Plan) -> Plan | None:
    if not (q.filters.missing or q.filters.refunds):
        return None
    if counts_invoices(q.tags) or q.says(C.HOW_MANY, C.COUNT):
        return replace(base, figure=Figure.COUNT, measure=Measure.GROSS)
    if q.says(C.HOW_MUCH, C.TOTAL) and not q.says(C.LIST):
        return None
    plan = replace(base, figure=Figure.LIST, measure=Measure.GROSS)
    if q.filters.refunds and q.free(C.LARGEST, C.SMALLEST):  # the largest refund is the lowest amount
        order = Order.SMALLEST if q.free(C.LARGEST) else Order.LARGEST
        return replace(plan, order=order, limit=number_wanted(q) or 1)
    return plan


def recent(q: Question, base: Plan) -> Plan | None:
    latest, oldest = q.free(C.LAST), q.free(C.FIRST)
    asked = q.free(C.INVOICE, C.EXPENSE, C.SPEND, C.UPLOADED, C.LIST) or bool(q.filters.payees)
    when = q.says(C.WHEN)
    if not (((latest or oldest) and asked) or when) or counts_invoices(q.tags):
        return None
    if q.free(C.AVERAGE) and not number_wanted(q):
        return None
    if when and not (latest or oldest) and (q.filters.amounts or q.free(*SUPERLATIVES)):
        return None
    uploaded = q.says(C.UPLOADED)
    order = (
        (Order.FIRST_UPLOADED if uploaded else Order.OLDEST) if oldest else Order.UPLOADED if uploaded else Order.NEWEST
    )
    limit = number_wanted(q) or (few_or_one(q, C.INVOICE, C.EXPENSE) if not when else 1)
    plan = replace(base, order=order, limit=limit, by_upload=base.by_upload)
    if number_wanted(q) and (figure := _figure_of_listed(q)):
        return replace(plan, figure=figure, of_listed=True)
    return replace(plan, figure=Figure.LIST, measure=Measure.GROSS, skip=places_skipped(q))


def extreme(q: Question, base: Plan) -> Plan | None:
    if not q.free(C.LARGEST, C.SMALLEST, C.TOP):
        return None
    if base.measure is Measure.VAT and _vat_of_it(q):
        base = replace(base, measure=Measure.GROSS, also=(Measure.VAT,))
    order = extreme_order(q)
    limit = number_wanted(q) or (DEFAULT_TOP if q.free(C.TOP) else few_or_one(q, C.INVOICE, C.EXPENSE))
    if (number_wanted(q) or 1) > 1 and q.says(C.TOTAL, C.AVERAGE) and (figure := _figure_of_listed(q)):
        return replace(base, figure=figure, of_listed=True, order=order, limit=limit)
    return replace(base, figure=Figure.LIST, order=order, limit=limit, skip=places_skipped(q))


def _vat_of_it(q: Question) -> bool:
    """`the VAT on my largest purchase`: the superlative is that of the purchase."""
    most = q.index(*SUPERLATIVES)
    following = next((tag for tag in q.tags[most + 1 :] if not tag.filler), None)
    return q.index(C.VAT) < most and following is not None and following.has(C.INVOICE, C.EXPENSE)


def _figure_of_listed(q: Question) -> Figure | None:
    """`how much were my last 5 invoices`."""
    if q.says(C.LIST):
        return None
    if q.free(C.AVERAGE):
        return Figure.AVERAGE
    return Figure.TOTAL if q.says(C.HOW_MUCH, C.TOTAL) else None
