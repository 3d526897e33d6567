"""Who was paid: the name at the top of the paper, not the customer's, not a heading, not an address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shared.local_engine.reading.payee.blocks import (
    Area,
    address_in_foot,
    areas,
    contact_lines,
    contact_near,
    in_foot,
    inside,
    somebody_is_reachable,
    stands_over_address,
    stands_under_address,
)
from shared.local_engine.reading.payee.labels import SELLER_SAID, labelled_names, points_by_label, stated_names
from shared.local_engine.reading.payee.long_names import continued
from shared.local_engine.reading.payee.names import (
    ADDRESS_ON_THE_NET,
    alike,
    cleaned,
    domains_in,
    is_address,
    may_be_an_address,
    names_its_sender,
    unlike_a_name,
)
from shared.local_engine.reading.sheet.boxes import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_TOP = 0.4
_LEAST_SCORE = 1.2
_SURE, _SURE_MARGIN = 2.0, 0.8
_MISREAD = 0.7
_LABELLED = 1.5
"""A name that a label states may stand anywhere."""
_NOWHERE = 10_000
_BELOW_TOTAL = 1.6


@dataclass(frozen=True)
class Payee:
    name: str
    doubtful: bool


@dataclass(frozen=True)
class _Paper:
    """What every candidate is judged against."""

    sheet: Sheet
    money: frozenset[int]
    total: int
    domains: dict[str, int]
    text: str
    contacts: frozenset[int]
    named_below: bool
    """The sender has a block in the foot, or stands beside the account or on one line with the own address: an address
    at the top may be the customer's."""
    reachable: bool
    """Somebody has telephone or tax number under the address, as sellers do; companies without are customers there."""
    sellers: tuple[Area, ...]
    buyers: tuple[Area, ...]
    buyer_names: frozenset[str]


def find_payee(sheet: Sheet, lines_with_money: Sequence[int], total_line: int | None = None) -> Payee | None:
    """Names of shops stand above the goods, some below the total, none beside a price."""
    if not sheet.lines:
        return None
    sellers, buyers = (tuple(areas(sheet, labels)) for labels in (words.SELLER, words.BUYER))
    domains, stated = domains_in(sheet.text), list(stated_names(sheet))
    contacts = contact_lines(sheet)
    paper = _Paper(
        sheet,
        frozenset(lines_with_money),
        total_line if total_line is not None else _NOWHERE,
        domains,
        folded(sheet.text),
        contacts,
        address_in_foot(sheet, contacts)
        or any(one.points > SELLER_SAID for one in stated)
        or any(names_its_sender(cell.text) for cell in sheet.cells),
        somebody_is_reachable(sheet, contacts),
        sellers,
        buyers,
        frozenset(labelled_names(sheet, words.BUYER)),
    )
    scored = [
        (score, number, cell)
        for number, line in enumerate(sheet.lines)
        for cell in line.cells
        if (score := _score(cell, number, paper)) is not None
    ]
    scored += [
        (score, one.line, one.cell)
        for one in stated
        if (score := _score(one.cell, one.line, paper, said=one.points)) is not None
    ]
    scored.sort(key=lambda item: item[0])
    if not scored or scored[-1][0] < _LEAST_SCORE:
        return Payee(max(domains, key=lambda name: domains[name]), True) if domains else None
    score, number, cell = scored[-1]
    name = continued(cell, number, sheet)
    rivals = [other for other, line, rival in scored[:-1] if _is_rival(rival, line, cell, number, name)]
    close_call = bool(rivals) and score - max(rivals) < _SURE_MARGIN
    doubtful = score < _SURE or close_call or cell.confidence < _MISREAD or may_be_an_address(cleaned(name))
    return Payee(cleaned(name), doubtful)


def _is_rival(rival: Cell, line: int, cell: Cell, number: int, name: str) -> bool:
    """On the next line all but an address may be the name; further off figures are none, nor is a brand's company.

    What is hard to read or only says the trade is none either.
    """
    if alike(rival.text, cell.text) or rival.text in name or rival.confidence < min(cell.confidence, _MISREAD):
        return False
    if words.TRADE.found(rival.text) and not words.TRADE.rest(rival.text):
        return False
    if abs(line - number) == 1:
        return not is_address(rival.text)
    same_kind = bool(words.LEGAL_FORM.found(rival.text)) == bool(words.LEGAL_FORM.found(cell.text))
    return same_kind and not re.search(r"\d", rival.text)


def _score(cell: Cell, number: int, paper: _Paper, *, said: float = 0.0) -> float | None:
    """`said` are the points of a label that is not part of the cell any more."""
    sheet = paper.sheet
    text = cleaned(cell.text)
    letters = sum(letter.isalpha() for letter in text)
    if (
        len(ADDRESS_ON_THE_NET.sub("", text)) < 0.3 * len(text)
        or letters < 2
        or letters < 0.5 * len(text.replace(" ", ""))
        or len(text) > 70
    ):
        return None
    plain = folded(text)
    stated, said = said > 0, said or points_by_label(cell, number, sheet, paper.sellers)
    place = _place(cell, number, paper)
    score = said + (max(place, _LABELLED) if stated or said >= SELLER_SAID else place) + _shape(text, cell, sheet)
    own = words.TRADE.rest(words.LEGAL_FORM.rest(text))  # nothing in `SUPERMARKET` and `COFFEE COMPANY`
    customer = (
        paper.reachable
        and stands_over_address(cell, number, sheet)
        and not contact_near(number, cell, sheet, paper.contacts)
    )
    if words.LEGAL_FORM.found(text) and own and not customer:
        score += 2.0
    if words.TRADE.found(text):
        alone = len(plain.split()) < 2
        score += (0.0 if alone else 0.6) if own else (-1.5 if alone else 0.0)
    score += _address_score(cell, number, paper)
    squeezed = plain.replace(" ", "")
    if squeezed in paper.domains:
        score += 2.5
    elif any(name in squeezed or (len(squeezed) > 3 and squeezed in name) for name in paper.domains):
        score += 1.5 + (1.5 if number and stands_over_address(cell, number, sheet) else 0.0)
    score += 0.5 * min(paper.text.count(plain) - 1, 2) if len(plain) > 3 else 0
    if text != cell.text and len(plain.split()) < 2 and words.INVOICE.found(cell.text):
        score -= 4.0
    if not stated and (plain in paper.buyer_names or any(inside(cell, area) for area in paper.buyers)):
        score -= 4.0
    return score + unlike_a_name(text, plain)


def _place(cell: Cell, number: int, paper: _Paper) -> float:
    """The first lines of the first page; on letters the sender may also stand in the foot, with a legal form."""
    sheet = paper.sheet
    down = cell.top / sheet.first_page_height
    if in_foot(cell, sheet) and contact_near(number, cell, sheet, paper.contacts):
        return 0.8
    goods = min(paper.money, default=_NOWHERE)
    at_top = down < _TOP or number < max(4, goods if goods < _NOWHERE else 0)
    score = 3.0 - 0.35 * min(number, 12) if at_top else -1.5
    priced = number in paper.money and any(other.left >= cell.right for other in sheet.lines[number].cells)
    score -= (1.5 if number >= goods else 0.0) + (2.0 if priced else 0.0)
    if number > paper.total and _has_address(cell, number, paper):
        return max(score, _BELOW_TOTAL - 0.05 * (number - paper.total))
    return score


def _has_address(cell: Cell, number: int, paper: _Paper) -> bool:
    return stands_over_address(cell, number, paper.sheet) or contact_near(number, cell, paper.sheet, paper.contacts)


def _shape(text: str, cell: Cell, sheet: Sheet) -> float:
    score = min(max(cell.height / sheet.line_height - 1.0, 0.0), 1.5) * 1.2
    score += 0.3 if text.isupper() else 0.0
    misread = 2.0 if cell.confidence < 0.6 else 1.0 if cell.confidence < _MISREAD else 0.0
    return score - (1.6 if len(text) < 3 else 0.8 if len(text) < 4 else 0.0) - misread


def _address_score(cell: Cell, number: int, paper: _Paper) -> float:
    """Sellers add a telephone or tax number to their address; an address without one beside one with is the buyer's."""
    if names_its_sender(cell.text):
        return 2.4
    if stands_under_address(cell, number, paper.sheet):
        return -1.2
    if not stands_over_address(cell, number, paper.sheet):
        return 0.0
    if contact_near(number, cell, paper.sheet, paper.contacts):
        return 2.4 if in_foot(cell, paper.sheet) else 1.2
    return -1.5 if paper.named_below and cell.top < _TOP * paper.sheet.height else 1.2
