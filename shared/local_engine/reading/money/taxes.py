"""VAT and net amount: from tables of rates, from labelled figures, and from what must add up with the total."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from shared.invoices import CENT
from shared.local_engine.reading.money.amounts import MOST_RATE, Amount, close, rates_in
from shared.local_engine.reading.money.tax_labels import (
    labelled_nets,
    labelled_taxes,
    sum_of_taxes,
    tax_figures,
    taxes_by_rate,
)
from shared.local_engine.reading.money.tax_tables import (
    MOST_TAXES,
    ROUNDED_AWAY,
    rounded,
    rows_of,
    table_tax,
)
from shared.local_engine.reading.sheet.cells import Sheet
from shared.local_engine.reading.wording import vocabulary as words

_HALVES = re.compile(r"\bCGST\b.*\bSGST\b", re.IGNORECASE | re.DOTALL)  # of India's tax, equal to the cent
_COIN = Decimal("0.10")


@dataclass(frozen=True)
class Tax:
    """`vat` None: none was found; `doubtful` is then False, as what else stands there is not known here."""

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
    figures = tax_figures(amounts)
    labelled, nets = labelled_taxes(figures, total), labelled_nets(figures, total)
    table = table_tax(list(rows_of(figures, sheet)), total)
    whole = table is not None and total is not None and _makes_up(table[0] + table[1], figures, total)
    if table and whole:
        return Tax(*table, False)
    parts = labelled if _HALVES.search(sheet.text) else list(dict.fromkeys(labelled))
    if total is not None and (closing := _closing(parts, nets, total) or _all_closing(labelled, figures, total)):
        return Tax(*closing, False)
    if stated := sum_of_taxes(figures, total):
        return Tax(*stated, False)
    rates = [*rates_in(sheet.text), *(amount.value / 100 for amount in amounts if amount.percent)]
    implied = None if total is None else _lacking(figures, total) or _implied(figures, total, sheet, rates)
    if found := implied or table:
        sure = found is implied or any(words.SUBTOTAL.found(a.label) and a.value == sum(found) for a in figures)
        return Tax(found[0], found[1], not sure)  # a table that makes up no sum that is printed lacks a line
    if labelled:
        by_rate = taxes_by_rate(figures, labelled)
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
