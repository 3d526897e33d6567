"""Which of the amounts is the grand total: each candidate is scored by its words, its place and its arithmetic."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from shared.local_engine.reading.money.amounts import Amount, close
from shared.local_engine.reading.money.total_arithmetic import Arithmetic, handed_over
from shared.local_engine.reading.money.total_labels import label_score, words_score
from shared.local_engine.reading.sheet.cells import Sheet
from shared.local_engine.reading.wording import vocabulary as words

MOST = Decimal("99999999.99")
_SENTENCE_WORDS = 9
_SURE_MARGIN = 1.75
_READ_WELL = 0.9


@dataclass(frozen=True)
class Total:
    """`score` of 4 or more is that of a figure whose words say so."""

    amount: Amount
    score: float
    doubtful: bool

    @property
    def value(self) -> Decimal:
        return self.amount.value


def find_total(amounts: Sequence[Amount], sheet: Sheet) -> Total | None:
    """Doubtful when another value comes close, or when it was hard to read and nothing else confirms it."""
    candidates = candidates_among(amounts)
    if not candidates:
        return None
    arithmetic = Arithmetic(candidates)
    nets, values = _nets(candidates), Counter(amount.value for amount in candidates)
    owed = max((a.value for a in candidates if not (handed_over(a) or words.CHANGE.found(a.label))), default=Decimal(0))

    def score(amount: Amount) -> float:
        by_words = -2.0 if amount in nets else words_score(amount)
        repeated = 0.6 * min(values[amount.value] - 1, 3)
        largest = 1.5 if amount.value == owed else 0.0
        return by_words + repeated + largest + _place_score(amount, sheet) + arithmetic.score(amount)

    scored = sorted(((score(amount), amount) for amount in candidates), key=lambda pair: pair[0])
    best_score, best = scored[-1]
    others = [score for score, amount in scored if not close(amount.value, best.value, Decimal(0))]
    close_call = best_score - max([0.0, *others]) < _SURE_MARGIN
    twice, reckoned = values[best.value] > 1, arithmetic.score(best) > 0
    misread = best.cell.confidence < _READ_WELL and not (twice or reckoned)  # a wrong digit would be neither
    return Total(best, best_score, misread or (close_call and not (twice and reckoned)))


def candidates_among(amounts: Sequence[Amount]) -> list[Amount]:
    """Figures with cents; whole ones where hardly any has cents, as in countries without."""
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


def _nets(candidates: Sequence[Amount]) -> frozenset[Amount]:
    """`Gesamtbetrag 4,42 0,61 5,03`: the sum at the end of the line is meant, not the net amount beside the word."""
    rows = zip(candidates, candidates[1:], candidates[2:], strict=False)
    return frozenset(
        net
        for net, tax, gross in rows
        if net.line == tax.line == gross.line and net.value > tax.value > 0 and net.value + tax.value == gross.value
    )


def _place_score(amount: Amount, sheet: Sheet) -> float:
    score = 0.5 * amount.cell.middle / sheet.height + (0.4 if amount.marked else 0.0)
    if amount.cell.height > sheet.line_height:
        score += 0.8 * min(amount.cell.height / sheet.line_height - 1, 1)
    if in_a_sentence(sheet.lines[amount.line].text) or _beside_orders(amount, sheet):
        score -= 8
    if re.search(r"[^\W\d_]{3}", amount.rest) and not amount.rest.strip().isupper():
        score -= 1.5
    return score - (5 if amount.value == 0 else 0)


def _beside_orders(amount: Amount, sheet: Sheet) -> bool:
    """Whoever tells a reader what to read is not believed, nor are the lines around."""
    near = sheet.lines[max(0, amount.line - 2) : amount.line + 2]
    return any(words.ORDERS.found(line.text) for line in near)


def in_a_sentence(text: str) -> bool:
    """Orders and small print are sentences; totals stand beside one or two words."""
    letters = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(letters) >= _SENTENCE_WORDS or bool(re.search(r"[{}<>]|\"\s*:", text))
