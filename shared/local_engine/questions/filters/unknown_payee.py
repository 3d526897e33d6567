"""A name in a question that is none of the user's payees: nothing will match, and the answer says so. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.payees import PLACES
from shared.local_engine.questions.words.tags import Tag

_ANCHORS = (
    C.SPEND, C.EXPENSE, C.INVOICE, C.TIMES, C.TOTAL, C.VAT, C.LARGEST, C.SMALLEST, C.SHARE, C.AVERAGE, C.REFUND, C.LAST,
    C.FIRST, C.EXCLUDING,
)  # fmt: skip
_ARTICLE_CHARS = 4
_SENTENCE_ENDS = frozenset(".!?:;¿¡")


def find_unknown_payee(tags: Sequence[Tag], *, capitals: bool) -> range | None:
    """The tags of the name. `capitals`: the language writes names with a capital, but not every noun."""
    for index, found in enumerate(tags):
        if not found.unknown or found.text.isdigit() or len(found.text) < 2:
            continue
        named = capitals and index > 0 and found.text[0].isupper() and _SENTENCE_ENDS.isdisjoint(found.gap)
        joined = index + 1 < len(tags) and tags[index + 1].gap == "-" and tags[index + 1].has(C.INVOICE, C.EXPENSE)
        if not (named or joined or _led(tags, index)):  # `Amazon-Rechnungen`
            continue
        last = index
        while last + 1 < len(tags) and tags[last + 1].unknown:
            last += 1
        if last + 1 < len(tags) and tags[last + 1].has(*UNIT_NOUNS) and not named:
            return None  # `in summer months`
        return range(index, last + 1)
    return None


def _led(tags: Sequence[Tag], index: int) -> bool:
    """By a preposition, perhaps with an article between."""
    at = index - 1
    if at > 0 and tags[at].has(C.FILLER) and len(tags[at].text) <= _ARTICLE_CHARS and tags[at - 1].has(C.AT_VENDOR):
        at -= 1
    if at < 0 or not tags[at].has(C.AT_VENDOR) or not _SENTENCE_ENDS.isdisjoint(tags[index].gap):
        return False
    if at and tags[at - 1].has(C.ME):
        return False  # `I'm at the bank and need my total`
    if tags[at].words[-1] in PLACES or tags[at].text == "@":
        return True
    anchor = next((tag for tag in reversed(tags[:at]) if not tag.filler), None)
    return anchor is not None and (anchor.has(*_ANCHORS) or bool(anchor.payees))
