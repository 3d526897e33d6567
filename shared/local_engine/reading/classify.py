"""Is this an invoice at all? Figures that look like money, a total, and the words that go with them."""

import re
from collections.abc import Sequence

from shared.local_engine.reading import vocabulary as words
from shared.local_engine.reading.amounts import Amount
from shared.local_engine.reading.boxes import Sheet
from shared.local_engine.reading.taxes import Tax
from shared.local_engine.reading.totals import Total, candidates_among, label_score
from shared.local_engine.reading.wording import folded

_LEAST_POINTS = 3.2
_MOST_OTHER_WORDS = 5
_NUMBER = re.compile(r"\b(?:nr|no|n|num|number|nummer|numero|nro)\b|\S*\d\S*")
_WEAK_WORDS = {None, "order", "bestellung", "note", "check", "bon", "bill", "ticket"}
"""Quotations and delivery notes have them as well."""
_TERMINAL = re.compile(r"\b(?:terminal|merchant|tid|mid)\b.{0,12}\d{4}|\bauth\w*\W*(?:code|no)?\W*\d{4}", re.IGNORECASE)
"""What a card terminal prints; its slip holds few other words."""


def is_invoice(
    sheet: Sheet, amounts: Sequence[Amount], total: Total | None, tax: Tax, *, dated: bool, paid: bool
) -> bool:
    """A total with a label weighs most; a word such as invoice alone, on a poster or a joke, is not enough."""
    return points(sheet, amounts, total, tax, dated=dated, paid=paid) >= _LEAST_POINTS


def points(sheet: Sheet, amounts: Sequence[Amount], total: Total | None, tax: Tax, *, dated: bool, paid: bool) -> float:
    if total is None:
        return 0.0
    figures = candidates_among(amounts)
    score = 2.5 if total.score >= 4 else 1.0 if label_score(total.amount.label) > 0 else 0.0
    score += min(len({amount.value for amount in figures}), 5) * 0.4
    score += 1.0 if dated else 0.0
    score += 0.7 if paid else 0.0
    score += 1.0 if words.INVOICE.found(sheet.text) else 0.0
    score += 0.7 if words.TAX.found(sheet.text) else 0.0
    score += 0.5 if words.SUBTOTAL.found(sheet.text) or words.CHANGE.found(sheet.text) else 0.0
    score += 0.5 if any(amount.marked for amount in figures) else 0.0
    score += 1.5 if tax.vat and tax.net and tax.vat + tax.net == total.value else 0.0
    score -= 1.5 * min(words.OTHER_PAPER.kinds(sheet.text), _MOST_OTHER_WORDS)
    score -= 6.0 if _titled_otherwise(sheet, min(amount.line for amount in figures)) else 0.0
    score += 1.0 if _TERMINAL.search(sheet.text) else 0.0
    return score - (1.5 if len(sheet.cells) < 6 else 0.0)


def _titled_otherwise(sheet: Sheet, goods: int) -> bool:
    """`Payslip`, `Quotation no. 7` as a heading above the figures, and no word for invoices there."""
    head = [cell.text for line in sheet.lines[:goods] for cell in line.cells]
    other = [text for text in head if _is_title(text)]
    said = {words.INVOICE.found(text) for text in head if text not in other}
    return bool(other) and not said - _WEAK_WORDS


def _is_title(text: str) -> bool:
    """Little else stands there but a number."""
    plain = _NUMBER.sub(" ", folded(text))
    found = words.OTHER_TITLE.found(plain)
    return found is not None and len(found) >= 0.6 * len(" ".join(plain.split()))
