"""Whether a question compares, counts invoices, or speaks of net amounts. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.spans import Days
from shared.local_engine.questions.superlatives import GROUP_NOUNS, SUPERLATIVES, excluded_behind, plural
from shared.local_engine.questions.tags import Tag

_PLAIN = frozenset("without w no with sin sans ohne sem ללא בלי بدون بلا बिना bina".split())
"""`without VAT`; any other word is a verb of what is without it."""


class Compared:
    """Needs nothing but the tags and the days."""

    _tags: Sequence[Tag]
    days: Days

    def _any(self, *concepts: C) -> bool:
        return any(found.has(*concepts) for found in self._tags)

    def _compares_amounts(self) -> bool:
        two = len(self.days.spans) > 1 or sum(bool(found.payees) for found in self._tags) > 1
        two = two or sum(found.has(C.METHOD_NAME) for found in self._tags) > 1
        week = self._any(C.WORKDAYS) or (self._any(C.OR) and self._any(C.WEEKLY, C.WEEK, C.THIS_WEEK))
        two = two or (self._any(C.WEEKEND) and week)
        if self._any(C.WEEKEND) and self._any(C.WORKDAYS) and self._any(C.AND, C.OR):
            return True  # `how did it split between weekdays and weekends`: together they are all days
        either = self._any(C.OR) and self._any(C.LARGEST, C.SMALLEST, C.MOST_OFTEN)
        return two and (either or self._more_than() or self._did_i_spend_more())

    def _two_bounds(self) -> bool:
        """`how many below 20 and how many over 200`."""
        bounds = (found for found in self._tags if found.has(C.OVER, C.UNDER, C.AT_LEAST, C.AT_MOST))
        return sum(1 for _ in bounds) > 1

    def _more_than(self) -> bool:
        """A `more than` that bounds no amount."""
        for index, found in enumerate(self._tags):
            beside = [tag for tag in self._tags[max(0, index - 2) : index + 3] if not tag.filler]
            bounds = any(tag.number is not None or tag.has(C.NUMBER_WORD, C.CURRENCY_NAME) for tag in beside)
            if found.has(C.MORE_THAN) or (found.has(C.OVER, C.UNDER) and not bounds):
                return True
        return False

    def _did_i_spend_more(self) -> bool:
        """`¿gasté más este mes que el pasado?`: as a question for a yes or no, `gasté más` asks for no ranking."""
        if self._any(C.MOST_OFTEN) and not self._any(C.WHICH, C.WHERE, C.LIST):
            return True
        most = next((at for at, tag in enumerate(self._tags) if tag.has(*SUPERLATIVES) and tag.has(C.SPEND)), -1)
        asked = any(tag.has(C.WHICH, C.WHERE) for tag in self._tags[: max(0, most)])
        return most >= 0 and not (asked or self._any(C.HOW_MUCH, C.LIST, C.INVOICE, C.TOP, *GROUP_NOUNS[:4]))

    def _speaks_of_net(self) -> bool:
        """`spending without VAT` is a net amount, `invoices without VAT` are some invoices."""
        for index, found in enumerate(self._tags):
            near = self._tags[index + 1 : index + 4]
            if found.has(C.BEFORE) and next((tag.has(C.VAT) for tag in near if not tag.filler), False):
                return True
            if found.has(C.EXCLUDING) and any(tag.has(C.VAT) for tag in near):
                return True
            if found.has(C.VAT) and near and excluded_behind(near[0]):
                return True
            if found.has(C.WITHOUT) and not _is_plain(found) and self._told_of_invoices(index):
                continue  # `the receipts that have no VAT`
            if any(tag.has(C.EXCLUDING) for tag in near):
                continue  # `not in cash, excluding VAT`: the later word speaks of the tax
            if found.has(C.WITHOUT, C.NOT) and any(tag.has(C.VAT) for tag in near):
                return self._any(C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE) and not self._counts_invoices()
        return False

    def _told_of_invoices(self, index: int) -> bool:
        """The last thing named before is an invoice."""
        nouns = (tag for tag in reversed(self._tags[:index]) if tag.has(C.INVOICE, C.SPEND, C.TOTAL, C.HOW_MUCH))
        found = next(nouns, None)
        return found is not None and found.has(C.INVOICE)

    def _counts_invoices(self) -> bool:
        """`how many invoices`: the noun follows the question word, with at most fillers between."""
        for index, found in enumerate(self._tags):
            if not found.has(C.HOW_MUCH, C.HOW_MANY):
                continue
            for tag in self._tags[index + 1 : index + 4]:
                verb = tag.text.isascii() and not (found.has(C.HOW_MANY) or plural(tag.text))  # `cuánto gasto al mes`
                if tag.has(C.INVOICE, C.EXPENSE, C.TIMES) and not (
                    tag.has(C.SPEND) or (verb and not tag.has(C.INVOICE))
                ):
                    return True
                led_away = tag.has(C.AT_VENDOR) and not found.has(C.HOW_MANY)  # `how much went on purchases`
                if (
                    led_away
                    or tag.has(C.SPEND, C.HOW_MUCH)
                    or not (tag.filler or tag.payees or tag.has(C.DISTINCT, C.METHOD_NAME))
                ):
                    break
        return False


def _is_plain(found: Tag) -> bool:
    return found.words[0] in _PLAIN and (len(found.words) == 1 or found.words[0] == "with")
