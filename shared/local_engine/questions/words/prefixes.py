"""Hebrew and Arabic write `at` as one with a name nobody knows: `כמה הוצאתי בקרפור`. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.lexicon import Meaning
from shared.local_engine.questions.words.tags import Tag

_PREFIXES = ("ב", "מ", "ب")
_MIN_NAME = 3
_BEFORE = (C.SPEND, C.INVOICE, C.EXPENSE, C.TIMES, C.TOTAL, C.LAST, C.LARGEST, C.SMALLEST)


def with_prefixes_apart(tags: Sequence[Tag]) -> list[Tag]:
    """Behind what is bought or counted, where a shop is likely."""
    kept: list[Tag] = []
    for found in tags:
        likely = found.unknown and found.text.startswith(_PREFIXES) and len(found.text) > _MIN_NAME
        anchor = next((tag for tag in reversed(kept) if not tag.filler), None)
        before = (C.SPEND,) if found.text.startswith("ب") else _BEFORE  # many Arabic verbs begin so, too
        if not (likely and anchor and anchor.has(*before)):
            kept.append(found)
            continue
        cut = found.start + 1
        at = replace(found, end=cut, text=found.text[0], words=(found.text[0],))
        kept.append(at.meaning(Meaning(C.AT_VENDOR)))
        kept.append(replace(found, start=cut, text=found.text[1:], words=(found.words[0][1:],), gap=""))
    return kept
