"""Which invoices count: amounts, payees, payment methods, currencies, missing values, refunds. Pure."""

from collections.abc import Iterable, Sequence

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.amounts import AmountFinder
from shared.local_engine.questions.filters.found import Filters
from shared.local_engine.questions.filters.payment_methods import METHOD_PATTERNS
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.sql.parts import quoted
from shared.local_engine.questions.words.forms import without_behind
from shared.local_engine.questions.words.tags import Tag
from shared.local_engine.questions.words.tokens import tokenise

_PREPOSITIONS = frozenset("in by with via using paid en con al com em no par avec mit per".split())
NO_VAT = "(vat IS NULL OR vat = 0)"
_MISSING = {
    C.DATE: "invoice_date IS NULL",
    C.VAT: NO_VAT,
    C.VENDOR: "(payee_name IS NULL OR TRIM(payee_name) = '')",
    C.METHOD: "(payment_method IS NULL OR TRIM(payment_method) = '')",
    C.CURRENCY: "currency IS NULL",
    C.AMOUNT: "expense_amount IS NULL",
}
MAX_NAMES = 3
_CROSSED = (
    C.PER, C.AND, C.FROM, C.METHOD_NAME, C.SPEND, C.INVOICE, C.OR, C.EXPENSE, C.VENDOR, C.METHOD, C.AMOUNT, C.ME,
    C.REFUND, C.WHICH, C.TO,
)  # fmt: skip
"""What may stand between a `not` and the name it excludes."""
_HAVING = frozenset("has have had".split())
_KINDS_OF_CARD = frozenset({"visa", "mastercard", "amex", "debit card"})


def find_filters(text: str, tags: Sequence[Tag], taken: Iterable[int], *, comparing: bool, net: bool) -> Filters:
    """`taken` are the tags that the period used; `net`: "without VAT" speaks of the figure, not of missing VAT."""
    finder = _Finder(text, tags, set(taken))
    finder.amounts()
    finder.missing(net=net)
    finder.payees(comparing=comparing)
    finder.methods(comparing=comparing)
    finder.currencies()
    finder.refunds()
    return finder.found


class _Finder(AmountFinder):
    """The filters that name a value."""

    def missing(self, *, net: bool) -> None:
        for index, found in enumerate(self._tags):
            if not found.has(C.WITHOUT) or not self._free(index):
                continue
            following = self._next(index)
            if following >= 0 and self._tags[following].payees:
                continue  # `by vendor, without Ikea`
            if net and following >= 0 and self._tags[following].has(C.VAT):
                continue  # `amount without VAT`
            had = index > 0 and self._tags[index - 1].words[-1:] and self._tags[index - 1].words[-1] in _HAVING
            if had and following >= 0 and self._tags[following].has(C.INVOICE):
                continue  # `vendors that had no invoice`
            for at in (index, following, self._next(index, -1)):
                noun = next((noun for noun in _MISSING if at >= 0 and self._tags[at].has(noun)), None)
                if noun is None or at in self._taken or (noun is C.VAT and net):
                    continue
                sql, last = self._or_another(at, _MISSING[noun])
                excluding = self._negated(index)
                negated = excluding >= 0 and not self._tags[excluding].has(C.WITHOUT)
                said = excluding if negated else index  # `excluding those without VAT`
                sql = f"NOT ({sql})" if negated else sql
                joint = self._next(index, -1)
                either = joint >= 0 and self._tags[joint].has(C.OR)
                condition = Condition(sql, self._words(said, last))
                if either and self.found.missing and not negated:  # `without VAT or without a date`
                    before = self.found.others.pop()
                    condition = Condition(f"({before.sql} OR {sql})", f"{before.label}, {condition.label}")
                self.found.others.append(condition)
                self.found.used.update({index, at, said, last})
                self.found.missing = not negated
                break

    def _or_another(self, at: int, sql: str) -> tuple[str, int]:
        """`without a vendor or a date`: the condition, and where its last noun stands."""
        joint = self._next(at)
        last = self._next(joint) if joint >= 0 and self._tags[joint].has(C.OR) else -1
        noun = next((noun for noun in _MISSING if last >= 0 and self._tags[last].has(noun)), None)
        return (f"({sql} OR {_MISSING[noun]})", last) if noun and self._free(last) else (sql, at)

    def _negated(self, index: int) -> int:
        """The tag that excludes what stands at `index`, or -1: `not counting the payments in cash`."""
        row = self._tags[index + 1 : index + 3]
        if len(row) > 1 and row[0].has(C.AND, C.OR) and _alike(self._tags[index], row[1]):
            last = self._negated(index + 2)  # Hindi: `A and B left out`
            if last > index + 2:
                return last
        behind = self._tags[index + 1 : index + 3]
        if behind and (without_behind(behind[0]) or (behind[0].filler and without_behind(behind[-1]))):
            return index + 1 if without_behind(behind[0]) else index + 2
        name = bool(self._tags[index].payees)
        for at in range(index - 1, max(-1, index - 7), -1):
            found = self._tags[at]
            if found.has(*NEGATIONS) and not without_behind(found):
                return at
            other_name = bool(found.payees) and not name
            if other_name or not (found.filler or found.payees or found.has(*_CROSSED)):
                return -1
        return -1

    def payees(self, *, comparing: bool) -> None:
        wanted: dict[str, None] = {}
        labels: list[str] = []
        for index, found in enumerate(self._tags):
            if not found.payees:
                continue
            self.found.used.add(index)
            excluding = self._negated(index)
            if excluding >= 0:
                self.found.used.add(excluding)
                sql = f"COALESCE(TRIM(payee_name), '') NOT IN ({_literals(found.payees)})"
                self.found.others.append(Condition(sql, self._words(excluding, index)))
                continue
            if comparing:
                named = payee_condition(found)
                self.found.payees.extend([named] * (named not in self.found.payees))
                continue
            wanted.update(dict.fromkeys(found.payees))
            labels.append(_named(found))
        if wanted:
            self.found.payees.append(Condition(f"TRIM(payee_name) IN ({_literals(wanted)})", ", ".join(labels)))

    def methods(self, *, comparing: bool) -> None:
        kept: list[Condition] = []
        for index, found in enumerate(self._tags):
            key = found.value(C.METHOD_NAME)
            if not isinstance(key, str) or not self._free(index):
                continue
            if not found.has(C.INVOICE, C.EXPENSE):  # `cash payments` are invoices, too
                self.found.used.add(index)
            if key == "card" and self._kind_of_card(index):
                continue
            patterns = METHOD_PATTERNS[key]
            sql = " OR ".join(f"LOWER(payment_method) {_like(pattern)}" for pattern in patterns)
            excluding = self._negated(index)
            if excluding >= 0:
                self.found.used.add(excluding)
                negated = f"NOT COALESCE({sql}, FALSE)"
                self.found.others.append(Condition(negated, self._words(excluding, index)))
            else:
                kept.append(Condition(f"({sql})" if len(patterns) > 1 else sql, _bare(found.text)))
        if len(kept) > 1 and not comparing:
            kept = [Condition(f"({' OR '.join(item.sql for item in kept)})", ", ".join(item.label for item in kept))]
        self.found.methods.extend(kept)
        told = {f"NOT COALESCE({item.sql}, FALSE)" for item in kept}  # `I never use cash, right? how much in cash?`
        self.found.others = [item for item in self.found.others if item.sql not in told]

    def _kind_of_card(self, index: int) -> bool:
        """`tarjeta Visa` is one card, not any card or Visa."""
        beside = [self._tags[at] for at in (index - 1, index + 1) if 0 <= at < len(self._tags)]
        return any(tag.value(C.METHOD_NAME) in _KINDS_OF_CARD for tag in beside)

    def currencies(self) -> None:
        codes: dict[str, str] = {}
        for index, found in enumerate(self._tags):
            code = found.value(C.CURRENCY_NAME)
            if not isinstance(code, str) or index in self._taken:
                continue
            excluding = self._negated(index)
            if excluding >= 0 and index not in self.found.used:
                self.found.others.append(Condition(f"currency <> {quoted(code)}", self._words(excluding, index)))
                self.found.used.update({excluding, index})
                continue
            codes.setdefault(code, found.text)
            self.found.used.add(index)
        if codes:
            sql = f"(currency IN ({_literals(codes)}) OR currency IS NULL)"
            self.found.others.append(Condition(sql, ", ".join(codes)))

    def refunds(self) -> None:
        for index, found in enumerate(self._tags):
            if not found.has(C.REFUND) or not self._free(index):
                continue
            excluding = self._negated(index)
            if excluding >= 0:
                self.found.others.append(Condition("expense_amount >= 0", self._words(excluding, index)))
                self.found.used.add(excluding)
            elif not self.found.refunds:
                self.found.others.append(Condition("expense_amount < 0", found.text))
                self.found.refunds = True
            self.found.used.add(index)


def _alike(one: Tag, other: Tag) -> bool:
    return bool(one.payees and other.payees) or (one.has(C.METHOD_NAME) and other.has(C.METHOD_NAME))


def _bare(label: str) -> str:
    """`by card` is shown as `card`."""
    first, _, rest = label.partition(" ")
    return rest if rest and first.casefold() in _PREPOSITIONS else label


def _named(found: Tag) -> str:
    """A name written otherwise than on the invoices is shown with what it was taken for."""
    said = _folded(found.text)
    if any(said in _folded(payee) for payee in found.payees):
        return found.text
    names = list({_folded(payee): payee.strip() for payee in reversed(found.payees)}.values())
    return f"{found.text} ({', '.join(names[::-1][:MAX_NAMES])})"


def _folded(text: str) -> str:
    return "".join(token.text for token in tokenise(text))


def payee_condition(found: Tag) -> Condition:
    return Condition(f"TRIM(payee_name) IN ({_literals(found.payees)})", _named(found))


def _literals(values: Iterable[str]) -> str:
    return ", ".join(quoted(value) for value in dict.fromkeys(value.strip(" ") for value in values))


def _like(pattern: str) -> str:
    return f"LIKE {quoted(pattern)}" if "%" in pattern or "_" in pattern else f"= {quoted(pattern)}"
