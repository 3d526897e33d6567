"""Names that go on over several lines of a paper: helps payees.py say the whole of one."""

import re
from collections.abc import Sequence

from shared.local_engine.reading.payee.names import LONGEST, unlike_a_name
from shared.local_engine.reading.sheet.cells import Cell, Line, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_SMALL_LETTERS = -1.2
"""What `nova-drogerie markt` loses for them; above `GmbH` alone it is the name all the same."""
_OWNER = re.compile(r"^inh(?:aber(?:in)?)?\b\.?", re.IGNORECASE)


def continued(cell: Cell, number: int, sheet: Sheet) -> str:
    """A long name goes on in the next line when its legal form stands there; `FISH TAVERN` and `GmbH` have it above."""
    form = words.LEGAL_FORM.found(cell.text)
    only_a_form = form and not words.LEGAL_FORM.rest(cell.text)
    if number and (only_a_form or (words.TRADE.found(cell.text) and not form)):
        for other in sheet.lines[number - 1].cells:
            near = other.over(cell) > 0.5 and cell.top - other.bottom < sheet.line_height
            like_one = unlike_a_name(other.text) >= (_SMALL_LETTERS if only_a_form else 0)
            if near and like_one and other.height > 0.8 * cell.height:
                return f"{other.text} {cell.text}"
    if (name := _of_several_lines(cell, number, sheet)) != cell.text:
        return name
    if words.LEGAL_FORM.found(cell.text) or number + 1 >= len(sheet.lines):
        return cell.text
    for other in sheet.lines[number + 1].cells:
        legal = words.LEGAL_FORM.found(_OWNER.sub("", other.text))
        near = other.over(cell) > 0.3 and other.top - cell.bottom < 0.8 * sheet.line_height
        if near and legal and len(other.text.split()) <= 4 and not re.search(r"\d{3}", other.text):
            return f"{cell.text} {other.text}"
    return cell.text


def _of_several_lines(cell: Cell, number: int, sheet: Sheet) -> str:
    """`NOVA` over `MART`: capitals of one size, close together, one above the other, are one name."""
    above = _followed(cell, sheet.lines[max(0, number - 2) : number][::-1])
    below = _followed(cell, sheet.lines[number + 1 : number + 2])
    if _ends_with_its_form(cell.text):
        below = [part for part in below if words.LEGAL_FORM.found(part.text)]
    name = " ".join(part.text for part in (*reversed(above), cell, *below))
    return name if len(name) <= LONGEST else cell.text


def _ends_with_its_form(text: str) -> bool:
    """`NOVA MART SDN BHD` is whole; what stands below is a branch or a place."""
    form = words.LEGAL_FORM.found(text)
    return form is not None and folded(text).endswith(form)


def _followed(cell: Cell, lines: Sequence[Line]) -> list[Cell]:
    """What goes on with the cell, line after line, until one does not."""
    found: list[Cell] = []
    for line in lines:
        last = found[-1] if found else cell
        near = next((other for other in line.cells if _goes_on(last, other)), None)
        if near is None:
            break
        found.append(near)
    return found


def _goes_on(cell: Cell, other: Cell) -> bool:
    upper, lower = (cell, other) if cell.top < other.top else (other, cell)
    if upper.over(lower) < 0.5:
        return False
    if upper.text.count("(") > upper.text.count(")") and lower.text.count(")") > lower.text.count("("):
        return True
    same_size = 0.8 < upper.height / lower.height < 1.25 and lower.top - upper.bottom < 0.5 * upper.height
    plain = not re.search(r"\d|[:,@]", other.text) and sum(letter.isalpha() for letter in other.text) > 1
    capitals = cell.text.isupper() and other.text.isupper() and other.confidence > 0.85
    return same_size and plain and capitals and unlike_a_name(other.text) == 0
