"""What the form of a word, or its place, tells: plurals, an `and` written as one with a word, `except` behind. Pure."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.tags import Tag

SUBJECTS = frozenset("i ive id we weve yo je j ai ich eu אני أنا انا मैंने मैं हमने maine".split())
"""Who asks for what they spent themselves."""
FIRST_PERSON_ENDINGS = ("é", "í", "ei", "תי")
FUTURE_ENDINGS = tuple(
    "aré eré iré ará erá irá arán erán irán aremos eremos arei erei irei arão erai irai erons irons "
    "ेगा ेगी ेंगे ूंगा ूँगा ऊंगा ऊँगा एगा एगी एंगे".split()
)
SPENT_BY_OTHERS = frozenset(
    "gastó gastaron pagó pagaron compró compraron gastou gastaram pagou pagaram comprou compraram "
    "הוציא הוציאה הוציאו שילם שילמה שילמו קנה קנתה קנו أنفقوا دفعوا اشترى اشتروا".split()
)
"""Third persons, where the language tells them from the first."""
_AND_PREFIXES = ("ו", "و")
OR_WORDS = frozenset("or o ou oder או او या और +".split())
"""`100 or more`, `100+`: such a bound stands behind its number."""
_BEHIND = frozenset(
    "excluded excepted included counted excluidos excluidas excluido excluida exclus exclues exclu ausgeschlossen "
    "inbegriffen chhodkar chodkar alawa".split()
)
_PLURAL_ENDINGS = ("s", "en", "ufe", "ים", "ות", "ين", "ون", "ات", "ओं", "ों")
_SINGULAR_ENDINGS = ("laden", "ss", "mes", "mês", "mois", "חנות")


def excluded_behind(tag: Tag) -> bool:
    """Hindi says `except` behind what it leaves out, as does `weekends excluded`."""
    behind = tag.words and tag.words[-1] in _BEHIND
    return tag.has(C.EXCLUDING) and (bool(behind) or in_devanagari(tag))


def without_behind(tag: Tag) -> bool:
    """Hindi says `without` behind a name, too."""
    return excluded_behind(tag) or (tag.has(C.WITHOUT) and in_devanagari(tag))


def in_devanagari(tag: Tag) -> bool:
    return any("\u0900" <= char <= "\u097f" for char in tag.text)


def plural(word: str) -> bool:
    return word.endswith(_PLURAL_ENDINGS) and not word.endswith(_SINGULAR_ENDINGS)


def begins_with_and(found: Tag) -> bool:
    """Hebrew and Arabic write it as one with the next word."""
    return found.text[:1] in _AND_PREFIXES and len(found.text) > 2
