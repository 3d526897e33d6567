"""How many are wanted, and from which place on. Pure."""

from shared.local_engine.questions.concepts import GROUP_NOUNS, SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Order
from shared.local_engine.questions.planning.question import Question
from shared.local_engine.questions.words.forms import plural

DEFAULT_TOP = 5
MAX_LISTED = 1000


def number_wanted(q: Question) -> int | None:
    for index, found in enumerate(q.tags):
        if index in q.used:
            continue
        value = found.amount
        if value is not None and 0 < value <= MAX_LISTED and value == int(value):
            near = q.tags[max(0, index - 3) : index + 4]
            if any(
                tag.has(C.INVOICE, C.EXPENSE, C.SPEND, C.LAST, C.FIRST, *SUPERLATIVES, *GROUP_NOUNS) for tag in near
            ):
                return int(value)
    return None


def few_or_one(q: Question, *nouns: C) -> int:
    """`biggest expenses` wants a few, `biggest expense` one."""
    several = any(
        found.has(*nouns) and plural(found.text.casefold()) for index, found in enumerate(q.tags) if index not in q.used
    )
    return DEFAULT_TOP if several else 1


def in_singular(q: Question, *nouns: C) -> bool:
    """One of them is asked for, not several."""
    open_ones = (found for index, found in enumerate(q.tags) if index not in q.used and found.has(*nouns))
    return any(not plural(found.text.casefold()) for found in open_ones)


def places_skipped(q: Question) -> int:
    """`second most expensive` leaves out one."""
    for index, found in enumerate(q.tags):
        place = found.value(C.ORDINAL)
        if index in q.used or not isinstance(place, int) or place < 2:
            continue
        before = [tag for tag in q.tags[:index] if not tag.filler][-1:]
        after = [tag for tag in q.tags[index:] if not tag.filler][:3]
        if any(tag.has(*SUPERLATIVES) for tag in (*before, *after)):
            return place - 1
    return 0


def extreme_order(q: Question) -> Order:
    return Order.SMALLEST if q.free(C.SMALLEST) else Order.LARGEST
