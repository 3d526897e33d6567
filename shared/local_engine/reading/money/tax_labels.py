"""Which figures are tax or net amounts by the words beside them."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from shared.local_engine.reading.money.amounts import MOST_RATE, Amount, has_words, rates_in
from shared.local_engine.reading.money.totals import candidates_among
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_SMALLEST_WHOLE = 99


def tax_figures(amounts: Sequence[Amount]) -> list[Amount]:
    """Where prices have no cents, a figure beside a word for tax is one too."""
    with_cents = [
        amount
        for amount in amounts
        if amount.money or (amount.decimals and not amount.percent and _names_a_sum(amount.label))
    ]
    if any(amount.decimals for amount in with_cents):
        return with_cents
    whole = candidates_among(amounts)
    return whole + [
        amount
        for amount in amounts
        if amount not in whole and not amount.percent and amount.value > _SMALLEST_WHOLE and _is_tax(amount.label)
    ]


def _names_a_sum(label: str) -> bool:
    return any(phrases.found(label) for phrases in (words.TAX, words.NET, words.SUBTOTAL, words.TOTAL))


def _is_tax(label: str) -> bool:
    """`Tax 5.00` is a tax; `total incl. tax` is a total and `before tax` a net amount."""
    tax = words.TAX.found(label)
    if not tax:
        return False
    if words.INCLUDING.found(label) and words.TOTAL.found(label):
        return folded(label).startswith(tax)
    return not (words.EXCLUDING.found(label) or words.SUBTOTAL.found(label) or words.TAX_NUMBER.found(label))


def labelled_taxes(figures: Sequence[Amount], total: Decimal | None) -> list[Decimal]:
    """A figure's own label counts before the head of its column, that before the line above and the rest of its row."""
    found: list[Decimal] = []
    alone = Counter(amount.line for amount in figures)
    for amount in figures:
        own = amount.label if has_words(amount.label) else ""
        above = amount.above if alone[amount.line] == 1 else ""
        said = own or (amount.header if words.TAX_HEADER.found(amount.header) else "") or above or amount.row
        if not _is_tax(said) or (own and words.NOT_TAX.found(own)):
            continue
        too_much = total is not None and abs(amount.value) > abs(total) * MOST_RATE
        if not too_much and amount.value >= 0:
            found.append(amount.value)
    return found


def sum_of_taxes(figures: Sequence[Amount], total: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """`Total tax 0.40`, once and for all rates: parts that are misread do not matter then."""
    said = {amount.value for amount in figures if words.ALL_TAX.found(amount.label) and not rates_in(amount.label)}
    vat = said.pop() if len(said) == 1 else None
    return (vat, total - vat) if vat is not None and total is not None and 0 <= vat < total * MOST_RATE else None


def taxes_by_rate(figures: Sequence[Amount], labelled: Sequence[Decimal]) -> dict[Decimal, Decimal]:
    """`VAT 20% 5.00` and `VAT 5% 1.00` are two parts of one tax."""
    return {
        rate: amount.value
        for amount in figures
        if amount.value in labelled and _is_tax(amount.label)
        for rate in rates_in(amount.label)[:1]
    }


def labelled_nets(figures: Sequence[Amount], total: Decimal | None) -> list[Decimal]:
    """The amounts said to be without tax, not above the total."""
    said = []
    for amount in figures:
        label = amount.label if has_words(amount.label) else amount.header or amount.row
        net = words.NET.found(label) or (words.EXCLUDING.found(label) and words.TAX.found(label))
        if (net or words.SUBTOTAL.found(label)) and not words.INCLUDING.found(label):
            said.append(amount.value)
    return [value for value in dict.fromkeys(said) if total is None or 0 < value <= total]
