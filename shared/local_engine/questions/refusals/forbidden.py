"""Writing, telling and others' data: what no question may ask for. Pure."""

import re
from collections.abc import Sequence

from shared.local_engine.questions.concepts import ASKING, BOUNDS, FIGURES, MONEY, NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days
from shared.local_engine.questions.words.forms import SPENT_BY_OTHERS, SUBJECTS
from shared.local_engine.questions.words.tags import Tag, mentions

_PHONE = re.compile(r"\+?\d[\d\s().-]{7,}\d")
_COUNTED = (C.INVOICE, C.EXPENSE, C.TIMES, C.LAST, C.FIRST, C.REFUND, C.UPLOADED)
_AROUND_BOUNDS = (*BOUNDS, C.BETWEEN, C.MORE_THAN)
_I = (("i",), ("we",))
_HELPERS = (("did",), ("have",), ("before",), ("when",), ("after",), ("until",), ("since",), ("once",), ("while",))
_OF_OTHERS = (("does",), ("did",), ("has",))
_DONE_BY_SHOPS = frozenset("me us cost costs charge charges charged take took bill billed".split())
_OF_THE_FIRST_PERSON = ("gaste", "pague", "compre", "gastei", "paguei", "comprei", "torrei", "queimei", "תי")


def forbidden(text: str, tags: Sequence[Tag], days: Days) -> bool:
    if mentions(tags, C.SECRETS, C.OTHERS):
        return True
    if any(_is_phone(found.group()) for found in _PHONE.finditer(text)):
        return True
    others = _someone_spends(tags) or _someone_spent(tags) or _of_a_person(tags)
    return others or _bids(tags) or _asks_to_write(tags) or _tells_of_a_purchase(tags, days)


def _of_a_person(tags: Sequence[Tag]) -> bool:
    """`my brother's invoices`; not `my boss asks how much I spent`."""
    for index, found in enumerate(tags):
        following = tags[index + 1 :]
        if found.has(C.PERSON) and not (_asks_for_somebody(following) or _is_called(tags, index)):
            own = next((tag for tag in following if tag.has(C.SPEND) or set(tag.words) & SUBJECTS), None)
            mine = own is not None and (set(own.words) & SUBJECTS or own.words[-1].endswith(_OF_THE_FIRST_PERSON))
            if not mine:
                return True
    return False


def _is_called(tags: Sequence[Tag], index: int) -> bool:
    """`bro, how much did I ...`: whoever is called before a comma does nothing."""
    return index == 0 and any("," in tag.gap or "،" in tag.gap for tag in tags[1:])


def _asks_for_somebody(following: Sequence[Tag]) -> bool:
    """`my boss asks: total for 2025?`"""
    for index, found in enumerate(following):
        if ":" in found.gap:
            return mentions(following[index:], *FIGURES)
    return False


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return len(digits) >= 9 and not re.search(r"(19|20)\d\d\W", text + " ")


def _bids(tags: Sequence[Tag]) -> bool:
    """`reorder from Wolt`, `organise my bills`: a verb nobody knows. `Wow, my total` only marvels."""
    if len(tags) < 2 or not tags[0].unknown or tags[1].gap != " " or mentions(tags, *FIGURES, C.PER):
        return False
    return tags[1].words in (("my",), ("from",), ("the",), ("all",), ("me",), ("about",)) and bool(
        tags[2:] and any(found.payees or found.has(*MONEY) for found in tags[2:4])
    )


def _asks_to_write(tags: Sequence[Tag]) -> bool:
    """A writing verb before anything is asked; later ones may be part of the question ("when did I add ...")."""
    for index, found in enumerate(tags):
        report = found.has(C.MAKE) and mentions(tags[max(0, index - 4) : index + 5], C.REPORT)
        report = report or (found.has(C.MAKE) and _is_a_list(tags[index + 1 :]))
        asked = _done_by_me(tags[:index])
        if found.has(C.WRITE) and not (report or asked) and _writes_something(tags[index + 1 :]):
            return True
        if found.has(*ASKING):
            return False
    return False


def _is_a_list(following: Sequence[Tag]) -> bool:
    """`make a list of ...`."""
    first = next((tag for tag in following if not tag.filler and not tag.has(C.ME)), None)
    return first is not None and first.has(C.LIST)


def _done_by_me(before: Sequence[Tag]) -> bool:
    """`did I pay the same invoice twice`, `before I cancel Airtel`: whoever tells what they do commands nothing."""
    if not before or before[-1].words[-1:] not in _I:
        return False
    return before[-2].words[-1:] in _HELPERS if len(before) > 1 and before[-2].words else False


def _writes_something(following: Sequence[Tag]) -> bool:
    """`I need to change my habits: how much ...` changes nothing of ours."""
    for index, found in enumerate(following):
        if any(sign in found.gap for sign in ".!?:;,"):
            return not mentions(following[index:], *FIGURES)
        if found.payees or found.number is not None or found.has(*MONEY, *NOUNS, C.AMOUNT, C.DATE):
            return True
    return True


def _tells_of_a_purchase(tags: Sequence[Tag], days: Days) -> bool:
    """`I just paid 40 at Shell`: something was spent, a number bounds and counts nothing, and nothing is asked."""
    if mentions(tags, *ASKING, *_COUNTED) or not mentions(tags, C.SPEND):
        return False
    return any(
        found.number is not None
        and index not in days.used
        and not mentions(tags[max(0, index - 3) : index + 3], *_AROUND_BOUNDS)
        for index, found in enumerate(tags)
    )


def _someone_spends(tags: Sequence[Tag]) -> bool:
    """`How much did Dana spend`, `does Peter from accounting spend`: a name of nobody's shop; shops cost and charge."""
    for index, found in enumerate(tags):
        if not (found.unknown and found.text[0].isupper() and found.start > 0):
            continue
        following = tags[index + 1 :]
        if _colours_spending(tags[: index + 1], following) or (index and tags[index - 1].has(C.AT_VENDOR)):
            continue
        asked_of = index > 0 and tags[index - 1].words[-1:] in _OF_OTHERS
        verb = next((tag for tag in (following if asked_of else following[:1]) if tag.has(C.SPEND)), None)
        if verb is not None and verb.words[-1] not in _DONE_BY_SHOPS:
            return True
    return False


def _colours_spending(name: Sequence[Tag], following: Sequence[Tag]) -> bool:
    """`Costa Coffee spend last month` opens with a name."""
    noun = bool(following) and following[0].words[-1:] in (("spend",), ("spending",))
    return noun and all(found.unknown for found in name)


def _is_article(tag: Tag) -> bool:
    return tag.text.casefold() in ("a", "o", "el", "la", "le")


def _someone_spent(tags: Sequence[Tag]) -> bool:
    """`¿cuánto gastó María?`, `wie viel hat Dana ausgegeben`, `combien a dépensé Marie`, `כמה דנה הוציאה`."""
    for index, found in enumerate(tags):
        if not found.unknown:
            continue
        before, after = tags[max(0, index - 2) : index], tags[index + 1 : index + 2]
        nearest = [tag for tag in before if not _is_article(tag)][-1:]
        if any(tag.text.casefold() in SPENT_BY_OTHERS for tag in (*nearest, *after)):
            return True
        spent = any(tag.has(C.SPEND) and not _DONE_BY_SHOPS & set(tag.words) for tag in (*before[-1:], *tags[index:]))
        helped = bool(before) and before[-1].text.casefold() in ("hat", "haben")
        helped = helped or (len(before) > 1 and before[0].text in ("a", "ont") and before[1].has(C.SPEND))
        if helped and spent:
            return True
    return False
