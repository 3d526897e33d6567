"""Whether a question compares two things, though perhaps it does not say so. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import BOUNDS, GROUP_NOUNS, SUPERLATIVES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days
from shared.local_engine.questions.words.tags import Tag, mentions


def compares_amounts(tags: Sequence[Tag], days: Days) -> bool:
    two = len(days.spans) > 1 or sum(bool(found.payees) for found in tags) > 1
    two = two or sum(found.has(C.METHOD_NAME) for found in tags) > 1
    week = mentions(tags, C.WORKDAYS) or (mentions(tags, C.OR) and mentions(tags, C.WEEKLY, C.WEEK, C.THIS_WEEK))
    two = two or (mentions(tags, C.WEEKEND) and week)
    if mentions(tags, C.WEEKEND) and mentions(tags, C.WORKDAYS) and mentions(tags, C.AND, C.OR):
        return True  # `how did it split between weekdays and weekends`: together they are all days
    either = mentions(tags, C.OR) and mentions(tags, C.LARGEST, C.SMALLEST, C.MOST_OFTEN, C.AVERAGE)
    return two and (either or _more_than(tags) or _did_i_spend_more(tags))


def two_bounds(tags: Sequence[Tag]) -> bool:
    """`how many below 20 and how many over 200`."""
    bounds = (found for found in tags if found.has(*BOUNDS))
    return sum(1 for _ in bounds) > 1


def _more_than(tags: Sequence[Tag]) -> bool:
    """A `more than` that bounds no amount."""
    for index, found in enumerate(tags):
        beside = [tag for tag in tags[max(0, index - 2) : index + 3] if not tag.filler]
        bounds = any(tag.number is not None or tag.has(C.NUMBER_WORD, C.CURRENCY_NAME) for tag in beside)
        if found.has(C.MORE_THAN) or (found.has(C.OVER, C.UNDER) and not bounds):
            return True
    return False


def _did_i_spend_more(tags: Sequence[Tag]) -> bool:
    """`¿gasté más este mes que el pasado?`: as a question for a yes or no, `gasté más` asks for no ranking."""
    if mentions(tags, C.MOST_OFTEN) and not mentions(tags, C.WHICH, C.WHERE, C.LIST):
        return True
    most = next((at for at, tag in enumerate(tags) if tag.has(*SUPERLATIVES) and tag.has(C.SPEND)), -1)
    asked = mentions(tags[: max(0, most)], C.WHICH, C.WHERE)
    return most >= 0 and not (asked or mentions(tags, C.HOW_MUCH, C.LIST, C.INVOICE, C.TOP, *GROUP_NOUNS[:4]))
