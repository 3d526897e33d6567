"""Readings against labels: field by field, and whether doubt was where the mistakes were. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher

FIELDS = ("invoice_date", "expense_amount", "vat", "payee_name", "payment_method", "currency")
CORE = ("invoice_date", "expense_amount", "payee_name")
ALIKE = 0.8
_LEGAL_FORMS = frozenset(
    "gmbh ag kg kgaa ohg mbh co sdn bhd ltd limited llc inc corp plc sa sas sarl sl srl spa bv nv ab as aps oy".split()
)
Row = Mapping[str, object]


@dataclass
class FieldScore:
    """Of the labelled fields: how many had a value, were right, were marked as doubtful, and both wrong and marked."""

    labelled: int = 0
    given: int = 0
    right: int = 0
    marked: int = 0
    wrong_and_marked: int = 0

    @property
    def wrong(self) -> int:
        return self.labelled - self.right


@dataclass
class Score:
    fields: dict[str, FieldScore] = field(default_factory=lambda: {name: FieldScore() for name in FIELDS})
    found: int = 0
    missed: int = 0
    mistaken: int = 0
    rejected: int = 0
    core: int = 0
    core_right: int = 0

    @property
    def files(self) -> int:
        return self.found + self.missed + self.mistaken + self.rejected

    @property
    def doubt(self) -> FieldScore:
        """All fields together."""
        total = FieldScore()
        for name in ("labelled", "given", "right", "marked", "wrong_and_marked"):
            setattr(total, name, sum(getattr(score, name) for score in self.fields.values()))
        return total


def scored(pairs: Iterable[tuple[Row, Row]]) -> Score:
    """Each pair is a label and what was read; a label of null is not scored."""
    score = Score()
    for label, read in pairs:
        if not label["is_invoice"]:
            score.mistaken += bool(read.get("is_invoice"))
            score.rejected += not read.get("is_invoice")
            continue
        score.found += bool(read.get("is_invoice"))
        score.missed += not read.get("is_invoice")
        right = {name: _count(score.fields[name], name, label, read) for name in FIELDS if label.get(name) is not None}
        if all(name in right for name in CORE):
            score.core += 1
            score.core_right += all(right[name] for name in CORE)
    return score


def _count(into: FieldScore, name: str, label: Row, read: Row) -> bool:
    right, doubtful = same(name, label, read.get(name)), read.get("doubtful") or ()
    marked = isinstance(doubtful, list | tuple) and name in doubtful
    into.labelled += 1
    into.given += read.get(name) is not None
    into.right += right
    into.marked += marked
    into.wrong_and_marked += marked and not right
    return right


def same(name: str, label: Row, value: object) -> bool:
    """Amounts to the cent, days as days, payees by likeness to the name or one of its aliases."""
    if value is None:
        return False
    if name in ("expense_amount", "vat"):
        return _amount(label[name]) == _amount(value)
    if name == "payee_name":
        aliases = label.get("payee_aliases")
        names = [label[name], *(aliases if isinstance(aliases, list) else [])]
        return any(likeness(str(one), str(value)) >= ALIKE for one in names)
    return str(label[name]).strip().lower() == str(value).strip().lower()


def likeness(one: str, other: str) -> float:
    """1 is equal; spaces, accents, case and legal forms do not count, and a name inside the other is nearly equal."""
    first, second = _letters(one), _letters(other)
    if not first or not second:
        return 0.0
    if first == second or _letters(_bare(one)) == _letters(_bare(other)):
        return 1.0
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 5 and shorter in longer and len(shorter) >= 0.3 * len(longer):
        return 0.9
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _bare(name: str) -> str:
    """Without its legal form, unless nothing else is left."""
    words = [word for word in name.split() if word.casefold().strip(".,()") not in _LEGAL_FORMS]
    return " ".join(words) or name


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(re.findall(r"[^\W_]", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _amount(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
