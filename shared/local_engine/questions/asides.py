"""What a question adds that any answer to it says anyway: `..., and where?`. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.tags import Tag

_SAID_ANYWAY = (C.WHERE, C.WHEN)
_THINGS = (C.INVOICE, C.EXPENSE, C.LARGEST, C.SMALLEST, C.LAST, C.FIRST)


def without_asides(tags: Sequence[Tag]) -> Sequence[Tag]:
    """An invoice is shown with its payee and day."""
    for index in range(1, len(tags) - 1):
        asked = tags[index + 1]
        behind = tags[index + 2 :]
        light = all(tag.filler or tag.has(C.ME, C.SPEND) for tag in behind)
        if tags[index].has(C.AND) and asked.has(*_SAID_ANYWAY) and light:
            named = any(tag.has(*_THINGS) for tag in tags[:index])
            return tags[:index] if named and not any(tag.has(C.HOW_MUCH, C.TOTAL) for tag in tags[:index]) else tags
    return tags
