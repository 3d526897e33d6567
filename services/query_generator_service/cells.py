"""One value, or one row of values, as people read it in a chat. Pure."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from services.query_generator_service.labels import column_title, month_name
from services.query_generator_service.phrases import THINGS, phrase, things_name, weekday
from services.query_generator_service.phrases.names import Phrase
from shared.bidi import figure_isolated, isolated
from shared.money import written
from shared.replies import payment_name
from shared.safe_naming import Language
from shared.utils import clean_text, escape_markup

MAX_CELL_CHARS = 60
COUNTS = frozenset({"invoices", "count", "n", "copies", "number", "units", *THINGS})
LABELS = frozenset({"year", "month", "week", "quarter", "weekday", "day"})
NAMES = frozenset({"payee_name", "payment_method", "currency"})
_HIDDEN_OF_INVOICES = frozenset(
    {"invoice_id", "currency", "raw_image_url", "place", "created_at", "vat", "payment_method", "copies"}
)
_HIDDEN_OF_GROUPS = frozenset({"currency", "place", "units"})
_PERCENT = ("percent", "pct", "share")

Row = dict[str, object]


def line(row: Row, language: Language, besides: Sequence[str] = ()) -> str:
    """`label: figure (invoices)`, of an invoice or of a group; a group always has its label.

    `besides` are columns of invoices that otherwise are not shown.
    """
    hidden = _HIDDEN_OF_INVOICES.difference(besides) if "invoice_id" in row else _HIDDEN_OF_GROUPS
    shown = [name for name in row if name not in hidden]
    if "invoice_id" in row:
        shown = [name for name in shown if row[name] is not None]
    labelled = any(not is_money(name, row[name]) and name not in COUNTS for name in shown)
    shown = shown if labelled else ["currency", *shown]
    counts = [name for name in shown if name in COUNTS]
    figures = [
        f"{column_title(name, language)} {cell(name, row, language)}" if name in besides else cell(name, row, language)
        for name in shown
        if is_money(name, row[name])
    ]
    labels = [cell(name, row, language) for name in shown if name not in COUNTS and not is_money(name, row[name])]
    number = row[counts[0]] if counts else None
    if isinstance(number, int | Decimal):
        counted = cell(counts[0], row, language) if counts[0] in THINGS else invoices(int(number), language)
        figures = [*figures[:-1], f"{figures[-1]} ({counted})"] if figures else [counted]
    return ": ".join(part for part in (", ".join(labels), ", ".join(figures)) if part)


def is_money(name: str, value: object) -> bool:
    return isinstance(value, Decimal | float) and name not in LABELS | COUNTS and not name.startswith(_PERCENT)


def cell(name: str, row: Row, language: Language) -> str:
    """Ready to stand in a sentence."""
    value = row.get(name)
    if name.startswith(_PERCENT) and isinstance(value, Decimal | float | int):
        return percent(Decimal(str(value)), language)
    if is_money(name, value):
        return money(Decimal(str(value)), row, language)
    if name in THINGS:
        return phrase(Phrase.THINGS, language, things=things_name(name, language, value), n=value)
    if value is None and name not in NAMES | LABELS:
        return phrase(Phrase.NONE, language)
    return isolated(escape_markup(group_name(name, value, language)), language)


def group_name(name: str, value: object, language: Language) -> str:
    """What a group is called, plain; empty where nothing of its name can be shown."""
    if value is None:
        return phrase(Phrase.UNNAMED, language)
    if name == "weekday" and isinstance(value, int) and 1 <= value <= 7:
        return weekday(value, language)
    if name == "month" and isinstance(value, int) and 1 <= value <= 12:
        return month_name(value, language)
    if isinstance(value, datetime):
        return value.date().isoformat()
    text = payment_name(value, language) if name == "payment_method" and isinstance(value, str) else str(value)
    return clean_text(text, MAX_CELL_CHARS)


def percent(value: Decimal, language: Language) -> str:
    return figure_isolated(f"{written(Decimal(str(round(float(value), 2))), None, language)} %", language)


def money(value: Decimal, row: Row, language: Language) -> str:
    currency = row.get("currency")
    return figure_isolated(written(value, str(currency).strip() if currency else None, language), language)


def invoices(count: int, language: Language) -> str:
    return phrase(Phrase.ONE_INVOICE, language) if count == 1 else phrase(Phrase.INVOICES, language, n=count)
