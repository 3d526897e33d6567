"""Whether a number of invoices or of other things is asked for, not a sum. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import plural
from shared.local_engine.questions.words.tags import Tag

_COUNTED = (C.INVOICE, C.EXPENSE, C.TIMES, C.VENDOR, C.METHOD, C.CURRENCY, C.DAY, C.WEEK, C.MONTH)


def counts_invoices(tags: Sequence[Tag]) -> bool:
    """`how many invoices`: the noun follows the question word, with at most fillers between."""
    for index, found in enumerate(tags):
        if not found.has(C.HOW_MUCH, C.HOW_MANY):
            continue
        for tag in tags[index + 1 : index + 4]:
            verb = tag.text.isascii() and not (found.has(C.HOW_MANY) or plural(tag.text))  # `cuánto gasto al mes`
            if tag.has(C.INVOICE, C.EXPENSE, C.TIMES) and not (tag.has(C.SPEND) or (verb and not tag.has(C.INVOICE))):
                return True
            led_away = tag.has(C.AT_VENDOR) and not found.has(C.HOW_MANY)  # `how much went on purchases`
            if (
                led_away
                or tag.has(C.SPEND, C.HOW_MUCH)
                or not (tag.filler or tag.payees or tag.has(C.DISTINCT, C.METHOD_NAME))
            ):
                break
    return False


def only_visits(tags: Sequence[Tag]) -> bool:
    """Somebody goes somewhere, and no word of spending stands beside it."""
    spends = any(tag.has(C.SPEND, C.AMOUNT, C.EXPENSE, C.TOTAL) and not tag.has(C.VISIT) for tag in tags)
    return any(tag.has(C.VISIT) for tag in tags) and not spends


def how_many_of(tags: Sequence[Tag], noun: C) -> bool:
    """Where one word asks for how much and how many: the noun follows it before any spending."""
    for index, found in enumerate(tags):
        if found.has(C.HOW_MUCH):
            for tag in tags[index : index + 5]:
                if tag.has(noun):
                    return True
                if tag.has(C.SPEND):
                    break
    return False


def asks_how_many(tags: Sequence[Tag], noun: C | None) -> bool:
    """`how many vendors`: the noun follows at once."""
    for index, found in enumerate(tags):
        if noun is not None and found.has(C.HOW_MANY, C.COUNT):
            following = (tag for tag in tags[index + 1 :] if not tag.filler and not tag.has(C.DISTINCT))
            return next((tag.has(noun) for tag in following), False)
    return False


def counts(tags: Sequence[Tag], index: int) -> bool:
    """`how many invoices`, `total number of invoices`."""
    for tag in tags[index + 1 : index + 4]:
        if tag.has(*_COUNTED, C.COUNT) and not tag.has(C.SPEND):
            return True
        if not tag.filler:
            return False
    return False
