"""Is this an invoice at all? Figures that look like money, a total, and the words that go with them."""

import re
from collections.abc import Sequence

from shared.local_engine.reading import vocabulary as words
from shared.local_engine.reading.amounts import Amount
from shared.local_engine.reading.boxes import Sheet
from shared.local_engine.reading.totals import Total, label_score

_LEAST_POINTS = 4.0
_FORMS = re.compile(r"\bOMB No|\bIRS\b|Department of the Treasury|\bForm \d{3,4}\b|\bW-2\b|checklist|curriculum|questionnaire|agreement between", re.IGNORECASE)  # fmt: skip


def is_invoice(sheet: Sheet, amounts: Sequence[Amount], total: Total | None, *, dated: bool, paid: bool) -> bool:
    """A total with a label weighs most; a word such as invoice alone, on a poster or a joke, is not enough."""
    return points(sheet, amounts, total, dated=dated, paid=paid) >= _LEAST_POINTS


def points(sheet: Sheet, amounts: Sequence[Amount], total: Total | None, *, dated: bool, paid: bool) -> float:
    money = [amount for amount in amounts if amount.money]
    if total is None:
        return 0.0
    score = 2.5 if total.score >= 4 else 1.0 if label_score(total.amount.label) > 0 else 0.0
    score += min(len({amount.value for amount in money}), 5) * 0.4
    score += 1.0 if dated else 0.0
    score += 0.7 if paid else 0.0
    score += 1.0 if words.INVOICE.found(sheet.text) else 0.0
    score += 0.7 if words.TAX.found(sheet.text) else 0.0
    score += 0.5 if words.SUBTOTAL.found(sheet.text) or words.CHANGE.found(sheet.text) else 0.0
    score += 0.5 if any(amount.marked for amount in money) else 0.0
    score -= 3.0 if _FORMS.search(sheet.text) else 0.0
    score -= 1.5 if len(sheet.cells) < 6 else 0.0
    return score
