"""The most, the least, and whether one or several are wanted. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.spans import Days
from shared.local_engine.questions.tags import Tag

GROUP_NOUNS = (C.VENDOR, C.METHOD, C.CURRENCY, C.WEEKDAY, C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR)
UNIT_NOUNS = frozenset({C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR})
SUPERLATIVES = (C.LARGEST, C.SMALLEST, C.MOST_OFTEN, C.TOP)
_BEHIND = frozenset(
    "excluded excepted included counted excluidos excluidas excluido excluida exclus exclues exclu ausgeschlossen "
    "inbegriffen chhodkar chodkar alawa".split()
)
_PLURAL_ENDINGS = ("s", "en", "ufe", "ים", "ות", "ين", "ون", "ات", "ओं", "ों")
_SINGULAR_ENDINGS = ("laden", "ss", "mes", "mês", "mois", "חנות")


def with_most(tags: Sequence[Tag], days: Days) -> Sequence[Tag]:
    """`where do I spend more` asks for the most, unless two things are compared."""
    asking = any(found.has(C.WHERE) for found in tags) or (
        any(found.has(C.WHICH) for found in tags) and any(found.has(*GROUP_NOUNS, C.INVOICE) for found in tags)
    )
    if not asking or len(days.spans) > 1 or sum(bool(found.payees) for found in tags) > 1:
        return tags
    more = C.MORE_THAN
    return [
        replace(found, concepts=found.concepts | {C.LARGEST, C.SPEND})
        if found.has(more) and not found.has(C.OVER, C.UNDER) and not found.has(C.LARGEST)
        else found
        for found in tags
    ]


def excluded_behind(tag: Tag) -> bool:
    """Hindi says `except` behind what it leaves out, as does `weekends excluded`."""
    behind = tag.words and tag.words[-1] in _BEHIND
    return tag.has(C.EXCLUDING) and (bool(behind) or _in_devanagari(tag))


def without_behind(tag: Tag) -> bool:
    """Hindi says `without` behind a name, too."""
    return excluded_behind(tag) or (tag.has(C.WITHOUT) and _in_devanagari(tag))


def _in_devanagari(tag: Tag) -> bool:
    return any("\u0900" <= char <= "\u097f" for char in tag.text)


def plural(word: str) -> bool:
    return word.endswith(_PLURAL_ENDINGS) and not word.endswith(_SINGULAR_ENDINGS)
