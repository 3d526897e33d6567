"""The invoice's own number: the code beside or under a word for invoice number."""

import re

from shared.local_engine.reading.sheet.cells import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words

_CODE = re.compile(r"(?<![\w/.-])(?=[\w/.-]*\d)[A-Z0-9][A-Z0-9/._-]{2,29}(?![\w])", re.IGNORECASE)
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d\d-\d\d$|^\d{1,2}[:.]\d{2}$|^\d+[.,]\d{2}$")
_SAID = re.compile(r"(?:n[o°ºr]\.?|num\w*|#|:|id|number|nummer|№)\s*[.:#]*\s*$", re.IGNORECASE)


def find_invoice_number(sheet: Sheet) -> str | None:
    """The clearest label wins, and of those alike the one whose code is nearest."""
    best: tuple[float, str] | None = None
    for number, line in enumerate(sheet.lines):
        for at, cell in enumerate(line.cells):
            said = words.INVOICE_NUMBER.found(cell.text)
            if not said or words.TAX_NUMBER.found(cell.text):
                continue
            clear = 2.0 if len(said.split()) > 1 or len(said) > 10 else 1.0
            for distance, text in enumerate(_near(sheet, number, at, cell)):
                code = _code(text, after_label=distance == 0)
                if code and (best is None or clear - 0.3 * distance > best[0]):
                    best = clear - 0.3 * distance, code
    return best[1] if best else None


def _near(sheet: Sheet, number: int, at: int, cell: Cell) -> list[str]:
    """Its own cell, the next one on the line, the one below."""
    line = sheet.lines[number]
    right = [line.cells[at + 1].text] if at + 1 < len(line.cells) else [""]
    below = [
        other.text
        for other in (sheet.lines[number + 1].cells if number + 1 < len(sheet.lines) else ())
        if other.over(cell) > 0.3
    ]
    return [cell.text, *right, *below[:1]]


def _code(text: str, *, after_label: bool) -> str | None:
    for hit in _CODE.finditer(text):
        code = hit[0].strip(".-/_")
        if _DATE.match(code) or sum(letter.isdigit() for letter in code) < 2:
            continue
        if after_label and not (_SAID.search(text[: hit.start()]) or words.INVOICE_NUMBER.found(text[: hit.start()])):
            continue
        return code
    return None
