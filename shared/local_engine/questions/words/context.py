"""Tags whose neighbours say what they mean, or that they add nothing. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import GROUP_NOUNS, RATES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days
from shared.local_engine.questions.words.forms import begins_with_and
from shared.local_engine.questions.words.lexicon import Meaning
from shared.local_engine.questions.words.tags import Tag, mentions

_UNITS = {**RATES, C.WORKDAYS: C.WEEK}  # `during the week of 2 March`
_IN = frozenset("in im during durante pendant durant wahrend في خلال לשבוע לחודש לרבעון לשנה".split())
_BIT = Meaning(C.METHOD_NAME, "bit")
_SAID_ANYWAY = (C.WHERE, C.WHEN)
_THINGS = (C.INVOICE, C.EXPENSE, C.LARGEST, C.SMALLEST, C.LAST, C.FIRST)


def without_false_rates(tags: Sequence[Tag]) -> list[Tag]:
    """`in the week` is a rate, `in the week before last` a time, as are Arabic `in the year last`, `im Monat März`."""
    return [_time(found, tags[index + 1 : index + 3]) for index, found in enumerate(tags)]


def _time(found: Tag, following: Sequence[Tag]) -> Tag:
    rate = next((rate for rate in _UNITS if found.has(rate)), None)
    if rate is None or found.words[0] not in _IN or not _says_when(following):
        return found
    return found.meaning(Meaning(_UNITS[rate]))


def _says_when(following: Sequence[Tag]) -> bool:
    if not following:
        return False
    of_another = len(following) > 1 and following[1].has(*_UNITS.values())  # `in der Woche letzten Monat`
    said = following[0].has(C.LAST, C.THIS, C.BEFORE_LAST, C.FIRST, C.ORDINAL, C.MONTH_NAME, C.BEFORE, C.AFTER)
    said = said or following[0].number is not None or following[0].day is not None
    return (said or (following[0].filler and _says_when(following[1:]))) and not of_another


def without_asides(tags: Sequence[Tag]) -> Sequence[Tag]:
    """`my largest invoice, and where?`: an invoice is shown with its payee and day anyway."""
    for index in range(1, len(tags)):
        asked = tags[index]
        joined = tags[index - 1].has(C.AND) or begins_with_and(asked)
        if joined and asked.has(*_SAID_ANYWAY) and _light(tags[index + 1 :]):
            before = tags[: index - 1] if tags[index - 1].has(C.AND) else tags[:index]
            return before if _shows_invoices(before) else tags
    return tags


def _light(tags: Sequence[Tag]) -> bool:
    return all(tag.filler or tag.has(C.ME, C.SPEND) for tag in tags)


def _shows_invoices(tags: Sequence[Tag]) -> bool:
    named = mentions(tags, *_THINGS)
    return named and not mentions(tags, C.HOW_MUCH, C.TOTAL)


def with_bit(tags: Sequence[Tag]) -> list[Tag]:
    """`card or bit`, `my Bit total`: the app, where another way of paying stands beside it or it is a name."""
    return [found.meaning(_BIT) if _is_the_app(tags, index) else found for index, found in enumerate(tags)]


def _is_the_app(tags: Sequence[Tag], index: int) -> bool:
    if tags[index].words != ("bit",):
        return False
    for step in (-1, 1):
        joint, other = index + step, index + 2 * step
        joined = 0 <= other < len(tags) and joint >= 0 and tags[joint].has(C.AND, C.OR, C.COMPARE)
        if joined and tags[other].has(C.METHOD_NAME):
            return True
    return index > 0 and tags[index].text == "Bit"


def with_most(tags: Sequence[Tag], days: Days) -> Sequence[Tag]:
    """`where do I spend more` asks for the most, unless two things are compared."""
    asking = mentions(tags, C.WHERE) or (mentions(tags, C.WHICH) and mentions(tags, *GROUP_NOUNS, C.INVOICE))
    if not asking or len(days.spans) > 1 or sum(bool(found.payees) for found in tags) > 1:
        return tags
    more = C.MORE_THAN
    return [
        replace(found, concepts=found.concepts | {C.LARGEST, C.SPEND})
        if found.has(more) and not found.has(C.OVER, C.UNDER) and not found.has(C.LARGEST)
        else found
        for found in tags
    ]
