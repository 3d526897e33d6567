"""Net amounts, and invoices without VAT: the same words, told apart. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.missing import NO_VAT
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.planning.counting import counts_invoices
from shared.local_engine.questions.words.forms import excluded_behind
from shared.local_engine.questions.words.tags import Tag, mentions

_PLAIN = frozenset("without w no with sin sans ohne sem ללא בלי بدون بلا बिना bina".split())
"""`without VAT`; any other word is a verb of what is without it."""
_NET_WORDS = frozenset("net nets nette netto neto neta netos liquido valor montant importe נטו صافي शुद्ध".split())


def speaks_of_net(tags: Sequence[Tag]) -> bool:
    """`spending without VAT` is a net amount, `invoices without VAT` are some invoices."""
    for index, found in enumerate(tags):
        near = tags[index + 1 : index + 4]
        if found.has(C.BEFORE) and next((tag.has(C.VAT) for tag in near if not tag.filler), False):
            return True
        if found.has(C.EXCLUDING) and mentions(near, C.VAT):
            return not mentions(near, C.WITHOUT)  # `excluding invoices without VAT`
        if found.has(C.VAT) and near and excluded_behind(near[0]):
            return True
        if found.has(C.WITHOUT) and not _is_plain(found) and _told_of_invoices(tags, index):
            continue  # `the receipts that have no VAT`
        if mentions(near, C.EXCLUDING):
            continue  # `not in cash, excluding VAT`: the later word speaks of the tax
        if found.has(C.WITHOUT, C.NOT) and mentions(near, C.VAT):
            figure = mentions(tags, C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE)
            figure = figure or (mentions(tags, C.AMOUNT) and not mentions(tags, C.INVOICE))  # `amount without VAT`
            return figure and not counts_invoices(tags)
    return False


def _told_of_invoices(tags: Sequence[Tag], index: int) -> bool:
    """The last thing named before is an invoice."""
    nouns = (tag for tag in reversed(tags[:index]) if tag.has(C.INVOICE, C.SPEND, C.TOTAL, C.HOW_MUCH))
    found = next(nouns, None)
    return found is not None and found.has(C.INVOICE)


def lacks_vat(tags: Sequence[Tag]) -> list[Condition]:
    """`invoices without VAT` where the language has a word of its own for net amounts."""
    said = [found for found in tags if found.has(C.NET) and len(found.words) > 1 and found.words[0] not in _NET_WORDS]
    figures = mentions(tags, C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE, C.SHARE) and not counts_invoices(tags)
    if not said or figures or not mentions(tags, C.INVOICE):
        return []
    return [Condition(NO_VAT, said[0].text)]


def net_words(text: str, tags: Sequence[Tag]) -> str:
    """The user's own: `net`, `excluding VAT`."""
    for index, found in enumerate(tags):
        if found.has(C.NET):
            return found.text
        if found.has(C.VAT):
            before = [tag for tag in tags[max(0, index - 3) : index] if tag.has(*NEGATIONS, C.BEFORE)]
            if before:
                return text[before[-1].start : found.end]
    return ""


def _is_plain(found: Tag) -> bool:
    return found.words[0] in _PLAIN and (len(found.words) == 1 or found.words[0] == "with")
