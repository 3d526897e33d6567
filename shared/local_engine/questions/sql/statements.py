"""Plan -> plain SQL over `invoices`; amounts of different currencies are never added. Pure."""

from dataclasses import replace
from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import Days
from shared.local_engine.questions.plan import Figure, Measure, Order, Plan
from shared.local_engine.questions.sql.averages import write_averages
from shared.local_engine.questions.sql.groups import write_groups
from shared.local_engine.questions.sql.parts import (
    COUNTED,
    GROUPS,
    LISTED,
    ORDERS,
    TIME_GROUPS,
    WORKBOOK,
    either_side,
    figure_sql,
    measured_column,
    places,
    where_clause,
)
from shared.local_engine.questions.sql.sides import write_comparison, write_share


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
            return write_comparison(plan)
        case Figure.SHARE:
            return write_share(plan)
        case Figure.AVERAGE_PER_UNIT:
            return write_averages(plan, today)
        case _ if plan.of_listed:
            figures = f"{figure_sql(plan)}, COUNT(*) AS invoices"
            return f"SELECT currency, {figures} FROM ({_list(plan)}) AS listed GROUP BY currency"
        case _ if plan.group:
            return write_groups(plan)
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
    if plan.sorts_all:
        order = f"currency, {measured_column(plan)} {direction} NULLS LAST, invoice_id"
        return f"SELECT {columns} FROM invoices{where_clause(plan)} ORDER BY {order}"
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
