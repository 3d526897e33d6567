"""Averages per day, week, month, quarter or year. Pure."""

from datetime import date

from shared.local_engine.questions.concepts import Concept as C
from shared.local_engine.questions.periods.spans import MONTHS, Span, months_before
from shared.local_engine.questions.plan import Plan
from shared.local_engine.questions.sql.parts import GROUPS, MEASURES, measured_column, where_clause


def write_averages(plan: Plan, today: date) -> str:
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
    return max(1, -(-months // MONTHS.get(unit, months)))
