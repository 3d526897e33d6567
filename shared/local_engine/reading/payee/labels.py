"""What labels say of names: `Sold by: Nova Mart`, `Account holder: Ann Berg` beside the account, `Seller` above one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.local_engine.reading.payee.blocks import Area, inside, is_label
from shared.local_engine.reading.sheet.cells import Cell, Line, Sheet, part_of
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import Phrases, folded

SELLER_SAID, HOLDER_SAID, GREETED = 3.0, 4.5, 2.0
_GREETING = re.compile(
    r"(?:\bwelcome to|\bbienvenue (?:chez|au|à(?: la)?)|\bwillkommen (?:bei|im|in)|\bbienvenid[oa]s? a|\bbenvenut[oi] (?:da|al?)"
    r"|\bwelkom bij|\bthank(?:s| you) for (?:shopping|dining|eating|visiting|choosing|your (?:visit|purchase))(?: (?:at|with|to))?"
    r"|\bmerci d.avoir (?:magasin|choisi|visit)\S*(?: chez)?|\bmerci de votre (?:visite|achat) (?:chez|au|à)"
    r"|\bgracias por (?:su|tu) (?:compra|visita|preferencia) (?:en|a)|\bgrazie per aver scelto|\b(?:receipt|order|purchase) from|\bat participating(?: us)?|\bre[çc]u de"
    r"|\bdank f[üu]r ihren (?:einkauf|besuch) (?:bei|im|in)|\bbedankt voor uw (?:bezoek|aankoop) (?:aan|bij))\s+"
    r"(?!(?:us|our|we|the store|this|uns|unse\w+|nous|notre|ons|onze|nostr\w+|nuestr\w+)\b)(?P<name>[^\W\d_].{2,39}?)[.!]*$",
    re.IGNORECASE,
)
_GLUED_GREETING = re.compile(
    r"^(?:welcometo|thank(?:s|you)for(?:shopping|dining|eating|visiting)(?:at|with)?|willkommenbei)"
    r"(?!with|at|us\W*$|our|the(?:store|shop))(?P<name>[^\W\d_]\S{2,39}?)[.!]*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[^:]{2,40}?)\s?:\s*(?P<name>[^\W_].*)$")
_LEADING_WORDS = re.compile(r"^(?P<label>(?:\S+\s){2,3}?)(?P<name>\S.*)$")
_FORMERLY = re.compile(r"\(?(?:formerly|vormals|anciennement|antes)\b")
_ACCOUNT = re.compile(r"\bIBAN\b|\b[A-Z]{2}\d{2}(?:\s?\d{4}){3}|\bbic\b|\bswift\b|sort code|account n", re.IGNORECASE)
_NEAR = 3
_UNDER = 0.3
_SHORTEST_NAME = 5
_HOLDER = Phrases("""
    account holder, account name, a/c name, acct name, beneficiary, payee, kontoinhaber, zahlungsempfanger, begunstigter, titulaire du compte, titulaire, beneficiaire, titular de la cuenta, titular, beneficiario, intestatario conto, intestatario, intestato a, ten name van, t n v, tnv, rekeninghouder, wlasciciel rachunku, odbiorca, kontoinnehavare, betalningsmottagare, kontohaver, kontoholder, betalingsmodtager, titular da conta, atas nama, nama rekening, majitel uctu, tilinomistaja, saaja""")  # fmt: skip
_COLLECTED = Phrases("direct debit, lastschrift, sepa mandat, mandat, mandate, prelevement, adeudo, incasso, autogiro")


@dataclass(frozen=True)
class Stated:
    """`cell` holds the name without its label."""

    cell: Cell
    line: int
    points: float


def stated_names(sheet: Sheet) -> Iterator[Stated]:
    """Who collects by direct debit asks for the customer's account, so there its holder is not the payee."""
    collected = bool(_COLLECTED.found(sheet.text))
    for number, line in enumerate(sheet.lines):
        for at, cell in enumerate(line.cells):
            if (hit := _GREETING.search(cell.text) or _GLUED_GREETING.match(cell.text)) and hit["name"][0].isupper():
                yield Stated(part_of(cell, hit.start("name"), hit.end("name")), number, GREETED)
            for label, name in _labels(line, at):
                if _is(label, words.SELLER):
                    yield Stated(name, number, SELLER_SAID)
                elif _is(label, _HOLDER) and not collected and _account_near(sheet, number):
                    yield Stated(name, number, HOLDER_SAID)


def points_by_label(cell: Cell, number: int, sheet: Sheet, sellers: Sequence[Area]) -> float:
    """`Seller:` before or above a name says it outright."""
    line = sheet.lines[number]
    if any(other.left >= cell.right and other.text.startswith(":") for other in line.cells):
        return -3.0  # it is itself the label of what follows
    before = [other.text for other in line.cells if other.right <= cell.left][-1:]
    above = [
        other.text
        for other in (sheet.lines[number - 1].cells if number else ())
        if other.over(cell) > 0.2
        and cell.top - other.bottom < 1.5 * sheet.line_height
        and not _answered(other, sheet.lines[number - 1])
    ]
    for label in (*before, *above):
        if _FORMERLY.match(folded(label)) or (is_label(label, words.BUYER) and not words.SELLER.found(label)):
            return -3.5
        if is_label(label, words.SELLER):
            return SELLER_SAID
    return 2.0 if any(inside(cell, area) for area in sellers) else 0.0


def _answered(label: Cell, line: Line) -> bool:
    """`MERCHANT : 4711` says nothing of what stands below."""
    after = [other.text for other in line.cells if other.left >= label.right][:1]
    return any(text.startswith(":") or not re.search(r"[^\W\d_]", text) for text in after)


def labelled_names(sheet: Sheet, labels: Phrases) -> Iterator[str]:
    """Folded names right of such a label or under it; the same name may stand elsewhere without one."""
    for number, line in enumerate(sheet.lines):
        below = sheet.lines[number + 1].cells if number + 1 < len(sheet.lines) else ()
        for at, cell in enumerate(line.cells):
            names = [name for label, name in _labels(line, at) if _is(label, labels)]
            if _is(cell.text, labels):
                names += [other for other in below if other.over(cell) > _UNDER]
            yield from (name for one in names if len(name := folded(one.text)) >= _SHORTEST_NAME)


def _labels(line: Line, at: int) -> Iterator[tuple[str, Cell]]:
    """The ways to take a cell for a label: of the cell after it, or of its own end."""
    cell = line.cells[at]
    if at + 1 < len(line.cells):
        yield cell.text, line.cells[at + 1]
    for pattern in (_LABEL, _LEADING_WORDS):
        if hit := pattern.match(cell.text):
            yield hit["label"], part_of(cell, hit.start("name"), len(cell.text))


def _is(label: str, phrases: Phrases) -> bool:
    found = phrases.found(label)
    return found is not None and _squeezed(found) == _squeezed(folded(label))


def _squeezed(text: str) -> str:
    return text.replace(" ", "")


def _account_near(sheet: Sheet, number: int) -> bool:
    near = sheet.lines[max(0, number - _NEAR) : number + _NEAR + 1]
    return any(_ACCOUNT.search(line.text) for line in near)
