"""Values that are missing, and what a `not` before or behind a name leaves out. Pure."""

from shared.local_engine.questions.concepts import NEGATIONS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.amounts import AmountFinder
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.words.forms import without_behind
from shared.local_engine.questions.words.tags import Tag

NO_VAT = "(vat IS NULL OR vat = 0)"
_MISSING = {
    C.DATE: "invoice_date IS NULL",
    C.VAT: NO_VAT,
    C.VENDOR: "(payee_name IS NULL OR TRIM(payee_name) = '')",
    C.METHOD: "(payment_method IS NULL OR TRIM(payment_method) = '')",
    C.CURRENCY: "currency IS NULL",
    C.AMOUNT: "expense_amount IS NULL",
}
_CROSSED = (
    C.PER, C.AND, C.FROM, C.METHOD_NAME, C.SPEND, C.INVOICE, C.OR, C.EXPENSE, C.VENDOR, C.METHOD, C.AMOUNT, C.ME,
    C.REFUND, C.WHICH, C.TO,
)  # fmt: skip
"""What may stand between a `not` and the name it excludes."""
_HAVING = frozenset("has have had".split())


class MissingFinder(AmountFinder):
    """Puts what it finds into `found`."""

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


def _alike(one: Tag, other: Tag) -> bool:
    return bool(one.payees and other.payees) or (one.has(C.METHOD_NAME) and other.has(C.METHOD_NAME))
