"""Numbers written in several words or as a figure and a word: `two thousand five hundred`, `20 thousand`. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.words.tags import Tag

_CENTURY, _HUNDRED, _TWO_DIGITS = 20, 100, 10


def join_numbers(text: str, tags: Sequence[Tag]) -> list[Tag]:
    """`two thousand five hundred` and `20 thousand` are one number each."""
    joined: list[Tag] = []
    index = 0
    while index < len(tags):
        value, length = _year(tags[index:]) or _spelt(tags[index:])
        found = tags[index]
        if length > 1:
            last = tags[index + length - 1].end
            words = (f"{value:g}",)
            found = replace(found.meaning(), end=last, text=text[found.start : last], words=words, number=value)
        joined.append(found)
        index += max(1, length)
    return joined


def _year(tags: Sequence[Tag]) -> tuple[float, int] | None:
    """`twenty twenty five`: the century and the year, each as a number of its own."""
    if len(tags) < 2 or tags[0].value(Concept.NUMBER_WORD) != _CENTURY:
        return None
    begins = tags[1].value(Concept.NUMBER_WORD)
    value, length = _spelt(tags[1:])
    if not (isinstance(begins, int) and begins >= _TWO_DIGITS and value < _HUNDRED):
        return None
    return _CENTURY * _HUNDRED + value, 1 + length


def _spelt(tags: Sequence[Tag]) -> tuple[float, int]:
    """The number that the first tags spell together, and how many they are."""
    total = current = 0.0
    for length, found in enumerate(tags):
        word = found.value(Concept.NUMBER_WORD)
        if length == 0 and found.number is not None:
            current = found.number
        elif not isinstance(word, int) or found.filler:
            return total + current, length
        elif word >= 1000 and (length == 0 or 0 < current < word):
            total, current = total + (current or 1) * word, 0
        elif word == 100 and (length == 0 or 0 < current < word):
            current = (current or 1) * word
        elif length == 0 or (tags[0].number is None and _fits_below(current, word)):
            current += word
        else:
            return total + current, length
    return total + current, len(tags)


def _fits_below(current: float, word: int) -> bool:
    """`twenty` takes a `five`, `two hundred` a `fifty`."""
    if current == 0 or current % 100 == 0:
        return word < (1000 if current == 0 else 100)
    return current % 10 == 0 and current % 100 >= 20 and word < 10
