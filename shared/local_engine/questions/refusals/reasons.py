"""Which questions are not answered, and why: writes, others' data, the future, other subjects, gibberish. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from shared.local_engine.questions.concepts import FIGURES, MONEY
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Plan
from shared.local_engine.questions.refusals.evidence import WHEN, without_evidence
from shared.local_engine.questions.refusals.forbidden import forbidden
from shared.local_engine.questions.refusals.sentences import asking_sentence
from shared.local_engine.questions.refusals.statements import asks_how_it_is, tells_of_a_shop, will_be
from shared.local_engine.questions.refusals.unknown_nouns import unexplained
from shared.local_engine.questions.refusals.unrecorded import asks_for_the_unrecorded
from shared.local_engine.questions.refusals.why import Why
from shared.local_engine.questions.words.tags import Tag, mentions

_BREAKING_OFF = frozenset(
    "the a an my our and or but because if than el la los las un una mi mis y o porque si le les une mon ma et ou "
    "der die das ein eine meine und oder weil os um uma meu minha e".split()
)
"""Nobody ends a question with these: `how much did the`."""
_BOUNDS = (C.SINCE, C.UNTIL, C.BEFORE, C.AFTER)


def why_not(text: str, tags: Sequence[Tag], plan: Plan) -> Why | None:
    """None: the question can be about the user's invoices."""
    days = plan.days
    if forbidden(text, tags, days):
        return "not_allowed"
    if (
        days.spans
        and not plan.leaves_out
        and all(
            index in days.used or found.filler or found.has(C.METHOD_NAME, C.CURRENCY_NAME, C.FROM, C.TO, C.AND)
            for index, found in enumerate(tags)
        )
    ):
        return None  # `February, cash`
    if mentions(tags, C.METHOD_NAME) and all(found.has(C.METHOD_NAME, C.ME) for found in tags):
        return None  # `my Bizum`
    if tags[-1].text.casefold() in _BREAKING_OFF:
        return "not_understood"
    if all(found.has(C.HOW_MANY) for found in tags):
        return "not_understood"
    if tells_of_a_shop(text, tags):
        return "off_topic"
    tags = asking_sentence(tags)
    payees = any(found.payees for found in tags)
    if mentions(tags, C.FUTURE, C.UNRECORDED) or asks_for_the_unrecorded(tags) or asks_how_it_is(tags) or will_be(tags):
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
    if why := without_evidence(tags, plan, payees=payees):
        return why
    if unexplained(tags, plan.unknown_payee):
        return "not_recorded"
    return "not_understood" if plan.leaves_out else None


def _is_a_place(tags: Sequence[Tag], name: str) -> bool:
    """`VAT in Israel`, and nothing of the user's."""
    own = mentions(tags, C.ME, C.SPEND, C.INVOICE, C.EXPENSE, C.UPLOADED, C.TIMES)
    return not own and any(a.words[-1:] == ("in",) and b.text == name.split()[0] for a, b in pairwise(tags))


def _is_off_topic(found: Tag, tags: Sequence[Tag]) -> bool:
    compared = mentions(tags, C.COMPARE)
    return found.has(C.OFF_TOPIC) and not (compared and found.words[:1] == ("how",))


def _about_own_rate(tags: Sequence[Tag]) -> bool:
    return any(found.has(C.ME, C.AVERAGE, *WHEN) or found.number is not None for found in tags)


def _misses_the_point(tags: Sequence[Tag], plan: Plan) -> bool:
    """`which invoices did I dispute`: all of them would be no answer; a total survives one odd word."""
    unknown = sum(found.unknown for found in tags)
    return unknown > (1 if plan.figure in (Figure.TOTAL, Figure.COUNT) else 0)
