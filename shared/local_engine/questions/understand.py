"""Tags -> plan: what figure of what measure, by what, over which invoices, in which order. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.filters import payee_condition
from shared.local_engine.questions.noticed import DEFAULT_TOP, SUPERLATIVES, UNIT_NOUNS, Noticed
from shared.local_engine.questions.plan import Choice, Figure, Having, Measure, Order, Plan
from shared.local_engine.questions.spans import Days, Span, unit_span
from shared.local_engine.questions.sql_parts import days_condition
from shared.local_engine.questions.tags import Tag


def understand(text: str, tags: Sequence[Tag], today: date) -> Plan:
    return _Reader(text, tags, today).plan()


class _Reader(Noticed):
    """The first step that fits makes the plan."""

    def plan(self) -> Plan:
        base = Plan(
            measure=self._measure(),
            days=self.days,
            by_upload=self._any(C.UPLOADED) and bool(self.days.spans),
            conditions=self.filters.all,
            unknown_payee=self.unknown_payee,
            day_words=self._day_words(),
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

    def _day_words(self) -> str:
        said = [found.text for found in self._tags if found.has(C.WEEKEND, C.WORKDAYS, C.WEEKDAY_NAME)]
        return ", ".join(said) if self.days.weekdays else ""

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
        if noun not in UNIT_NOUNS:
            return None
        by_count = self._open(C.INVOICE, C.TIMES) and self._any(C.HOW_MANY, C.COUNT)
        return replace(base, figure=Figure.AVERAGE_PER_UNIT, group=noun, by_count=by_count)

    def _distinct(self, base: Plan) -> Plan | None:
        noun = self._distinct_noun()
        bounded = self.filters.having or (self.filters.amounts and self._any(C.SPEND))
        if noun is None or bounded or self._group_noun() or self._open(*SUPERLATIVES):
            return None
        if self._any(C.HOW_MANY, C.COUNT) or (self._any(C.HOW_MUCH) and not self._any(C.LIST)):
            return replace(base, figure=Figure.DISTINCT_COUNT, group=noun)
        if noun in UNIT_NOUNS or not self._any(C.LIST, C.WHICH, C.DISTINCT, C.WHERE):
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
        if self._open(*SUPERLATIVES):
            limit = self._number() or (self._many(noun) if ranked else None)
            order = Order.SMALLEST if self._open(C.SMALLEST) else Order.LARGEST
            plan = replace(plan, order=order, limit=limit)
        return self._having(plan)

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
        if self._number() and self._any(C.HOW_MUCH, C.TOTAL) and not self._any(C.LIST):
            return None
        return replace(plan, figure=Figure.LIST, measure=Measure.GROSS)

    def _extreme(self, base: Plan) -> Plan | None:
        if not self._open(C.LARGEST, C.SMALLEST, C.TOP):
            return None
        order = Order.SMALLEST if self._open(C.SMALLEST) else Order.LARGEST
        limit = self._number() or (DEFAULT_TOP if self._open(C.TOP) else self._many(C.INVOICE, C.EXPENSE))
        return replace(base, figure=Figure.LIST, order=order, limit=limit)

    def _single(self, base: Plan) -> Plan:
        """No order, no groups: one figure, or the invoices themselves."""
        if self._any(C.MEDIAN):
            return replace(base, figure=Figure.MEDIAN)
        if self._any(C.AVERAGE):
            return replace(base, figure=Figure.AVERAGE)
        if self._counting():
            return replace(base, figure=Figure.COUNT)
        return replace(base, figure=Figure.LIST if self._listing() else Figure.TOTAL)


def _span_name(span: Span) -> str:
    if span.start and span.end and span.unit is C.MONTH:
        return f"{span.start:%Y-%m}"
    if span.start and span.end and span.unit is C.YEAR and (span.start.month, span.end.month) == (1, 12):
        return f"{span.start:%Y}"
    if span.start and span.end and span.unit is C.QUARTER:
        return f"{span.start.year}-Q{(span.start.month + 2) // 3}"
    return span.start.isoformat() if span.start == span.end and span.start else f"{span.start or ''}..{span.end or ''}"
