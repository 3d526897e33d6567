"""Who was paid: the name at the top of the paper, not the customer's, not a heading, not an address."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.local_engine.reading import vocabulary as words
from shared.local_engine.reading.boxes import Cell, Sheet
from shared.local_engine.reading.wording import Phrases, folded

_DOMAIN = re.compile(
    r"(?:www\.|@|https?://)\s?((?:[\w-]+\.)*?)([\w-]{2,40})\s?\.\s?(?:com?|net|org|info|biz|eu|shop|online|[a-z]{2})(?:\.[a-z]{2})?\b",
    re.IGNORECASE,
)
_MAIL_HOUSES = {
    "gmail",
    "hotmail",
    "yahoo",
    "outlook",
    "web",
    "gmx",
    "aol",
    "icloud",
    "facebook",
    "instagram",
    "twitter",
    "localhost",
    "t-online",
    "google",
    "whatsapp",
    "payback",
    "streamyx",
}
_ADDRESS_ON_THE_NET = re.compile(r"\S+@\S+|www\.\S+|https?:\S+|(?:visit|e-?mail|web|website|internet)\b:?", re.IGNORECASE)
_PHONE = re.compile(r"\d[\d\s()./-]{6,}\d")
_POSTCODE = re.compile(r"\b\d{4,6}\b")
_NUMBERING = re.compile(r"(?:\bno|\bnr|\bn°|#|:)\s*[.:]?\s*\d", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:tax )?(?:invoice|receipt|facture|rechnung|factuur|fattura)\s+(?=\w)"
    r"|\s+(?:tax )?(?:invoice|receipt|bill|statement)$",
    re.IGNORECASE,
)
_TOP = 0.4
_LEAST_SCORE = 1.2
_SURE_MARGIN = 0.8


@dataclass(frozen=True)
class Payee:
    name: str
    doubtful: bool


def find_payee(sheet: Sheet, first_figure_line: int) -> Payee | None:
    """`first_figure_line` is where the goods begin; names of shops stand above it."""
    if not sheet.lines:
        return None
    buyers = list(_areas(sheet, words.BUYER))
    domains = _domains(sheet.text)
    counted = folded(sheet.text)
    scored: list[tuple[float, int, Cell]] = []
    for number, line in enumerate(sheet.lines):
        for cell in line.cells:
            score = _score(cell, number, sheet, first_figure_line, domains, counted)
            if score is not None:
                scored.append((score - (4.0 if any(_inside(cell, area) for area in buyers) else 0.0), number, cell))
    scored.sort(key=lambda item: item[0])
    if not scored or scored[-1][0] < _LEAST_SCORE:
        return Payee(max(domains, key=lambda name: domains[name]), True) if domains else None
    score, number, cell = scored[-1]
    rivals = [other for other, _, rival in scored[:-1] if not _alike(rival.text, cell.text)]
    doubtful = score < 2.5 or (bool(rivals) and score - max(rivals) < _SURE_MARGIN) or cell.confidence < 0.8
    return Payee(_cleaned(_continued(cell, number, sheet)), doubtful)


def _score(cell: Cell, number: int, sheet: Sheet, goods: int, domains: dict[str, int], counted: str) -> float | None:
    text = _cleaned(cell.text)
    letters = sum(letter.isalpha() for letter in text)
    if len(_ADDRESS_ON_THE_NET.sub("", text)) < 0.3 * len(text) or letters < 2 or letters < 0.5 * len(text.replace(" ", "")) or len(text) > 70:
        return None
    plain = folded(text)
    score = _place(cell, number, sheet, goods) + _shape(text, cell, sheet)
    if words.LEGAL_FORM.found(text):
        score += 2.0
    score += 0.6 if len(plain.split()) > 1 and words.TRADE.found(text) else 0.0
    score += _label(cell, number, sheet) + (1.2 if _stands_over_address(cell, number, sheet) else 0.0)
    squeezed = plain.replace(" ", "")
    if squeezed in domains:
        score += 2.5
    elif any(name in squeezed or (len(squeezed) > 3 and squeezed in name) for name in domains):
        score += 1.5
    score += 0.5 * min(counted.count(plain) - 1, 2) if len(plain) > 3 else 0
    return score + _unlike_a_name(text, plain)


def _place(cell: Cell, number: int, sheet: Sheet, goods: int) -> float:
    """The first lines of the first page; on letters the sender may also stand in the foot, with a legal form."""
    page_end = sheet.pages[1] if len(sheet.pages) > 1 else sheet.height
    down = cell.top / page_end
    score = 3.0 - 0.35 * min(number, 12) if down < _TOP or number < 4 else -1.5
    return score - (1.5 if number >= goods else 0.0)


def _shape(text: str, cell: Cell, sheet: Sheet) -> float:
    score = min(max(cell.height / sheet.line_height - 1.0, 0.0), 1.5) * 1.2
    score += 0.3 if text.isupper() else 0.0
    return score - (0.8 if len(text) < 4 else 0.0) - (1.0 if cell.confidence < 0.7 else 0.0)


def _unlike_a_name(text: str, plain: str) -> float:
    score = 0.0
    if words.NOT_A_NAME.found(text):
        score -= 2.5
    small = [word for word in re.findall(r"[^\W\d_]{2,}", text) if word[0].islower()]
    score -= 1.2 if len(small) >= 2 and len(small) * 2 >= len(plain.split()) else 0.0
    score -= 2.0 if re.search(r":\s*[\d(]", text) else 0.0
    if re.match(r"\d{1,3}\s?[xX×*]?\s+\D", text):
        score -= 2.0
    if words.INVOICE.found(text):
        score -= 1.5 if words.LEGAL_FORM.found(text) else 4.0
    if words.ADDRESS.found(text) or re.search(r"(?:str|strasse|straat|weg|platz|gasse|allee)\b\.?\s*\d", plain):
        score -= 1.5 if words.LEGAL_FORM.found(text) else 2.5
    if words.TOTAL.found(text) or words.TAX.found(text) or words.ISSUE_DATE.found(text):
        score -= 2.0
    if _PHONE.search(text) or _NUMBERING.search(text):
        score -= 2.0
    elif _POSTCODE.search(text):
        score -= 1.5
    if folded(text) in (words.SELLER.found(text), words.BUYER.found(text)):
        score -= 5.0
    if text.rstrip().endswith((":", "?", "!")):
        score -= 1.5
    return score - (2.5 if len(plain.split()) > 6 and not words.LEGAL_FORM.found(text) else 0.0)


def _label(cell: Cell, number: int, sheet: Sheet) -> float:
    """`Seller:` before or above a name says it outright."""
    line = sheet.lines[number]
    if any(other.left >= cell.right and other.text.startswith(":") for other in line.cells):
        return -3.0  # it is itself the label of what follows
    before = [other.text for other in line.cells if other.right <= cell.left][-1:]
    above = [
        other.text
        for other in (sheet.lines[number - 1].cells if number else ())
        if other.over(cell) > 0.2 and cell.top - other.bottom < 1.5 * sheet.line_height
    ]
    for label in (*before, *above):
        if len(label.split()) > 4:
            continue
        if words.BUYER.found(label) and not words.SELLER.found(label):
            return -3.5
        if words.SELLER.found(label):
            return 3.0
    return 2.0 if any(_inside(cell, area) for area in _areas(sheet, words.SELLER)) else 0.0


def _stands_over_address(cell: Cell, number: int, sheet: Sheet) -> bool:
    for line in sheet.lines[number + 1 : number + 3]:
        for other in line.cells:
            near = other.over(cell) > 0.2 and other.top - cell.bottom < 2.5 * sheet.line_height
            if near and (_is_address(other.text)):
                return True
    return False


def _is_address(text: str) -> bool:
    street = re.search(r"(?:str|strasse|straat|weg|platz|gasse|allee)\b\.?\s*\d", folded(text))
    return bool(
        street
        or (words.ADDRESS.found(text) and re.search(r"\d", text))
        or re.match(r"[A-Z]{0,2}-?\d{4,6}\s+[A-ZÀ-Þ]", text)
    )


Area = tuple[float, float, float, float]


def _areas(sheet: Sheet, labels: Phrases) -> Iterator[Area]:
    """Under `Bill to` stands the customer's address, under `Seller` the seller's: a column of some six lines."""
    other_side = words.SELLER if labels is words.BUYER else words.BUYER
    for line in sheet.lines:
        for cell in line.cells:
            if len(cell.text.split()) <= 3 and labels.found(cell.text) and not other_side.found(cell.text):
                reach = 0.25 * sheet.width
                yield (
                    cell.left - 0.03 * sheet.width,
                    cell.top - 2,
                    cell.left + reach,
                    cell.bottom + 5 * 1.6 * sheet.line_height,
                )


def _inside(cell: Cell, area: Area) -> bool:
    left, top, right, bottom = area
    return left <= cell.left <= right and top <= cell.top <= bottom


def _domains(text: str) -> dict[str, int]:
    """`www.shop.de` and `info@shop.de` name the shop even where its logo cannot be read."""
    names: dict[str, int] = {}
    for hit in _DOMAIN.finditer(text):
        name = hit[2].lower().replace("-", "")
        if name not in _MAIL_HOUSES and len(name) > 2:
            names[name] = names.get(name, 0) + 1
    return names


def _continued(cell: Cell, number: int, sheet: Sheet) -> str:
    """A long name goes on in the next line when only its legal form, or something in brackets, stands there."""
    if words.LEGAL_FORM.found(cell.text) or number + 1 >= len(sheet.lines):
        return cell.text
    for other in sheet.lines[number + 1].cells:
        legal = words.LEGAL_FORM.found(other.text)
        near = other.over(cell) > 0.3 and other.top - cell.bottom < 0.8 * sheet.line_height
        if near and legal and len(other.text.split()) <= 4 and not re.search(r"\d{3}", other.text):
            return f"{cell.text} {other.text}"
    return cell.text


def _cleaned(name: str) -> str:
    if _is_address(name) and (parts := re.split(r"\s[·•|*–-]\s|,\s|\s{2,}", name))[1:]:
        name = parts[0]
    if len(name.split()) > 1:
        name = _HEADING.sub("", name)
    name = re.sub(
        r"\(\s?(?:co\.?\s?(?:reg)?\.?\s?(?:no\.?)?\s?:?\s?)?[\dA-Z]*\d{4,}[\s-]*\w?\s?\)", "", name, flags=re.IGNORECASE
    )
    return name.strip(" .,:;*-–_|/\\#~\"'“”") or name


def _alike(one: str, other: str) -> bool:
    first, second = folded(one).replace(" ", ""), folded(other).replace(" ", "")
    return bool(first and second) and (first in second or second in first)


def first_figure_line(lines_with_money: Sequence[int]) -> int:
    return min(lines_with_money, default=10_000)
