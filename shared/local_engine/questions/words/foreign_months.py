"""Months named in another language than the question: `total gastado en February`. Pure."""

from functools import cache

from shared.local_engine.questions.words.payees import PLACES
from shared.local_engine.questions.words.tokens import tokenise
from shared.local_engine.questions.words.vocabulary import VOCABULARIES

_MIN_LETTERS = 5
"""Shorter ones are other words elsewhere: `mars`, `mai`."""


def foreign_month(word: str, before: str) -> int | None:
    """Behind `at` it is a shop."""
    return None if before in PLACES else _months().get(word)


@cache
def _months() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for vocabulary in VOCABULARIES.values():
        for number, names in enumerate(vocabulary.months, 1):
            for name in names.split("|"):
                words = [token.text for token in tokenise(name)]
                if len(words) == 1 and len(words[0]) >= _MIN_LETTERS and words[0].isalpha():
                    found.setdefault(words[0], set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}
