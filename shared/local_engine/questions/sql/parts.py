"""Pieces that statements are made of: columns, groups, conditions. Pure."""

from collections.abc import Sequence

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days, Span
from shared.local_engine.questions.plan import Condition, Figure, Measure, Order, Plan

LISTED = "invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method"
WORKBOOK = (
    "invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method, invoice_number, created_at, "
    "raw_image_url"
)
MEASURES = {
    Measure.GROSS: "expense_amount",
    Measure.NET: "expense_amount - COALESCE(vat, 0)",
    Measure.VAT: "vat",
}
TOTAL_NAMES = {Measure.GROSS: "total", Measure.NET: "net_total", Measure.VAT: "vat_total"}
GROUPS = {
    C.DAY: ("invoice_date", "invoice_date"),
    C.WEEK: ("CAST(DATE_TRUNC('week', invoice_date) AS DATE)", "week"),
    C.MONTH: ("TO_CHAR(invoice_date, 'YYYY-MM')", "month"),
    C.QUARTER: ("TO_CHAR(invoice_date, 'YYYY-\"Q\"Q')", "quarter"),
    C.YEAR: ("CAST(EXTRACT(YEAR FROM invoice_date) AS INT)", "year"),
    C.WEEKDAY: ("CAST(EXTRACT(ISODOW FROM invoice_date) AS INT)", "weekday"),
    C.VENDOR: ("LOWER(TRIM(payee_name))", "payee_name"),
    C.METHOD: ("LOWER(payment_method)", "payment_method"),
    C.CURRENCY: ("currency", "currency"),
}
TIME_GROUPS = frozenset({C.DAY, C.WEEK, C.MONTH, C.QUARTER, C.YEAR, C.WEEKDAY})
COUNTED = {
    C.DAY: "days",
    C.WEEK: "weeks",
    C.MONTH: "months",
    C.QUARTER: "quarters",
    C.YEAR: "years",
    C.VENDOR: "vendors",
    C.METHOD: "methods",
    C.CURRENCY: "currencies",
}
"""What a number of different ones is called."""
ORDERS = {
    Order.NEWEST: "invoice_date DESC NULLS LAST, invoice_id DESC",
    Order.OLDEST: "invoice_date ASC NULLS LAST, invoice_id ASC",
    Order.UPLOADED: "created_at DESC NULLS LAST, invoice_id DESC",
    Order.FIRST_UPLOADED: "created_at ASC NULLS LAST, invoice_id ASC",
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def days_condition(days: Days, column: str = "invoice_date") -> str:
    spans = [_span(span, column) for span in days.spans]
    parts = [f"({' OR '.join(spans)})" if len(spans) > 1 else spans[0]] if spans else []
    if days.weekdays:
        numbers = ", ".join(str(number) for number in sorted(days.weekdays))
        parts.append(f"EXTRACT(ISODOW FROM {column}) IN ({numbers})")
    parts.extend(f"NOT ({_span(span, column)})" for span in days.excluded)
    return " AND ".join(parts)


def _span(span: Span, column: str) -> str:
    if span.start and span.end:
        return f"{column} BETWEEN DATE '{span.start}' AND DATE '{span.end}'"
    return f"{column} >= DATE '{span.start}'" if span.start else f"{column} <= DATE '{span.end}'"


def where_clause(plan: Plan, *more: str) -> str:
    column = "CAST(created_at AS DATE)" if plan.by_upload else "invoice_date"
    days = "" if plan.compares_periods else days_condition(plan.days, column)
    parts = [days, *(condition.sql for condition in plan.conditions), *more]
    if plan.group in TIME_GROUPS and not days:
        parts.append("invoice_date IS NOT NULL")
    if plan.order in (Order.LARGEST, Order.SMALLEST) and plan.figure is Figure.LIST and not plan.sorts_all:
        parts.append(f"{measured_column(plan)} IS NOT NULL")
    kept = [part if " OR " not in part or part.startswith("(") else f"({part})" for part in parts if part]
    return f" WHERE {' AND '.join(kept)}" if kept else ""


def measured_column(plan: Plan) -> str:
    return MEASURES[plan.measure]


def figure_sql(plan: Plan) -> str:
    besides = (f"SUM({MEASURES[measure]}) AS {TOTAL_NAMES[measure]}" for measure in plan.also)
    return ", ".join((_figure_sql(plan), *besides))


def _figure_sql(plan: Plan) -> str:
    if plan.figure is Figure.AVERAGE:
        return f"AVG({measured_column(plan)}) AS average"
    if plan.figure is Figure.MEDIAN:
        return f"PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {measured_column(plan)}) AS median"
    return f"SUM({measured_column(plan)}) AS {TOTAL_NAMES[plan.measure]}"


def figure_name(plan: Plan) -> str:
    return {Figure.AVERAGE: "average", Figure.MEDIAN: "median"}.get(plan.figure, TOTAL_NAMES[plan.measure])


def places(plan: Plan) -> str:
    """Which places of a ranking are wanted."""
    last = plan.skip + (plan.limit or 1)
    return f"place BETWEEN {plan.skip + 1} AND {last}" if plan.skip else f"place <= {last}"


def either_side(plan: Plan) -> str:
    sides = " OR ".join(f"({side.sql})" for side in plan.choices)
    return f"({sides})" if sides else ""


def all_of(conditions: Sequence[Condition]) -> str:
    return " AND ".join(f"({condition.sql})" for condition in conditions)
