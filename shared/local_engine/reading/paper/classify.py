"""Is this an invoice at all? Figures that look like money, a total, and the words that go with them."""

import re
from collections.abc import Sequence

from shared.local_engine.reading.dates.months import month_of
from shared.local_engine.reading.money.amounts import Amount
from shared.local_engine.reading.money.taxes import Tax
from shared.local_engine.reading.money.total_labels import label_score
from shared.local_engine.reading.money.totals import Total, candidates_among, in_a_sentence
from shared.local_engine.reading.paper import other_papers as other
from shared.local_engine.reading.payee.addresses import is_address
from shared.local_engine.reading.sheet.cells import Cell, Line, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import Phrases, folded

_LEAST_POINTS = 3.2
_OTHERWISE = 8.0
_MOST_OTHER_WORDS = 8
_MOST_ON_AN_INVOICE = 1
_MOSTLY_SENTENCES = 0.4
_LETTERS_OF_A_SENTENCE = 55
_A_TICKET = 20
_MOST_OF_IT = 0.6
_HEADING, _HEADING_WORDS = 1.25, 5
_NUMBER = re.compile(r"\b(?:nr|no|n|num|number|nummer|numero|nro)\b|\S*\d\S*")
_SUBJECT = re.compile(r"^(?:objet|betreff|betr|subject|re|asunto|oggetto|onderwerp|betreft|assunto)\s?:", re.IGNORECASE)
_WEAK_WORDS = {None, "order", "bestellung", "note", "check", "bon", "bill", "ticket"}
"""Quotations and delivery notes have them as well."""
_TERMINAL = re.compile(r"\b(?:terminal|merchant|tid|mid)\b.{0,12}\d{4}|\bauth\w*\W*(?:code|no)?\W*\d{4}", re.IGNORECASE)
"""What a card terminal prints; its slip holds few other words."""
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d|Q[1-4](?: ?20\d\d)?")


def is_invoice(
    sheet: Sheet, amounts: Sequence[Amount], total: Total | None, tax: Tax, *, dated: bool, paid: bool
) -> bool:
    """A total with a label weighs most; a word such as invoice alone, on a poster or a joke, is not enough."""
    return points(sheet, amounts, total, tax, dated=dated, paid=paid) >= _LEAST_POINTS


def points(sheet: Sheet, amounts: Sequence[Amount], total: Total | None, tax: Tax, *, dated: bool, paid: bool) -> float:
    """How much speaks for an invoice, up to about 12; what speaks for another kind of paper is taken off."""
    if total is None:
        return 0.0
    figures = candidates_among(amounts)
    prices = len({amount.value for amount in figures})
    labels = "\n".join(cell.text for cell in sheet.cells if not _is_prose(cell.text))
    taxed, called = bool(words.TAX.found(labels)), bool(words.INVOICE.found(labels))
    sums = bool(words.SUBTOTAL.found(labels) or words.CHANGE.found(labels))
    asks = bool(words.GRAND_TOTAL.found(total.amount.label))
    settled = paid or bool(words.SETTLED.found(sheet.text))
    sure, named = total.score >= 4, label_score(total.amount.label) > 0
    score = 2.5 if sure else 1.0 if named else 0.0
    score += min(prices, 5) * 0.4
    score += 1.0 if dated else 0.0
    score += 0.7 if settled else 0.0
    score += 1.0 if called else 0.0
    score += 0.7 if taxed else 0.0
    score += 0.5 if sums else 0.0
    score += 0.5 if any(amount.marked for amount in figures) else 0.0
    score += 1.5 if tax.vat and tax.net and tax.vat + tax.net == total.value else 0.0
    score += 1.0 if _TERMINAL.search(sheet.text) else 0.0
    if not sure:
        price_alone = not named and dated and (taxed or settled) and prices == 1 and len(sheet.cells) <= _A_TICKET
        score += 1.0 if price_alone else 0.0
        score -= 2.5 if _sentences(sheet) > _MOSTLY_SENTENCES else 0.0
        score -= 2.0 if sum(bool(_CLOCK.fullmatch(cell.text.strip())) for cell in sheet.cells) > 3 else 0.0
    if not (settled or called or taxed or sums or asks or _of_a_till(sheet)):
        score -= 2.5  # a list with its sum, of nobody: stock, a plan, a budget
    score -= _against(sheet, min(amount.line for amount in figures), asks=asks)
    return score - (1.5 if len(sheet.cells) < 6 and not (dated and settled) else 0.0)


def _is_prose(text: str) -> bool:
    """A sentence, or a line as long as one whose spaces OCR lost."""
    return in_a_sentence(text) or sum(map(str.isalpha, text)) > _LETTERS_OF_A_SENTENCE


def _of_a_till(sheet: Sheet) -> bool:
    """Tills print the time, and where they stand."""
    return bool(_CLOCK.search(sheet.text)) or any(is_address(cell.text) for cell in sheet.cells)


def _sentences(sheet: Sheet) -> float:
    """Which part of the letters stands in sentences: most in a letter or a book, few on an invoice."""
    long = sum(len(cell.text) for cell in sheet.cells if _is_prose(cell.text))
    return long / max(sum(len(cell.text) for cell in sheet.cells), 1)


def _against(sheet: Sheet, goods: int, *, asks: bool) -> float:
    """What speaks for another kind of paper. `goods` is the line of the first figure; titles stand above it."""
    head = [cell for line in sheet.lines[:goods] for cell in line.cells]
    called_invoice = any(_is_invoice_title(cell.text) for cell in head)
    against = 1.5 * min(other.PASSING.kinds(sheet.text), _MOST_ON_AN_INVOICE if called_invoice else _MOST_OTHER_WORDS)
    against += 3.0 if not asks and any(_names_periods(line) for line in sheet.lines) else 0.0
    disclaimed = other.DISCLAIMED.found(sheet.text) and not called_invoice
    against += _OTHERWISE if disclaimed or _titled_otherwise(sheet, head) else 0.0
    return against


def _names_periods(line: Line) -> bool:
    """`Jan | Feb | Mar` or `2023 | 2024` heads a budget, a chart or the accounts of a company."""
    months = sum(month_of(folded(_YEAR.sub("", cell.text))) is not None for cell in line.cells)
    return months > 2 or sum(bool(_YEAR.fullmatch(cell.text.strip())) for cell in line.cells) > 1


def _titled_otherwise(sheet: Sheet, head: list[Cell]) -> bool:
    """`Payslip`, `Quotation no. 7` as a heading above the figures, and no word for invoices there."""
    about = [at for at, cell in enumerate(head) if _title(cell, other.TITLE_ABOUT_INVOICES, sheet)]
    if about and not any(_is_invoice_title(cell.text) for cell in head[: about[0]]):
        return True
    named = [cell for cell in head if _title(cell, other.TITLE, sheet)]
    beside = [cell.text for cell in head if cell not in named]
    said = {words.INVOICE.found(text) for text in [*beside, *(_rest(cell.text) for cell in named)]}
    return bool(named) and not said - _WEAK_WORDS


def _rest(title: str) -> str:
    """`Order confirmation / invoice` is an invoice as well."""
    return folded(title).replace(other.TITLE.found(title) or "", "", 1)


def _title(cell: Cell, titles: Phrases, sheet: Sheet) -> str | None:
    """Little else stands there but a number; a heading or a subject may hold a few words more."""
    plain = _without_numbers(_SUBJECT.sub("", cell.text))
    found = titles.found(plain)
    if found is None or len(found) >= _MOST_OF_IT * len(plain):
        return found
    large = cell.height >= _HEADING * sheet.line_height or cell.text.isupper() or _SUBJECT.match(cell.text)
    at_an_end = plain.startswith(found) or plain.endswith(found)
    return found if large and at_an_end and len(plain.split()) <= _HEADING_WORDS else None


def _is_invoice_title(text: str) -> bool:
    plain = _without_numbers(text)
    found = words.INVOICE.found(plain)
    return found not in _WEAK_WORDS and len(found or "") >= _MOST_OF_IT * len(plain)


def _without_numbers(text: str) -> str:
    return " ".join(_NUMBER.sub(" ", folded(text)).split())
