"""A part of a whole. Pure."""

from dataclasses import replace

from shared.local_engine.questions.concepts import SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days, Span, span_name
from shared.local_engine.questions.plan import Condition, Figure, Measure, Plan
from shared.local_engine.questions.planning.grouping import group_noun
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.sql.parts import days_condition
from shared.local_engine.questions.words.tags import mentions


def share(q: Question, base: Plan) -> Plan | None:
    one_of_them = q.free(*SUPERLATIVES) and q.free(C.VENDOR, C.METHOD)  # `the share of the top vendor`
    if not q.says(C.SHARE) or group_noun(q) or one_of_them:
        return None
    if (q.free(C.VAT) and not (q.filters.payees or q.filters.methods)) or base.measure is Measure.VAT:
        return replace(base, figure=Figure.SHARE, measure=Measure.GROSS)
    part = (*q.filters.payees, *q.filters.methods) or q.filters.amounts or q.filters.others
    if q.filters.payees and q.filters.methods and _method_of_payee(q):
        part = (*q.filters.methods,)
    by_count = _share_of_invoices(q)
    if not part and (when := _share_of_days(base.days, base.day_words)):
        days, inner = when
        return replace(base, figure=Figure.SHARE, days=days, day_words="", share_of=(inner,), by_count=by_count)
    if not part:
        return None
    rest = tuple(condition for condition in base.conditions if condition not in part)
    return replace(base, figure=Figure.SHARE, share_of=tuple(part), conditions=rest, by_count=by_count)


def _method_of_payee(q: Question) -> bool:
    """`the share of cash at Uber`, where the share of `Uber paid in cash` is that of both."""
    share, method = q.index(C.SHARE), next(at for at, found in enumerate(q.tags) if found.has(C.METHOD_NAME))
    payee = next(at for at, found in enumerate(q.tags) if found.payees)
    return share < method < payee and not mentions(q.tags[:method], C.SPEND, C.EXPENSE, C.INVOICE)


def _share_of_invoices(q: Question) -> bool:
    """`percentage of my invoices`, not of the money: what follows the word first, or else stands before it."""
    at = next(index for index, found in enumerate(q.tags) if found.has(C.SHARE))
    for tag in (*q.tags[at + 1 :], *reversed(q.tags[:at])):
        if tag.has(C.INVOICE, C.SPEND, C.EXPENSE, C.AMOUNT, C.TOTAL):
            return tag.has(C.INVOICE)
    return False


def _share_of_days(days: Days, words: str) -> tuple[Days, Condition] | None:
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
