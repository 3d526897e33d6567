"""Names made of ordinary words: `at Total`, `from Best Buy`, `did I pay Next` are written with capitals. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.payees import PLACES
from shared.local_engine.questions.words.tags import Tag

_LEADING = PLACES | frozenset("from to pay paid paying".split())
_WRITTEN_SO = (
    C.MONTH_NAME, C.WEEKDAY_NAME, C.HOLIDAY, C.SEASON, C.METHOD_NAME, C.CURRENCY_NAME, C.VAT, C.NET,
    C.QUARTER, C.HALF, C.ME, C.OTHERS, C.PERSON, C.SECRETS, *UNIT_NOUNS,
)  # fmt: skip
"""What many write with a capital, and what is no shop wherever it stands."""
_SHORT = 3


def with_names(tags: Sequence[Tag]) -> list[Tag]:
    """With their words unknown, as those of any other name are."""
    if _all_alike(tags):
        return list(tags)
    kept: list[Tag] = []
    for index, found in enumerate(tags):
        follows = bool(kept) and found.gap == " " and kept[-1].unknown and kept[-1].text[0].isupper()
        led = bool(kept) and found.gap == " " and kept[-1].words[-1:] and kept[-1].words[-1] in _LEADING
        named = led and found.has(C.CATEGORY) and _goes_on(tags[index + 1 : index + 2])  # `at pizza hut`
        named = named or ((follows or led) and _capital(found, tags[index + 1 :]) and not _begins_a_time(tags, index))
        kept.append(found.meaning() if named else found)
    return kept


def _goes_on(following: Sequence[Tag]) -> bool:
    return bool(following) and following[0].unknown and following[0].gap == " "


def _all_alike(tags: Sequence[Tag]) -> bool:
    """A title, or shouting: capitals tell nothing."""
    words = [word for found in tags if not found.has(*_WRITTEN_SO) for word in found.text.split()]
    long = [word for word in words[1:] if word[0].isalpha() and len(word) > _SHORT]
    return sum(word[0].isupper() for word in long) * 2 > len(long) + 1


def _capital(found: Tag, following: Sequence[Tag]) -> bool:
    known = bool(found.concepts) and found.number is None and not found.payees and not found.has(*_WRITTEN_SO)
    goes_on = bool(following) and following[0].text[0].isupper()  # `Five Guys`
    return known and (goes_on or not found.has(C.NUMBER_WORD)) and all(word[0].isupper() for word in found.text.split())


def _begins_a_time(tags: Sequence[Tag], index: int) -> bool:
    """`from Next Month`."""
    if tags[index].has(C.FUTURE) and len(tags[index].words) > 1:
        return True
    return index + 1 < len(tags) and tags[index + 1].has(*UNIT_NOUNS, C.MONTH_NAME, C.WEEKDAY_NAME)
