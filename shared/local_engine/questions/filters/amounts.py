"""Bounds on amounts, and on how often something happened, in a question. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.found import Filters
from shared.local_engine.questions.plan import Condition, Having
from shared.local_engine.questions.words.forms import OR_WORDS
from shared.local_engine.questions.words.tags import Tag, mentions

_BOUNDS = {C.OVER: ">", C.UNDER: "<", C.AT_LEAST: ">=", C.AT_MOST: "<=", C.EXACTLY: "="}
_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
_COUNTED = (C.INVOICE, C.EXPENSE, C.TIMES)


class AmountFinder:
    """Puts what it finds into `found`."""

    def __init__(self, text: str, tags: Sequence[Tag], taken: set[int]) -> None:
        self._text = text
        self._tags = tags
        self._taken = taken
        self.found = Filters()

    def _free(self, index: int) -> bool:
        return 0 <= index < len(self._tags) and index not in self._taken and index not in self.found.used

    def _next(self, index: int, step: int = 1, reach: int = 3) -> int:
        """The nearest tag that is not filler, or -1."""
        for at in range(index + step, index + step * (reach + 1), step):
            if not 0 <= at < len(self._tags):
                return -1
            if not self._tags[at].filler or self._tags[at].has(C.DATE):
                return at
        return -1

    def _words(self, first: int, last: int) -> str:
        low, high = sorted((first, last))
        return self._text[self._tags[low].start : self._tags[high].end]

    def _amount(self, index: int) -> float | None:
        found = self._tags[index] if self._free(index) else None
        if found is None or (found.number is None and found.has(C.FILLER)):
            return None  # `higher than the one before`
        return self._tags[index].amount

    def amounts(self) -> None:
        for index, found in enumerate(self._tags):
            if index in self._taken or index in self.found.used:
                continue
            if found.has(C.BETWEEN, C.FROM):
                self._between(index)
            if found.has(C.BETWEEN) and index not in self.found.used:
                self._between_before(index)
            for concept, operator in _BOUNDS.items():
                if found.has(concept):
                    if found.words and found.words[0] in OR_WORDS:  # `100 or more in 2025`, `100+`
                        self._bound_before(index, operator)
                    if index not in self.found.used:
                        self._bound(index, operator)
                    if index not in self.found.used:  # Hindi: `200 rupees over`
                        self._bound_before(index, operator)
                    break
        for index in range(len(self._tags)):
            self._exact(index)

    def _between(self, index: int) -> None:
        low = self._next(index, reach=4)
        low = self._next(low) if low >= 0 and self._tags[low].has(C.CURRENCY_NAME, C.AMOUNT) else low
        joint = self._after_currency(low) if low >= 0 else -1
        high = self._next(joint) if joint >= 0 and self._tags[joint].has(C.AND, C.TO, C.UNTIL) else -1
        high = self._next(high) if high >= 0 and self._tags[high].has(C.CURRENCY_NAME) else high
        first, second = (self._amount(low), self._amount(high)) if high >= 0 else (None, None)
        if first is None or second is None:
            return
        self._add_range(first, second, index, self._with_currency(high))

    def _between_before(self, index: int) -> None:
        """Hindi: `50 and 100 rupees between`."""
        high = self._next(index, -1)
        high = self._next(high, -1) if high >= 0 and self._tags[high].has(C.CURRENCY_NAME) else high
        joint = self._next(high, -1) if high >= 0 else -1
        low = self._next(joint, -1) if joint >= 0 and self._tags[joint].has(C.AND, C.TO) else -1
        first, second = (self._amount(low), self._amount(high)) if low >= 0 else (None, None)
        if first is not None and second is not None:
            self._add_range(first, second, low, index)

    def _add_range(self, first: float, second: float, begin: int, end: int) -> None:
        sql = f"expense_amount BETWEEN {min(first, second):g} AND {max(first, second):g}"
        self.found.amounts.append(Condition(sql, self._words(begin, end)))
        self.found.used.update(range(begin, end + 1))

    def _after_currency(self, index: int) -> int:
        following = self._next(index)
        return self._next(following) if following >= 0 and self._tags[following].has(C.CURRENCY_NAME) else following

    def _with_currency(self, index: int) -> int:
        return index + 1 if index + 1 < len(self._tags) and self._tags[index + 1].has(C.CURRENCY_NAME) else index

    def _bound(self, index: int, operator: str) -> None:
        at = self._next(index)
        if at >= 0 and self._tags[at].has(C.CURRENCY_NAME) and self._amount(at) is None:
            at = self._next(at)
        if at >= 0 and operator in "<>" and self._tags[at].has(C.AVERAGE):
            self._beside_average(index, at, operator)
            return
        number = self._amount(at) if at >= 0 else None
        if number is None:
            return
        negated, before = -1, self._next(index, -1)
        if before >= 0 and self._tags[before].has(*NEGATIONS) and self._free(before):  # `not the ones under 50`
            self.found.used.add(before)
            operator = _OPPOSITE.get(operator, operator)
            negated = before
        if self._tags[index].words[0] == "and":  # `over 50 and below 100`, where `100 and below` includes it
            operator = operator.rstrip("=")
        after = self._next(at, reach=1)
        if after >= 0 and self._tags[after].has(*_COUNTED) and number == int(number):
            self.found.having = Having(operator, number, on_count=True)
            self.found.used.update({index, at})
            return
        self._add_amount(index, at, operator, number, said_from=negated)

    def _beside_average(self, index: int, at: int, operator: str) -> None:
        """`above my average`: that of all invoices."""
        sql = f"expense_amount {operator} (SELECT AVG(expense_amount) FROM invoices)"
        self.found.amounts.append(Condition(sql, self._words(index, at)))
        self.found.used.update(range(index, at + 1))

    def _bound_before(self, index: int, operator: str) -> None:
        at = self._next(index, -1)
        at = self._next(at, -1) if at >= 0 and self._tags[at].has(C.CURRENCY_NAME) else at
        number = self._amount(at) if at >= 0 else None
        if number is not None:
            self._add_amount(at, index, operator, number)

    def _exact(self, index: int) -> None:
        """`the invoice of 45.20 euros`: a number beside a currency, or with cents."""
        number = self._amount(index)
        if number is None or (self._tags[index].number is None and number):
            return
        beside = [at for at in (index - 1, index + 1) if 0 <= at < len(self._tags) and not self._apart(index, at)]
        near = self._tags[max(0, index - 2) : index + 3]
        if not number and mentions(near, C.VAT, C.VENDOR, C.METHOD, C.DATE, C.SHARE):
            return  # `zero VAT` is none
        money = any(self._tags[at].has(C.CURRENCY_NAME) for at in beside) or number != int(number)
        if money or not number:
            self._add_amount(index, index, "=", number)

    def _apart(self, one: int, other: int) -> bool:
        """`in dollars, 2025`."""
        return "," in self._tags[max(one, other)].gap

    def _add_amount(self, first: int, last: int, operator: str, number: float, *, said_from: int = -1) -> None:
        high = self._with_currency(max(first, last))
        low = min(first, last)
        if low and self._tags[low].number is not None and self._tags[low - 1].has(C.CURRENCY_NAME):
            low -= 1
        near = (*range(max(0, low - 2), low), *range(high + 1, high + 2))  # `VAT over 20`, `over 20 VAT`
        taxed = [at for at in near if at < len(self._tags) and self._tags[at].has(C.VAT) and self._free(at)]
        taxed = [] if low and self._tags[low - 1].has(C.AND) else taxed  # `no VAT and over 100`
        begin = said_from if said_from >= 0 else min((low, *taxed))
        end = max((high, *taxed))
        column = "vat" if taxed else "expense_amount"
        self.found.amounts.append(Condition(f"{column} {operator} {number:.10g}", self._words(begin, end)))
        self.found.used.update((*taxed, *range(low, high + 1)))
