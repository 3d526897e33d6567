"""What is told of a shop and asks for nothing: `I hate Bezeq`, `Wolt was late again`, `how busy is Ikea`. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from shared.local_engine.questions.concepts import ASKING
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import FUTURE_ENDINGS
from shared.local_engine.questions.words.tags import Tag, mentions

_WE = (("i",), ("im",), ("we",), ("yo",), ("je",), ("ich",), ("eu",))
_IS = frozenset("is was are were es esta fue est etait ist war foi estava".split())
_WANTS = frozenset("want wanna need like would quiero necesito veux brauche will quero preciso".split())
_MODALS = frozenset("can could may should must".split())


def tells_of_a_shop(text: str, tags: Sequence[Tag]) -> bool:
    if "?" in text or not any(found.payees for found in tags):
        return False
    if mentions(tags, *ASKING, C.INVOICE, C.EXPENSE, C.REFUND, C.VAT, C.COMPARE, C.DUPLICATE):
        return False
    if any(_WANTS & set(found.words) for found in tags):
        return False
    is_so = any(a.payees and b.words[-1:] != () and b.words[-1] in _IS for a, b in pairwise(tags))
    return is_so or tags[0].words in _WE


def asks_how_it_is(tags: Sequence[Tag]) -> bool:
    """Also `can I park there`, `what does Aroma mean`."""
    triples = list(zip(tags, tags[1:], tags[2:], strict=False))
    how = any(a.words == ("how",) and b.unknown and c.words[-1:] != () and c.words[-1] in _IS for a, b, c in triples)
    may = any(set(a.words) & _MODALS and b.words in _WE and c.unknown for a, b, c in triples[:1])
    meaning = tags[-1].words == ("mean",) and any("does" in found.words for found in tags)
    return how or may or meaning


def will_be(tags: Sequence[Tag]) -> bool:
    """Verbs nobody knows, with an ending of the future."""
    return any(found.unknown and found.text.endswith(FUTURE_ENDINGS) for found in tags)
