"""A name in a question that is none of the user's payees: nothing will match, and the answer says so. Pure."""

from collections.abc import Container, Sequence

from shared.local_engine.questions.concepts import ASKING, UNIT_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.payees import PLACES
from shared.local_engine.questions.words.tags import Tag, mentions

_ANCHORS = (
    C.SPEND, C.EXPENSE, C.INVOICE, C.TIMES, C.TOTAL, C.VAT, C.LARGEST, C.SMALLEST, C.SHARE, C.AVERAGE, C.REFUND, C.LAST,
    C.FIRST, C.EXCLUDING,
)  # fmt: skip
_IN_SHOPS = frozenset("en no na nos nas au aux ב في पर में".split())
"""Where a shop may follow at once; elsewhere they need a word of buying before them."""
_AFTER_SHOPS = frozenset("पर को में pe ko".split())
_INFINITIVE = "ने"
_OF_SHOPS_BEHIND = frozenset("का के कि की ka ke ki".split())
_ENDING = frozenset("from at to on الي".split())
_OF_SHOPS = (("did",), ("has",))
_ADJECTIVES = tuple("ed ing ous al ive able ible ful less ary ory ent ant ic ten ish ly y st ern a".split())
"""As they end in English; what ends in `a` is more likely a word of another language."""
_MAX_OPENING = 3
_ARTICLE_CHARS = 4
_SENTENCE_ENDS = frozenset(".!?:;¿¡")


def find_unknown_payee(tags: Sequence[Tag], when: Container[int], *, capitals: bool) -> range | None:
    """The tags of the name.

    `when` are those of the period; `capitals`: the language writes names with a capital, but not every noun.
    """
    for index, found in enumerate(tags):
        if not found.unknown or found.text.isdigit() or len(found.text) < 2:
            continue
        named = capitals and index > 0 and found.text[0].isupper() and _SENTENCE_ENDS.isdisjoint(found.gap)
        joined = index + 1 < len(tags) and tags[index + 1].gap == "-" and tags[index + 1].has(C.INVOICE, C.EXPENSE)
        last = index
        while last + 1 < len(tags) and tags[last + 1].unknown:
            last += 1
        following = tags[last + 1 : last + 3]
        placed = _opens(tags[: last + 1], following) or _colours(tags[index : last + 1], following)
        placed = placed or _is_all_but_when(tags, last, when)
        if not (named or joined or placed or _led(tags, index) or _charges(tags, index, following)):
            continue  # joined: `Amazon-Rechnungen`
        in_units = following and following[0].has(*UNIT_NOUNS) and not following[-1].has(C.LAST, C.THIS)
        if in_units and not named:
            return None  # `in rainy months`, but `no carrefour mês passado`
        return range(index, last + 1)
    return None


def _opens(name: Sequence[Tag], following: Sequence[Tag]) -> bool:
    """`lidl invoices 2025`, `Subway total`; `Dana's total` is somebody's."""
    if not all(found.unknown for found in name) or not following or following[0].gap != " ":
        return False
    if _too_long(name) or name[-1].text.casefold().endswith(("'s", "’s")):
        return False
    return following[0].has(C.INVOICE, C.EXPENSE, C.SPEND, C.TOTAL)


def _is_all_but_when(tags: Sequence[Tag], last: int, when: Container[int]) -> bool:
    """`lidl 2025`: a name, a period, and nothing else."""
    name, rest = tags[: last + 1], range(last + 1, len(tags))
    if _too_long(name) or not all(found.unknown for found in name):
        return False
    return any(at in when for at in rest) and all(at in when or tags[at].filler for at in rest)


def _too_long(name: Sequence[Tag]) -> bool:
    return len(name) > (_MAX_OPENING if name[0].text[0].isupper() else _MAX_OPENING - 1)


def _colours(name: Sequence[Tag], following: Sequence[Tag]) -> bool:
    """`my last tesco bill`, `how many lidl receipts`; a single word may also be an adjective."""
    if not following or following[0].gap != " " or not following[0].has(C.INVOICE) or not name[0].gap.isspace():
        return False
    word = name[0].text
    return word.isascii() and not _too_long(name) and (len(name) > 1 or not word.endswith(_ADJECTIVES))


def _charges(tags: Sequence[Tag], index: int, following: Sequence[Tag]) -> bool:
    """`did netflix charge me`."""
    asked_of = index > 0 and tags[index - 1].words[-1:] in _OF_SHOPS
    return (
        asked_of and len(following) > 1 and following[0].has(C.SPEND, C.EXPENSE) and following[1].text in ("me", "us")
    )


def _postponed(following: Sequence[Tag]) -> bool:
    """Hindi: `netflix ko`, `lidl ka bill`."""
    if not following or not following[0].words:
        return False
    owned = following[0].words[-1] in _OF_SHOPS_BEHIND and mentions(following[1:], C.INVOICE, C.TOTAL)
    return owned or following[0].words[-1] in _AFTER_SHOPS


def _led(tags: Sequence[Tag], index: int) -> bool:
    """By a preposition, perhaps with an article between."""
    if not tags[index].text.endswith(_INFINITIVE) and _postponed(tags[index + 1 : index + 4]):
        return True
    at = index - 1
    if at > 0 and tags[at].has(C.FILLER) and len(tags[at].text) <= _ARTICLE_CHARS and tags[at - 1].has(C.AT_VENDOR):
        at -= 1
    if at >= 0 and tags[at].has(C.LIST, C.SPEND) and len(tags[at].words) > 1 and tags[at].words[-1] in _ENDING:
        return _SENTENCE_ENDS.isdisjoint(tags[index].gap)  # `anything from`, `did I go to`
    if at < 0 or not tags[at].has(C.AT_VENDOR) or not _SENTENCE_ENDS.isdisjoint(tags[index].gap):
        return False
    if at and tags[at - 1].has(C.ME) and not any(tag.has(*ASKING, C.TIMES) for tag in tags[:at]):
        return False  # `I'm at the bank and need my total`
    if tags[at].words[-1] in PLACES or tags[at].text == "@":
        return True
    if at and tags[at].words[-1] in _IN_SHOPS and tags[at - 1].has(C.HOW_MUCH, C.HOW_MANY):
        return True  # `cuánto en lidl`
    if at and tags[at - 1].has(C.EVERYTHING):
        return True  # `everything from lidl`
    anchor = next((tag for tag in reversed(tags[:at]) if not tag.filler), None)
    return anchor is not None and (anchor.has(*_ANCHORS) or bool(anchor.payees))
