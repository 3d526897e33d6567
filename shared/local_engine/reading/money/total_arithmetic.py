"""Cash less change, net plus tax: an amount that other figures lead to is hardly a coincidence. Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal

from shared.local_engine.reading.money.amounts import MOST_RATE, Amount, close, rates_in
from shared.local_engine.reading.money.total_labels import label_score
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_IS_TAX = 8.0
_HALF_A_CENT = Decimal("0.006")
_CENTS = [Decimal(cents) / 100 for cents in range(-2, 3)]
_COIN = Decimal("0.05")
_SURELY_TOTAL = 4.0


class Arithmetic:
    """All figures of a paper, sorted by what their words say once, however many of them are judged."""

    def __init__(self, figures: Sequence[Amount]) -> None:
        self._figures = figures
        self._paid = [a for a in figures if words.TENDERED.found(a.label)]
        self._tendered = {a.value for a in figures if handed_over(a) or words.CARD.found(a.label)}
        change = {a.value for a in figures if words.CHANGE.found(a.label)}
        self._kept = {abs(paid) - abs(back) for paid in self._tendered for back in change}
        self._kept_is_printed = any(a.value in self._kept for a in figures)
        self._taxes = {a.value for a in figures if a.value > 0 and words.TAX.found(f"{a.label} {a.header}")}
        self._totals = [a for a in figures if label_score(a.label) >= _SURELY_TOTAL]
        self._old = {a.value for a in figures if a.value > 0 and words.OLD_BALANCE.found(a.label)}
        self._rounding = {a.value for a in figures if 0 < abs(a.value) < 2 * _COIN and words.ROUNDING.found(a.label)}
        self._tips = {a.value: a for a in figures if a.value > 0 and words.TIP.found(a.label)}
        self._values = {a.value for a in figures}

    def score(self, amount: Amount) -> float:
        score = self._as_paid(amount)
        score += self._carried_over(amount)
        score += 3.0 if self._with_the_tip(amount) else 0.0
        taxes = [tax for tax in self._taxes if tax < amount.value]
        if any(self._is_net_and(tax, amount.value) for tax in taxes):
            score += 2
        if any(self._printed(amount.value + tax) for tax in taxes):
            score -= 2
        score -= _IS_TAX if self._taxes_another(amount) else 0.0
        return score - (4.0 if self._dwarfs_the_rest(amount) else 0.0)

    def _as_paid(self, amount: Amount) -> float:
        near = any(close(value, amount.value) for value in self._kept) and not self._kept_is_printed
        if amount.value in self._kept or near:
            return 3.0
        if any(self._change_below(amount, paid) for paid in self._paid):
            return 2.5
        by_card = words.CARD.found(amount.label) or (amount.value in self._tendered and not handed_over(amount))
        return 1.5 if by_card else 0.0

    def _printed(self, value: Decimal) -> set[Decimal]:
        """To two cents."""
        return self._values & {value + cents for cents in _CENTS}

    def _is_net_and(self, tax: Decimal, gross: Decimal) -> bool:
        nets = (net for net in self._printed(gross - tax) if 0 < net < gross)
        return any(tax < net * MOST_RATE for net in nets)

    def _dwarfs_the_rest(self, amount: Amount) -> bool:
        others = (a.value for a in self._figures if a.line != amount.line and 0 < a.value <= amount.value)
        smaller = sum(others, Decimal(0))
        return bool(smaller) and amount.value > 20 * smaller

    def _change_below(self, amount: Amount, paid: Amount) -> bool:
        """Total, what was given and what came back stand one below the other, whatever the last is called."""
        if not (paid.value > amount.value > 0 and amount.line < paid.line):
            return False
        back = paid.value - amount.value
        return any(0 < other.line - paid.line <= 2 and other.value == back for other in self._figures)

    def _with_the_tip(self, amount: Amount) -> bool:
        """A second total below the one tip printed; several tips are suggestions."""
        if len(self._tips) != 1 or label_score(amount.label) <= 0:
            return False
        tip = next(iter(self._tips.values()))
        bill = amount.value - tip.value
        return amount.line > tip.line and any(a.value == bill and a.line < tip.line for a in self._figures)

    def _carried_over(self, amount: Amount) -> float:
        """An old balance on top of this invoice is not spent again; cents rounded away are not spent at all."""
        totals = {a.value for a in self._totals if a is not amount}
        score = -4.0 if any(close(amount.value - before, total) for before in self._old for total in totals) else 0.0
        if any(abs(amount.value - total) == abs(cents) for total in totals for cents in self._rounding):
            again = any(a.value == amount.value and a is not amount for a in self._figures)
            paid = again or amount.value in self._kept or label_score(amount.label) > 0
            score += 7.0 if paid and amount.value % _COIN == 0 else 0.0
        return score

    def _taxes_another(self, amount: Amount) -> bool:
        """`Total included GST @ 6%: 0.56` is what 9.90 holds of it."""
        rates = rates_in(amount.label) if words.TAX.found(amount.label) else []
        return any(
            other.value > amount.value and close(other.value * rate / (1 + rate), amount.value, _HALF_A_CENT)
            for rate in rates
            for other in self._figures
        )


def handed_over(amount: Amount) -> bool:
    """`Paid 50.00`; what is to be paid is the total."""
    to_be_paid = re.search(r"\bto (?:be )?pa(?:y|id)\b", folded(amount.label))
    return bool(words.TENDERED.found(amount.label)) and not to_be_paid
