"""Tags -> plan: what figure of what measure, by what, over which invoices, in which order. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters import find_filters, payee_condition
from shared.local_engine.questions.periods import Days, Span, find_days, unit_span
from shared.local_engine.questions.plan import Choice, Condition, Figure, Having, Measure, Order, Plan
from shared.local_engine.questions.sql import days_condition, quoted
from shared.local_engine.questions.tags import Tag

_ADVERBS = {C.DAILY: C.DAY, C.WEEKLY: C.WEEK, C.MONTHLY: C.MONTH, C.QUARTERLY: C.QUARTER, C.YEARLY: C.YEAR}
_GROUP_NOUNS = (C.VENDOR, C.METHOD, C.CURRENCY, C.WEEKDAY, C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR)
_KINDS = (C.VENDOR, C.METHOD, C.CURRENCY)
_UNITS = frozenset({C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR})
_SUPERLATIVES = (C.LARGEST, C.SMALLEST, C.MOST_OFTEN, C.TOP)
_PLURAL_ENDINGS = ("s", "ים", "ות", "ين", "ون", "ات", "ओं", "ों")
_SINGULAR_ENDINGS = ("ss", "mes", "mês", "mois", "חנות")
DEFAULT_TOP = 5
MAX_LISTED = 1000


def understand(text: str, tags: Sequence[Tag], today: date) -> Plan:
    return _Reader(text, tags, today).plan()


class _Reader:
    """Holds what was found so far; each method answers one question about the question."""

    def __init__(self, text: str, tags: Sequence[Tag], today: date) -> None:
        self._today = today
        self.days = find_days(tags, today)
        self._tags = tags = _with_most(tags, self.days)
        self._comparing = self._any(C.COMPARE) or self._compares_amounts()
        net = self._any(C.NET) or self._speaks_of_net()
        self.filters = find_filters(text, tags, self.days.used, comparing=self._comparing, net=net)
        self._unknown_payee(text)
        self._net = net
        self._used = set(self.days.used) | self.filters.used

    # ---- looking at tags

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
                name = text[found.start : self._tags[last].end]
                condition = f"LOWER(TRIM(payee_name)) = {quoted(name.lower())}"
                self.filters.payees.append(Condition(condition, name))
                self.filters.used.update(range(index, last + 1))
                return

    # ---- the plan

    def plan(self) -> Plan:
        base = Plan(
            measure=self._measure(),
            days=self.days,
            by_upload=self._any(C.UPLOADED) and bool(self.days.spans),
            conditions=self.filters.all,
        )
        steps = (
            self._duplicates,
            self._share,
            self._compare,
            self._average_per_unit,
            self._distinct,
            self._grouped,
            self._missing_ones,
            self._recent,
            self._extreme,
            self._single,
        )
        return next(plan for step in steps if (plan := step(base)) is not None)

    def _measure(self) -> Measure:
        if self._net:
            return Measure.NET
        return Measure.VAT if self._open(C.VAT) else Measure.GROSS

    def _duplicates(self, base: Plan) -> Plan | None:
        return replace(base, figure=Figure.DUPLICATES) if self._any(C.DUPLICATE) else None

    def _share(self, base: Plan) -> Plan | None:
        if not self._any(C.SHARE) or self._group_noun():
            return None
        if (self._open(C.VAT) and not (self.filters.payees or self.filters.methods)) or base.measure is Measure.VAT:
            return replace(base, figure=Figure.SHARE, measure=Measure.GROSS)
        part = (*self.filters.payees, *self.filters.methods) or self.filters.others or self.filters.amounts
        if not part:
            return None
        rest = tuple(condition for condition in base.conditions if condition not in part)
        by_count = self._open(C.INVOICE) and not self._any(C.SPEND)
        return replace(base, figure=Figure.SHARE, share_of=tuple(part), conditions=rest, by_count=by_count)

    def _compare(self, base: Plan) -> Plan | None:
        if not self._comparing:
            return None
        by_count = self._counts_invoices() or self._any(C.COUNT)
        named = [payee_condition(found) for found in self._tags if found.payees]
        for kind in (named, self.filters.methods):
            if len(kind) > 1 and len(self.days.spans) < 2:
                sides = tuple(Choice(item.label, item.sql) for item in kind)
                rest = tuple(c for c in base.conditions if all(c.sql != item.sql for item in kind))
                return replace(base, figure=Figure.COMPARE, choices=sides, conditions=rest, by_count=by_count)
        spans = self._compared_spans()
        if len(spans) < 2:
            return None
        sides = tuple(Choice(_span_name(span), days_condition(Days((span,)))) for span in spans)
        return replace(base, figure=Figure.COMPARE, choices=sides, compares_periods=True, by_count=by_count)

    def _compared_spans(self) -> tuple[Span, ...]:
        spans = self.days.spans
        if len(spans) != 1 or not self._any(C.COMPARE) or self._group_noun():
            return spans
        this = unit_span(spans[0].unit, self._today, 0)
        if spans[0] == this:
            return (this, unit_span(spans[0].unit, self._today, -1))
        return (spans[0], this) if spans[0] == unit_span(spans[0].unit, self._today, -1) else spans

    def _average_per_unit(self, base: Plan) -> Plan | None:
        if not self._any(C.AVERAGE):
            return None
        noun = self._group_noun()
        if noun not in _UNITS:
            return None
        by_count = self._open(C.INVOICE, C.TIMES) and self._any(C.HOW_MANY, C.COUNT)
        return replace(base, figure=Figure.AVERAGE_PER_UNIT, group=noun, by_count=by_count)

    def _adverb(self) -> C | None:
        return next((unit for adverb, unit in _ADVERBS.items() if self._open(adverb)), None)

    def _group_noun(self) -> C | None:
        """`by month`, `per vendor`, `monthly`, `for each payment method`."""
        for index, found in enumerate(self._tags):
            if not found.has(C.PER):
                continue
            for tag in self._tags[index + 1 : index + 4]:
                for noun in _GROUP_NOUNS:
                    if tag.has(noun) and not (noun in _UNITS and index + 1 in self.days.used):
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

    def _distinct(self, base: Plan) -> Plan | None:
        noun = self._distinct_noun()
        bounded = self.filters.having or (self.filters.amounts and self._any(C.SPEND))
        if noun is None or bounded or self._group_noun() or self._open(*_SUPERLATIVES):
            return None
        if self._any(C.HOW_MANY, C.COUNT) or (self._any(C.HOW_MUCH) and not self._any(C.LIST)):
            return replace(base, figure=Figure.DISTINCT_COUNT, group=noun)
        if noun in _UNITS or not self._any(C.LIST, C.WHICH, C.DISTINCT, C.WHERE):
            return None
        asked = self._asked_first(noun)
        if (
            self._any(C.TOTAL, C.AVERAGE)
            or (self._open(C.INVOICE) and not asked)
            or (self.filters.payees and not asked)
        ):
            return None
        return replace(base, figure=Figure.DISTINCT_LIST, group=noun)

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
            if self._open(noun):
                return noun
        return C.VENDOR if self._any(C.WHERE) and not self._any(C.HOW_MUCH, C.INVOICE, C.WHEN) else None

    def _grouped(self, base: Plan) -> Plan | None:
        noun, ranked = self._group_noun(), False
        if noun is None:
            noun, ranked = self._ranked_noun()
        if noun is None and (self.filters.having or self.filters.amounts):
            noun = self._bounded_noun()
        if noun is None:
            return None
        counting = self._counts_invoices() or self._any(C.COUNT) or self._open(C.MOST_OFTEN)
        counting = counting or (self._any(C.HOW_MANY) and not self._open(C.SPEND))
        figure = Figure.COUNT if counting else Figure.AVERAGE if self._any(C.AVERAGE) else Figure.TOTAL
        plan = replace(base, figure=figure, group=noun, by_count=counting)
        if self._open(*_SUPERLATIVES):
            limit = self._number() or (self._many(noun) if ranked else None)
            order = Order.SMALLEST if self._open(C.SMALLEST) else Order.LARGEST
            plan = replace(plan, order=order, limit=limit)
        return self._having(plan)

    def _ranked_noun(self) -> tuple[C | None, bool]:
        """`which vendor ... most`, `top 5 months`, `where do I spend the most`."""
        if not self._open(*_SUPERLATIVES):
            return None, False
        for noun in _GROUP_NOUNS:
            if noun in _UNITS and not self._asks_for(noun):
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
        return any(tag.has(C.WHICH, C.WHEN, *_SUPERLATIVES, C.HOW_MUCH) for tag in near) or any(
            tag.has(*_SUPERLATIVES) for tag in after
        )

    def _bounded_noun(self) -> C | None:
        """`vendors where I spent over 500`: the bound is on each of them."""
        nouns = (C.VENDOR, C.MONTH, C.DAY, C.WEEK) if self._any(C.WHICH, C.LIST, C.WHERE, C.SPEND) else (C.VENDOR,)
        return next((noun for noun in nouns if self._open(noun)), None)

    def _having(self, plan: Plan) -> Plan:
        if self.filters.having:
            return replace(plan, having=self.filters.having, figure=Figure.COUNT if plan.group else plan.figure)
        bound = next((c for c in self.filters.amounts if c.sql.split()[1] in (">", "<", ">=", "<=")), None)
        if bound is None or not self._any(C.SPEND) or self._open(C.INVOICE, C.EXPENSE):
            return plan
        _, operator, number = bound.sql.split()
        rest = tuple(condition for condition in plan.conditions if condition is not bound)
        return replace(plan, conditions=rest, having=Having(operator, float(number)))

    def _missing_ones(self, base: Plan) -> Plan | None:
        if not (self.filters.missing or self.filters.refunds):
            return None
        if self._counts_invoices() or self._any(C.HOW_MANY, C.COUNT):
            return replace(base, figure=Figure.COUNT, measure=Measure.GROSS)
        if self._any(C.HOW_MUCH, C.TOTAL) and not self._any(C.LIST):
            return None
        plan = replace(base, figure=Figure.LIST, measure=Measure.GROSS)
        if self.filters.refunds and self._open(C.LARGEST, C.SMALLEST):  # the largest refund is the lowest amount
            order = Order.SMALLEST if self._open(C.LARGEST) else Order.LARGEST
            return replace(plan, order=order, limit=self._number() or 1)
        return plan

    def _recent(self, base: Plan) -> Plan | None:
        latest, oldest = self._open(C.LAST), self._open(C.FIRST)
        asked = self._open(C.INVOICE, C.EXPENSE, C.SPEND, C.UPLOADED) or bool(self.filters.payees)
        when = self._any(C.WHEN)
        if not (((latest or oldest) and asked) or when) or self._counts_invoices() or self._any(C.AVERAGE):
            return None
        if when and not (latest or oldest) and (self.filters.amounts or self._open(*_SUPERLATIVES)):
            return None
        uploaded = self._any(C.UPLOADED)
        order = (
            (Order.FIRST_UPLOADED if uploaded else Order.OLDEST)
            if oldest
            else Order.UPLOADED
            if uploaded
            else Order.NEWEST
        )
        limit = self._number() or (self._many(C.INVOICE, C.EXPENSE) if not when else 1)
        plan = replace(base, order=order, limit=limit, by_upload=base.by_upload)
        if self._number() and self._any(C.HOW_MUCH, C.TOTAL) and not self._any(C.LIST):
            return None
        return replace(plan, figure=Figure.LIST, measure=Measure.GROSS)

    def _extreme(self, base: Plan) -> Plan | None:
        if not self._open(C.LARGEST, C.SMALLEST, C.TOP):
            return None
        order = Order.SMALLEST if self._open(C.SMALLEST) else Order.LARGEST
        limit = self._number() or (DEFAULT_TOP if self._open(C.TOP) else self._many(C.INVOICE, C.EXPENSE))
        return replace(base, figure=Figure.LIST, order=order, limit=limit)

    def _number(self) -> int | None:
        for index, found in enumerate(self._tags):
            if index in self._used:
                continue
            value = found.number if found.number is not None else found.value(C.NUMBER_WORD)
            if isinstance(value, int | float) and 0 < value <= MAX_LISTED and value == int(value):
                near = self._tags[max(0, index - 3) : index + 4]
                if any(
                    tag.has(C.INVOICE, C.EXPENSE, C.SPEND, C.LAST, C.FIRST, *_SUPERLATIVES, *_GROUP_NOUNS)
                    for tag in near
                ):
                    return int(value)
        return None

    def _many(self, *nouns: C) -> int:
        """`biggest expenses` wants a few, `biggest expense` one."""
        plural = any(
            found.has(*nouns) and _plural(found.text.casefold())
            for index, found in enumerate(self._tags)
            if index not in self._used
        )
        return DEFAULT_TOP if plural else 1

    def _single(self, base: Plan) -> Plan:
        """No order, no groups: one figure, or the invoices themselves."""
        if self._any(C.MEDIAN):
            return replace(base, figure=Figure.MEDIAN)
        if self._any(C.AVERAGE):
            return replace(base, figure=Figure.AVERAGE)
        if self._counting():
            return replace(base, figure=Figure.COUNT)
        return replace(base, figure=Figure.LIST if self._listing() else Figure.TOTAL)

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


def _with_most(tags: Sequence[Tag], days: Days) -> Sequence[Tag]:
    """`where do I spend more` asks for the most, unless two things are compared."""
    asking = any(found.has(C.WHERE) for found in tags) or (
        any(found.has(C.WHICH) for found in tags) and any(found.has(*_GROUP_NOUNS) for found in tags)
    )
    if not asking or len(days.spans) > 1 or sum(bool(found.payees) for found in tags) > 1:
        return tags
    more = C.MORE_THAN
    return [
        replace(found, concepts=found.concepts | {C.LARGEST, C.SPEND})
        if found.has(more) and not found.has(C.OVER, C.UNDER) and not found.has(C.LARGEST)
        else found
        for found in tags
    ]


def _plural(word: str) -> bool:
    return word.endswith(_PLURAL_ENDINGS) and not word.endswith(_SINGULAR_ENDINGS)


def _span_name(span: Span) -> str:
    if span.start and span.end and span.unit is C.MONTH:
        return f"{span.start:%Y-%m}"
    if span.start and span.end and span.unit is C.YEAR and (span.start.month, span.end.month) == (1, 12):
        return f"{span.start:%Y}"
    if span.start and span.end and span.unit is C.QUARTER:
        return f"{span.start.year}-Q{(span.start.month + 2) // 3}"
    return span.start.isoformat() if span.start == span.end and span.start else f"{span.start or ''}..{span.end or ''}"
