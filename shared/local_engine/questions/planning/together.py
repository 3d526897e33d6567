"""Questions that ask twice: `how many were there and what did they cost`, `the total and the VAT`. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.planning.counting import counts
from shared.local_engine.questions.words.forms import begins_with_and
from shared.local_engine.questions.words.tags import Tag, mentions

_BETWEEN = (C.HOW_MUCH, C.HOW_MANY, C.WHICH, C.ME, C.AMOUNT, C.TOTAL, C.AVERAGE, C.FROM, C.THIS)
"""What may stand between `and` and the figure it adds."""
_FIRST = (
    C.HOW_MUCH, C.HOW_MANY, C.TOTAL, C.NET, C.AVERAGE, C.LARGEST, C.SMALLEST, C.LAST, C.SPEND, C.INVOICE, C.EXPENSE,
)  # fmt: skip


def adds(tags: Sequence[Tag], index: int) -> bool:
    """Whether an `and`, or a comma, leads to this tag."""
    for at in range(index, 0, -1):
        found, before = tags[at], tags[at - 1]
        if "," in found.gap or before.has(C.AND) or begins_with_and(found):
            return True
        if not (before.filler or before.has(*_BETWEEN)):
            return False
    return False


def added_vat(tags: Sequence[Tag]) -> int:
    """Where VAT is asked for beside another figure, or -1."""
    if mentions(tags, C.SHARE, C.COMPARE, C.WITHOUT, C.EXCLUDING):
        return -1
    for index, found in enumerate(tags):
        if found.has(C.VAT) and not found.has(C.NET):
            net_behind = any(tag.has(C.NET) and adds(tags, at) for at, tag in enumerate(tags) if at > index)
            joined = adds(tags, index) and mentions(tags[:index], *_FIRST)
            return index if joined or net_behind else -1
    return -1


def adds_total(tags: Sequence[Tag], *first: C) -> bool:
    """Whether a total is asked for beside what else is asked with one of these words."""
    sums = [at for at, found in enumerate(tags) if found.has(C.HOW_MUCH, C.TOTAL) and not counts(tags, at)]
    others = [at for at, found in enumerate(tags) if found.has(*first) and at not in sums]
    return any(
        adds(tags, max(total, other)) for total in sums for other in others if not tags[total].has(C.HOW_MANY)
    ) and any(_apart(tags, total, other) for total in sums for other in others)


def asks_twice(tags: Sequence[Tag]) -> bool:
    """`how much at Ikea and how much at Zara`."""
    asked = [at for at, found in enumerate(tags) if found.has(C.HOW_MUCH, C.HOW_MANY)]
    return len(asked) > 1 and _apart(tags, asked[0], asked[-1])


def asks_of_each_period(tags: Sequence[Tag], periods: frozenset[int]) -> bool:
    """`how much in March and how much in April`, `in March and April each`; `periods` are the tags that say when."""
    if each_apart(tags):
        return True
    asked = [at for at, found in enumerate(tags) if found.has(C.HOW_MUCH, C.HOW_MANY)]
    if len(asked) != 2 or tags[asked[0]].words != tags[asked[1]].words:
        return False
    return any(asked[0] < at < asked[1] for at in periods) and max(periods) > asked[1]


def each_apart(tags: Sequence[Tag]) -> bool:
    """`... each`, `... separately`, `at each of Ikea and Zara`."""
    of_each = (
        next((tag for tag in tags[at + 1 :] if not (tag.filler or tag.has(C.FROM))), found)
        for at, found in enumerate(tags)
        if found.has(C.PER)
    )
    return tags[-1].has(C.PER, C.DISTINCT) or any(found.payees for found in of_each)


def _apart(tags: Sequence[Tag], one: int, other: int) -> bool:
    """An `and` or a comma stands between."""
    low, high = sorted((one, other))
    between = tags[low + 1 : high + 1]
    return any("," in tag.gap or tag.has(C.AND) or begins_with_and(tag) for tag in between)
