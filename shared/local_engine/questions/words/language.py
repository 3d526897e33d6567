"""Which language a question is written in. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.words.lexicon import Lexicon, lexicon
from shared.local_engine.questions.words.tokens import Token
from shared.safe_naming import Language

_SCRIPTS = {
    Language.HEBREW: ("\u0590", "\u05ff"),
    Language.ARABIC: ("\u0600", "\u06ff"),
    Language.HINDI: ("\u0900", "\u097f"),
}
_LATIN = (Language.ENGLISH, Language.SPANISH, Language.FRENCH, Language.GERMAN, Language.PORTUGUESE, Language.HINDI)


def language_of(tokens: Sequence[Token], hint: Language) -> Language:
    """By script, else the language that knows most of the words; the hint decides ties, then English."""
    text = "".join(token.text for token in tokens)
    for language, (low, high) in _SCRIPTS.items():
        if sum(low <= char <= high for char in text) * 2 > sum(char.isalpha() for char in text):
            return language
    words = [token for token in tokens if not token.is_number]
    present = [language for language, (low, high) in _SCRIPTS.items() if any(low <= char <= high for char in text)]
    candidates = dict.fromkeys((*present, *_LATIN))  # `בלי Shell` is Hebrew, whatever has more letters
    scores = {language: _understood(lexicon(language), words) for language in candidates}
    best = max(scores.values(), default=0)
    tied = [language for language in (hint, *candidates) if scores.get(language) == best]
    return tied[0] if tied and best else Language.ENGLISH


def _understood(words: Lexicon, tokens: Sequence[Token]) -> int:
    """How many of the words are part of a phrase it knows."""
    index = known = 0
    while index < len(tokens):
        found = words.longest_at(tokens, index)
        known += found[1] if found else 0
        index += found[1] if found else 1
    return known
