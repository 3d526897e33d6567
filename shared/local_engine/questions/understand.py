"""Tags -> plan: what figure of what measure, by what, over which invoices, in which order. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shared.local_engine.questions.asked import DEFAULT_TOP
from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Having, Measure, Order, Plan
from shared.local_engine.questions.several import adds_total
from shared.local_engine.questions.sides import Sides
from shared.local_engine.questions.superlatives import SUPERLATIVES, UNIT_NOUNS
from shared.local_engine.questions.tags import Tag


def understand(text: str, tags: Sequence[Tag], today: date, *, capitals: bool = True) -> Plan:
    """`capitals`: the language of the question writes names with a capital, but not every noun."""
    return _Reader(text, tags, today, capitals=capitals).plan()


class _Reader(Sides):
    """The first step that fits makes the plan."""

    def plan(self) -> Plan:
        base = Plan(
            measure=self._measure(),
            days=self.days,
            by_upload=self._any(C.UPLOADED) and bool(self.days.spans),
            conditions=self.filters.all,
            also=self._also(),
            unknown_payee=self.unknown_payee,
            day_words=self._day_words(),
            measure_words=self._net_words() if self._net else "",
        )
        steps = (
            self._days_since,
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

    def _day_words(self) -> str:
        said = [found.text for found in self._tags if found.has(C.WEEKEND, C.WORKDAYS, C.WEEKDAY_NAME)]
        return ", ".join(said) if self.days.weekdays else ""

    def _measure(self) -> Measure:
        if self._net:
            return Measure.NET
        return Measure.VAT if self._open(C.VAT) else Measure.GROSS

    def _also(self) -> tuple[Measure, ...]:
        if self.vat_too:
            return (Measure.VAT,)
        beside = (C.AVERAGE, C.VAT) if self._open(C.VAT) else (C.AVERAGE,)
        return (Measure.GROSS,) if adds_total(self._tags, *beside) else ()

    def _duplicates(self, base: Plan) -> Plan | None:
        return replace(base, figure=Figure.DUPLICATES) if self._any(C.DUPLICATE) else None

    def _days_since(self, base: Plan) -> Plan | None:
        """`how long ago was my last invoice`."""
        about_one = self._open(C.LAST, C.FIRST, C.INVOICE, C.EXPENSE, C.SPEND) or bool(self.filters.payees)
        if not (self._any(C.DAYS_SINCE) and about_one):
            return None
        order = Order.OLDEST if self._open(C.FIRST) else Order.NEWEST
        return replace(base, figure=Figure.LIST, measure=Measure.GROSS, order=order, limit=1, with_age=True)

    def _average_per_unit(self, base: Plan) -> Plan | None:
        if not self._open(C.AVERAGE):
            return None
        noun = self._group_noun() or self._average_unit()
        if noun not in UNIT_NOUNS:
            return None
        by_count = self._open(C.INVOICE, C.TIMES) and self._any(C.HOW_MANY, C.COUNT)
        return replace(base, figure=Figure.AVERAGE_PER_UNIT, group=noun, by_count=by_count)

    def _distinct(self, base: Plan) -> Plan | None:
        noun = self._distinct_noun()
        bounded = self.filters.having or self._open(C.ONCE) or (self.filters.amounts and self._any(C.SPEND))
        if noun is None or bounded or self._group_noun() or self._open(*SUPERLATIVES):
            return None
        if self._any(C.HOW_MANY, C.COUNT) or (self._many_of(noun) and not self._any(C.LIST)):
            return replace(base, figure=Figure.DISTINCT_COUNT, group=noun)
        alone = all(found.filler or found.has(noun) for found in self._tags)
        if noun in UNIT_NOUNS or not (alone or self._any(C.LIST, C.WHICH, C.DISTINCT, C.WHERE)):
            return None
        asked = self._asked_first(noun)
        if (
            self._any(C.TOTAL, C.AVERAGE)
            or (self._open(C.INVOICE) and not asked)
            or (self.filters.payees and not asked)
        ):
            return None
        return replace(base, figure=Figure.DISTINCT_LIST, group=noun)

    def _grouped(self, base: Plan) -> Plan | None:
        noun, ranked = self._group_noun(), False
        if noun is not None and (best := self._best_of_each(base, noun)):
            return best
        if noun is None:
            noun, ranked = self._ranked_noun()
        if noun is None and (self.filters.having or self.filters.amounts or self._open(C.ONCE)):
            noun = self._bounded_noun()
        noun = noun or self._listed_with_figures()
        if noun is None:
            return None
        counting = self._counts_invoices() or self._any(C.COUNT) or self._open(C.MOST_OFTEN)
        counting = counting or (self._any(C.VISIT) and self._open(C.LARGEST, C.SMALLEST) and not self._spends())
        total_too = adds_total(self._tags, C.HOW_MANY, C.HOW_MUCH, C.COUNT)
        counting = counting or (self._any(C.HOW_MANY) and not self._open(C.SPEND))
        counting = counting or (noun is C.METHOD and ranked and not self._open(C.SPEND, C.AMOUNT, C.EXPENSE, C.TOTAL))
        counting = counting and not total_too
        figure = Figure.COUNT if counting else Figure.AVERAGE if self._open(C.AVERAGE) else Figure.TOTAL
        running = self._any(C.RUNNING) and noun in UNIT_NOUNS and figure is not Figure.AVERAGE
        with_share = self._any(C.SHARE)
        plan = replace(base, figure=figure, group=noun, by_count=counting, with_share=with_share, running=running)
        if running:
            words = next(found.text for found in self._tags if found.has(C.RUNNING))
            plan = replace(plan, measure_words=words)
        if self._open(*SUPERLATIVES):
            limit = self._number() or (self._many(noun) if ranked else None)
            plan = replace(plan, order=self._extreme_order(), limit=limit, skip=self._skipped() if ranked else 0)
        return self._having(plan)

    def _spends(self) -> bool:
        """Beside visits."""
        return any(found.has(C.SPEND, C.AMOUNT, C.EXPENSE, C.TOTAL) and not found.has(C.VISIT) for found in self._tags)

    def _extreme_order(self) -> Order:
        return Order.SMALLEST if self._open(C.SMALLEST) else Order.LARGEST

    def _best_of_each(self, base: Plan, noun: C) -> Plan | None:
        """`the biggest purchase of each month`, `the top vendor per quarter`."""
        if not self._open(C.LARGEST, C.SMALLEST, C.TOP, C.MOST_OFTEN):
            return None
        other = next((kind for kind in (C.VENDOR, C.METHOD) if kind is not noun and self._open(kind)), None)
        order = self._extreme_order()
        if other is not None:
            counting = self._open(C.MOST_OFTEN) or self._counts_invoices()
            figure = Figure.COUNT if counting else Figure.TOTAL
            limit = self._number() or self._many(other)
            return replace(base, figure=figure, group=other, within=noun, order=order, limit=limit, by_count=counting)
        if self._one_of(C.INVOICE, C.EXPENSE) and self._open(C.LARGEST, C.SMALLEST) and not self._any(C.TOTAL):
            limit = self._number() or 1
            return replace(base, figure=Figure.LIST, group=noun, order=order, limit=limit)
        return None

    def _having(self, plan: Plan) -> Plan:
        plan = self._bounded(plan)
        counted = plan.having is not None and plan.group is not None and not plan.order
        return replace(plan, counts_groups=True) if counted and self._asks_how_many(plan.group) else plan

    def _bounded(self, plan: Plan) -> Plan:
        if self.filters.having:
            return replace(plan, having=self.filters.having, figure=Figure.COUNT if plan.group else plan.figure)
        if plan.group in (C.VENDOR, C.METHOD) and self._open(C.ONCE):
            return replace(plan, having=Having("=", 1, on_count=True), figure=Figure.COUNT)
        bound = next(
            (c for c in self.filters.amounts if c.sql.count(" ") == 2 and c.sql.split()[1] in (">", "<", ">=", "<=")),
            None,
        )
        if bound is None or not self._any(C.SPEND, C.TOTAL) or self._open(C.INVOICE, C.EXPENSE):
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
        if not (((latest or oldest) and asked) or when) or self._counts_invoices():
            return None
        if self._open(C.AVERAGE) and not self._number():
            return None
        if when and not (latest or oldest) and (self.filters.amounts or self._open(*SUPERLATIVES)):
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
        if self._number() and (figure := self._figure_of_listed()):
            return replace(plan, figure=figure, of_listed=True)
        return replace(plan, figure=Figure.LIST, measure=Measure.GROSS, skip=self._skipped())

    def _figure_of_listed(self) -> Figure | None:
        """`how much were my last 5 invoices`."""
        if self._any(C.LIST):
            return None
        if self._open(C.AVERAGE):
            return Figure.AVERAGE
        return Figure.TOTAL if self._any(C.HOW_MUCH, C.TOTAL) else None

    def _extreme(self, base: Plan) -> Plan | None:
        if not self._open(C.LARGEST, C.SMALLEST, C.TOP):
            return None
        order = self._extreme_order()
        limit = self._number() or (DEFAULT_TOP if self._open(C.TOP) else self._many(C.INVOICE, C.EXPENSE))
        if (self._number() or 1) > 1 and self._any(C.TOTAL, C.AVERAGE) and (figure := self._figure_of_listed()):
            return replace(base, figure=figure, of_listed=True, order=order, limit=limit)
        return replace(base, figure=Figure.LIST, order=order, limit=limit, skip=self._skipped())

    def _single(self, base: Plan) -> Plan:
        """No order, no groups: one figure, or the invoices themselves."""
        if self._any(C.MEDIAN):
            return replace(base, figure=Figure.MEDIAN)
        if self._open(C.AVERAGE):
            return replace(base, figure=Figure.AVERAGE)
        if self._counting():
            return replace(base, figure=Figure.COUNT)
        return replace(base, figure=Figure.LIST if self._listing() else Figure.TOTAL)
