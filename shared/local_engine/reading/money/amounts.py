"""Every figure on the sheet that may be an amount of money, with the words that say what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from shared.local_engine.reading.money.figures import ISO, MASKS, MONEY, decimals_in, repaired, value_of
from shared.local_engine.reading.sheet.cells import Cell, Line, Sheet, text_over

FIRST_AMOUNTS, LAST_AMOUNTS = 300, 700
_RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_PERCENT = re.compile(r"^\s?%")
MOST_RATE = Decimal("0.28")
"""Of the net amount; no country's tax is above 27 %."""
_TAX_AND_BALANCE = re.compile(r"\bTAX\b.*\bBAL\W*$")  # elsewhere `bal` is the change
_CODE_BEFORE = re.compile(rf"\b(?:{ISO}|RM|Rp|EURO)\b\.?\s*$")
_ONLY_CODE = re.compile(rf"[(\[]?(?:RM|Rp|Rs|Kč|zł|{ISO})[)\]]?")
_CODE_AFTER = re.compile(rf"^\s?(?:[€£₪₹₺$]|zł|Kč|Ft|lei|kr|{ISO}(?![a-z])|E(?![a-z\d]))")


@dataclass(frozen=True)
class Amount:
    """`label` is what stands between it and the figure to its left, `row` all that stands left of it on its line,
    `header` what stands above it in its column, `above` the line before a figure that stands alone."""

    value: Decimal
    text: str
    line: int
    cell: Cell
    left: float
    right: float
    decimals: int
    marked: bool
    percent: bool
    label: str = ""
    row: str = ""
    header: str = ""
    above: str = ""
    rest: str = field(default="", compare=False)
    """What follows it in its own cell."""

    @property
    def money(self) -> bool:
        return not self.percent and (self.decimals == 2 or self.marked)


def amounts_on(sheet: Sheet) -> list[Amount]:
    """Each is weighed against each, so a flood of figures is cut down to where totals stand: the beginning, the end."""
    lines = [
        (line, [amount for cell in line.cells for amount in _in_cell(cell, number)])
        for number, line in enumerate(sheet.lines)
    ]
    found = [(amount, line, here) for line, here in lines for amount in here]
    if len(found) > FIRST_AMOUNTS + LAST_AMOUNTS:
        found = [*found[:FIRST_AMOUNTS], *found[-LAST_AMOUNTS:]]
    return [_labelled(amount, line, here, sheet) for amount, line, here in found]


def _in_cell(cell: Cell, line: int) -> Iterator[Amount]:
    text = MASKS.sub(lambda hit: "~" * len(hit[0]), repaired(cell.text))
    for hit in MONEY.finditer(text):
        before, after = text[: hit.start()], text[hit.end() :]
        yield Amount(
            value=value_of(hit),
            text=hit[0].strip(),
            line=line,
            cell=cell,
            left=cell.left + cell.width * hit.start() / len(text),
            right=cell.left + cell.width * hit.end() / len(text),
            decimals=decimals_in(hit["cents"]),
            marked=bool(hit["mark"] or _CODE_BEFORE.search(before) or _CODE_AFTER.match(after)),
            percent=bool(_PERCENT.match(after)),
            label=before,
            rest=after,
        )


def _labelled(amount: Amount, line: Line, here: list[Amount], sheet: Sheet) -> Amount:
    own = amount.label
    left = [cell for cell in line.cells if cell.right <= amount.cell.left + 2 and cell is not amount.cell]
    row = " ".join([*(cell.text for cell in left), own])
    before = [other for other in here if other.decimals and not other.percent and other.right <= amount.left]
    if before:
        last = max(before, key=lambda other: other.right)
        between = [cell.text for cell in left if cell.left >= last.right]
        own = own[own.rfind(last.text) + len(last.text) :] if last.cell is amount.cell else own
        tail = last.rest if last.cell is not amount.cell else ""
        label = " ".join([tail, *between, own])
    else:
        label = row
    label = "balance" if _TAX_AND_BALANCE.search(row) else label
    above = "" if has_words(row) else _above(amount, sheet)
    header = _header(amount, sheet)
    percent = amount.percent or (header.rstrip().endswith("%") and not amount.marked and _may_be_a_rate(amount.value))
    return replace(amount, label=label, row=row, header=header, above=above, percent=percent)


def _may_be_a_rate(value: Decimal) -> bool:
    """`8.10` is one, `8.86` is none."""
    return value <= MOST_RATE * 100 and value * 10 % 1 == 0


def has_words(text: str) -> bool:
    """Two letters together; `T.V.A.` and `T O T A L` are words as well."""
    return bool(re.search(r"[^\W\d_]{2}|\b[^\W\d_]\.[^\W\d_]\.|\b[^\W\d_](?: [^\W\d_]\b){3}", text))


def _header(amount: Amount, sheet: Sheet) -> str:
    """The nearest words above in the same column; other figures may stand between, as in a table."""
    for line in reversed(sheet.lines[max(0, amount.line - 12) : amount.line]):
        over = [cell for cell in line.cells if cell.left < amount.right and cell.right > amount.left]
        over = [cell for cell in over if has_words(cell.text) and not _ONLY_CODE.fullmatch(cell.text.strip())]
        if over:
            best = max(over, key=lambda cell: min(cell.right, amount.right) - max(cell.left, amount.left))
            return text_over(best, amount.left, amount.right)
    return ""


def _above(amount: Amount, sheet: Sheet) -> str:
    """The line before, when the figure stands alone on its own."""
    if amount.line == 0:
        return ""
    previous = sheet.lines[amount.line - 1]
    near = amount.cell.middle - previous.middle < 3 * max(sheet.line_height, amount.cell.height)
    return previous.text if near else ""


def rates_in(text: str) -> list[Decimal]:
    """`VAT 19%` -> 0.19."""
    return [Decimal(rate.replace(",", ".")) / 100 for rate in _RATE.findall(text)]


def close(one: Decimal, other: Decimal, by: Decimal = Decimal("0.02")) -> bool:
    return abs(one - other) <= by
