"""Questions about what no column holds: colours, things bought, what is unpaid, rates of exchange. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from shared.local_engine.questions.concepts import FIGURES, NEGATIONS, SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.tags import Tag, mentions

_PERCENT = (("%",), ("percent",))
_TO_ME = frozenset("me nos mich mir uns m".split())
_ARTICLES = frozenset("the a one el un le l der ein o um".split())


def asks_for_the_unrecorded(tags: Sequence[Tag]) -> bool:
    """Beside what follows: `how many books`, `how many friends`."""
    said = [found for found in tags if not found.filler]
    counts_things = any(a.has(C.HOW_MANY) and b.has(C.CATEGORY, C.PERSON) for a, b in pairwise(tags))
    counts_things = counts_things or any(a.has(C.HOW_MANY) and b.has(C.CATEGORY) for a, b in pairwise(said))
    sums = any(a.number is not None and b.words in _PERCENT for a, b in pairwise(tags))  # `what is 15% of my total`
    other = (
        sums
        or _others_pay(tags)
        or _asks_a_price(tags)
        or _asks_for_something_else(tags)
        or _asks_who_did(tags)
        or _asks_what_to_do(tags)
    )
    return counts_things or other or _asks_for_unpaid(said) or _asks_for_a_rate(tags)


def _asks_for_something_else(tags: Sequence[Tag]) -> bool:
    """`what colour shirt did I buy`, `who served me`: an unknown word is what is asked for; a capital begins a name."""
    for index, found in enumerate(tags[:-1]):
        following = tags[index + 1]
        if found.has(C.WHICH, C.WHERE) and not found.has(*FIGURES) and following.unknown:
            return following.text.islower() and not mentions(tags, C.VENDOR, *SUPERLATIVES)
    return False


def _others_pay(tags: Sequence[Tag]) -> bool:
    """`how much tax does Ikea pay`; what shops cost and charge is the user's."""
    triples = zip(tags, tags[1:], tags[2:], strict=False)
    return any(
        a.words[-1:] in (("does",), ("do",)) and b.payees and c.words[-1:] in (("pay",), ("spend",), ("buy",))
        for a, b, c in triples
    )


def _asks_a_price(tags: Sequence[Tag]) -> bool:
    """`ما هو سعر الذهب`: of something that was not bought."""
    if mentions(tags, C.ME, C.SPEND, C.INVOICE, C.EXPENSE, C.TOTAL, C.LIST) or any(found.payees for found in tags):
        return False
    said = [found for found in tags if not found.filler]
    return any(a.has(C.AMOUNT) and b.unknown for a, b in pairwise(said))


def _asks_for_the_off_topic(tags: Sequence[Tag]) -> bool:
    """`what temperature was it when I ate at Shell`: whoever was paid."""
    return any(
        a.has(C.WHICH, C.HOW_MUCH, C.HOW_MANY) and b.has(C.OFF_TOPIC) and b.gap == " " for a, b in pairwise(tags)
    )


def _asks_who_did(tags: Sequence[Tag]) -> bool:
    """`¿quién me atendió?`"""
    triples = zip(tags, tags[1:], tags[2:], strict=False)
    return any(a.has(C.WHERE) and b.text.casefold() in _TO_ME and c.unknown and c.text.islower() for a, b, c in triples)


def _asks_what_to_do(tags: Sequence[Tag]) -> bool:
    """`and what to cut`."""
    return any(a.has(C.WHICH, C.WHERE, C.WHEN) and b.text.casefold() == "to" for a, b in pairwise(tags))


def _asks_for_unpaid(said: Sequence[Tag]) -> bool:
    """`which invoices are not paid yet`, but not those `not paid by card`."""
    for index, negation in enumerate(said):
        if not negation.has(*NEGATIONS):
            continue
        after = said[index + 1 :]
        if negation.words[-1] != "paid":
            if not (after and after[0].has(C.SPEND)):
                continue
            after = after[1:]
        how = after and (after[0].payees or after[0].has(C.METHOD_NAME, C.METHOD, C.CURRENCY_NAME, C.AT_VENDOR))
        if not how and mentions(said[:index], C.INVOICE):
            return True
    return False


def _asks_for_a_rate(tags: Sequence[Tag]) -> bool:
    """`euro to dollar`, `what is the pound worth in euros`."""
    triples = zip(tags, tags[1:], tags[2:], strict=False)
    if any(a.has(C.CURRENCY_NAME) and b.has(C.TO) and c.has(C.CURRENCY_NAME) for a, b, c in triples):
        return True
    one = any(a.text.casefold() in _ARTICLES and b.has(C.CURRENCY_NAME) for a, b in pairwise(tags))
    two = len({found.value(C.CURRENCY_NAME) for found in tags if found.has(C.CURRENCY_NAME)}) > 1
    own = mentions(tags, C.ME, C.LIST, C.SPEND, C.INVOICE, C.EXPENSE, C.TOTAL, C.COUNT, C.VAT)
    asked = any(found.has(C.AMOUNT, C.WHICH) or (one and found.has(C.HOW_MUCH)) for found in tags)
    return (one or two) and not own and asked
