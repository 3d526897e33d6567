"""What the words beside a figure say about its being the grand total. Pure."""

from functools import lru_cache

from shared.local_engine.reading.money.amounts import Amount, has_words
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_GRAND = 6.0


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
