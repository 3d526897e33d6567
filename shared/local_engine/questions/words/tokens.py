"""Text of a question -> folded words: no case, accents, vowel points or spelling variants. Pure."""

import re
import unicodedata
from dataclasses import dataclass

_ELISIONS = ("l", "d", "j", "n", "m", "t", "s", "c", "qu", "jusqu", "aujourd", "lorsqu", "puisqu")
_APOSTROPHES = "'’‘`´ʼ׳"
_ARABIC = str.maketrans("أإآٱىة", "اااايه")
_DROPPED = {"ـ", "״", '"'}
_NUMBER = r"\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+"
_LONGEST_INITIALS = 5
_INITIALS = r"(?<![^\W_])[^\W\d_]{1,2}&[^\W\d_]{1,2}(?![^\W_])"
_TOKEN = re.compile(rf"r\$|us\$|{_NUMBER}|{_INITIALS}|[^\W\d_]+|[<>]=?|[$€£₪₹¥%+]", re.UNICODE)


@dataclass(frozen=True)
class Token:
    """`text` is folded, `start` and `end` point into the text as the user wrote it."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_initials(self) -> bool:
        """Written with a sign between: `H&M`."""
        return len(self.text) < self.end - self.start <= _LONGEST_INITIALS


def _fold_char(char: str) -> str:
    if char in _DROPPED or char in _APOSTROPHES:
        return ""
    if "\u0900" <= char <= "\u097f":  # Devanagari: only digits and the nasal signs have variants
        return str(unicodedata.digit(char)) if char.isdigit() else _DEVANAGARI.get(char, char)
    if char.isdigit():
        return str(unicodedata.digit(char, char))
    base = unicodedata.normalize("NFKD", char.casefold())
    return "".join(part for part in base if not unicodedata.combining(part)).translate(_ARABIC)


_DEVANAGARI = {"ँ": "ं", "़": "", "\u200d": "", "\u200c": "", "ी": "ि", "ू": "ु"}


def tokenise(text: str) -> list[Token]:
    """Words, numbers and signs in order. `l'an` becomes two words, `McDonald's` and `H&M` one."""
    folded, origin = _folded_with_origin(unicodedata.normalize("NFC", text))
    tokens = []
    for found in _words(folded):
        start, end = origin[found[0]], origin[found[1] - 1] + 1
        tokens.append(Token(folded[found[0] : found[1]].replace("&", ""), start, end))
    return tokens


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    pieces: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        piece = " " if char in _APOSTROPHES and (_elides(text, index) or _short_year(text, index)) else _fold_char(char)
        pieces.append(piece)
        origin.extend([index] * len(piece))
    return "".join(pieces), origin


def _elides(text: str, index: int) -> bool:
    before = re.search(r"[^\W\d_]+$", text[:index])
    return before is not None and before.group().casefold() in _ELISIONS


def _short_year(text: str, index: int) -> bool:
    """`Q4'25`; three digits after the sign are thousands."""
    return re.match(r"\d\d(?!\d)", text[index + 1 :]) is not None


def _words(folded: str) -> list[tuple[int, int]]:
    return [found.span() for found in _TOKEN.finditer(_with_marks(folded))]


def _with_marks(folded: str) -> str:
    """Devanagari vowel signs are marks, which `\\w` does not count as part of a word."""
    return "".join("ऄ" if "\u0900" <= char <= "\u0963" else char for char in folded)


def to_number(text: str) -> float:
    """`1.234,56`, `1,234.56`, `1'200`, `12.5`: three digits after a lone separator are thousands."""
    digits = re.sub(r"['’]", "", text)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    whole, separator, cents = max(digits.rpartition("."), digits.rpartition(","), key=lambda part: len(part[0]))
    return float(f"{re.sub('[.,]', '', whole) or 0}.{cents}") if separator else float(digits)
