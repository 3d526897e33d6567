"""Plan -> plain SQL over `invoices`; amounts of different currencies are never added. Pure."""

from collections.abc import Sequence
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods import Days, Span, months_before
from shared.local_engine.questions.plan import Condition, Figure, Measure, Order, Plan

LISTED = "invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method"
WORKBOOK = (
    "invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method, invoice_number, created_at, "
    "raw_image_url"
)
_MEASURES = {
    Measure.GROSS: "expense_amount",
    Measure.NET: "expense_amount - COALESCE(vat, 0)",
    Measure.VAT: "vat",
}
_TOTAL_NAMES = {Measure.GROSS: "total", Measure.NET: "net_total", Measure.VAT: "vat_total"}
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
_ORDERS = {
    Order.NEWEST: "invoice_date DESC NULLS LAST, invoice_id DESC",
    Order.OLDEST: "invoice_date ASC NULLS LAST, invoice_id ASC",
    Order.UPLOADED: "created_at DESC NULLS LAST, invoice_id DESC",
    Order.FIRST_UPLOADED: "created_at ASC NULLS LAST, invoice_id ASC",
}


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def write(plan: Plan, today: date) -> str:
    match plan.figure:
        case Figure.LIST:
            return _list(plan)
        case Figure.DUPLICATES:
            return _duplicates(plan)
        case Figure.DISTINCT_LIST:
            return _distinct(plan)
        case Figure.DISTINCT_COUNT:
            expression = GROUPS[plan.group or C.VENDOR][0]
            return f"SELECT COUNT(DISTINCT {expression}) AS count FROM invoices{_where(plan)}"
        case Figure.COMPARE:
            return _compare(plan)
        case Figure.SHARE:
            return _share(plan)
        case Figure.AVERAGE_PER_UNIT:
            return _average_per_unit(plan, today)
        case _ if plan.group:
            return _grouped(plan)
        case Figure.COUNT:
            return f"SELECT COUNT(*) AS invoices FROM invoices{_where(plan)}"
        case _:
            return (
                f"SELECT currency, {_figure(plan)}, COUNT(*) AS invoices FROM invoices{_where(plan)} GROUP BY currency"
            )


def write_invoices(plan: Plan) -> str | None:
    """The invoices a figure was computed from; None when the answer itself lists them."""
    if plan.figure in (Figure.LIST, Figure.DUPLICATES):
        return None
    either = _either(plan)
    return f"SELECT {WORKBOOK} FROM invoices{_where(plan, either)} ORDER BY {_ORDERS[Order.NEWEST]}"


def write_undated(plan: Plan) -> str | None:
    """How many invoices the filters fit but no period can, as they have no date."""
    if not (plan.days.spans or plan.days.weekdays) or plan.by_upload:
        return None
    parts = ["invoice_date IS NULL", *(f"({condition.sql})" for condition in plan.conditions)]
    return f"SELECT COUNT(*) AS invoices FROM invoices WHERE {' AND '.join(parts)}"


def days_condition(days: Days, column: str = "invoice_date") -> str:
    spans = [_span(span, column) for span in days.spans]
    parts = [f"({' OR '.join(spans)})" if len(spans) > 1 else spans[0]] if spans else []
    if days.weekdays:
        numbers = ", ".join(str(number) for number in sorted(days.weekdays))
        parts.append(f"EXTRACT(ISODOW FROM {column}) IN ({numbers})")
    return " AND ".join(parts)


def _span(span: Span, column: str) -> str:
    if span.start and span.end:
        return f"{column} BETWEEN DATE '{span.start}' AND DATE '{span.end}'"
    return f"{column} >= DATE '{span.start}'" if span.start else f"{column} <= DATE '{span.end}'"


def _where(plan: Plan, *more: str) -> str:
    column = "CAST(created_at AS DATE)" if plan.by_upload else "invoice_date"
    days = "" if plan.compares_periods else days_condition(plan.days, column)
    parts = [days, *(condition.sql for condition in plan.conditions), *more]
    if plan.group in TIME_GROUPS and not days:
        parts.append("invoice_date IS NOT NULL")
    if plan.order in (Order.LARGEST, Order.SMALLEST) and plan.figure is Figure.LIST:
        parts.append(f"{_column(plan)} IS NOT NULL")
    kept = [part if " OR " not in part or part.startswith("(") else f"({part})" for part in parts if part]
    return f" WHERE {' AND '.join(kept)}" if kept else ""


def _column(plan: Plan) -> str:
    return _MEASURES[plan.measure]


def _figure(plan: Plan) -> str:
    if plan.figure is Figure.AVERAGE:
        return f"AVG({_column(plan)}) AS average"
    if plan.figure is Figure.MEDIAN:
        return f"PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {_column(plan)}) AS median"
    return f"SUM({_column(plan)}) AS {_TOTAL_NAMES[plan.measure]}"


def _list(plan: Plan) -> str:
    """The largest ones are ranked within each currency: 8,000 rupees are not more than 200 dollars."""
    if plan.order not in (Order.LARGEST, Order.SMALLEST):
        limit = f" LIMIT {plan.limit}" if plan.limit else ""
        dated = plan.limit and plan.order in (Order.NEWEST, Order.OLDEST)
        where = _where(plan, "invoice_date IS NOT NULL" if dated else "")
        return f"SELECT {LISTED} FROM invoices{where} ORDER BY {_ORDERS[plan.order or Order.NEWEST]}{limit}"
    direction = "DESC" if plan.order is Order.LARGEST else "ASC"
    ranked = (
        f"SELECT {LISTED}, ROW_NUMBER() OVER (PARTITION BY currency ORDER BY {_column(plan)} {direction} NULLS LAST, "
        f"invoice_id) AS place FROM invoices{_where(plan)}"
    )
    by = "vat" if plan.measure is Measure.VAT else "expense_amount"
    return (
        f"SELECT {LISTED} FROM ({ranked}) AS ranked WHERE place <= {plan.limit or 1} "
        f"ORDER BY {by} {direction} NULLS LAST, invoice_id"
    )


def _duplicates(plan: Plan) -> str:
    counted = (
        f"SELECT {LISTED}, "
        f"COUNT(*) OVER (PARTITION BY LOWER(TRIM(payee_name)), invoice_date, expense_amount) AS copies "
        f"FROM invoices{_where(plan, 'expense_amount IS NOT NULL', 'invoice_date IS NOT NULL')}"
    )
    return (
        f"SELECT {LISTED}, copies FROM ({counted}) AS counted WHERE copies > 1 ORDER BY invoice_date DESC, invoice_id"
    )


def _distinct(plan: Plan) -> str:
    group = plan.group or C.VENDOR
    expression, name = GROUPS[group]
    shown = "MIN(TRIM(payee_name))" if group is C.VENDOR else expression
    where = _where(plan, f"{name} IS NOT NULL" if group not in TIME_GROUPS else "")
    return f"SELECT {shown} AS {name} FROM invoices{where} GROUP BY {expression} ORDER BY 1"


def _grouped(plan: Plan) -> str:
    group = plan.group or C.VENDOR
    expression, name = GROUPS[group]
    shown = "MIN(TRIM(payee_name))" if group is C.VENDOR else expression
    counting = plan.figure is Figure.COUNT
    figures = "COUNT(*) AS invoices" if counting else f"{_figure(plan)}, COUNT(*) AS invoices"
    keys = [expression] if counting or group is C.CURRENCY else [expression, "currency"]
    columns = [f"{shown} AS {name}", *(key for key in keys[1:]), figures]
    if plan.limit and group not in TIME_GROUPS:
        named = f"{name} IS NOT NULL"
        where = _where(plan, named)
    else:
        where = _where(plan)
    select = f"SELECT {', '.join(columns)} FROM invoices{where} GROUP BY {', '.join(keys)}{_having(plan)}"
    return _ordered(plan, select, group, name, counting)


def _having(plan: Plan) -> str:
    if plan.having is None:
        return ""
    measured = "COUNT(*)" if plan.having.on_count else f"SUM({_column(plan)})"
    return f" HAVING {measured} {plan.having.operator} {plan.having.number:g}"


def _ordered(plan: Plan, select: str, group: C, name: str, counting: bool) -> str:
    figure = "invoices" if counting or plan.by_count else _figure_name(plan)
    if plan.order not in (Order.LARGEST, Order.SMALLEST):
        by = name if group in TIME_GROUPS else f"{figure} DESC NULLS LAST, {name}"
        return f"{select} ORDER BY {by}" + (f" LIMIT {plan.limit}" if plan.limit else "")
    direction = "DESC" if plan.order is Order.LARGEST else "ASC"
    if counting or group is C.CURRENCY or not plan.limit:
        return f"{select} ORDER BY {figure} {direction} NULLS LAST, {name}" + (
            f" LIMIT {plan.limit}" if plan.limit else ""
        )
    return (
        f"SELECT {name}, currency, {_figure_name(plan)}, invoices FROM (SELECT grouped.*, ROW_NUMBER() OVER "
        f"(PARTITION BY currency ORDER BY {figure} {direction} NULLS LAST, {name}) AS place FROM ({select}) "
        f"AS grouped) AS ranked WHERE place <= {plan.limit} ORDER BY {figure} {direction} NULLS LAST, {name}"
    )


def _figure_name(plan: Plan) -> str:
    return {Figure.AVERAGE: "average", Figure.MEDIAN: "median"}.get(plan.figure, _TOTAL_NAMES[plan.measure])


def _compare(plan: Plan) -> str:
    """One column a side, one row a currency."""
    measured = "COUNT(*)" if plan.by_count else f"SUM({_column(plan)})"
    sides = ", ".join(f'{measured} FILTER (WHERE {side.sql}) AS "{side.name}"' for side in plan.choices)
    either = _either(plan)
    if plan.by_count:
        return f"SELECT {sides} FROM invoices{_where(plan, either)}"
    return f"SELECT currency, {sides} FROM invoices{_where(plan, either)} GROUP BY currency"


def _share(plan: Plan) -> str:
    part = f"SUM({_column(plan)}) FILTER (WHERE {_joined(plan.share_of)})" if plan.share_of else "SUM(vat)"
    if plan.by_count:
        part = f"COUNT(*) FILTER (WHERE {_joined(plan.share_of)})"
        return f"SELECT 100.0 * {part} / NULLIF(COUNT(*), 0) AS percent, {part} AS invoices FROM invoices{_where(plan)}"
    return (
        f"SELECT currency, 100.0 * {part} / NULLIF(SUM(expense_amount), 0) AS percent, {part} AS part, "
        f"SUM(expense_amount) AS total FROM invoices{_where(plan)} GROUP BY currency"
    )


def _either(plan: Plan) -> str:
    sides = " OR ".join(f"({side.sql})" for side in plan.choices)
    return f"({sides})" if sides else ""


def _joined(conditions: Sequence[Condition]) -> str:
    return " AND ".join(f"({condition.sql})" for condition in conditions)


def _average_per_unit(plan: Plan, today: date) -> str:
    """Over a closed period each of its units counts, also those without invoices; else those that have any."""
    unit = plan.group or C.MONTH
    measured = "CAST(COUNT(*) AS NUMERIC)" if plan.by_count else f"SUM({_column(plan)})"
    where = _where(plan)
    units = _units(plan.span, unit, today)
    keys = "" if plan.by_count else "currency, "
    grouping = "" if plan.by_count else " GROUP BY currency"
    if units:
        return f"SELECT {keys}{measured} / {units} AS average FROM invoices{where}{grouping}"
    expression, name = GROUPS[unit]
    inner_keys = [expression] if plan.by_count else [expression, "currency"]
    grouped_by = ", ".join(inner_keys)
    inner = f"SELECT {expression} AS {name}, {keys}{measured} AS figure FROM invoices{where} GROUP BY {grouped_by}"
    return f"SELECT {keys}AVG(figure) AS average FROM ({inner}) AS units{grouping}"


def _units(span: Span | None, unit: C, today: date) -> int:
    """How many units the period holds, up to today."""
    if span is None or span.start is None or span.end is None:
        return 0
    end = min(span.end, today) if span.start <= today else span.end
    if unit is C.DAY:
        return (end - span.start).days + 1
    if unit is C.WEEK:
        return max(1, round(((end - span.start).days + 1) / 7))
    months = (end.year - span.start.year) * 12 + end.month - span.start.month + 1
    if span.start.day != 1 and months > 1 and months_before(end, months - 1) < span.start:
        months -= 1
    return max(1, -(-months // {C.MONTH: 1, C.QUARTER: 3, C.YEAR: 12}.get(unit, months)))
