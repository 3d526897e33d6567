"""Which of the amounts is the grand total: each candidate is scored by its words, its place and its arithmetic."""

import re
from collections import Counter
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from shared.local_engine.reading import vocabulary as words
from shared.local_engine.reading.amounts import Amount, close, has_words, rates_in
from shared.local_engine.reading.boxes import Sheet
from shared.local_engine.reading.wording import folded

MOST = Decimal("99999999.99")
_SENTENCE_WORDS = 9
_GRAND, _IS_TAX = 6.0, 8.0
_HALF_A_CENT = Decimal("0.006")
_SURE_MARGIN = 1.75
_READ_WELL = 0.75


@dataclass(frozen=True)
class Total:
    amount: Amount
    score: float
    doubtful: bool

    @property
    def value(self) -> Decimal:
        return self.amount.value


@lru_cache(maxsize=4096)
def label_score(label: str) -> float:
    """What the words beside an amount say about its being the grand total."""
    if not has_words(label):
        return 0.0
    if words.SUBTOTAL.found(label) and "grand" not in folded(label):
        return -1.5
    if words.CHANGE.found(label):
        return -6.0
    grand, total = words.GRAND_TOTAL.found(label), words.TOTAL.found(label)
    including = words.INCLUDING.found(label)
    if re.search(r"\d\s?%\s*suppl|zero.?rated|standard.?rated", label, re.IGNORECASE):
        return -1.0
    if words.TAX.found(label) and not including:
        return -1.0 if grand and not words.EXCLUDING.found(label) else -4.0
    if words.NET.found(label) and not including and not grand:
        return -2.0
    if words.NOT_TOTAL.found(label):
        return -1.0 if grand else -3.0 if total else -3.5
    if grand:
        return _GRAND
    if total:
        return (
            4.5
            if folded(label) not in ("amount", "balance", "betrag", "montant", "importe", "importo", "bedrag")
            else 2.5
        )
    if words.CARD.found(label):
        return 1.5
    return -1.0 if words.TENDERED.found(label) else -0.5


def find_total(amounts: Sequence[Amount], sheet: Sheet) -> Total | None:
    candidates = candidates_among(amounts)
    if not candidates:
        return None
    nets = _nets(candidates)
    scored = sorted(
        ((_score(amount, candidates, sheet, nets), amount) for amount in candidates), key=lambda pair: pair[0]
    )
    best_score, best = scored[-1]
    others = [score for score, amount in scored if not close(amount.value, best.value, Decimal(0))]
    close_call = best_score - max([0.0, *others]) < _SURE_MARGIN
    misread = best.cell.confidence < _READ_WELL and not _confirmed(best, candidates)
    return Total(best, best_score, close_call or misread)


def _confirmed(best: Amount, candidates: Sequence[Amount]) -> bool:
    """The same figure a second time, or others that lead to it: a misread digit would not."""
    return sum(amount.value == best.value for amount in candidates) > 1 or _arithmetic_score(best, candidates) > 0


def candidates_among(amounts: Sequence[Amount]) -> list[Amount]:
    money = [amount for amount in amounts if amount.money and abs(amount.value) <= MOST]
    with_cents = [amount for amount in amounts if amount.decimals and (amount in money or _short_of_a_cent(amount))]
    if len(with_cents) >= 2:
        return with_cents if len(with_cents) >= len(money) / 3 else money
    whole = [a for a in amounts if not a.percent and abs(a.value) <= MOST and (a.money or _plain_price(a))]
    return whole or money


def _short_of_a_cent(amount: Amount) -> bool:
    """`Total 101.4` is 101.40; without such a word it may be a quantity or a rate."""
    return amount.decimals == 1 and not amount.percent and label_score(amount.label) > 0


def _plain_price(amount: Amount) -> bool:
    """Countries without cents print `174,600`; a bare small figure is a price only beside a word for a total."""
    grouped = bool(re.search(r"\d[.,' ]\d{3}$", amount.text))
    return grouped or (label_score(amount.label) > 3 and amount.value > 0)


def _score(amount: Amount, candidates: Sequence[Amount], sheet: Sheet, nets: Collection[Amount] = ()) -> float:
    score = words_score(amount) if amount not in nets else -2.0
    values = Counter(a.value for a in candidates)
    score += min(values[amount.value] - 1, 3) * 0.6
    score += _place_score(amount, candidates, sheet)
    score += _arithmetic_score(amount, candidates)
    if in_a_sentence(sheet.lines[amount.line].text) or _beside_orders(amount, sheet):
        score -= 8
    if re.search(r"[^\W\d_]{3}", amount.rest) and not amount.rest.strip().isupper():
        score -= 1.5
    if amount.value == 0:
        score -= 5
    return score


def _nets(candidates: Sequence[Amount]) -> list[Amount]:
    """`Gesamtbetrag 4,42 0,61 5,03`: the sum at the end of the line is meant, not the net amount beside the word."""
    rows = zip(candidates, candidates[1:], candidates[2:], strict=False)
    return [
        net
        for net, tax, gross in rows
        if net.line == tax.line == gross.line and net.value > tax.value > 0 and net.value + tax.value == gross.value
    ]


def words_score(amount: Amount) -> float:
    """Its own label counts whole; without one, the line above, the head of its column and its row count in part."""
    if has_words(amount.label):
        return label_score(amount.label)
    hints = (0.8 * label_score(amount.above), 0.9 * _header_score(amount.header), 0.4 * label_score(amount.row))
    best = max(hints)
    return best if best > 0 else min(hints[1:])


def _header_score(header: str) -> float:
    """`Total` and `Amount` head the columns of goods as well, so as headers they say little."""
    score = label_score(header)
    return score if score >= _GRAND else min(score, 1.0)


def _place_score(amount: Amount, candidates: Sequence[Amount], sheet: Sheet) -> float:
    owed = [a.value for a in candidates if not (_handed_over(a) or words.CHANGE.found(a.label))]
    score = 1.5 if amount.value == max(owed, default=0) else 0.0
    score += 0.8 * min(amount.cell.height / sheet.line_height - 1, 1) if amount.cell.height > sheet.line_height else 0
    score += 0.5 * amount.cell.middle / sheet.height
    return score + (0.4 if amount.marked else 0)


def _arithmetic_score(amount: Amount, candidates: Sequence[Amount]) -> float:
    """Cash less change, net plus tax: an amount that other figures lead to is hardly a coincidence."""
    score = 0.0
    tendered = {a.value for a in candidates if _handed_over(a) or words.CARD.found(a.label)}
    change = {a.value for a in candidates if words.CHANGE.found(a.label)}
    kept = {abs(paid) - back for paid in tendered for back in change}
    if amount.value in kept or (_near(amount, kept) and not any(a.value in kept for a in candidates)):
        score += 3
    elif any(_change_below(amount, paid, candidates) for paid in candidates):
        score += 2.5
    elif words.CARD.found(amount.label) or (amount.value in tendered and not _handed_over(amount)):
        score += 1.5
    score += _carried_over(amount, candidates, kept)
    score += 3.0 if _with_the_tip(amount, candidates) else 0.0
    taxes = {a.value for a in candidates if words.TAX.found(f"{a.label} {a.header}") and 0 < a.value < amount.value}
    rest = {a.value for a in candidates if 0 < a.value < amount.value}
    if any(close(net + tax, amount.value) and tax < net * Decimal("0.3") for tax in taxes for net in rest):
        score += 2
    if any(close(amount.value + tax, larger.value) for tax in taxes for larger in candidates):
        score -= 2
    score -= _IS_TAX if _taxes_another(amount, candidates) else 0.0
    smaller = sum((a.value for a in candidates if a.line != amount.line and 0 < a.value <= amount.value), Decimal(0))
    if smaller and amount.value > 20 * smaller:
        score -= 4
    return score


def _handed_over(amount: Amount) -> bool:
    """`Paid 50.00`; what is to be paid is the total."""
    return bool(words.TENDERED.found(amount.label)) and not re.search(
        r"\bto (?:be )?pa(?:y|id)\b", folded(amount.label)
    )


def _taxes_another(amount: Amount, candidates: Sequence[Amount]) -> bool:
    """`Total included GST @ 6%: 0.56` is what 9.90 holds of it."""
    rates = rates_in(amount.label) if words.TAX.found(amount.label) else []
    return any(
        other.value > amount.value and close(other.value * rate / (1 + rate), amount.value, _HALF_A_CENT)
        for rate in rates
        for other in candidates
    )


def _near(amount: Amount, values: Set[Decimal]) -> bool:
    return any(close(value, amount.value) for value in values)


def _with_the_tip(amount: Amount, candidates: Sequence[Amount]) -> bool:
    """A second total below the one tip printed; several tips are suggestions."""
    tips = {a.value: a for a in candidates if words.TIP.found(a.label) and a.value > 0}
    if len(tips) != 1 or label_score(amount.label) <= 0:
        return False
    tip = next(iter(tips.values()))
    bill = amount.value - tip.value
    return amount.line > tip.line and any(a.value == bill and a.line < tip.line for a in candidates)


def _change_below(amount: Amount, paid: Amount, candidates: Sequence[Amount]) -> bool:
    """Total, what was given and what came back stand one below the other, whatever the last is called."""
    if not (words.TENDERED.found(paid.label) and paid.value > amount.value > 0 and amount.line < paid.line):
        return False
    return any(0 < back.line - paid.line <= 2 and back.value == paid.value - amount.value for back in candidates)


def _carried_over(amount: Amount, candidates: Sequence[Amount], kept: Set[Decimal]) -> float:
    """An old balance on top of this invoice is not spent again; cents rounded away at the till are not spent at all."""
    totals = {a.value for a in candidates if a is not amount and label_score(a.label) >= 4}
    old = {a.value for a in candidates if words.OLD_BALANCE.found(a.label) and a.value > 0}
    score = -4.0 if any(close(amount.value - before, total) for before in old for total in totals) else 0.0
    rounding = {a.value for a in candidates if words.ROUNDING.found(a.label) and 0 < abs(a.value) < Decimal("0.1")}
    if any(close(abs(amount.value - total), abs(cents), Decimal(0)) for total in totals for cents in rounding):
        paid = any(a.value == amount.value and a is not amount for a in candidates) or amount.value in kept
        paid = paid or label_score(amount.label) > 0
        score += 7.0 if paid and amount.value % Decimal("0.05") == 0 else 0.0
    return score


def _beside_orders(amount: Amount, sheet: Sheet) -> bool:
    """Whoever tells a reader what to read is not believed, nor are the lines around."""
    near = sheet.lines[max(0, amount.line - 2) : amount.line + 2]
    return any(words.ORDERS.found(line.text) for line in near)


def in_a_sentence(text: str) -> bool:
    """Orders and small print are sentences; totals stand beside one or two words."""
    letters = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(letters) >= _SENTENCE_WORDS or bool(re.search(r"[{}<>]|\"\s*:", text))
