"""Order of words where scripts of both directions meet: numbers and names keep theirs inside isolates. Pure."""

import unicodedata

from shared.safe_naming import Language

RIGHT_TO_LEFT = frozenset({Language.HEBREW, Language.ARABIC})
RIGHT_TO_LEFT_MARK = "\u200f"
_FIRST_STRONG, _LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _POP = "\u2068", "\u2066", "\u2067", "\u2069"
_STRONG_RIGHT = frozenset({"R", "AL", "AN"})


def isolated(text: str, language: Language) -> str:
    """A name or a day inside a sentence: without this, `1.00` after a Hebrew name would be shown before it."""
    if text and (language in RIGHT_TO_LEFT or has_right_to_left(text)):
        return f"{_FIRST_STRONG}{text}{_POP}"
    return text


def figure_isolated(text: str, language: Language) -> str:
    """An amount reads left to right everywhere, its sign first and its currency last."""
    return f"{_LEFT_TO_RIGHT}{text}{_POP}" if language in RIGHT_TO_LEFT else text


def embedded(text: str, language: Language) -> str:
    """A whole line in the direction of the language, for what draws every line left to right."""
    return f"{_RIGHT_TO_LEFT if language in RIGHT_TO_LEFT else _FIRST_STRONG}{text}{_POP}"


def line_started(line: str, language: Language) -> str:
    """WhatsApp turns a line by its first letter; in a Hebrew list `Shell: 1.00` would start on the left."""
    return f"{RIGHT_TO_LEFT_MARK}{line}" if line and language in RIGHT_TO_LEFT else line


def has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _STRONG_RIGHT for character in text)
