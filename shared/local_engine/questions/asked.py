"""What kind of answer is asked for: how many, one or several, a count or a list. Pure."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.noticed import Noticed
from shared.local_engine.questions.several import adds_total, counts
from shared.local_engine.questions.superlatives import GROUP_NOUNS, SUPERLATIVES, plural

DEFAULT_TOP = 5
MAX_LISTED = 1000


class Asked(Noticed):
    """Looks at the tags that no period or filter has used."""

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

    def _one_of(self, *nouns: C) -> bool:
        """One of them is asked for, not several."""
        open_ones = (found for index, found in enumerate(self._tags) if index not in self._used and found.has(*nouns))
        return any(not plural(found.text.casefold()) for found in open_ones)

    def _listed_with_figures(self) -> C | None:
        """`list of suppliers with totals`."""
        if not (self._any(C.LIST) and self._open(C.TOTAL, C.AMOUNT)) or self._any(C.HOW_MUCH) or self.filters.payees:
            return None
        return next((noun for noun in GROUP_NOUNS[:3] if self._open(noun) and not self._one_of(noun)), None)

    def _many_of(self, noun: C) -> bool:
        """Where one word asks for how much and how many: the noun follows it before any spending."""
        for index, found in enumerate(self._tags):
            if found.has(C.HOW_MUCH):
                for tag in self._tags[index : index + 5]:
                    if tag.has(noun):
                        return True
                    if tag.has(C.SPEND):
                        break
        return False

    def _skipped(self) -> int:
        """`second most expensive` leaves out one."""
        for index, found in enumerate(self._tags):
            place = found.value(C.ORDINAL)
            if index in self._used or not isinstance(place, int) or place < 2:
                continue
            before = [tag for tag in self._tags[:index] if not tag.filler][-1:]
            after = [tag for tag in self._tags[index:] if not tag.filler][:3]
            if any(tag.has(*SUPERLATIVES) for tag in (*before, *after)):
                return place - 1
        return 0

    def _counting(self) -> bool:
        if adds_total(self._tags, C.HOW_MANY, C.HOW_MUCH, C.COUNT):
            return False
        if self._counts_invoices():
            return True
        if self._any(C.HOW_MANY) and not self._how_many_coins():
            return self._open(C.INVOICE, C.EXPENSE, C.TIMES) or not self._open(C.SPEND, C.VAT, C.AMOUNT)
        tags = self._tags
        money = any(found.has(C.TOTAL, C.HOW_MUCH) and not counts(tags, at) for at, found in enumerate(tags))
        visits = self._any(C.TIMES) and not (self._any(C.LIST) and self.filters.amounts)
        return (self._any(C.COUNT) or visits) and not money

    def _how_many_coins(self) -> bool:
        """`how many euros` asks how much."""
        return any(
            found.has(C.HOW_MANY) and any(tag.has(C.CURRENCY_NAME) for tag in self._tags[index + 1 : index + 3])
            for index, found in enumerate(self._tags)
        )

    def _listing(self) -> bool:
        if self._any(C.HOW_MUCH, C.TOTAL):
            return False
        noun = self._open(C.INVOICE, C.EXPENSE, C.UPLOADED)
        if self._any(C.LIST):
            return (
                noun
                or bool(self.filters.amounts and self._any(C.TIMES))
                or not (self._spending() or self._open(C.VAT, C.NET))
            )
        sent_in = self._open(C.UPLOADED) and not self._open(C.SPEND)
        if self._any(C.WHICH) and (
            (self._open(C.INVOICE) and not self._of_invoices()) or self.filters.amounts or sent_in
        ):
            return True
        if self.filters.amounts and self._open(C.EXPENSE, C.EVERYTHING, C.TIMES) and not self._open(C.AVERAGE):
            return True
        return self._open(C.INVOICE) and not self._open(C.VAT, C.NET)

    def _of_invoices(self) -> bool:
        """`what was the VAT on my bills` asks for the VAT."""
        figure, invoice = self._index(C.VAT, C.NET), self._index(C.INVOICE)
        return self._index(C.WHICH) < figure < invoice

    def _spending(self) -> bool:
        """The sum is asked for; `everything paid in cash` are some invoices."""
        for index, found in enumerate(self._tags):
            following = next((tag for tag in self._tags[index + 1 :] if not tag.has(C.FILLER, C.AT_VENDOR)), None)
            how = following is not None and following.has(C.METHOD_NAME, C.CURRENCY_NAME)
            how = how or any(tag.has(C.EVERYTHING) for tag in self._tags[max(0, index - 3) : index])
            if index not in self._used and found.has(C.SPEND) and not how:
                return True
        return False
