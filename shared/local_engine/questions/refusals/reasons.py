"""Which questions are not answered, and why: writes, others' data, the future, other subjects, gibberish. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from shared.local_engine.questions.concepts import ASKING, FIGURES, MONEY, NOUNS, RATES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Plan
from shared.local_engine.questions.refusals.forbidden import forbidden
from shared.local_engine.questions.refusals.unknown_nouns import unexplained
from shared.local_engine.questions.refusals.unrecorded import asks_for_the_unrecorded
from shared.local_engine.questions.words.forms import SUBJECTS, begins_with_and
from shared.local_engine.questions.words.tags import Tag, mentions

Why = Literal["off_topic", "not_understood", "not_allowed", "not_recorded"]

_BUT = frozenset("but so pero asi mais donc aber also mas entao אבל אז לכן لكن ولكن लेकिन पर lekin par".split())
_NEED = frozenset(
    "need necesito faut besoin brauche preciso צריך צריכה וצריך וצריכה احتاج واحتاج चाहिए chahiye".split()
)
_BREAKING_OFF = frozenset(
    "the a an my our and or but because if than el la los las un una mi mis y o porque si le les une mon ma et ou "
    "der die das ein eine meine und oder weil os um uma meu minha e".split()
)
"""Nobody ends a question with these: `how much did the`."""
_BEGINNINGS = (C.HOW_MUCH, C.HOW_MANY, C.WHICH, C.LIST, C.WHEN, C.WHERE, C.TOTAL, C.COUNT, C.AVERAGE, C.SHARE)
_NEAR = 8
_BOUNDS = (C.SINCE, C.UNTIL, C.BEFORE, C.AFTER)
_ADVERBS = (*RATES, C.BY_WEEKDAY)
_WHEN = (
    C.MONTH_NAME,
    C.LAST,
    C.THIS,
    C.TODAY,
    C.YESTERDAY,
    C.THIS_MONTH,
    C.LAST_MONTH,
    C.THIS_YEAR,
    C.LAST_YEAR,
    C.THIS_WEEK,
    C.LAST_WEEK,
    C.YEAR_TO_DATE,
    C.WEEKEND,
    C.WEEKDAY_NAME,
)


def why_not(text: str, tags: Sequence[Tag], plan: Plan) -> Why | None:
    """None: the question can be about the user's invoices."""
    days = plan.days
    if forbidden(text, tags, days):
        return "not_allowed"
    if days.spans and all(
        index in days.used or found.filler or found.has(C.METHOD_NAME, C.CURRENCY_NAME, C.FROM, C.TO, C.AND)
        for index, found in enumerate(tags)
    ):
        return None  # `February, cash`
    if mentions(tags, C.METHOD_NAME) and all(found.has(C.METHOD_NAME, C.ME) for found in tags):
        return None  # `my Bizum`
    if tags[-1].text.casefold() in _BREAKING_OFF:
        return "not_understood"
    tags = _asking_sentence(tags)
    payees = any(found.payees for found in tags)
    if mentions(tags, C.FUTURE, C.UNRECORDED) or asks_for_the_unrecorded(tags):
        return "not_recorded"
    about_money = mentions(tags, *MONEY, *FIGURES, C.LIST) or bool(days.spans)
    if any(_is_off_topic(found, tags) for found in tags) and not (payees and about_money):
        return "not_recorded" if mentions(tags, C.SPEND, C.EXPENSE) else "off_topic"
    if any(found.has(C.SHARE) and found.has(C.VAT) for found in tags) and not _about_own_rate(tags):
        return "off_topic"  # `what is the VAT rate in Spain?`
    if mentions(tags, C.CATEGORY) and not payees:
        return "not_recorded"
    said = [found for found in tags if not found.filler]
    if len(said) == 2 and said[0].has(C.WHICH) and said[1].has(C.VAT, C.NET, C.REFUND, C.CURRENCY):
        return "off_topic"  # `what is VAT?`
    if any(bound.has(*_BOUNDS) and day.unknown for bound, day in pairwise(said)):
        return "not_understood"  # `since the wedding`: a total without that bound would be another answer
    if plan.unknown_payee and _is_a_place(tags, plan.unknown_payee):
        return "off_topic"
    if not plan.narrows and _misses_the_point(tags, plan):
        return "not_understood"
    if why := _without_evidence(tags, plan, payees=payees):
        return why
    return "not_recorded" if unexplained(tags, plan.unknown_payee) else None


def _is_a_place(tags: Sequence[Tag], name: str) -> bool:
    """`VAT in Israel`, and nothing of the user's."""
    own = mentions(tags, C.ME, C.SPEND, C.INVOICE, C.EXPENSE, C.UPLOADED, C.TIMES)
    return not own and any(a.words[-1:] == ("in",) and b.text == name.split()[0] for a, b in pairwise(tags))


def _asking_sentence(tags: Sequence[Tag]) -> Sequence[Tag]:
    """What stands in another sentence than the question is a story: `my husband says I spend too much. How much ...`"""
    sentences: list[list[Tag]] = [[]]
    for index, found in enumerate(tags):
        told = _is_a_story(sentences[-1])
        if any(sign in found.gap for sign in ".!?:;\n") or (
            told
            and (
                (found.has(*ASKING) and ("," in found.gap or "،" in found.gap)) or _turns_to_the_question(tags[index:])
            )
        ):
            sentences.append([])
        sentences[-1].append(found)
    asking = [part for part in sentences if mentions(part, *ASKING)]
    asking = asking or [part for part in sentences if mentions(part, *MONEY)]
    later = asking[-1] if asking else tags
    told = any(found.payees for found in tags) and not any(found.payees for found in later)
    return [*later, *(found for found in tags if found.payees)] if told else later


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


def _is_off_topic(found: Tag, tags: Sequence[Tag]) -> bool:
    compared = mentions(tags, C.COMPARE)
    return found.has(C.OFF_TOPIC) and not (compared and found.words[:1] == ("how",))


def _about_own_rate(tags: Sequence[Tag]) -> bool:
    return any(found.has(C.ME, C.AVERAGE, *_WHEN) or found.number is not None for found in tags)


def _without_evidence(tags: Sequence[Tag], plan: Plan, *, payees: bool) -> Why | None:
    if _names_a_shop(tags, plan):
        return None
    if plan.compares_periods and not any(found.unknown for found in tags):
        return None  # `was February worse than January?`
    money = mentions(tags, *MONEY) or _everything_bounded(tags, plan)
    asking = mentions(tags, *ASKING, C.DUPLICATE, C.DISTINCT, C.ONCE)
    figure = mentions(tags, *FIGURES) or (_has_amount(tags) and asking)
    noun = mentions(tags, *NOUNS, C.METHOD_NAME, C.CURRENCY_NAME)
    unknown = sum(found.unknown for found in tags)
    known = sum(not found.unknown and not found.filler for found in tags)
    if payees:
        speaking = (C.ME, C.LIST, C.TIMES, C.PER, C.METHOD_NAME, C.CURRENCY_NAME, *_ADVERBS)
        spoken_of = money or figure or bool(plan.days.spans) or mentions(tags, *speaking)
        strange = unknown or mentions(tags, C.OFF_TOPIC, C.CATEGORY)
        if strange and not spoken_of and any(found.has(*ASKING) or found.filler for found in tags):
            return "off_topic"  # `is Shell a good company?`
        return None if unknown <= known + 2 else "not_understood"
    listed = noun and unknown == 0 and all(found.filler or found.has(*NOUNS) for found in tags)  # `vendors?`
    grouped = (noun or mentions(tags, *_ADVERBS)) and mentions(tags, C.PER, C.SPLIT)
    grouped = grouped or (bool(plan.days.spans) and unknown == 0 and mentions(tags, *_ADVERBS))
    filtered = noun and unknown == 0 and mentions(tags, C.EXCLUDING, C.NOT)
    filtered = filtered or (noun and unknown == 0 and _has_free_number(tags))
    narrowed = (
        bool(plan.days.spans)
        or _has_free_number(tags)
        or any(found.day or found.month or found.has(*_WHEN) for found in tags)
    )
    filtered = filtered or (narrowed and unknown == 0 and mentions(tags, C.LIST))
    money = money or (narrowed and _bare_total(tags))
    if not (money or grouped or filtered or listed or (asking and noun) or (figure and unknown == 0)):
        return "off_topic" if known else "not_understood"
    if all(found.filler or found.unknown or found.has(C.ME) for found in tags):
        return "not_understood"
    bearable = ((narrowed or (money and grouped)) and 3 * unknown <= known + 1) or _personal(tags)
    return "off_topic" if unknown > known or (unknown and not bearable) else None


def _names_a_shop(tags: Sequence[Tag], plan: Plan) -> bool:
    """`how much at aldi`, `how much did I leave at aldi`: all but the name and the verb is understood."""
    name = (plan.unknown_payee or "").split()
    rest = [
        found
        for index, found in enumerate(tags)
        if not (found.unknown and (found.text in name or (index and SUBJECTS & set(tags[index - 1].words))))
    ]
    asked = mentions(rest, *MONEY, *FIGURES, C.LIST, C.TIMES, C.WHEN)
    return bool(name) and asked and not any(found.unknown for found in rest)


def _everything_bounded(tags: Sequence[Tag], plan: Plan) -> bool:
    """`everything over 1000`."""
    return mentions(tags, C.EVERYTHING) and any("expense_amount" in item.sql for item in plan.conditions)


def _misses_the_point(tags: Sequence[Tag], plan: Plan) -> bool:
    """`which invoices did I dispute`: all of them would be no answer; a total survives one odd word."""
    unknown = sum(found.unknown for found in tags)
    return unknown > (1 if plan.figure in (Figure.TOTAL, Figure.COUNT) else 0)


def _has_free_number(tags: Sequence[Tag]) -> bool:
    """`cash 2025`; `20 euros taxi` tells of a purchase and asks for nothing."""
    numbers = [index for index, found in enumerate(tags) if found.number is not None]
    return any(not mentions(tags[max(0, index - 1) : index + 2], C.CURRENCY_NAME) for index in numbers)


def _bare_total(tags: Sequence[Tag]) -> bool:
    """`my total for 2025`, not `my total screen time`."""
    for index, found in enumerate(tags):
        if found.has(C.TOTAL):
            after = next((tag for tag in tags[index + 1 :] if not tag.filler), None)
            if after is None or after.number is not None or after.day or after.month or after.has(*_WHEN):
                return mentions(tags, C.ME)
    return False


def _has_amount(tags: Sequence[Tag]) -> bool:
    return mentions(tags, C.AMOUNT)


def _personal(tags: Sequence[Tag]) -> bool:
    """Unknown words are bearable where the rest clearly is about the user's spending."""
    if mentions(tags, C.ME, C.INVOICE, C.SPEND, C.UPLOADED, C.METHOD_NAME):
        return True
    return sum(found.has(*MONEY, *ASKING) for found in tags) >= 2
