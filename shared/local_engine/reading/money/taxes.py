"""VAT and net amount: from tables of rates, from labelled figures, and from what must add up with the total."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from shared.local_engine.reading.money.amounts import Amount, close, has_words, rates_in
from shared.local_engine.reading.money.tax_tables import (
    CENT,
    MOST_RATE,
    MOST_TAXES,
    ROUNDED_AWAY,
    rounded,
    rows_of,
    table_tax,
)
from shared.local_engine.reading.money.totals import candidates_among
from shared.local_engine.reading.sheet.boxes import Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_NUMBERS_ONLY = re.compile(r"^[\sA-Z*=:@]{0,6}(\d{1,2}(?:[.,]\d{1,2})?)\s*$")
_HALVES = re.compile(r"\bCGST\b.*\bSGST\b", re.IGNORECASE | re.DOTALL)  # of India's tax, equal to the cent
_SMALLEST_WHOLE = 99
_COIN = Decimal("0.10")


@dataclass(frozen=True)
class Tax:
    vat: Decimal | None
    net: Decimal | None
    doubtful: bool


def find_tax(amounts: Sequence[Amount], total: Decimal | None, sheet: Sheet) -> Tax:
    """Credit notes are read as invoices in a mirror."""
    if total is None or total >= 0:
        return _find_tax(amounts, total and _before_rounding(total, amounts), sheet)
    tax = _find_tax([replace(amount, value=-amount.value) for amount in amounts], -total, sheet)
    return Tax(None if tax.vat is None else -tax.vat, None if tax.net is None else -tax.net, tax.doubtful)


def _before_rounding(total: Decimal, amounts: Sequence[Amount]) -> Decimal:
    """Tills round what is paid in cash, not the tax; the sum before stands on the paper as well."""
    rounded_by = [a.value for a in amounts if words.ROUNDING.found(a.label) and 0 < abs(a.value) < _COIN]
    printed = {amount.value for amount in amounts}
    return next((total - by for by in rounded_by if total - by in printed), total)


def _find_tax(amounts: Sequence[Amount], total: Decimal | None, sheet: Sheet) -> Tax:
    figures = _figures(amounts)
    labelled, nets = _labelled(figures, total), _nets(figures, total)
    table = table_tax(list(rows_of(figures, sheet)), total)
    whole = table is not None and total is not None and _makes_up(table[0] + table[1], figures, total)
    if table and whole:
        return Tax(*table, False)
    parts = labelled if _HALVES.search(sheet.text) else list(dict.fromkeys(labelled))
    if total is not None and (closing := _closing(parts, nets, total) or _all_closing(labelled, figures, total)):
        return Tax(*closing, False)
    if stated := _all_taxes(figures, total):
        return Tax(*stated, False)
    rates = [*rates_in(sheet.text), *(amount.value / 100 for amount in amounts if amount.percent)]
    implied = None if total is None else _lacking(figures, total) or _implied(figures, total, sheet, rates)
    if found := implied or table:
        return Tax(found[0], found[1], found is not implied)  # a table that does not make up the total lacks a line
    if labelled:
        by_rate = _by_rate(figures, labelled)
        vat = sum(by_rate.values(), Decimal(0)) if len(by_rate) > 1 else _likeliest(labelled)
        sure = _fits_a_rate(vat, figures, sheet) or _make_up(by_rate, total) or _none_due(vat, sheet)
        return Tax(vat, None, not sure)
    net = max(nets, default=None)
    if net is not None and total is not None and 0 < total - net < net * MOST_RATE:
        return Tax(total - net, net, not _fits_a_rate(total - net, figures, sheet))
    return Tax(None, None, False)


def _makes_up(taxed: Decimal, figures: Sequence[Amount], total: Decimal) -> bool:
    """Alone, or with goods on which there is no tax: `Z 0% 9.97 0.00` in the table of rates."""
    lines = {line: [figure.value for figure in figures if figure.line == line] for line in {f.line for f in figures}}
    untaxed = sum((max(values) for values in lines.values() if len(values) == 2 and min(values) == 0), Decimal(0))
    return close(taxed, total, ROUNDED_AWAY) or close(taxed + untaxed, total, ROUNDED_AWAY)


def _none_due(vat: Decimal, sheet: Sheet) -> bool:
    """The one rate on the paper is nought."""
    return vat == 0 and set(rates_in(sheet.text)) == {0}


def _figures(amounts: Sequence[Amount]) -> list[Amount]:
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


def _labelled(figures: Sequence[Amount], total: Decimal | None) -> list[Decimal]:
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


def _all_taxes(figures: Sequence[Amount], total: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """`Total tax 0.40`, once and for all rates: parts that are misread do not matter then."""
    said = {amount.value for amount in figures if words.ALL_TAX.found(amount.label) and not rates_in(amount.label)}
    vat = said.pop() if len(said) == 1 else None
    return (vat, total - vat) if vat is not None and total is not None and 0 <= vat < total * MOST_RATE else None


def _closing(values: Sequence[Decimal], nets: Sequence[Decimal], total: Decimal) -> tuple[Decimal, Decimal] | None:
    """One tax, or several together, that make up what a net amount lacks to the total."""
    some = values[:MOST_TAXES]
    for size in range(1, len(some) + 1):
        for taxes in combinations(some, size):
            vat = sum(taxes, Decimal(0))
            for net in nets:
                if close(net + vat, total, ROUNDED_AWAY):
                    return vat, net
    return None


def _all_closing(
    values: Sequence[Decimal], figures: Sequence[Amount], total: Decimal
) -> tuple[Decimal, Decimal] | None:
    """All taxes together leave a figure that is printed: that is the net amount, whatever its label says."""
    vat = sum(dict.fromkeys(values), Decimal(0))
    printed = any(amount.value == total - vat for amount in figures)
    return (vat, total - vat) if 0 < vat < total * MOST_RATE and printed else None


def _by_rate(figures: Sequence[Amount], labelled: Sequence[Decimal]) -> dict[Decimal, Decimal]:
    """`VAT 20% 5.00` and `VAT 5% 1.00` are two parts of one tax."""
    return {
        rate: amount.value
        for amount in figures
        if amount.value in labelled and _is_tax(amount.label)
        for rate in rates_in(amount.label)[:1]
    }


def _make_up(by_rate: Mapping[Decimal, Decimal], total: Decimal | None) -> bool:
    """What the taxes were taken from adds up to the total, as nearly as their cents tell."""
    parts = [(rate, tax) for rate, tax in by_rate.items() if rate > 0]
    gross = sum((tax * (1 + rate) / rate for rate, tax in parts), Decimal(0))
    slack = sum((CENT * (1 + rate) / rate for rate, _ in parts), Decimal(0))
    return bool(parts) and total is not None and abs(gross - total) <= slack


def _likeliest(values: Sequence[Decimal]) -> Decimal:
    """The line that is the sum of the others, else the largest."""
    for value in values:
        others = list(values)
        others.remove(value)
        if len(others) > 1 and close(sum(others, Decimal(0)), value):
            return value
    return max(values)


def _lacking(figures: Sequence[Amount], total: Decimal) -> tuple[Decimal, Decimal] | None:
    """What the printed net amount lacks to the total is the tax when it is printed as well, however it is labelled."""
    printed = {amount.value for amount in figures}
    for net in (amount.value for amount in figures if words.NET.found(amount.label)):
        if 0 < total - net < net * MOST_RATE and total - net in printed:
            return total - net, net
    return None


def _implied(
    figures: Sequence[Amount], total: Decimal, sheet: Sheet, rates: Sequence[Decimal]
) -> tuple[Decimal, Decimal] | None:
    """A printed rate says what the tax in the total must be; when that figure stands there too, it is the tax."""
    printed = {amount.value for amount in figures if 0 < amount.value < total and _beside_tax(amount, sheet)}
    for rate in dict.fromkeys(rates):
        vat = rounded(total * rate / (1 + rate))
        for figure in (vat, vat - CENT, vat + CENT):
            if 0 < rate <= MOST_RATE and figure in printed and figure > Decimal("0.05"):
                return figure, total - figure
    return None


def _beside_tax(amount: Amount, sheet: Sheet) -> bool:
    """Not the price of some goods that happens to be the same."""
    line = sheet.lines[amount.line].text
    return "%" in line or bool(words.TAX.found(f"{line} {amount.header} {amount.above}"))


def _fits_a_rate(vat: Decimal, figures: Sequence[Amount], sheet: Sheet) -> bool:
    """A printed rate of another printed figure gives just this tax."""
    return vat > Decimal("0.20") and any(
        close(rounded(amount.value * rate), vat, CENT)
        for rate in set(rates_in(sheet.text))
        if 0 < rate <= MOST_RATE
        for amount in figures
    )


def _nets(figures: Sequence[Amount], total: Decimal | None) -> list[Decimal]:
    """The amounts said to be without tax, not above the total."""
    said = []
    for amount in figures:
        label = amount.label if has_words(amount.label) else amount.header or amount.row
        net = words.NET.found(label) or (words.EXCLUDING.found(label) and words.TAX.found(label))
        if (net or words.SUBTOTAL.found(label)) and not words.INCLUDING.found(label):
            said.append(amount.value)
    return [value for value in dict.fromkeys(said) if total is None or 0 < value <= total]
