"""Who is told the answer, and who wants it: `remind me how much`, `my boss asks how much`. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import ASKING
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import SPENT_BY_OTHERS
from shared.local_engine.questions.words.lexicon import Meaning
from shared.local_engine.questions.words.tags import Tag, mentions

_TELLING = frozenset(
    "remind write recuerdame recordame recuerda escribeme rappelle rappelez erinnere erinner schreib lembra lembre "
    "lembrame escreve תזכיר תזכירי הזכר כתוב תכתוב ذكرني ذكريني اكتب दिलाओ याद yaad dilao likho".split()
)
_WITH_VERBS = frozenset("to that about a de que an daran ב ל".split())
"""`remind me to pay`: what follows is to be done, not to be told."""
_ASKS = frozenset(
    "wants asks asked needs demands says thinks insists quiere pregunta dice cree necesita insiste pide demande veut "
    "dit croit reclame fragt will sagt meint mochte braucht denkt quer pergunta diz acha precisa pede שואל שואלת רוצה "
    "אומר אומרת טוען טוענת חושב חושבת מבקש מבקשת يسال تسال يريد تريد يقول تقول يظن تظن يطلب تطلب पुछ पुछता पुछति पुछते "
    "चाहता चाहति कहता कहति बोल pooch puch bol chahti chahta kehti kehta".split()
)
"""What people do who have a question of ours to ask."""
_NEAR = 3
_CALLS = frozenset("يا hey oye oh ey ei hé eh".split())
_CALLED_ALONE = frozenset("भाई bhai dost दोस्त".split())
_OF_SOMEBODY = frozenset("का कि के ने को ka ki ke ne ko".split())
"""Behind a Hindi name they say that something is somebody's, or done by them."""
_TIMES = (C.LAST, C.THIS, C.MONTH, C.YEAR, C.WEEK, C.DAY, C.MONTH_NAME, C.YESTERDAY, C.TODAY)


def without_reminders(tags: Sequence[Tag]) -> list[Tag]:
    """`remind me how much I spent` asks; `remind me to pay` does not."""
    return [
        found.meaning(Meaning(C.FILLER)) if set(found.words) & _TELLING and _asks_at_once(tags[index + 1 :]) else found
        for index, found in enumerate(tags)
    ]


def _asks_at_once(following: Sequence[Tag]) -> bool:
    for found in following:
        if found.text.casefold() in _WITH_VERBS:
            return False
        if not (found.filler or found.has(C.ME) or set(found.words) & _TELLING):
            return found.has(*ASKING) or _is_when(following)
    return False


def _is_when(following: Sequence[Tag]) -> bool:
    """Hindi puts `last month` before `how much`."""
    rest = [found for found in following if not found.has(*_TIMES) and not found.filler]
    return bool(rest) and rest[0].has(*ASKING)


def without_askers(tags: Sequence[Tag]) -> list[Tag]:
    """`my wife wants to know how much I spent`, `يا أخي`; not `my wife asks how much she spent`."""
    kept = list(tags)
    for index, found in enumerate(tags):
        if not found.has(C.PERSON):
            continue
        if _is_called(tags, index):
            return [*tags[:index], *tags[index + 1 :]]
        if length := _asker(tags[index + 1 :]):
            before = index - 1 if index and tags[index - 1].has(C.ME) else index  # Hindi `meri biwi`
            return [*tags[:before], *tags[index + 1 + length :]]
        return kept
    return kept


def _is_called(tags: Sequence[Tag], index: int) -> bool:
    if index and tags[index - 1].text.casefold() in _CALLS:
        return True
    following = tags[index + 1 : index + 2]
    alone = index == 0 and tags[0].words[0] in _CALLED_ALONE and len(tags[0].words) == 1
    return alone and bool(following) and following[0].words[-1:] != () and following[0].words[-1] not in _OF_SOMEBODY


def _asker(following: Sequence[Tag]) -> int:
    """How many tags say that somebody asks, or 0: at once, before anything is asked, and nothing is done by others."""
    for index, found in enumerate(following[:_NEAR]):
        if found.has(*ASKING):
            return 0
        if set(found.words) & _ASKS:
            rest = following[index + 1 :]
            others = any(tag.has(C.PERSON) or SPENT_BY_OTHERS & set(tag.text.casefold().split()) for tag in rest)
            return index + 1 if not others and mentions(rest, *ASKING) else 0
    return 0
