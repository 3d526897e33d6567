"""Misspelt words of a question: the one word of the vocabulary that must have been meant. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from shared.local_engine.questions.concepts import Concept as C

UNCORRECTED = frozenset(
    {
        C.FILLER,
        C.GREETING,
        C.AT_VENDOR,
        C.ME,
        C.CATEGORY,
        C.METHOD_NAME,
        C.CURRENCY_NAME,
        C.OTHERS,
        C.PERSON,
        C.OFF_TOPIC,
        C.UNRECORDED,
    }
)
"""Too short, too many or too near to the names of shops to guess."""
MIN_LENGTH = 5
SWAPPED_LENGTH = 4
"""Of so short a word only two swapped letters are put right: `lats`, `mcuh`."""
_LONG = 8
_VOWELS = frozenset("aeiou")


class Spelling:
    """Words by their first letter, which hardly anybody gets wrong."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = defaultdict(list)
        self._by_bones: dict[str, str] = {}
        self._words = frozenset(words)
        for word in sorted(self._words):
            if len(word) >= MIN_LENGTH:
                self._by_first[word[0]].append(word)
                self._by_bones.setdefault(_bones(word), word)

    def meant(self, word: str) -> str | None:
        """`januray` is January, `spnt` spent; None when nothing is near."""
        if word.isascii() and len(word) >= 3 and _VOWELS.isdisjoint(word[1:]):
            return self._by_bones.get(word)
        if len(word) == SWAPPED_LENGTH:
            swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
            return min(swaps & self._words, default=None)
        if len(word) < MIN_LENGTH:
            return None
        allowed = 2 if len(word) >= _LONG and word.isascii() else 1  # Semitic roots differ in one letter
        bones = _bones(word)  # of two words as near, the one whose vowels were left out or mistaken
        near = (
            (distance(word, known, allowed), _bones(known) != bones, known) for known in self._by_first.get(word[0], ())
        )
        best = min(near, default=(allowed + 1, True, ""))
        return best[2] if best[0] <= allowed else None


def _bones(word: str) -> str:
    return word[0] + "".join(char for char in word[1:] if char not in _VOWELS)


def distance(left: str, right: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap of neighbours) between two words; stops counting above `limit`."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return previous[-1]
