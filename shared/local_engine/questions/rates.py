"""`in the week` is a rate, `in the week before last` a time: what follows decides. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.lexicon import Meaning
from shared.local_engine.questions.tags import Tag

_UNITS = {C.DAILY: C.DAY, C.WEEKLY: C.WEEK, C.MONTHLY: C.MONTH, C.QUARTERLY: C.QUARTER, C.YEARLY: C.YEAR}
_UNITS[C.WORKDAYS] = C.WEEK  # `during the week of 2 March`
_IN = frozenset("in im during durante pendant durant wahrend في خلال לשבוע לחודש לרבעון לשנה".split())


def without_false_rates(tags: Sequence[Tag]) -> list[Tag]:
    """Arabic says `in the year last`, German `im Monat März`."""
    return [_time(found, tags[index + 1 : index + 3]) for index, found in enumerate(tags)]


def _time(found: Tag, following: Sequence[Tag]) -> Tag:
    rate = next((rate for rate in _UNITS if found.has(rate)), None)
    if rate is None or found.words[0] not in _IN or not _says_when(following):
        return found
    return replace(found, meanings=(Meaning(_UNITS[rate]),), concepts=frozenset((_UNITS[rate],)))


def _says_when(following: Sequence[Tag]) -> bool:
    if not following:
        return False
    of_another = len(following) > 1 and following[1].has(*_UNITS.values())  # `in der Woche letzten Monat`
    said = following[0].has(C.LAST, C.THIS, C.BEFORE_LAST, C.FIRST, C.ORDINAL, C.MONTH_NAME, C.BEFORE, C.AFTER)
    said = said or following[0].number is not None or following[0].day is not None
    return (said or (following[0].filler and _says_when(following[1:]))) and not of_another
