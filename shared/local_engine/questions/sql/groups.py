"""Plan -> SQL with a row for each group: ranked, bounded, as parts of the whole. Pure."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Figure, Order, Plan
from shared.local_engine.questions.sql.parts import (
    COUNTED,
    GROUPS,
    TIME_GROUPS,
    figure_name,
    figure_sql,
    measured_column,
    places,
    where_clause,
)


def write_groups(plan: Plan) -> str:
    group = plan.group or C.VENDOR
    expression, name = GROUPS[group]
    shown = "MIN(TRIM(payee_name))" if group is C.VENDOR else expression
    counting = plan.figure is Figure.COUNT
    figures = "COUNT(*) AS invoices" if counting else f"{figure_sql(plan)}, COUNT(*) AS invoices"
    figures = _running(plan, expression, counting=counting) if plan.running else figures
    keys = [expression] if counting or group is C.CURRENCY else [expression, "currency"]
    columns = [f"{shown} AS {name}", *(key for key in keys[1:]), figures, *_share(plan, counting=counting)]
    if plan.within:
        outer, outer_name = GROUPS[plan.within]
        columns, keys = [f"{outer} AS {outer_name}", *columns], [outer, *keys]
    conditions = [f"{name} IS NOT NULL"] if plan.limit and group not in TIME_GROUPS else []
    if plan.within in TIME_GROUPS:
        conditions.append("invoice_date IS NOT NULL")
    where = where_clause(plan, *conditions)
    select = f"SELECT {', '.join(columns)} FROM invoices{where} GROUP BY {', '.join(keys)}{_having(plan)}"
    if plan.counts_groups:
        return f"SELECT COUNT(DISTINCT {name}) AS {COUNTED.get(group, 'count')} FROM ({select}) AS groups"
    return _ordered(plan, select, group, name, counting)


def _running(plan: Plan, expression: str, *, counting: bool) -> str:
    """With all groups of time before."""
    order = f"ORDER BY {expression}"
    if counting:
        return f"CAST(SUM(COUNT(*)) OVER ({order}) AS BIGINT) AS invoices"
    over = f"OVER (PARTITION BY currency {order})"
    total = f"SUM(SUM({measured_column(plan)})) {over} AS {figure_name(plan)}"
    return f"{total}, CAST(SUM(COUNT(*)) {over} AS BIGINT) AS invoices"


def _share(plan: Plan, *, counting: bool) -> list[str]:
    """Of the whole in the same currency."""
    if not plan.with_share or plan.figure not in (Figure.TOTAL, Figure.COUNT):
        return []
    if counting:
        return ["100.0 * COUNT(*) / NULLIF(SUM(COUNT(*)) OVER (), 0) AS percent"]
    measured = f"SUM({measured_column(plan)})"
    return [f"100.0 * {measured} / NULLIF(SUM({measured}) OVER (PARTITION BY currency), 0) AS percent"]


def _having(plan: Plan) -> str:
    if plan.having is None:
        return ""
    measured = "COUNT(*)" if plan.having.on_count else f"SUM({measured_column(plan)})"
    return f" HAVING {measured} {plan.having.operator} {plan.having.number:g}"


def _ordered(plan: Plan, select: str, group: C, name: str, counting: bool) -> str:
    figure = "invoices" if counting or plan.by_count else figure_name(plan)
    if plan.order not in (Order.LARGEST, Order.SMALLEST):
        by = name if group in TIME_GROUPS else f"{figure} DESC NULLS LAST, {name}"
        return f"{select} ORDER BY {by}" + (f" LIMIT {plan.limit}" if plan.limit else "")
    direction = "DESC" if plan.order is Order.LARGEST else "ASC"
    ranked_apart = not (counting or group is C.CURRENCY)
    if not plan.limit or not (ranked_apart or plan.within or plan.skip):
        limit = f" LIMIT {plan.limit}" if plan.limit else ""
        return f"{select} ORDER BY {figure} {direction} NULLS LAST, {name}{limit}"
    outer = [GROUPS[plan.within][1]] if plan.within else []
    apart = [*outer, *(["currency"] if ranked_apart else [])]
    partition = f"PARTITION BY {', '.join(apart)} " if apart else ""
    columns = [*outer, name, *(["currency", figure_name(plan)] if ranked_apart else []), "invoices"]
    columns += ["percent"] if _share(plan, counting=counting) else []
    order = f"{figure} {direction} NULLS LAST, {name}"
    ranked = f"SELECT grouped.*, ROW_NUMBER() OVER ({partition}ORDER BY {order}) AS place FROM ({select}) AS grouped"
    first = f"{outer[0]}, " if outer else ""
    return f"SELECT {', '.join(columns)} FROM ({ranked}) AS ranked WHERE {places(plan)} ORDER BY {first}{order}"
