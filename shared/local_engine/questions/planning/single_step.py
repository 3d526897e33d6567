"""No groups, no order: one figure, or the invoices themselves. Pure."""

from dataclasses import replace

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Plan
from shared.local_engine.questions.planning.counting import counts, counts_invoices
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.planning.together import adds_total
from shared.local_engine.questions.words.tags import mentions


def single(q: Question, base: Plan) -> Plan:
    if q.says(C.MEDIAN):
        return replace(base, figure=Figure.MEDIAN)
    if q.free(C.AVERAGE):
        return replace(base, figure=Figure.AVERAGE)
    if _asks_for_a_count(q):
        return replace(base, figure=Figure.COUNT)
    return replace(base, figure=Figure.LIST if _asks_for_invoices(q) else Figure.TOTAL)


def _asks_for_a_count(q: Question) -> bool:
    if adds_total(q.tags, C.HOW_MANY, C.HOW_MUCH, C.COUNT):
        return False
    if counts_invoices(q.tags):
        return True
    if q.says(C.HOW_MANY) and not _how_many_coins(q):
        return q.free(C.INVOICE, C.EXPENSE, C.TIMES) or not q.free(C.SPEND, C.VAT, C.AMOUNT)
    tags = q.tags
    money = any(found.has(C.TOTAL, C.HOW_MUCH) and not counts(tags, at) for at, found in enumerate(tags))
    visits = q.says(C.TIMES) and not (q.says(C.LIST) and q.filters.amounts)
    return (q.says(C.COUNT) or visits) and not money


def _how_many_coins(q: Question) -> bool:
    """`how many euros` asks how much."""
    return any(
        found.has(C.HOW_MANY) and mentions(q.tags[index + 1 : index + 3], C.CURRENCY_NAME)
        for index, found in enumerate(q.tags)
    )


def _asks_for_invoices(q: Question) -> bool:
    if q.says(C.HOW_MUCH, C.TOTAL):
        return False
    noun = q.free(C.INVOICE, C.EXPENSE, C.UPLOADED)
    if q.says(C.LIST):
        return noun or bool(q.filters.amounts and q.says(C.TIMES)) or not (_spending(q) or q.free(C.VAT, C.NET))
    sent_in = q.free(C.UPLOADED) and not q.free(C.SPEND)
    if q.says(C.WHICH) and ((q.free(C.INVOICE) and not _of_invoices(q)) or q.filters.amounts or sent_in):
        return True
    if q.filters.amounts and q.free(C.EXPENSE, C.EVERYTHING, C.TIMES) and not q.free(C.AVERAGE):
        return True
    return q.free(C.INVOICE) and not q.free(C.VAT, C.NET)


def _of_invoices(q: Question) -> bool:
    """`what was the VAT on my bills` asks for the VAT."""
    figure, invoice = q.index(C.VAT, C.NET), q.index(C.INVOICE)
    return q.index(C.WHICH) < figure < invoice


def _spending(q: Question) -> bool:
    """The sum is asked for; `everything paid in cash` are some invoices."""
    for index, found in enumerate(q.tags):
        following = next((tag for tag in q.tags[index + 1 :] if not tag.has(C.FILLER, C.AT_VENDOR)), None)
        how = following is not None and following.has(C.METHOD_NAME, C.CURRENCY_NAME)
        how = how or mentions(q.tags[max(0, index - 3) : index], C.EVERYTHING)
        if index not in q.used and found.has(C.SPEND) and not how:
            return True
    return False
