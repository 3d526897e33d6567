"""Rows -> the sentence the user gets: the figure, each currency apart, over how many invoices, when, which. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from services.query_generator_service.lookup import Found
from services.query_generator_service.phrases import phrase, weekday
from services.query_generator_service.phrases.names import Phrase
from shared.engine import SqlDraft
from shared.money import written
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import clean_text, escape_markup

MAX_ROWS = 12  # a year by months
MAX_CELL_CHARS = 60
COUNTS = frozenset({"invoices", "count", "n", "copies", "number", "vendors", "payees", "days"})
_HIDDEN = frozenset(
    {"invoice_id", "currency", "raw_image_url", "place", "created_at", "vat", "payment_method", "copies"}
)
_LABELS = frozenset({"year", "month", "week", "quarter", "weekday", "day"})
_PERCENT = ("percent", "pct", "share")
_SENTENCES = {
    "total": Phrase.TOTAL,
    "vat": Phrase.VAT,
    "average": Phrase.AVERAGE,
    "count": Phrase.COUNT,
    "largest": Phrase.LARGEST,
    "smallest": Phrase.SMALLEST,
    "breakdown": Phrase.BREAKDOWN,
}

Row = dict[str, object]


def answer_text(found: Found, language: Language) -> str:
    rows = [dict(zip(found.table.columns, row, strict=True)) for row in found.table.rows]
    lines = [_nothing(found.draft, language) if is_empty(found.table) else _body(found, rows, language)]
    if found.undated:
        lines.append(phrase(Phrase.UNDATED, language, count=_invoices(found.undated, language)))
    return "\n".join(lines)


def is_empty(table: Table) -> bool:
    """No rows, or one whose every figure is NULL or zero."""
    return not table.rows or all(
        cell in (None, 0)
        for row in table.rows
        for name, cell in zip(table.columns, row, strict=True)
        if name != "currency"
    )


def _nothing(draft: SqlDraft, language: Language) -> str:
    return phrase(Phrase.NOTHING, language, **_context(draft, language))


def _body(found: Found, rows: Sequence[Row], language: Language) -> str:
    draft = found.draft
    if _is_figure(found.table):
        return _figure(draft, rows, language)
    sentence = _SENTENCES.get(draft.measure, Phrase.LISTED if draft.measure == "list" else Phrase.BREAKDOWN)
    if sentence in (Phrase.TOTAL, Phrase.VAT, Phrase.AVERAGE, Phrase.COUNT):
        sentence = Phrase.BREAKDOWN
    listed = "invoice_id" in found.table.columns
    sentence = Phrase.BREAKDOWN if sentence is Phrase.LISTED and not listed else sentence
    head = phrase(sentence, language, count=_invoices(len(rows), language), **_context(draft, language))
    lines = [f"• {_line(row, language)}" for row in rows[:MAX_ROWS]]
    if len(rows) > MAX_ROWS:
        lines.append(
            phrase(Phrase.MORE_ROWS, language, n=f"{len(rows) - MAX_ROWS}{'+' if found.table.truncated else ''}")
        )
    return "\n".join([head, *lines])


def _is_figure(table: Table) -> bool:
    """One row a currency, and nothing but figures beside it."""
    others = [name for name in table.columns if name != "currency"]
    figures = all(
        isinstance(row[table.columns.index(name)], Decimal | int | float | None)
        for row in table.rows
        for name in others
    )
    labels = any(name in _LABELS for name in others)
    return bool(others) and figures and not labels and (len(table.rows) == 1 or "currency" in table.columns)


def _figure(draft: SqlDraft, rows: Sequence[Row], language: Language) -> str:
    count = sum(int(str(row[name])) for row in rows for name in row if name == "invoices" and row[name] is not None)
    sentence = _SENTENCES.get(draft.measure, Phrase.FIGURE)
    if sentence in (Phrase.LARGEST, Phrase.SMALLEST, Phrase.BREAKDOWN):
        sentence = Phrase.FIGURE
    counted = sentence is Phrase.COUNT
    parts = [_figures(row, language, counted=counted) for row in rows]
    if "currency" in rows[0]:
        unknown = phrase(Phrase.NO_CURRENCY, language)
        parts = [part if row["currency"] else f"{part} {unknown}" for part, row in zip(parts, rows, strict=True)]
    if counted and [name for name in rows[0] if name != "currency"] == ["invoices"]:
        parts = [_invoices(count, language)]
    return phrase(
        sentence, language, figure="; ".join(parts), count=_invoices(count, language), **_context(draft, language)
    )


def _figures(row: Row, language: Language, *, counted: bool) -> str:
    """Of a row with one figure the figure, of several each with its name."""
    names = [name for name in row if name != "currency" and (counted or name not in COUNTS)]
    names = names or [name for name in row if name != "currency"]
    if len(names) == 1:
        return _cell(names[0], row, language)
    return ", ".join(f"{name.replace('_', ' ')}: {_cell(name, row, language)}" for name in names)


def _line(row: Row, language: Language) -> str:
    shown = [name for name in row if name not in _HIDDEN and row[name] is not None] or ["currency"]
    labels = [_cell(name, row, language) for name in shown if not _is_money(name, row[name])]
    figures = [_cell(name, row, language) for name in shown if _is_money(name, row[name])]
    counts = [name for name in shown if name in COUNTS]
    if figures and counts:
        labels = [_cell(name, row, language) for name in shown if name not in counts and not _is_money(name, row[name])]
        figures[-1] += f" ({_invoices(int(str(row[counts[0]])), language)})"
    return ": ".join(part for part in (", ".join(labels), ", ".join(figures)) if part)


def _is_money(name: str, value: object) -> bool:
    return isinstance(value, Decimal | float) and name not in _LABELS and not name.startswith(_PERCENT)


def _cell(name: str, row: Row, language: Language) -> str:
    value = row.get(name)
    if value is None:
        return phrase(Phrase.NONE, language)
    if name == "weekday" and isinstance(value, int) and 1 <= value <= 7:
        return weekday(value, language)
    if name.startswith(_PERCENT) and isinstance(value, Decimal | float | int):
        return f"{written(Decimal(str(round(float(value), 2))), None, language)} %"
    if _is_money(name, value):
        return _money(Decimal(str(value)), row, language)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | int | Decimal | float):
        return f"{value}"
    return escape_markup(clean_text(str(value), MAX_CELL_CHARS))


def _money(value: Decimal, row: Row, language: Language) -> str:
    currency = row.get("currency")
    return written(value, str(currency).strip() if currency else None, language)


def _invoices(count: int, language: Language) -> str:
    return phrase(Phrase.ONE_INVOICE, language) if count == 1 else phrase(Phrase.INVOICES, language, n=count)


def _context(draft: SqlDraft, language: Language) -> dict[str, str]:
    filters = ", ".join(escape_markup(clean_text(item, MAX_CELL_CHARS)) for item in draft.filters)
    return {"period": period_text(draft, language), "filters": f" – {filters}" if filters else ""}


def period_text(draft: SqlDraft, language: Language) -> str:
    period = draft.period
    if period is None or (period.start is None and period.end is None):
        return ""
    if period.start is None:
        return phrase(Phrase.UNTIL, language, end=period.end)
    if period.end is None:
        return phrase(Phrase.SINCE, language, start=period.start)
    if period.start == period.end:
        return phrase(Phrase.ON_DAY, language, day=period.start)
    return phrase(Phrase.SPAN, language, start=period.start, end=period.end)
