"""Comparisons, a column for each side, and parts of a whole. Pure."""

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.plan import Plan
from shared.local_engine.questions.sql.parts import GROUPS, all_of, either_side, measured_column, where_clause


def write_comparison(plan: Plan) -> str:
    """One column a side, one row a currency."""
    measured = f"{'AVG' if plan.by_average else 'SUM'}({measured_column(plan)})"
    measured = "COUNT(*)" if plan.by_count else measured
    sums = not (plan.by_average or plan.by_count or plan.group)
    sides = ", ".join(
        f'COALESCE({figure}, 0) AS "{side.name}"' if sums else f'{figure} AS "{side.name}"'
        for side in plan.choices
        for figure in [f"{measured} FILTER (WHERE {side.sql})"]
    )
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


def write_share(plan: Plan) -> str:
    part = f"SUM({measured_column(plan)}) FILTER (WHERE {all_of(plan.share_of)})" if plan.share_of else "SUM(vat)"
    if plan.by_count:
        part = f"COUNT(*) FILTER (WHERE {all_of(plan.share_of)})"
        percent = f"100.0 * {part} / NULLIF(COUNT(*), 0) AS percent"
        return f"SELECT {percent}, {part} AS invoices FROM invoices{where_clause(plan)}"
    return (
        f"SELECT currency, 100.0 * {part} / NULLIF(SUM(expense_amount), 0) AS percent, {part} AS part, "
        f"SUM(expense_amount) AS total, COUNT(*) AS invoices FROM invoices{where_clause(plan)} GROUP BY currency"
    )
