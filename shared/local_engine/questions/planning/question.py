"""What is noticed in a question before a plan is made: its days and filters, and what they leave to be asked. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shared.local_engine.questions.concepts import GROUP_NOUNS
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters.finder import find_filters
from shared.local_engine.questions.filters.found import Filters
from shared.local_engine.questions.filters.strangers import find_strangers
from shared.local_engine.questions.filters.unknown_payee import find_unknown_payee
from shared.local_engine.questions.periods.finder import find_days
from shared.local_engine.questions.periods.spans import Days
from shared.local_engine.questions.plan import Condition
from shared.local_engine.questions.planning.comparing import compares_amounts, two_bounds
from shared.local_engine.questions.planning.net_amounts import lacks_vat, speaks_of_net
from shared.local_engine.questions.planning.together import added_vat, asks_of_each_period, asks_twice, each_apart
from shared.local_engine.questions.sql.parts import quoted
from shared.local_engine.questions.words.context import with_most
from shared.local_engine.questions.words.tags import Tag, mentions

_OPERATORS = frozenset(("<", "<=", ">", ">="))


@dataclass(frozen=True)
class Question:
    """`used` are the indices of tags that a period or filter was made of; the others are free to say what is asked."""

    text: str
    today: date
    tags: Sequence[Tag]
    days: Days
    filters: Filters
    used: frozenset[int]
    unknown_payee: str | None
    comparing: bool
    twice: bool
    net: bool
    vat_too: bool

    def says(self, *concepts: C) -> bool:
        return mentions(self.tags, *concepts)

    def free(self, *concepts: C) -> bool:
        """Says one of them with a free tag."""
        return self.index(*concepts) >= 0

    def index(self, *concepts: C) -> int:
        """Of the first free tag that means one of them, or -1."""
        free = (at for at, found in enumerate(self.tags) if at not in self.used and found.has(*concepts))
        return next(free, -1)


def notice(text: str, tags: Sequence[Tag], today: date, *, capitals: bool) -> Question:
    """`capitals`: the language writes names with a capital, but not every noun."""
    days = find_days(tags, today)
    tags = with_most(tags, days)
    twice = asks_twice(tags)
    named = sum(bool(found.payees) for found in tags)
    apart = len(days.spans) > 1 and asks_of_each_period(tags, days.used)
    ways = sum(found.has(C.METHOD_NAME) for found in tags)
    apart = apart or (max(named, ways) > 1 and each_apart(tags))
    comparing = apart or mentions(tags, C.COMPARE) or compares_amounts(tags, days)
    comparing = comparing or (twice and (named > 1 or two_bounds(tags)))
    lacking = lacks_vat(tags)
    net = (mentions(tags, C.NET) and not lacking) or speaks_of_net(tags)
    filters = find_filters(text, tags, days.used, comparing=comparing, net=net)
    filters.others.extend(lacking)
    _add_strangers(text, tags, filters, comparing=comparing)
    filters.missing = filters.missing or bool(lacking)
    if _asks_yes_or_no(tags, days, filters):
        filters.amounts.clear()
    unknown_payee = None if named else _named_in_vain(text, tags, filters, days, capitals=capitals)
    vat = added_vat(tags)
    return Question(
        text=text,
        today=today,
        tags=tags,
        days=days,
        filters=filters,
        used=days.used | filters.used | ({vat} if vat >= 0 else set()),
        unknown_payee=unknown_payee,
        comparing=comparing,
        twice=twice,
        net=net,
        vat_too=vat >= 0,
    )


def _asks_yes_or_no(tags: Sequence[Tag], days: Days, filters: Filters) -> bool:
    """`did I spend more than 1000 at Ikea?` is about the sum; `did I ever` and `which` are about invoices."""
    bound = len(filters.amounts) == 1 and filters.amounts[0].sql.split()[1] in _OPERATORS
    asked = mentions(
        tags, C.HOW_MUCH, C.HOW_MANY, C.COUNT, C.TOTAL, C.AVERAGE, C.LIST, C.WHICH, C.WHERE, C.WHEN, C.INVOICE,
        C.EXPENSE, C.PER, C.SHARE, C.EVERYTHING,
    )  # fmt: skip
    asked = asked or any(found.has(*GROUP_NOUNS) for index, found in enumerate(tags) if index not in days.used)
    ever = any("ever" in found.words for found in tags)
    return bound and mentions(tags, C.SPEND) and not (asked or ever)


def _add_strangers(text: str, tags: Sequence[Tag], filters: Filters, *, comparing: bool) -> None:
    """Names beside payees that were never paid: a side without a figure, or named as adding nothing."""
    for found in find_strangers(tags):
        filters.used.update(found)
        name = text[tags[found[0]].start : tags[found[-1]].end]
        stranger = Condition(f"LOWER(TRIM(payee_name)) = {quoted(name.lower())}", name)
        if comparing:
            filters.payees.append(stranger)
            filters.strangers.append(stranger)
        elif filters.payees:
            known = filters.payees[0]
            filters.payees[0] = replace(known, label=f"{known.label}, {name} (0)")


def _named_in_vain(text: str, tags: Sequence[Tag], filters: Filters, days: Days, *, capitals: bool) -> str | None:
    """A name that is none of the user's payees becomes a filter that finds nothing."""
    named = find_unknown_payee(tags, days.used, capitals=capitals)
    if named is None:
        return None
    name = text[tags[named[0]].start : tags[named[-1]].end]
    filters.payees.append(Condition(f"LOWER(TRIM(payee_name)) = {quoted(name.lower())}", name))
    filters.used.update(named)
    return name
