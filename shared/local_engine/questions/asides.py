"""What a question adds that any answer to it says anyway: `..., and where?`. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.several import begins_with_and
from shared.local_engine.questions.tags import Tag

_SAID_ANYWAY = (C.WHERE, C.WHEN)
_THINGS = (C.INVOICE, C.EXPENSE, C.LARGEST, C.SMALLEST, C.LAST, C.FIRST)


def without_asides(tags: Sequence[Tag]) -> Sequence[Tag]:
    """An invoice is shown with its payee and day."""
    for index in range(1, len(tags)):
        asked = tags[index]
        joined = tags[index - 1].has(C.AND) or begins_with_and(asked)
        if joined and asked.has(*_SAID_ANYWAY) and _light(tags[index + 1 :]):
            before = tags[: index - 1] if tags[index - 1].has(C.AND) else tags[:index]
            return before if _shows_invoices(before) else tags
    return tags


def _light(tags: Sequence[Tag]) -> bool:
    return all(tag.filler or tag.has(C.ME, C.SPEND) for tag in tags)


def _shows_invoices(tags: Sequence[Tag]) -> bool:
    named = any(tag.has(*_THINGS) for tag in tags)
    return named and not any(tag.has(C.HOW_MUCH, C.TOTAL) for tag in tags)
