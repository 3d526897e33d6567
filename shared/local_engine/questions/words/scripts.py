"""A brand in another script (`وولت`, `वोल्ट`, `שופרסל`): names by their consonants alone, whatever the script. Pure."""

import re
import unicodedata

MIN_BONES = 2
SURE_BONES = 4
"""So many consonants are a name wherever they stand."""
_HEBREW = dict(zip("בגדוזחטךכלםמןנסףפץצקרשת", "bgdvzhtkklmmnnsppccksst", strict=True))
_HEBREW["ר"] = "r"
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهوپچگڤ", "bttghhddrzssssttgpkklmnhvpcgv", strict=True))
_SOFT_C = re.compile("c(?=[eiy])")
_HINDI = dict(zip("कखगघचछजझटठडढतथदधनणपफबभमयरलवशषसह", "kkggcczzttddttddnnppbbmyrlvsssh", strict=True))
_HINDI["ं"] = "n"
_LATIN = {**{char: char for char in "bdghklmnprstvz"}, "c": "k", "f": "p", "j": "z", "q": "k", "w": "v", "x": "ks"}
_FIRST_VOWELS = frozenset("aeiouאעاअआइईउऊएऐओऔ")
_SOFT = frozenset("hvy")  # written in one script and left out in another, unless they begin a word


def is_foreign(word: str) -> bool:
    return any("\u0590" <= char <= "\u06ff" or "\u0900" <= char <= "\u097f" for char in word)


def bones(word: str) -> str:
    """Consonants in one alphabet, doubles once; soft ones only at the beginning, vowels only there and as one."""
    text = _SOFT_C.sub("s", word.casefold()).replace("sh", "s").replace("ph", "f").replace("ch", "c").replace("ck", "k")
    letters = "a" if text[:1] in _FIRST_VOWELS or text[:1] in "أإآ" else ""
    for char in unicodedata.normalize("NFKD", text):
        for sound in _HEBREW.get(char) or _ARABIC.get(char) or _HINDI.get(char) or _LATIN.get(char, ""):
            if (sound in _SOFT and letters) or letters.endswith(sound):
                continue
            letters += sound
    return letters
