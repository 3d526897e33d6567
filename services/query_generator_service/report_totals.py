"""Totals of listed invoices by currency, and where on the sheet they are computed from. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_col_to_name

from shared.tables import Table

AMOUNT = "expense_amount"
CURRENCY = "currency"


@dataclass(frozen=True)
class CurrencyTotal:
    currency: str
    count: int
    total: Decimal
    vat: Decimal


@dataclass(frozen=True)
class Totals:
    """Ranges without the sheet's name, such as `$D$2:$D$11`."""

    lines: tuple[CurrencyTotal, ...]
    currency_range: str
    amount_range: str
    vat_range: str | None


def totals_of(table: Table, unknown: str) -> Totals:
    """Most invoices first; no amount adds nothing but is counted."""
    names = table.columns
    by_currency: dict[str, list[tuple[object, ...]]] = {}
    at = names.index(CURRENCY) if CURRENCY in names else None
    for row in table.rows:
        currency = "" if at is None else str(row[at] or "").strip()
        by_currency.setdefault(currency or unknown, []).append(row)
    lines = [
        CurrencyTotal(currency, len(rows), _sum(rows, names, AMOUNT), _sum(rows, names, "vat"))
        for currency, rows in by_currency.items()
    ]
    last = len(table.rows) + 1
    return Totals(
        tuple(sorted(lines, key=lambda line: (-line.count, line.currency))),
        _range(names, CURRENCY, last),
        _range(names, AMOUNT, last),
        _range(names, "vat", last) if "vat" in names else None,
    )


def _sum(rows: list[tuple[object, ...]], names: tuple[str, ...], name: str) -> Decimal:
    if name not in names:
        return Decimal(0)
    at = names.index(name)
    values = (row[at] for row in rows if row[at] is not None)
    return sum((value if isinstance(value, Decimal) else Decimal(str(value)) for value in values), Decimal(0))


def _range(names: tuple[str, ...], name: str, last: int) -> str:
    letter = xl_col_to_name(names.index(name) if name in names else 0)
    return f"${letter}$2:${letter}${last}"
