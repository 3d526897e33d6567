"""Which invoices count: amounts, payees, payment methods, currencies, missing values, refunds. Pure."""

from collections.abc import Iterable, Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.found import Filters
from shared.local_engine.questions.filters.missing import MissingFinder
from shared.local_engine.questions.filters.payment_methods import METHOD_PATTERNS
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.sql.parts import quoted
from shared.local_engine.questions.words.tags import Tag
from shared.local_engine.questions.words.tokens import tokenise

_PREPOSITIONS = frozenset("in by with via using paid en con al com em no par avec mit per".split())
MAX_NAMES = 3
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


class _Finder(MissingFinder):
    """The filters that name a value."""

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
