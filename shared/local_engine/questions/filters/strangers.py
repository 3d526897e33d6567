"""Names that stand in a row with payees but are none: `Repsol and Carrefour`, where Carrefour was never paid. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.words.forms import begins_with_and
from shared.local_engine.questions.words.tags import Tag

_JOINTS = (C.AND, C.OR, C.COMPARE)
_BETWEEN = (C.AT_VENDOR, C.FROM)
_MAX_WORDS = 2


def find_strangers(tags: Sequence[Tag]) -> list[range]:
    """Each in a row that holds one payee at least, and nothing left out."""
    items = _items(tags)
    found: list[range] = []
    row: list[range] = []
    for item in items:
        if row and not _joined(tags, row[-1][-1], item[0]):
            found += _strangers(tags, row)
            row = []
        row.append(item)
    return found + _strangers(tags, row)


def _items(tags: Sequence[Tag]) -> list[range]:
    """Payees, and unknown words that follow each other."""
    items: list[range] = []
    for index, tag in enumerate(tags):
        name = tag.unknown and len(tag.text) > 1
        if not (name or tag.payees):
            continue
        before = items[-1] if items else range(0)
        if name and before and before[-1] == index - 1 and tags[index - 1].unknown and "," not in tag.gap:
            items[-1] = range(before[0], index + 1)
        else:
            items.append(range(index, index + 1))
    return items


def _joined(tags: Sequence[Tag], last: int, first: int) -> bool:
    between = tags[last + 1 : first]
    if not all(tag.has(*_JOINTS, *_BETWEEN) for tag in between):
        return False
    if any(tag.has(*_JOINTS) for tag in between) or begins_with_and(tags[last + 1]):
        return True
    return not between and any(sign in tags[first].gap for sign in ",+&/،")


def _strangers(tags: Sequence[Tag], row: Sequence[range]) -> list[range]:
    payees = [item for item in row if tags[item[0]].payees]
    left_out = bool(row) and any(tag.has(*NEGATIONS) for tag in tags[max(0, row[0][0] - 2) : row[-1][-1] + 3])
    if not payees or left_out:
        return []
    return [item for item in row if not tags[item[0]].payees and len(item) <= _MAX_WORDS]
