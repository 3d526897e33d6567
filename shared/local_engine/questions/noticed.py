"""What is noticed in a question before the plan is made: what is asked, counted, grouped, ranked. Pure."""

from collections.abc import Sequence
from datetime import date

from shared.local_engine.questions.compared import Compared
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters import NO_VAT, find_filters
from shared.local_engine.questions.periods import find_days
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.several import added_vat, asks_twice
from shared.local_engine.questions.sql_parts import quoted
from shared.local_engine.questions.superlatives import (
    GROUP_NOUNS,
    SUPERLATIVES,
    UNIT_NOUNS,
    with_most,
)
from shared.local_engine.questions.tags import Tag
from shared.local_engine.questions.unknown_payee import find_unknown_payee

_ADVERBS = {C.DAILY: C.DAY, C.WEEKLY: C.WEEK, C.MONTHLY: C.MONTH, C.QUARTERLY: C.QUARTER, C.YEARLY: C.YEAR}
_ADVERBS[C.BY_WEEKDAY] = C.WEEKDAY
_KINDS = (C.VENDOR, C.METHOD, C.CURRENCY)
_NET_WORDS = frozenset("net nets nette netto neto neta netos liquido valor montant importe נטו صافي शुद्ध".split())
_OPERATORS = frozenset(("<", "<=", ">", ">="))
_NEGATIONS = (C.EXCLUDING, C.WITHOUT, C.NOT, C.BEFORE)
_EVERY = frozenset("כל".split())  # `list every vendor` is no breakdown


class Noticed(Compared):
    """Holds what was found so far; each method answers one question about the question."""

    def __init__(self, text: str, tags: Sequence[Tag], today: date, *, capitals: bool = True) -> None:
        self._text = text
        self._today = today
        self.days = find_days(tags, today)
        self._tags = tags = with_most(tags, self.days)
        self._twice = asks_twice(tags)
        named = sum(bool(found.payees) for found in tags)
        self._comparing = self._any(C.COMPARE) or self._compares_amounts()
        self._comparing = self._comparing or (self._twice and (named > 1 or self._two_bounds()))
        lacking = self._lacks_vat()
        net = (self._any(C.NET) and not lacking) or self._speaks_of_net()
        self.filters = find_filters(text, tags, self.days.used, comparing=self._comparing, net=net)
        self.filters.others.extend(lacking)
        self.filters.missing = self.filters.missing or bool(lacking)
        if self._asks_yes_or_no():
            self.filters.amounts.clear()
        self.unknown_payee = self._unknown_payee(text, capitals=capitals)
        self._net = net
        vat = added_vat(tags)
        self.vat_too = vat >= 0
        self._used = set(self.days.used) | self.filters.used | ({vat} if vat >= 0 else set())

    def _open(self, *concepts: C) -> bool:
        """Among the tags that no period or filter has used."""
        return any(found.has(*concepts) for index, found in enumerate(self._tags) if index not in self._used)

    def _index(self, *concepts: C) -> int:
        free = (i for i, found in enumerate(self._tags) if i not in self._used and found.has(*concepts))
        return next(free, -1)

    def _asks_yes_or_no(self) -> bool:
        """`did I spend more than 1000 at Ikea?` is about the sum; `did I ever` and `which` are about invoices."""
        bound = len(self.filters.amounts) == 1 and self.filters.amounts[0].sql.split()[1] in _OPERATORS
        asked = self._any(
            C.HOW_MUCH, C.HOW_MANY, C.COUNT, C.TOTAL, C.AVERAGE, C.LIST, C.WHICH, C.WHERE, C.WHEN, C.INVOICE, C.EXPENSE,
            C.PER, C.SHARE, C.EVERYTHING,
        )  # fmt: skip
        asked = asked or any(
            found.has(*GROUP_NOUNS) for index, found in enumerate(self._tags) if index not in self.days.used
        )
        return bool(bound) and self._any(C.SPEND) and not asked and "ever" not in self._words_said()

    def _words_said(self) -> set[str]:
        return {word for found in self._tags for word in found.words}

    def _lacks_vat(self) -> list[Condition]:
        """`invoices without VAT` where the language has a word of its own for net amounts."""
        said = [
            found
            for found in self._tags
            if found.has(C.NET) and len(found.words) > 1 and found.words[0] not in _NET_WORDS
        ]
        figures = self._any(C.SPEND, C.HOW_MUCH, C.TOTAL, C.AVERAGE, C.SHARE) and not self._counts_invoices()
        if not said or figures or not self._any(C.INVOICE):
            return []
        return [Condition(NO_VAT, said[0].text)]

    def _net_words(self) -> str:
        """The user's own: `net`, `excluding VAT`."""
        for index, found in enumerate(self._tags):
            if found.has(C.NET):
                return found.text
            if found.has(C.VAT):
                before = [tag for tag in self._tags[max(0, index - 3) : index] if tag.has(*_NEGATIONS)]
                if before:
                    return self._text[before[-1].start : found.end]
        return ""

    def _asks_how_many(self, noun: C | None) -> bool:
        """`how many vendors`: the noun follows at once."""
        for index, found in enumerate(self._tags):
            if noun is not None and found.has(C.HOW_MANY, C.COUNT):
                following = (tag for tag in self._tags[index + 1 :] if not tag.filler and not tag.has(C.DISTINCT))
                return next((tag.has(noun) for tag in following), False)
        return False

    def _unknown_payee(self, text: str, *, capitals: bool) -> str | None:
        if self.filters.payees or any(found.payees for found in self._tags):
            return None
        named = find_unknown_payee(self._tags, capitals=capitals)
        if named is None:
            return None
        name = text[self._tags[named[0]].start : self._tags[named[-1]].end]
        self.filters.payees.append(Condition(f"LOWER(TRIM(payee_name)) = {quoted(name.lower())}", name))
        self.filters.used.update(named)
        return name

    def _adverb(self) -> C | None:
        return next((unit for adverb, unit in _ADVERBS.items() if self._open(adverb)), None)

    def _group_noun(self) -> C | None:
        """`by month`, `per vendor`, `monthly`, `for each payment method`."""
        for index, found in enumerate(self._tags):
            if not found.has(C.PER) or (index and self._tags[index - 1].has(C.LIST) and found.words[-1] in _EVERY):
                continue
            for tag in self._tags[index : index + (7 if self._each_of(index) else 4)]:
                for noun in GROUP_NOUNS:  # `vendor wise` says both in one
                    each = tag.has(noun) and noun in UNIT_NOUNS and self._each_of(index)
                    if each or (tag.has(noun) and not (noun in UNIT_NOUNS and index + 1 in self.days.used)):
                        return (self._adverb() or noun) if noun is C.CURRENCY else noun  # these are always apart
                if not tag.filler and not tag.has(C.LARGEST, C.PER) and not self._each_of(index):
                    break
            before = [tag for tag in self._tags[max(0, index - 2) : index] if not tag.filler]
            if before and not self._tags[index].has(C.AT_VENDOR):  # Hindi: `payment method by`
                said = next((noun for noun in _KINDS if before[-1].has(noun)), None)
                if said:
                    return said
        if self._any(C.PER) and self._any(C.SPEND, C.TOTAL, C.AMOUNT, C.COUNT) and not self._adverb():
            return next((noun for noun in _KINDS if self._open(noun)), None)
        return self._adverb() or self._vendors_asked()

    def _each_of(self, index: int) -> bool:
        """`each of the last three months`: the period is parted."""
        following = [at for at in range(index + 1, min(index + 4, len(self._tags))) if not self._tags[at].filler]
        of = len(self._tags[index].words) > 1 or (following and following[0] > index + 1)
        if not (following and of) or following[0] not in self.days.used:
            return False
        return self._tags[following[0]].has(C.LAST, C.THIS)

    def _average_unit(self) -> C | None:
        """`in an average month`, `un mes medio`: the unit stands beside the word, and says nothing about when."""
        index = self._index(C.AVERAGE)
        beside = [at for at in (index - 1, index + 1) if 0 <= at < len(self._tags) and at not in self._used]
        return next(
            (unit for at in beside for unit in GROUP_NOUNS if unit in UNIT_NOUNS and self._tags[at].has(unit)), None
        )

    def _vendors_asked(self) -> C | None:
        """`whom did I pay how much`, `where does my money go`."""
        both = self._any(C.WHERE) and ((self._any(C.HOW_MUCH) and self._any(C.SPEND)) or self._open(C.AMOUNT))
        elsewhere = self._any(*SUPERLATIVES, C.COMPARE, C.MORE_THAN) or any(found.payees for found in self._tags)
        return C.VENDOR if both and not elsewhere else None

    def _asked_first(self, noun: C) -> bool:
        """`which currencies ...`: the noun follows the question word."""
        for index, found in enumerate(self._tags):
            if found.has(C.WHICH, C.LIST, C.DISTINCT):
                for tag in self._tags[index : index + 5]:
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
        if self._which_card():
            return C.METHOD, True
        money = any(found.has(C.LARGEST, C.SMALLEST) and found.has(C.SPEND) for found in self._tags)
        where = self._any(C.WHERE) or self._open(C.MOST_OFTEN)
        noun_asked = self._open(C.INVOICE, C.EXPENSE) and not self._any(C.WHERE)
        if (where or (money and self._any(C.WHICH))) and not noun_asked:
            return C.VENDOR, True
        return None, False

    def _which_card(self) -> bool:
        """`which card do I use most` asks for a card, not for what was paid by card."""
        pairs = zip(self._tags, self._tags[1:], strict=False)
        return any(which.has(C.WHICH) and card.value(C.METHOD_NAME) == "card" for which, card in pairs)

    def _asks_for(self, unit: C) -> bool:
        """A unit is what is asked for beside a question word or a superlative; else it only says when."""
        index = self._index(unit)
        near = self._tags[max(0, index - 3) : index] if index >= 0 else ()
        after = self._tags[index : index + 6] if index >= 0 else ()  # `le mois où j'ai le plus dépensé`
        return any(tag.has(C.WHICH, C.WHEN, *SUPERLATIVES, C.HOW_MUCH) for tag in near) or any(
            tag.has(*SUPERLATIVES) for tag in after
        )

    def _bounded_noun(self) -> C | None:
        """`vendors where I spent over 500`: the bound is on each of them."""
        asked = self.filters.having or self._any(C.WHICH, C.LIST, C.WHERE, C.SPEND)
        nouns = (C.VENDOR, C.MONTH, C.DAY, C.WEEK) if asked else (C.VENDOR,)
        return next((noun for noun in nouns if self._open(noun)), None)
