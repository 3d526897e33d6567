"""What is noticed in a question before the plan is made: what is asked, counted, grouped, ranked. Pure."""

from collections.abc import Sequence
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters import NO_VAT, find_filters
from shared.local_engine.questions.periods import find_days
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.sql_parts import quoted
from shared.local_engine.questions.superlatives import GROUP_NOUNS, plural, with_most
from shared.local_engine.questions.tags import Tag

_ADVERBS = {C.DAILY: C.DAY, C.WEEKLY: C.WEEK, C.MONTHLY: C.MONTH, C.QUARTERLY: C.QUARTER, C.YEARLY: C.YEAR}
_ADVERBS[C.BY_WEEKDAY] = C.WEEKDAY
_KINDS = (C.VENDOR, C.METHOD, C.CURRENCY)
UNIT_NOUNS = frozenset({C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR})
SUPERLATIVES = (C.LARGEST, C.SMALLEST, C.MOST_OFTEN, C.TOP)
DEFAULT_TOP = 5
MAX_LISTED = 1000


class Noticed:
    """Holds what was found so far; each method answers one question about the question."""

    def __init__(self, text: str, tags: Sequence[Tag], today: date) -> None:
        self._today = today
        self.days = find_days(tags, today)
        self._tags = tags = with_most(tags, self.days)
        self._comparing = self._any(C.COMPARE) or self._compares_amounts()
        lacking = self._lacks_vat()
        net = (self._any(C.NET) and not lacking) or self._speaks_of_net()
        self.filters = find_filters(text, tags, self.days.used, comparing=self._comparing, net=net)
        self.filters.others.extend(lacking)
        self.filters.missing = self.filters.missing or bool(lacking)
        self.unknown_payee: str | None = None
        self._unknown_payee(text)
        self._net = net
        self._used = set(self.days.used) | self.filters.used

    def _any(self, *concepts: C) -> bool:
        return any(found.has(*concepts) for found in self._tags)

    def _open(self, *concepts: C) -> bool:
        """Among the tags that no period or filter has used."""
        return any(found.has(*concepts) for index, found in enumerate(self._tags) if index not in self._used)

    def _index(self, *concepts: C) -> int:
        free = (i for i, found in enumerate(self._tags) if i not in self._used and found.has(*concepts))
        return next(free, -1)

    def _compares_amounts(self) -> bool:
        two = len(self.days.spans) > 1 or sum(bool(found.payees) for found in self._tags) > 1
        two = two or sum(found.has(C.METHOD_NAME) for found in self._tags) > 1
        either = self._any(C.OR) and any(found.has(C.LARGEST, C.SMALLEST) for found in self._tags)
        return two and (either or any(found.has(C.MORE_THAN) for found in self._tags))

    def _lacks_vat(self) -> list[Condition]:
        """`invoices without VAT` where the language has a word of its own for net amounts."""
        said = [found for found in self._tags if found.has(C.NET) and len(found.words) > 1]
        figures = self._any(C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE, C.SHARE) and not self._counts_invoices()
        if not said or figures or not self._any(C.INVOICE):
            return []
        return [Condition(NO_VAT, said[0].text)]

    def _speaks_of_net(self) -> bool:
        """`spending without VAT` is a net amount, `invoices without VAT` are some invoices."""
        for index, found in enumerate(self._tags):
            near = self._tags[index + 1 : index + 4]
            if found.has(C.EXCLUDING) and any(tag.has(C.VAT) for tag in near):
                return True
            if found.has(C.WITHOUT, C.NOT) and any(tag.has(C.VAT) for tag in near):
                return self._any(C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE) and not self._counts_invoices()
        return False

    def _counts_invoices(self) -> bool:
        """`how many invoices`: the noun follows the question word, with at most fillers between."""
        for index, found in enumerate(self._tags):
            if not found.has(C.HOW_MUCH, C.HOW_MANY):
                continue
            for tag in self._tags[index + 1 : index + 4]:
                if tag.has(C.INVOICE, C.EXPENSE, C.TIMES) and not tag.has(C.SPEND):
                    return True
                if tag.has(C.SPEND, C.HOW_MUCH) or not (tag.filler or tag.payees or tag.has(C.DISTINCT, C.METHOD_NAME)):
                    break
        return False

    def _unknown_payee(self, text: str) -> None:
        """A name after `at` that is none of the user's payees: nothing will match, and the answer says so."""
        if self.filters.payees or any(found.payees for found in self._tags):
            return
        for index, found in enumerate(self._tags):
            if not found.unknown or found.text.isdigit() or len(found.text) < 2:
                continue
            before = self._tags[index - 1] if index else None
            led = before is not None and (
                before.has(C.AT_VENDOR)
                or (before.has(C.FILLER) and index > 1 and self._tags[index - 2].has(C.AT_VENDOR))
            )
            named = found.text[0].isupper() and index > 0
            if led or named:
                last = index
                while last + 1 < len(self._tags) and self._tags[last + 1].unknown:
                    last += 1
                if last + 1 < len(self._tags) and self._tags[last + 1].has(*UNIT_NOUNS) and not named:
                    return  # `in summer months`
                name = text[found.start : self._tags[last].end]
                condition = f"LOWER(TRIM(payee_name)) = {quoted(name.lower())}"
                self.filters.payees.append(Condition(condition, name))
                self.unknown_payee = name
                self.filters.used.update(range(index, last + 1))
                return

    def _adverb(self) -> C | None:
        return next((unit for adverb, unit in _ADVERBS.items() if self._open(adverb)), None)

    def _group_noun(self) -> C | None:
        """`by month`, `per vendor`, `monthly`, `for each payment method`."""
        for index, found in enumerate(self._tags):
            if not found.has(C.PER):
                continue
            for tag in self._tags[index + 1 : index + 4]:
                for noun in GROUP_NOUNS:
                    if tag.has(noun) and not (noun in UNIT_NOUNS and index + 1 in self.days.used):
                        return noun
                if not tag.filler and not tag.has(C.LARGEST):
                    break
            before = [tag for tag in self._tags[max(0, index - 2) : index] if not tag.filler]
            if before and not self._tags[index].has(C.AT_VENDOR):  # Hindi: `payment method by`
                said = next((noun for noun in _KINDS if before[-1].has(noun)), None)
                if said:
                    return said
        if self._any(C.PER) and self._any(C.SPEND, C.TOTAL, C.AMOUNT) and not self._adverb():
            return next((noun for noun in _KINDS if self._open(noun)), None)
        return self._adverb()

    def _asked_first(self, noun: C) -> bool:
        """`which currencies ...`: the noun follows the question word."""
        for index, found in enumerate(self._tags):
            if found.has(C.WHICH, C.LIST, C.DISTINCT):
                for tag in self._tags[index + 1 : index + 5]:
                    if tag.has(noun):
                        return True
                    if not (tag.filler or tag.has(C.WHICH, C.ME, C.DISTINCT, C.LIST)):
                        break
        return False

    def _distinct_noun(self) -> C | None:
        """The thing that is counted or listed: `how many vendors`, `which currencies`, `on how many days`."""
        for index, found in enumerate(self._tags):
            if found.has(C.HOW_MANY, C.HOW_MUCH):
                for at in range(index + 1, min(index + 3, len(self._tags))):
                    for noun in (C.DAY, C.MONTH, C.WEEK):
                        if self._tags[at].has(noun) and at not in self._used:
                            return noun
        for noun in (C.VENDOR, C.METHOD, C.CURRENCY):
            if self._open(noun) and not (noun is C.METHOD and self.filters.methods):
                return noun
        return C.VENDOR if self._any(C.WHERE) and not self._any(C.HOW_MUCH, C.INVOICE, C.WHEN) else None

    def _ranked_noun(self) -> tuple[C | None, bool]:
        """`which vendor ... most`, `top 5 months`, `where do I spend the most`."""
        if not self._open(*SUPERLATIVES):
            return None, False
        for noun in GROUP_NOUNS:
            if noun in UNIT_NOUNS and not self._asks_for(noun):
                continue
            if self._open(noun):
                return noun, True
        money = any(found.has(C.LARGEST, C.SMALLEST) and found.has(C.SPEND) for found in self._tags)
        where = self._any(C.WHERE) or self._open(C.MOST_OFTEN)
        noun_asked = self._open(C.INVOICE, C.EXPENSE) and not self._any(C.WHERE)
        if (where or (money and self._any(C.WHICH))) and not noun_asked:
            return C.VENDOR, True
        return None, False

    def _asks_for(self, unit: C) -> bool:
        """A unit is what is asked for beside a question word or a superlative; else it only says when."""
        index = self._index(unit)
        near = self._tags[max(0, index - 3) : index] if index >= 0 else ()
        after = self._tags[index + 1 : index + 3] if index >= 0 else ()
        return any(tag.has(C.WHICH, C.WHEN, *SUPERLATIVES, C.HOW_MUCH) for tag in near) or any(
            tag.has(*SUPERLATIVES) for tag in after
        )

    def _bounded_noun(self) -> C | None:
        """`vendors where I spent over 500`: the bound is on each of them."""
        nouns = (C.VENDOR, C.MONTH, C.DAY, C.WEEK) if self._any(C.WHICH, C.LIST, C.WHERE, C.SPEND) else (C.VENDOR,)
        return next((noun for noun in nouns if self._open(noun)), None)

    def _number(self) -> int | None:
        for index, found in enumerate(self._tags):
            if index in self._used:
                continue
            value = found.number if found.number is not None else found.value(C.NUMBER_WORD)
            if isinstance(value, int | float) and 0 < value <= MAX_LISTED and value == int(value):
                near = self._tags[max(0, index - 3) : index + 4]
                if any(
                    tag.has(C.INVOICE, C.EXPENSE, C.SPEND, C.LAST, C.FIRST, *SUPERLATIVES, *GROUP_NOUNS) for tag in near
                ):
                    return int(value)
        return None

    def _many(self, *nouns: C) -> int:
        """`biggest expenses` wants a few, `biggest expense` one."""
        several = any(
            found.has(*nouns) and plural(found.text.casefold())
            for index, found in enumerate(self._tags)
            if index not in self._used
        )
        return DEFAULT_TOP if several else 1

    def _counting(self) -> bool:
        if self._counts_invoices():
            return True
        if self._any(C.HOW_MANY) and not any(found.has(C.CURRENCY_NAME) for found in self._tags):
            return self._open(C.INVOICE, C.EXPENSE, C.TIMES) or not self._open(C.SPEND)
        return self._any(C.COUNT, C.TIMES) and not self._any(C.TOTAL, C.HOW_MUCH)

    def _listing(self) -> bool:
        if self._any(C.HOW_MUCH, C.TOTAL):
            return False
        noun = self._open(C.INVOICE, C.EXPENSE, C.UPLOADED)
        if self._any(C.LIST):
            return noun or not self._open(C.SPEND, C.VAT, C.NET)
        if self._any(C.WHICH) and (self._open(C.INVOICE) or self.filters.amounts):
            return True
        if self.filters.amounts and self._open(C.EXPENSE) and not self._open(C.AVERAGE):
            return True
        return self._open(C.INVOICE) and not self._open(C.VAT, C.NET)
