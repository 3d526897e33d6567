"""How much speaks for one cell being the name of who was paid: its label, place, shape, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.local_engine.reading.payee.addresses import IN_A_STATE
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
from shared.local_engine.reading.payee.labels import SELLER_SAID, Stated, labelled_names, points_by_label
from shared.local_engine.reading.payee.names import (
    ADDRESS_ON_THE_NET,
    LONGEST,
    cleaned,
    domains_in,
    is_addressed,
    names_its_sender,
    unlike_a_name,
)
from shared.local_engine.reading.sheet.cells import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_TOP = 0.4
MISREAD = 0.7
_LABELLED = 1.5
"""A name that a label states may stand anywhere."""
_NOWHERE = 10_000
_BELOW_TOTAL = 1.6


@dataclass(frozen=True)
class Paper:
    """What every candidate is judged against. `money` and `contacts` are lines, `total` is that of the total."""

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


def paper_of(sheet: Sheet, lines_with_money: Sequence[int], total_line: int | None, stated: Sequence[Stated]) -> Paper:
    """`stated` are the names that labels state."""
    contacts = contact_lines(sheet)
    return Paper(
        sheet=sheet,
        money=frozenset(lines_with_money),
        total=total_line if total_line is not None else _NOWHERE,
        domains=domains_in(sheet.text),
        text=folded(sheet.text),
        contacts=contacts,
        named_below=address_in_foot(sheet, contacts)
        or any(one.points > SELLER_SAID for one in stated)
        or any(names_its_sender(cell.text) for cell in sheet.cells),
        reachable=somebody_is_reachable(sheet, contacts),
        sellers=tuple(areas(sheet, words.SELLER)),
        buyers=tuple(areas(sheet, words.BUYER)),
        buyer_names=frozenset(labelled_names(sheet, words.BUYER)),
    )


def points_of(cell: Cell, number: int, paper: Paper, *, said: float = 0.0) -> float | None:
    """None for what is no name at all. `number` is the cell's line; `said` are the points of a label that is no longer
    part of the cell."""
    sheet = paper.sheet
    text = cleaned(cell.text)
    if not _holds_words(text):
        return None
    plain = folded(text)
    stated, said = said > 0, said or points_by_label(cell, number, sheet, paper.sellers)
    place = _place(cell, number, paper)
    score = said + (max(place, _LABELLED) if stated or said >= SELLER_SAID else place)
    score += _shape(text, cell, sheet) + _company(text, cell, number, paper) + _address_score(cell, number, paper)
    score += _on_the_net(plain, cell, number, paper)
    score += 0.5 * min(paper.text.count(plain) - 1, 2) if len(plain) > 3 else 0
    if text != cell.text and len(plain.split()) < 2 and words.INVOICE.found(cell.text):
        score -= 4.0  # a heading of which little is left
    if not stated and (plain in paper.buyer_names or any(inside(cell, area) for area in paper.buyers)):
        score -= 4.0
    return score + unlike_a_name(text)


def _holds_words(text: str) -> bool:
    """More letters than signs, more than an address on the net, and no sentence."""
    letters = sum(letter.isalpha() for letter in text)
    off_the_net = len(ADDRESS_ON_THE_NET.sub("", text)) >= 0.3 * len(text)
    return off_the_net and letters >= 2 and letters >= 0.5 * len(text.replace(" ", "")) and len(text) <= LONGEST


def _company(text: str, cell: Cell, number: int, paper: Paper) -> float:
    """A legal form or a trade speaks for a company, unless there is nothing else, or the company is the customer."""
    own = words.TRADE.rest(words.LEGAL_FORM.rest(text))  # nothing in `SUPERMARKET` and `COFFEE COMPANY`
    customer = (
        paper.reachable
        and stands_over_address(cell, number, paper.sheet)
        and not contact_near(number, cell, paper.sheet, paper.contacts)
    )
    formed = words.LEGAL_FORM.found(text) and own and not IN_A_STATE.search(text)
    score = 2.0 if formed and not customer else 0.0
    if words.TRADE.found(text):
        alone = len(folded(text).split()) < 2
        bare = -1.5 if alone else 0.0 if words.LEGAL_FORM.found(text) else -1.0  # `HOTEL RESTAURANT` is over many doors
        score += (0.0 if alone else 0.6) if own else bare
    return score


def _on_the_net(plain: str, cell: Cell, number: int, paper: Paper) -> float:
    """What the domain of a site or a mailbox on the paper is called as well."""
    squeezed = plain.replace(" ", "")
    if squeezed in paper.domains:
        return 2.5
    if any(name in squeezed or (len(squeezed) > 3 and squeezed in name) for name in paper.domains):
        return 1.5 + (1.5 if number and stands_over_address(cell, number, paper.sheet) else 0.0)
    return 0.0


def _place(cell: Cell, number: int, paper: Paper) -> float:
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


def _has_address(cell: Cell, number: int, paper: Paper) -> bool:
    return stands_over_address(cell, number, paper.sheet) or contact_near(number, cell, paper.sheet, paper.contacts)


def _shape(text: str, cell: Cell, sheet: Sheet) -> float:
    score = min(max(cell.height / sheet.line_height - 1.0, 0.0), 1.5) * 1.2
    score += 0.3 if text.isupper() else 0.0
    misread = 2.0 if cell.confidence < 0.6 else 1.0 if cell.confidence < MISREAD else 0.0
    return score - (1.6 if len(text) < 3 else 0.8 if len(text) < 4 else 0.0) - misread


def _address_score(cell: Cell, number: int, paper: Paper) -> float:
    """Sellers add a telephone or tax number to their address; an address without one beside one with is the buyer's."""
    if names_its_sender(cell.text):
        return 2.4
    if stands_under_address(cell, number, paper.sheet):
        return -1.2
    if not stands_over_address(cell, number, paper.sheet):
        return 0.0
    if contact_near(number, cell, paper.sheet, paper.contacts):
        return 2.4 if in_foot(cell, paper.sheet) else 1.2
    if is_addressed(cell.text):
        return -3.0
    return -1.5 if paper.named_below and cell.top < _TOP * paper.sheet.height else 1.2
