"""By what a figure is parted, or what is listed, counted or ranked: payees, methods, months. Pure."""

from itertools import pairwise

from shared.local_engine.questions.concepts import GROUP_NOUNS, RATES, SUPERLATIVES, UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.planning.ranks import in_singular
from shared.local_engine.questions.words.tags import mentions

_ADVERBS = {**RATES, C.BY_WEEKDAY: C.WEEKDAY}
_KINDS = (C.VENDOR, C.METHOD, C.CURRENCY)
_EVERY = frozenset("כל".split())  # `list every vendor` is no breakdown


def group_noun(q: Question) -> C | None:
    """`by month`, `per vendor`, `monthly`, `for each payment method`."""
    for index, found in enumerate(q.tags):
        if not found.has(C.PER) or (index and q.tags[index - 1].has(C.LIST) and found.words[-1] in _EVERY):
            continue
        for tag in q.tags[index : index + (7 if _each_of(q, index) else 4)]:
            for noun in GROUP_NOUNS:  # `vendor wise` says both in one
                each = tag.has(noun) and noun in UNIT_NOUNS and _each_of(q, index)
                if each or (tag.has(noun) and not (noun in UNIT_NOUNS and index + 1 in q.days.used)):
                    return (_adverb(q) or noun) if noun is C.CURRENCY else noun  # these are always apart
            if not tag.filler and not tag.has(C.LARGEST, C.PER) and not _each_of(q, index):
                break
        before = [tag for tag in q.tags[max(0, index - 2) : index] if not tag.filler]
        if before and not q.tags[index].has(C.AT_VENDOR):  # Hindi: `payment method by`
            said = next((noun for noun in _KINDS if before[-1].has(noun)), None)
            if said:
                return said
    if q.says(C.PER) and q.says(C.SPEND, C.TOTAL, C.AMOUNT, C.COUNT) and not _adverb(q):
        return next((noun for noun in _KINDS if q.free(noun)), None)
    return _adverb(q) or _split_over(q) or _vendors_asked(q)


def _split_over(q: Question) -> C | None:
    """`how is it split between payment methods`, `the spread over the days of the week`."""
    split = next((at for at, found in enumerate(q.tags) if found.has(C.SPLIT)), len(q.tags))
    for index in range(split + 1, len(q.tags)):
        following = next((at for at in range(index + 1, len(q.tags)) if not q.tags[at].filler), None)
        if not q.tags[index].has(C.OVER, C.BETWEEN, C.AT_VENDOR, C.PER) or following is None or following in q.used:
            continue
        noun = next((noun for noun in GROUP_NOUNS if q.tags[following].has(noun)), None)
        if noun and not q.tags[following].has(C.LAST, C.THIS):
            return noun
    return None


def _each_of(q: Question, index: int) -> bool:
    """`each of the last three months`: the period is parted."""
    following = [at for at in range(index + 1, min(index + 4, len(q.tags))) if not q.tags[at].filler]
    of = len(q.tags[index].words) > 1 or (following and following[0] > index + 1)
    if not (following and of) or following[0] not in q.days.used:
        return False
    return q.tags[following[0]].has(C.LAST, C.THIS)


def _adverb(q: Question) -> C | None:
    return next((unit for adverb, unit in _ADVERBS.items() if q.free(adverb)), None)


def _vendors_asked(q: Question) -> C | None:
    """`whom did I pay how much`, `where does my money go`."""
    relative = any(  # `invoices where the amount is 0`
        noun.has(C.INVOICE, C.EXPENSE) and where.has(C.WHERE) for noun, where in pairwise(q.tags)
    )
    both = q.says(C.WHERE) and not relative and ((q.says(C.HOW_MUCH) and q.says(C.SPEND)) or q.free(C.AMOUNT))
    elsewhere = q.says(*SUPERLATIVES, C.COMPARE, C.MORE_THAN) or any(found.payees for found in q.tags)
    return C.VENDOR if both and not elsewhere else None


def average_unit(q: Question) -> C | None:
    """`in an average month`, `un mes medio`: the unit stands beside the word, and says nothing about when."""
    index = q.index(C.AVERAGE)
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(q.tags) and at not in q.used]
    return next((unit for at in beside for unit in GROUP_NOUNS if unit in UNIT_NOUNS and q.tags[at].has(unit)), None)


def distinct_noun(q: Question) -> C | None:
    """The thing that is counted or listed: `how many vendors`, `which currencies`, `on how many days`."""
    for index, found in enumerate(q.tags):
        if found.has(C.HOW_MANY, C.HOW_MUCH):
            for at in range(index + 1, min(index + 3, len(q.tags))):
                for noun in (C.DAY, C.MONTH, C.WEEK):
                    if q.tags[at].has(noun) and at not in q.used:
                        return noun
    for noun in (C.VENDOR, C.METHOD, C.CURRENCY):
        if q.free(noun) and not (noun is C.METHOD and q.filters.methods):
            return noun
    return C.VENDOR if q.says(C.WHERE) and not q.says(C.HOW_MUCH, C.INVOICE, C.WHEN) else None


def asked_first(q: Question, noun: C) -> bool:
    """`which currencies ...`: the noun follows the question word."""
    for index, found in enumerate(q.tags):
        if found.has(C.WHICH, C.LIST, C.DISTINCT):
            for tag in q.tags[index : index + 5]:
                if tag.has(noun):
                    return True
                if not (tag.filler or tag.has(C.WHICH, C.ME, C.DISTINCT, C.LIST)):
                    break
    return False


def ranked_noun(q: Question) -> tuple[C | None, bool]:
    """`which vendor ... most`, `top 5 months`, `where do I spend the most`."""
    if not q.free(*SUPERLATIVES):
        return None, False
    for noun in GROUP_NOUNS:
        if noun in UNIT_NOUNS and not _asks_for(q, noun):
            continue
        if q.free(noun):
            return noun, True
    if _which_date(q):
        return C.DAY, True
    if _which_card(q):
        return C.METHOD, True
    money = any(found.has(C.LARGEST, C.SMALLEST) and found.has(C.SPEND) for found in q.tags)
    where = q.says(C.WHERE) or q.free(C.MOST_OFTEN)
    noun_asked = q.free(C.INVOICE, C.EXPENSE) and not q.says(C.WHERE)
    if (where or (money and q.says(C.WHICH))) and not noun_asked:
        return C.VENDOR, True
    return None, False


def _which_date(q: Question) -> bool:
    """`on which date did I spend the most` asks for a day, not for an invoice."""
    most = any(found.has(C.LARGEST, C.SMALLEST) and found.has(C.SPEND) for found in q.tags)
    return most and any(found.has(C.WHEN) and found.has(C.DATE) for found in q.tags)


def _which_card(q: Question) -> bool:
    """`which card do I use most` asks for a card, not for what was paid by card."""
    pairs = zip(q.tags, q.tags[1:], strict=False)
    return any(which.has(C.WHICH) and card.value(C.METHOD_NAME) == "card" for which, card in pairs)


def _asks_for(q: Question, unit: C) -> bool:
    """A unit is what is asked for beside a question word or a superlative; else it only says when."""
    index = q.index(unit)
    near = q.tags[max(0, index - 3) : index] if index >= 0 else ()
    after = q.tags[index : index + 6] if index >= 0 else ()  # `le mois où j'ai le plus dépensé`
    one = q.tags[index - 1].value(C.NUMBER_WORD) == 1 if index > 0 else False  # `the most I spent in one day`
    return one or mentions(near, C.WHICH, C.WHEN, *SUPERLATIVES, C.HOW_MUCH) or mentions(after, *SUPERLATIVES)


def bounded_noun(q: Question) -> C | None:
    """`vendors where I spent over 500`: the bound is on each of them."""
    asked = q.filters.having or q.says(C.WHICH, C.LIST, C.WHERE, C.SPEND)
    nouns = (C.VENDOR, C.MONTH, C.DAY, C.WEEK) if asked else (C.VENDOR,)
    return next((noun for noun in nouns if q.free(noun)), None)


def listed_with_figures(q: Question) -> C | None:
    """`list of suppliers with totals`."""
    if not (q.says(C.LIST) and q.free(C.TOTAL, C.AMOUNT)) or q.says(C.HOW_MUCH) or q.filters.payees:
        return None
    return next((noun for noun in GROUP_NOUNS[:3] if q.free(noun) and not in_singular(q, noun)), None)
