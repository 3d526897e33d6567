"""Gold answers to what can be meant in several ways, or shown in several: any of them is right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import or_

from tests.answers.conditions import (
    CARD,
    DATED,
    NAMED,
    NOT_CARD,
    NOT_CASH,
    VENDOR,
    days,
    not_at,
    over,
    paid,
    span,
)
from tests.answers.gold import (
    Gold,
    count,
    figure,
    invoices,
    largest,
    last_sent,
    latest,
    oldest,
    sides,
    smallest,
    total,
    where,
)
from tests.answers.people import TODAY

SUM = "SUM(expense_amount)"
NET = "SUM(expense_amount - COALESCE(vat, 0))"
METHOD_KEYS = ("LOWER(payment_method)", "payment_method")
VENDOR_KEYS = (VENDOR, "payee_name")
HALF_A_YEAR = (days("2025-09-01", "2026-02-28"), days("2025-09-16", "2026-03-15"), days("2025-10-01", "2026-03-15"))
DAYS_15 = (days("2026-03-01", "2026-03-15"), days("2026-02-28", "2026-03-15"), days("2026-02-28", "2026-03-14"))
NOTHING = total("FALSE") | count("FALSE") | invoices("FALSE")
"""A shop that was never paid."""


def any_of(golds: Iterable[Gold]) -> Gold:
    return reduce(or_, golds)


def over_any(periods: Iterable[str], ask: Callable[[str], Gold]) -> Gold:
    return any_of(ask(period) for period in periods)


def last_days(number: int) -> tuple[str, ...]:
    """With today, with one more, or the days before today."""
    first = TODAY - timedelta(days=number)
    yesterday = TODAY - timedelta(days=1)
    return (span(first + timedelta(days=1), TODAY), span(first, TODAY), span(first, yesterday))


def last_months(number: int) -> tuple[str, ...]:
    """Rolling, the calendar months before this one, or with this one."""

    def ago(months: int, day: int) -> date:
        at_month = TODAY.year * 12 + TODAY.month - 1 - months
        return date(at_month // 12, at_month % 12 + 1, day)

    return (
        span(ago(number, TODAY.day), TODAY),
        span(ago(number, TODAY.day) + timedelta(days=1), TODAY),
        span(ago(number, 1), ago(0, 1) - timedelta(days=1)),
        span(ago(number - 1, 1), TODAY),
    )


def versus(*parts: str, of: str = "SUM(expense_amount)", within: Sequence[str] = ()) -> Gold:
    """Figures beside each other, or each in a row of its own, whatever the rows are called."""
    rows = " UNION ALL ".join(f"SELECT {of} AS key FROM mine{where((*within, part))}" for part in parts)
    return sides(*parts, of=of, within=within) | Gold("rows", (rows,))


def more(first: str, second: str, *conditions: str) -> str:
    """By how much the first is more than the second."""
    sums = [f"SUM(expense_amount) FILTER (WHERE {side})" for side in (first, second)]
    return f"COALESCE({sums[0]}, 0) - COALESCE({sums[1]}, 0)"


def figures_by(unit: str, *conditions: str, of: str = "SUM(expense_amount)") -> Gold:
    """A row for each unit of time, whatever it is called."""
    return Gold("rows", (f"SELECT {of} AS key FROM mine{where((*conditions, DATED))} GROUP BY {unit}",))


def beside(*expressions: str, conditions: Sequence[str] = ()) -> Gold:
    columns = ", ".join(f"{expression} AS side{number}" for number, expression in enumerate(expressions))
    return Gold("rows", (f"SELECT {columns} FROM mine{where(conditions)}",))


def groups_of(keys: Sequence[str], expressions: Sequence[str], *conditions: str) -> Gold:
    """A row for each key with several figures; each key is a way to write it."""
    columns = ", ".join(f"{expression} AS figure{number}" for number, expression in enumerate(expressions))
    return Gold(
        "rows",
        tuple(
            f"SELECT {key} AS key, {columns} FROM mine{where(kept)} GROUP BY 1"
            for key in keys
            for kept in (conditions, (*conditions, f"{key} IS NOT NULL"))
        ),
    )


def shops(having: str, *conditions: str) -> Gold:
    """The names alone, whatever figure stands beside them."""
    return Gold(
        "rows",
        tuple(
            f"SELECT {by} AS key FROM mine{where(kept)} GROUP BY 1 HAVING {having}"
            for by in (VENDOR, "payee_name")
            for kept in (conditions, (*conditions, NAMED))
        ),
    )


def ever(*conditions: str) -> Gold:
    return invoices(*conditions) | count(*conditions) | total(*conditions)


def last_time(*conditions: str) -> Gold:
    return latest(1, *conditions) | figure("MAX(invoice_date)", *conditions)


def first_time(*conditions: str) -> Gold:
    return oldest(1, *conditions) | figure("MIN(invoice_date)", *conditions)


def newest(number: int, *conditions: str) -> Gold:
    return latest(number, *conditions) | last_sent(number, *conditions)


def amount_of_latest(*conditions: str) -> Gold:
    ordered = f"{where((*conditions, DATED))} ORDER BY invoice_date DESC, invoice_id DESC LIMIT 1"
    return latest(1, *conditions) | Gold("figure", (f"SELECT expense_amount FROM mine{ordered}",))


def place(number: int, *conditions: str) -> Gold:
    """The second largest, the third largest."""
    first = largest(1, *conditions)
    return Gold("list", tuple(f"{sql} OFFSET {number - 1}" for sql in first.sqls))


def most_at(*conditions: str) -> Gold:
    return largest(1, *conditions) | figure("MAX(expense_amount)", *conditions)


def least_at(*conditions: str) -> Gold:
    cheapest = figure("MIN(expense_amount)", *conditions) | figure("MIN(expense_amount)", *conditions, over(0))
    return smallest(1, *conditions) | cheapest


def sum_of_largest(number: int, *conditions: str) -> Gold:
    inner = f"SELECT expense_amount FROM mine{where((*conditions, 'expense_amount IS NOT NULL'))}"
    return Gold("figure", (f"SELECT SUM(expense_amount) FROM ({inner} ORDER BY 1 DESC LIMIT {number}) AS largest",))


def credit(ask: Callable[[str], Gold]) -> Gold:
    """What a credit card is."""
    return ask(CARD) | ask(paid("credit card")) | ask("LOWER(payment_method) = 'credit card'")


def card(ask: Callable[[str], Gold]) -> Gold:
    return ask(CARD) | ask(paid("credit card")) | ask(paid("card"))


def other_than_credit(ask: Callable[[str], Gold]) -> Gold:
    """With the invoices that name no method, and without."""
    plain = "LOWER(payment_method) <> 'credit card'"
    meanings = (
        NOT_CARD,
        "COALESCE(payment_method, '') NOT ILIKE '%credit card%'",
        f"payment_method IS NULL OR {plain}",
    )
    return any_of(ask(meaning) | ask(f"payment_method IS NOT NULL AND ({meaning})") for meaning in meanings)


def other_than_cash(ask: Callable[[str], Gold]) -> Gold:
    return ask(NOT_CASH) | ask("LOWER(payment_method) <> 'cash'")


def other_than(pattern: str, ask: Callable[[str], Gold]) -> Gold:
    """With the invoices that name no payee, and without."""
    return ask(not_at(pattern)) | ask(f"payee_name !~* '{pattern}'")


def or_refused(gold: Gold) -> Gold:
    """Where little was said, to ask what is meant is right as well."""
    return replace(gold, may_refuse=True)
