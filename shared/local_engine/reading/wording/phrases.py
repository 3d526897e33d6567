"""Finds known phrases in text that OCR may have squeezed together or stripped of its accents."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")  # `SalesTax` is two words, `MwSt` is one
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")  # `T O T A L`
_NOT_WORD = re.compile(r"[^\w%&]+")
_ZERO_IN_WORD = re.compile(r"(?<=[a-z])0(?=[a-z])")
_ONE_IN_WORD = re.compile(r"(?<=[a-z])1(?=[a-z])|(?<=[a-z]{3})1(?!\w)")
_LONG_ENOUGH_TO_SQUEEZE = 8
_NO_COMBINING = {"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "ı": "i", "đ": "d", "œ": "oe"}


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case, no accents, single spaces, dots of abbreviations gone: `Total à  payer` -> `total a payer`."""
    spaced = _LONG_WORD.sub(lambda word: _CAMEL.sub(" ", word[0]), text).lower()
    for letter, plain in _NO_COMBINING.items():
        spaced = spaced.replace(letter, plain)
    bare = "".join(c for c in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(c))
    bare = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", bare.replace("'", "").replace("’", "").replace('"', ""))
    words = " ".join(_NOT_WORD.sub(" ", bare.replace("_", " ")).split())
    words = _SPACED.sub(lambda letters: letters[0].replace(" ", ""), words)
    return _ONE_IN_WORD.sub("l", _ZERO_IN_WORD.sub("o", words))


_known_words: set[str] = set()
_LEAST_TO_SPLIT, _SHORTEST_PART = 6, 3
_LITTLE_WORDS = frozenset("am on no nr de du di al la le to by of in id n rm rp eur usd gbp chf".split())


@lru_cache(maxsize=4096)
def split_words(text: str) -> str:
    """Folded, and words that OCR ran together taken apart where known words alone make them up: `varavmoms`."""
    return " ".join(" ".join(_parts(word) or (word,)) for word in folded(text).split())


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...] | None:
    if word in _known_words or word in _LITTLE_WORDS:
        return (word,)
    if len(word) < _LEAST_TO_SPLIT or not word.isalpha():
        return None
    for end in range(len(word) - 1, _SHORTEST_PART - 1, -1):
        if word[:end] in _known_words and (rest := _parts(word[end:])):
            return (word[:end], *rest)
    return None


class Phrases:
    """A set of phrases; longer ones are also found where their spaces got lost, `endings` at the end of any word.

    Not those that one of `not_before` follows; those of the sets in `including` as well.
    """

    def __init__(
        self, phrases: str, *, including: tuple["Phrases", ...] = (), endings: str = "", not_before: str = ""
    ) -> None:
        known = [folded(phrase) for phrase in phrases.replace("\n", ",").split(",") if phrase.strip()]
        known += [phrase for other in including for phrase in other.known]
        _known_words.update(word for phrase in known for word in phrase.split() if len(word) >= _SHORTEST_PART)
        known.sort(key=len, reverse=True)
        self.known: tuple[str, ...] = tuple(known)
        glued = rf"|(?<=[^\W\d_]{{3}})(?:{endings})(?![^\W\d_])" if endings else ""
        ahead = rf"(?! (?:{not_before})(?!\w))" if not_before else ""
        self._spaced = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w){ahead}{glued}")
        squeezed = [phrase.replace(" ", "") for phrase in known]
        long = [phrase for phrase in squeezed if len(phrase) >= _LONG_ENOUGH_TO_SQUEEZE]
        self._squeezed = re.compile("|".join(map(re.escape, long))) if long else None
        self._looked_up = lru_cache(maxsize=2048)(self._look_up)

    def found(self, text: str) -> str | None:
        """The first phrase found, in folded form. Each label is asked about many times."""
        return self._looked_up(text)

    def _look_up(self, text: str) -> str | None:
        plain = split_words(text)
        if hit := self._spaced.search(plain):
            return hit[0]
        if self._squeezed and (hit := self._squeezed.search(plain.replace(" ", ""))):
            return hit[0]
        return None

    def rest(self, text: str) -> str:
        """What else the folded text says."""
        return " ".join(self._spaced.sub(" ", split_words(text)).split())

    def kinds(self, text: str) -> int:
        """How many different ones are there."""
        return len(set(self._spaced.findall(split_words(text))))
