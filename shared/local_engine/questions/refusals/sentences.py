"""Which part of what was written is the question, and which a story around it. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import ASKING, MONEY
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import begins_with_and
from shared.local_engine.questions.words.tags import Tag, mentions

_BUT = frozenset("but so pero asi mais donc aber also mas entao אבל אז לכן لكن ولكن लेकिन पर lekin par".split())
_NEED = frozenset(
    "need necesito faut besoin brauche preciso צריך צריכה וצריך וצריכה احتاج واحتاج चाहिए chahiye".split()
)
_BEGINNINGS = (C.HOW_MUCH, C.HOW_MANY, C.WHICH, C.LIST, C.WHEN, C.WHERE, C.TOTAL, C.COUNT, C.AVERAGE, C.SHARE)
_NEAR = 8


def asking_sentence(tags: Sequence[Tag]) -> Sequence[Tag]:
    """What stands in another sentence than the question is a story: `my husband says I spend too much. How much ...`"""
    sentences: list[list[Tag]] = [[]]
    for index, found in enumerate(tags):
        told = _is_a_story(sentences[-1])
        if any(sign in found.gap for sign in ".!?:;\n") or (
            told and (_asks_behind_a_comma(tags[index : index + 3]) or _turns_to_the_question(tags[index:]))
        ):
            sentences.append([])
        sentences[-1].append(found)
    asking = [part for part in sentences if mentions(part, *ASKING)]
    asking = asking or [part for part in sentences if mentions(part, *MONEY)]
    later = asking[-1] if asking else tags
    told = any(found.payees for found in tags) and not any(found.payees for found in later)
    return [*later, *(found for found in tags if found.payees)] if told else later


def _asks_behind_a_comma(following: Sequence[Tag]) -> bool:
    """`..., how much`, `..., c'était combien`."""
    return ("," in following[0].gap or "،" in following[0].gap) and mentions(following, *ASKING)


def _turns_to_the_question(following: Sequence[Tag]) -> bool:
    """`I dread it but how much was ...`, `I'm off to the bank and need my total`."""
    joint, near = following[0], following[1:_NEAR]
    if not mentions(near, *ASKING):
        return False
    if joint.text.casefold() in _BUT:
        first = next((found for found in near if not found.filler and not found.has(C.ME)), joint)
        return first.has(*_BEGINNINGS) or any(_NEED & set(found.words) for found in near)
    joined = joint.has(C.AND) or begins_with_and(joint)
    return joined and any(_NEED & set(found.words) for found in (joint, *near))


def _is_a_story(tags: Sequence[Tag]) -> bool:
    """`the weather was bad`, before a comma."""
    odd = any(found.unknown or found.has(C.OFF_TOPIC, C.UNRECORDED, C.FUTURE, C.CATEGORY) for found in tags)
    return odd and not mentions(tags, *ASKING)
