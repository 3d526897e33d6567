"""Blocks of lines that belong to somebody: the seller's, the customer's, the small print in the foot."""

import re
from collections.abc import Iterator

from shared.local_engine.reading.payee.addresses import is_address, names_a_town
from shared.local_engine.reading.sheet.cells import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import Phrases, folded

Area = tuple[float, float, float, float]
_FOOT = 0.72
_BLOCK = 7
_NUMBER_OF = re.compile(r"\b(?:id|no|nr|number|copy)\b", re.IGNORECASE)  # of a merchant, not his name
_CONTACT = re.compile(
    r"\b(?:tel|t[ée]l[ée]phone|phone|fax|ph|telefon|tlf|hotline)\b|\bmobile\b[^\d,]{0,12}\d{3}|@|www\."
    r"|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b"
    r"|\b(?:iban|ust|vat|tva|nif|cif|cnpj|nip|npwp|siret|p\.? ?iva|kvk|cvr|org\.? ?nr|gst|abn|btw|mwst|che|ein"
    r"|steuernummer|st\.?-?nr)\b.*\d(?:[\s./-]?[A-Z]?\d){4}",  # not `VAT 20%`
    re.IGNORECASE,
)


def areas(sheet: Sheet, labels: Phrases) -> Iterator[Area]:
    """Under `Bill to` stands the customer's address, under `Seller` the seller's: six lines or up to a town."""
    other_side = words.SELLER if labels is words.BUYER else words.BUYER
    for line in sheet.lines:
        for cell in line.cells:
            if is_label(cell.text, labels) and not other_side.found(cell.text):
                left, right = cell.left - 0.03 * sheet.width, cell.left + 0.25 * sheet.width
                area = (left, cell.top - 2, right, cell.bottom + 5 * 1.6 * sheet.line_height)
                towns = [other.bottom for other in sheet.cells if inside(other, area) and names_a_town(other.text)]
                yield (*area[:3], min(towns, default=area[3]))


def is_label(text: str, labels: Phrases) -> bool:
    """The phrase is most of what stands there: `Customer:`, not `Customers checkout retained`."""
    found = labels.found(text)
    return found is not None and 2 * len(found) >= len(folded(text)) and not _NUMBER_OF.search(text)


def inside(cell: Cell, area: Area) -> bool:
    left, top, right, bottom = area
    return left <= cell.left <= right and top <= cell.top <= bottom


def stands_over_address(cell: Cell, number: int, sheet: Sheet) -> bool:
    """Within two lines; `number` is the cell's own."""
    for line in sheet.lines[number + 1 : number + 3]:
        for other in line.cells:
            near = other.over(cell) > 0.2 and other.top - cell.bottom < 2.5 * sheet.line_height
            if near and is_address(other.text):
                return True
    return False


def stands_under_address(cell: Cell, number: int, sheet: Sheet) -> bool:
    """The town below the street, not a name."""
    above = sheet.lines[number - 1].cells if number else ()
    return any(
        other.over(cell) > 0.2 and cell.top - other.bottom < sheet.line_height and is_address(other.text)
        for other in above
    )


def address_in_foot(sheet: Sheet, contacts: frozenset[int]) -> bool:
    """The sender's own block at the foot of a letter."""
    foot = [line for line in sheet.lines if in_foot(line.cells[0], sheet)]
    addresses = sum(is_address(cell.text) for line in foot for cell in line.cells)
    return addresses > 1 and any(number in contacts for number in range(len(sheet.lines) - len(foot), len(sheet.lines)))


def contact_lines(sheet: Sheet) -> frozenset[int]:
    """Where telephone, address on the net, bank account or tax number of somebody stand."""
    return frozenset(number for number, line in enumerate(sheet.lines) if _CONTACT.search(line.text))


def in_foot(cell: Cell, sheet: Sheet) -> bool:
    return cell.top > _FOOT * sheet.height


def contact_near(number: int, cell: Cell, sheet: Sheet, contacts: frozenset[int]) -> bool:
    """In the foot of a letter the columns belong together; elsewhere only what stands under the name does."""
    foot = in_foot(cell, sheet)
    return any(
        other in contacts and (foot or any(_CONTACT.search(c.text) and c.over(cell) > 0.1 for c in line.cells))
        for other, line in enumerate(sheet.lines[number : number + _BLOCK], start=number)
    )


def somebody_is_reachable(sheet: Sheet, contacts: frozenset[int]) -> bool:
    """A name with an address under it and a telephone or tax number under that."""
    return any(
        stands_over_address(cell, number, sheet) and contact_near(number, cell, sheet, contacts)
        for number, line in enumerate(sheet.lines)
        for cell in line.cells
    )
