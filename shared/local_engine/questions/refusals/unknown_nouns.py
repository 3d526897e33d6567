"""Unknown words that carry a question: what they name is in no column, whoever was paid. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import ASKING
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import SUBJECTS
from shared.local_engine.questions.words.tags import Tag, mentions

_DETERMINERS = frozenset(
    "the a an my our el la los las un una mi mis nuestro nuestra nuestros nuestras le les une mon ma mes notre nos "
    "der die das den dem des ein eine einen einem einer mein meine meinen meinem meiner meines unser unsere o os as um "
    "uma meu meus minha minhas mera meri mere मेरा मेरी मेरे".split()
)
_HELPERS = frozenset("did do does have has had was were is are will can".split())
_ONE_THING = frozenset("invoice receipt expense spending purchase payment transaction".split())
_FOR = frozenset("for para pour fur für por".split())
_FIGURES = (C.VAT, C.SHARE, C.AVERAGE, C.TOTAL, C.AMOUNT, C.NET, C.MEDIAN)
"""`my effective VAT share`: a word before these only colours them."""


def unexplained(tags: Sequence[Tag], name: str | None) -> Tag | None:
    """The first noun nobody knows. Verbs are forgiven (`what did I hand over`), so are names: `name` finds nothing."""
    for index in range(_told_until(tags), len(tags)):
        found = tags[index]
        if found.unknown and found.text not in (name or "").split() and _is_asked_for(tags, index):
            return found
    return None


def _told_until(tags: Sequence[Tag]) -> int:
    """`the missus wants to know how much I spent`: who wants it is told before what is asked."""
    asking = next((index for index, found in enumerate(tags) if found.has(*ASKING)), 0)
    return asking if any(SUBJECTS & set(found.words) for found in tags[asking:]) else 0


def _is_the_head(tags: Sequence[Tag], index: int) -> bool:
    """English puts what a thing is behind what it is about."""
    before, after = tags[index - 1], tags[index + 1 : index + 2]
    ends = not after or after[0].gap.strip() != "" or after[0].has(C.THIS, C.LAST, C.MONTH_NAME, C.AT_VENDOR)
    return before.words[-1:] != () and before.words[-1] in _ONE_THING and tags[index].text.islower() and ends


def _is_asked_for(tags: Sequence[Tag], index: int) -> bool:
    before = tags[index - 1] if index else None
    after = tags[index + 1] if index + 1 < len(tags) else None
    if after is not None and after.gap == " " and after.has(C.INVOICE) and not after.has(C.SPEND):
        return before is None or before.words != ("most",)  # `wedding invoices`, but `my most painful bill`
    if before is not None and _is_the_head(tags, index):
        return True  # `my spending personality`
    if before is None or before.payees or (after and (after.payees or after.has(*_FIGURES))):
        return False  # `the book store Waterstones`
    if after is not None and after.has(C.AND) and not mentions(tags[:index], *ASKING):
        return False  # `I'm at the bank and need my total`
    if before.text.casefold() in _FOR and any(tag.payees for tag in tags[:index]):
        return True  # `how much at Shell for diesel`
    if before.has(C.HOW_MANY) or (before.has(C.PER) and not before.has(C.AT_VENDOR)):
        return True
    if before.has(C.HOW_MUCH) and after is not None and after.words[-1:] and after.words[-1] in _HELPERS:
        return True  # `how much interest did I pay`
    return before.words[-1:] != () and before.words[-1] in _DETERMINERS
