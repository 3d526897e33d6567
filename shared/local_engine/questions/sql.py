"""Plan -> plain SQL over `invoices`; amounts of different currencies are never added. Pure."""

from dataclasses import replace
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.spans import Days, Span, months_before
from shared.local_engine.questions.sql_groups import grouped
from shared.local_engine.questions.sql_parts import (
    COUNTED,
    GROUPS,
    LISTED,
    MEASURES,
    ORDERS,
    TIME_GROUPS,
    WORKBOOK,
    all_of,
    either_side,
    figure_sql,
    measured_column,
    places,
    where_clause,
)


def write(plan: Plan, today: date) -> str:
    match plan.figure:
        case Figure.LIST:
            return _list(plan, f"{LISTED}, DATE '{today}' - invoice_date AS days" if plan.with_age else LISTED)
        case Figure.DUPLICATES:
            return _duplicates(plan)
        case Figure.DISTINCT_LIST:
            return _distinct(plan)
        case Figure.DISTINCT_COUNT:
            expression, things = GROUPS[plan.group or C.VENDOR][0], COUNTED.get(plan.group or C.VENDOR, "count")
            return f"SELECT COUNT(DISTINCT {expression}) AS {things} FROM invoices{where_clause(plan)}"
        case Figure.COMPARE:
            return _compare(plan)
        case Figure.SHARE:
            return _share(plan)
        case Figure.AVERAGE_PER_UNIT:
            return _average_per_unit(plan, today)
        case _ if plan.of_listed:
            figures = f"{figure_sql(plan)}, COUNT(*) AS invoices"
            return f"SELECT currency, {figures} FROM ({_list(plan)}) AS listed GROUP BY currency"
        case _ if plan.group:
            return grouped(plan)
        case Figure.COUNT:
            return f"SELECT COUNT(*) AS invoices FROM invoices{where_clause(plan)}"
        case _:
            figures = f"{figure_sql(plan)}, COUNT(*) AS invoices"
            return f"SELECT currency, {figures} FROM invoices{where_clause(plan)} GROUP BY currency"


def write_invoices(plan: Plan) -> str | None:
    """The invoices a figure was computed from; None when the answer itself lists them."""
    if plan.figure in (Figure.LIST, Figure.DUPLICATES):
        return None
    if plan.of_listed:
        return _list(plan, WORKBOOK)
    either = either_side(plan)
    return f"SELECT {WORKBOOK} FROM invoices{where_clause(plan, either)} ORDER BY {ORDERS[Order.NEWEST]}"


def write_undated(plan: Plan) -> str | None:
    """How many invoices the filters fit but no period can, as they have no date."""
    about_time = plan.days.spans or plan.days.weekdays or plan.days.excluded or plan.group in TIME_GROUPS
    if not about_time or plan.by_upload:
        return None
    parts = ["invoice_date IS NULL", *(f"({condition.sql})" for condition in plan.conditions)]
    return f"SELECT COUNT(*) AS invoices FROM invoices WHERE {' AND '.join(parts)}"


def write_nearest(plan: Plan) -> str | None:
    """The days before and after the period that have what the filters ask for."""
    span = plan.span
    if span is None or plan.by_upload or plan.compares_periods:
        return None
    start, end = span.start or span.end, span.end or span.start
    where = where_clause(replace(plan, days=Days(), group=None, order=None), "invoice_date IS NOT NULL")
    return (
        f"SELECT MAX(invoice_date) FILTER (WHERE invoice_date < DATE '{start}') AS before, "
        f"MIN(invoice_date) FILTER (WHERE invoice_date > DATE '{end}') AS after FROM invoices{where}"
    )


def _list(plan: Plan, columns: str = LISTED) -> str:
    """The largest ones are ranked within each currency: 8,000 rupees are not more than 200 dollars."""
    if plan.order not in (Order.LARGEST, Order.SMALLEST):
        limit = (f" LIMIT {plan.limit}" if plan.limit else "") + (f" OFFSET {plan.skip}" if plan.skip else "")
        dated = plan.limit and plan.order in (Order.NEWEST, Order.OLDEST)
        where = where_clause(plan, "invoice_date IS NOT NULL" if dated else "")
        return f"SELECT {columns} FROM invoices{where} ORDER BY {ORDERS[plan.order or Order.NEWEST]}{limit}"
    direction = "DESC" if plan.order is Order.LARGEST else "ASC"
    group, name = GROUPS[plan.group] if plan.group else ("", "")
    shown = f"{group} AS {name}, " if plan.group in TIME_GROUPS - {C.DAY} else ""
    parts = f"{group}, currency" if group and plan.group is not C.CURRENCY else "currency"
    ranked = (
        f"SELECT {shown}{columns}, "
        f"ROW_NUMBER() OVER (PARTITION BY {parts} ORDER BY {measured_column(plan)} {direction} NULLS LAST, invoice_id)"
        f" AS place FROM invoices{where_clause(plan)}"
    )
    by = "vat" if plan.measure is Measure.VAT else "expense_amount"
    first = f"{name}, " if plan.group in TIME_GROUPS else ""
    return (
        f"SELECT {f'{name}, ' if shown else ''}{columns} FROM ({ranked}) AS ranked WHERE {places(plan)} "
        f"ORDER BY {first}{by} {direction} NULLS LAST, invoice_id"
    )


def _duplicates(plan: Plan) -> str:
    counted = (
        f"SELECT {LISTED}, "
        f"COUNT(*) OVER (PARTITION BY LOWER(TRIM(payee_name)), invoice_date, expense_amount) AS copies "
        f"FROM invoices{where_clause(plan, 'expense_amount IS NOT NULL', 'invoice_date IS NOT NULL')}"
    )
    return (
        f"SELECT {LISTED}, copies FROM ({counted}) AS counted WHERE copies > 1 ORDER BY invoice_date DESC, invoice_id"
    )


def _distinct(plan: Plan) -> str:
    group = plan.group or C.VENDOR
    expression, name = GROUPS[group]
    shown = "MIN(TRIM(payee_name))" if group is C.VENDOR else expression
    where = where_clause(plan, f"{name} IS NOT NULL" if group not in TIME_GROUPS else "")
    return f"SELECT {shown} AS {name} FROM invoices{where} GROUP BY {expression} ORDER BY 1"


def _compare(plan: Plan) -> str:
    """One column a side, one row a currency."""
    measured = f"{'AVG' if plan.by_average else 'SUM'}({measured_column(plan)})"
    measured = "COUNT(*)" if plan.by_count else measured
    sides = ", ".join(f'{measured} FILTER (WHERE {side.sql}) AS "{side.name}"' for side in plan.choices)
    either = either_side(plan)
    if plan.group:
        return _compare_by_group(plan, sides, either)
    if plan.by_count:
        return f"SELECT {sides} FROM invoices{where_clause(plan, either)}"
    return f"SELECT currency, {sides} FROM invoices{where_clause(plan, either)} GROUP BY currency"


def _compare_by_group(plan: Plan, sides: str, either: str) -> str:
    """Months of two years stand beside each other by their number alone."""
    expression, name = GROUPS[plan.group or C.MONTH]
    if plan.compares_periods and plan.group is C.MONTH:
        expression = "CAST(EXTRACT(MONTH FROM invoice_date) AS INT)"
    shown = "MIN(TRIM(payee_name))" if plan.group is C.VENDOR else expression
    keys = expression if plan.by_count else f"{expression}, currency"
    columns = f"{shown} AS {name}" if plan.by_count else f"{shown} AS {name}, currency"
    return f"SELECT {columns}, {sides} FROM invoices{where_clause(plan, either)} GROUP BY {keys} ORDER BY {name}"


def _share(plan: Plan) -> str:
    part = f"SUM({measured_column(plan)}) FILTER (WHERE {all_of(plan.share_of)})" if plan.share_of else "SUM(vat)"
    if plan.by_count:
        part = f"COUNT(*) FILTER (WHERE {all_of(plan.share_of)})"
        percent = f"100.0 * {part} / NULLIF(COUNT(*), 0) AS percent"
        return f"SELECT {percent}, {part} AS invoices FROM invoices{where_clause(plan)}"
    return (
        f"SELECT currency, 100.0 * {part} / NULLIF(SUM(expense_amount), 0) AS percent, {part} AS part, "
        f"SUM(expense_amount) AS total, COUNT(*) AS invoices FROM invoices{where_clause(plan)} GROUP BY currency"
    )


def _average_per_unit(plan: Plan, today: date) -> str:
    """Over a closed period each of its units counts, also those without invoices; else those that have any."""
    unit = plan.group or C.MONTH
    measured = "CAST(COUNT(*) AS NUMERIC)" if plan.by_count else f"SUM({measured_column(plan)})"
    where = where_clause(plan)
    units = _units(plan.span, unit, today)
    apart = plan.also or not plan.by_count
    keys = "currency, " if apart else ""
    grouping = " GROUP BY currency" if apart else ""
    if units:
        besides = "".join(f"SUM({MEASURES[also]}) / {units} AS average_total, " for also in plan.also if plan.by_count)
        counts = f"{besides}{units} AS units, COUNT(*) AS invoices"
        return f"SELECT {keys}{measured} / {units} AS average, {counts} FROM invoices{where}{grouping}"
    expression, name = GROUPS[unit]
    inner_keys = [expression, "currency"] if apart else [expression]
    grouped_by = ", ".join(inner_keys)
    inner = (
        f"SELECT {expression} AS {name}, {keys}{measured} AS figure, COUNT(*) AS counted "
        f"FROM invoices{where} GROUP BY {grouped_by}"
    )
    figures = "AVG(figure) AS average, COUNT(*) AS units, SUM(counted) AS invoices"
    return f"SELECT {keys}{figures} FROM ({inner}) AS parts{grouping}"


def _units(span: Span | None, unit: C, today: date) -> int:
    """How many units the period holds, up to today."""
    if span is None or span.start is None:
        return 0
    end = span.end or today
    end = min(end, today) if span.start <= today else end
    if unit is C.DAY:
        return (end - span.start).days + 1
    if unit is C.WEEK:
        return max(1, round(((end - span.start).days + 1) / 7))
    months = (end.year - span.start.year) * 12 + end.month - span.start.month + 1
    if span.start.day != 1 and months > 1 and months_before(end, months - 1) < span.start:
        months -= 1
    return max(1, -(-months // {C.MONTH: 1, C.QUARTER: 3, C.YEAR: 12}.get(unit, months)))
