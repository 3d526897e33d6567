"""Bars of a chart: what stands on an axis of time, without holes. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from services.query_generator_service.labels import month_name
from shared.safe_naming import Language

MAX_COLUMNS = 400
ANY_YEAR = 1
"""Months that stand for those of several years."""


@dataclass(frozen=True)
class Bar:
    """`below` is the year or month that begins here; a `value` of None is a gap; `rest` stands for many."""

    label: str
    value: Decimal | None
    below: str = ""
    rest: bool = False


def over_time(
    values: dict[date, Decimal | None], all_days: Collection[date], kind: str, language: Language
) -> tuple[Bar, ...]:
    """Units without invoices are gaps: leaving them out would bend the time. `all_days` have a place on the axis."""
    days = [min(all_days)]
    while days[-1] < max(all_days) and len(days) < MAX_COLUMNS:
        days.append(_next(days[-1], kind))
    days = days if set(all_days) <= set(days) else sorted(all_days)[-MAX_COLUMNS:]
    bars, above = [], ""
    for day in days:
        name, below = _time_labels(day, kind, language)
        bars.append(Bar(name, values.get(day), below if below != above else ""))
        above = below
    return tuple(bars)


def _next(day: date, kind: str) -> date:
    if kind in ("day", "week"):
        return day + timedelta(days=7 if kind == "week" else 1)
    months = day.year * 12 + day.month - 1 + {"month": 1, "quarter": 3, "year": 12}[kind]
    return date(months // 12, months % 12 + 1, 1)


def _time_labels(day: date, kind: str, language: Language) -> tuple[str, str]:
    if kind == "year":
        return str(day.year), ""
    if kind == "quarter":
        return f"Q{(day.month + 2) // 3}", str(day.year)
    if kind == "month":
        return month_name(day.month, language), str(day.year) if day.year != ANY_YEAR else ""
    return str(day.day), month_name(day.month, language)


def value_of(figure: object) -> Decimal | None:
    return number_of(figure) if figure is not None else None


def number_of(figure: object) -> Decimal:
    return Decimal(str(figure)) if isinstance(figure, int | float | Decimal) else Decimal(0)
