"""Whether a question holds enough that speaks of invoices, and not too much that nobody knows. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import ASKING, FIGURES, MONEY, NOUNS, RATES
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Plan
from shared.local_engine.questions.refusals.why import Why
from shared.local_engine.questions.words.forms import FIRST_PERSON_ENDINGS, SUBJECTS
from shared.local_engine.questions.words.tags import Tag, mentions

_ADVERBS = (*RATES, C.BY_WEEKDAY)
_ALL = frozenset("all todas todos tout toutes alle alles todo tudo הכל כולם सब सभी sab كلها الكل".split())
WHEN = (
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


def without_evidence(tags: Sequence[Tag], plan: Plan, *, payees: bool) -> Why | None:
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
        speaking = (C.LIST, C.TIMES, C.PER, C.METHOD_NAME, C.CURRENCY_NAME, *_ADVERBS)
        of_invoices = money or figure or mentions(tags, *speaking)
        spoken_of = of_invoices or bool(plan.days.spans) or mentions(tags, C.ME)
        things = any(found.unknown and not _is_a_verb(tags, index) for index, found in enumerate(tags))
        if things and not of_invoices and (asking or not plan.days.spans):
            return "not_recorded" if asking else "off_topic"  # `when does my Claro contract end`
        strange = unknown or mentions(tags, C.OFF_TOPIC, C.CATEGORY)
        if strange and not spoken_of and any(found.has(*ASKING) or found.filler for found in tags):
            return "off_topic"  # `is Shell a good company?`
        return None if unknown <= known + 2 else "not_understood"
    listed = noun and unknown == 0 and all(found.filler or found.has(*NOUNS) for found in tags)  # `vendors?`
    listed = listed or _lists_everything(tags)
    grouped = (noun or mentions(tags, *_ADVERBS)) and mentions(tags, C.PER, C.SPLIT)
    grouped = grouped or (bool(plan.days.spans) and unknown == 0 and mentions(tags, *_ADVERBS))
    filtered = noun and unknown == 0 and mentions(tags, C.EXCLUDING, C.NOT)
    filtered = filtered or (noun and unknown == 0 and _has_free_number(tags))
    narrowed = (
        bool(plan.days.spans)
        or _has_free_number(tags)
        or any(found.day or found.month or found.has(*WHEN) for found in tags)
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
    used = [found for index, found in enumerate(tags) if index in plan.days.used]
    rest = [
        found
        for index, found in enumerate(tags)
        if not (found.unknown and (found.text in name or _is_a_verb(tags, index)))
    ]
    asked = mentions(rest, *MONEY, *FIGURES, C.LIST, C.TIMES, C.WHEN)
    asked = asked or (bool(used) and all(found in used or found.filler for found in rest))  # `lidl 2025`
    return bool(name) and asked and not any(found.unknown for found in rest)


def _is_a_verb(tags: Sequence[Tag], index: int) -> bool:
    """Behind `I`, or with an ending of the first person in the past: `dejé`, `שכחתי`."""
    behind = index > 0 and bool(SUBJECTS & set(tags[index - 1].words))
    return behind or tags[index].text.casefold().endswith(FIRST_PERSON_ENDINGS)


def _everything_bounded(tags: Sequence[Tag], plan: Plan) -> bool:
    """`everything over 1000`."""
    return mentions(tags, C.EVERYTHING) and any("expense_amount" in item.sql for item in plan.conditions)


def _lists_everything(tags: Sequence[Tag]) -> bool:
    """`list everything`, `show all`: of what they keep here, all there is."""
    everything = any(found.has(C.EVERYTHING) or (found.words and _ALL.issuperset(found.words[-1:])) for found in tags)
    return everything and mentions(tags, C.LIST) and all(found.filler or found.has(C.LIST) for found in tags)


def _has_free_number(tags: Sequence[Tag]) -> bool:
    """`cash 2025`; `20 euros taxi` tells of a purchase and asks for nothing."""
    numbers = [index for index, found in enumerate(tags) if found.number is not None]
    return any(not mentions(tags[max(0, index - 1) : index + 2], C.CURRENCY_NAME) for index in numbers)


def _bare_total(tags: Sequence[Tag]) -> bool:
    """`my total for 2025`, not `my total screen time`."""
    for index, found in enumerate(tags):
        if found.has(C.TOTAL):
            after = next((tag for tag in tags[index + 1 :] if not tag.filler), None)
            if after is None or after.number is not None or after.day or after.month or after.has(*WHEN):
                return mentions(tags, C.ME)
    return False


def _has_amount(tags: Sequence[Tag]) -> bool:
    return mentions(tags, C.AMOUNT)


def _personal(tags: Sequence[Tag]) -> bool:
    """Unknown words are bearable where the rest clearly is about the user's spending."""
    if mentions(tags, C.ME, C.INVOICE, C.SPEND, C.UPLOADED, C.METHOD_NAME):
        return True
    return sum(found.has(*MONEY, *ASKING) for found in tags) >= 2
