"""Rows -> the sentence the user gets: the figure, each currency apart, over how many invoices, when, which. Pure."""

from collections.abc import Sequence
from decimal import Decimal

from services.query_generator_service.answer_rows import listed, rows_of, title
from services.query_generator_service.cells import COUNTS, LABELS, MAX_CELL_CHARS, NAMES, Row, cell, invoices, money
from services.query_generator_service.lookup import Found
from services.query_generator_service.phrases import phrase, things_name, unit_name
from services.query_generator_service.phrases.names import Phrase
from shared.bidi import isolated, line_started
from shared.engine import SqlDraft
from shared.safe_naming import Language
from shared.tables import Table, is_empty
from shared.utils import clean_text, escape_markup

MAX_BEHIND = 5
MAX_FILTER_CHARS = 160
_SHOWN_BEHIND = ("invoice_id", "invoice_date", "payee_name", "expense_amount", "currency")
_LONG_PERIOD_DAYS = 45
_SENTENCES = {
    "total": Phrase.TOTAL,
    "vat": Phrase.VAT,
    "average": Phrase.AVERAGE,
    "median": Phrase.MEDIAN,
    "count": Phrase.COUNT,
    "share": Phrase.SHARE,
    "comparison": Phrase.COMPARISON,
}
_HEADS = {"largest": Phrase.LARGEST, "smallest": Phrase.SMALLEST, "list": Phrase.LISTED}


def answer_text(found: Found, language: Language, behind: Table | None = None) -> str:
    """`behind` are the invoices a figure was computed from: a few of them are named below it."""
    rows = rows_of(found.table)
    lines = _nothing(found, language) if is_empty(found.table) else _body(found, rows, language)
    if behind and _is_figure(found.table) and not is_empty(found.table) and len(behind.rows) <= MAX_BEHIND:
        lines.extend(listed(behind.only(_SHOWN_BEHIND), language))
    if found.undated:
        lines.append(phrase(Phrase.UNDATED, language, count=invoices(found.undated, language)))
    if found.deleted:
        count, period = invoices(found.deleted, language), period_text(found.draft, language)
        lines.append(phrase(Phrase.DELETED, language, count=count, period=period))
    return "\n".join(line_started(line, language) for line in lines)


def few_behind(table: Table) -> bool:
    """A figure that says it is made of so few invoices that each is named."""
    if is_empty(table) or "invoices" not in table.columns or not _is_figure(table):
        return False
    return sum(int(str(row.get("invoices") or 0)) for row in rows_of(table)) <= MAX_BEHIND


def suggestion(found: Found, language: Language) -> str:
    """One question to go on with, in words that are understood after this one."""
    draft, period = found.draft, found.draft.period
    if is_empty(found.table):
        return ""
    days = (period.end - period.start).days if period and period.start and period.end else _LONG_PERIOD_DAYS + 1
    if draft.measure == "list":
        question = Phrase.NEXT_TOTAL if draft.adds_up else Phrase.NEXT_BY_VENDOR
    elif draft.measure in ("breakdown", "largest", "smallest") or not _is_figure(found.table):
        question = Phrase.NEXT_LARGEST if draft.adds_up and len(found.table.rows) > 1 else Phrase.NEXT_LIST
    else:
        question = Phrase.NEXT_BY_MONTH if days > _LONG_PERIOD_DAYS else Phrase.NEXT_BY_VENDOR
    return line_started(phrase(Phrase.NEXT, language, question=f"_{phrase(question, language)}_"), language)


def _nothing(found: Found, language: Language) -> list[str]:
    """With the nearest thing that exists."""
    lines = [phrase(Phrase.NOTHING, language, **_context(found.draft, language))]
    if found.draft.unknown_payee:
        lines[0] = phrase(Phrase.NO_SUCH_PAYEE, language, name=_plain(found.draft.unknown_payee, language))
        if found.nearest_payee:
            lines.append(phrase(Phrase.NEAREST_PAYEE, language, name=_plain(found.nearest_payee, language)))
    elif found.nearest_day:
        lines.append(phrase(Phrase.NEAREST_DAY, language, day=isolated(str(found.nearest_day), language)))
    return lines


def _body(found: Found, rows: Sequence[Row], language: Language) -> list[str]:
    draft = found.draft
    if _is_figure(found.table):
        return _figure(draft, rows, language)
    of_invoices = "invoice_id" in found.table.columns
    sentence = _HEADS.get(draft.measure, Phrase.LISTED if of_invoices else Phrase.BREAKDOWN)
    sentence = Phrase.BREAKDOWN if sentence is Phrase.LISTED and not of_invoices else sentence
    head = phrase(sentence, language, count=invoices(len(rows), language), **_context(draft, language))
    lines = listed(found.table, language, draft.shown)
    whole = _whole(rows, language) if draft.adds_up and len(rows) > 1 and not found.table.truncated else ""
    return [head, *lines, *([whole] if whole else [])]


def _whole(rows: Sequence[Row], language: Language) -> str:
    """What the groups add up to, each currency apart."""
    name = next((name for name in rows[0] if name in ("total", "vat_total", "net_total")), None)
    if name is None:
        return ""
    sums: dict[object, Decimal] = {}
    for row in rows:
        sums[row.get("currency")] = sums.get(row.get("currency"), Decimal(0)) + Decimal(str(row[name] or 0))
    figures = "; ".join(money(total, {"currency": currency}, language) for currency, total in sums.items())
    return _counted(phrase(Phrase.IN_ALL, language, figure=figures, count=_count(rows, language)))


def _is_figure(table: Table) -> bool:
    """One row a currency, and nothing but figures beside it."""
    others = [name for name in table.columns if name != "currency"]
    figures = all(
        isinstance(row[table.columns.index(name)], Decimal | int | float | None)
        for row in table.rows
        for name in others
    )
    labels = any(name in LABELS or name in NAMES for name in others)
    return bool(others) and figures and not labels and (len(table.rows) == 1 or "currency" in table.columns)


def _figure(draft: SqlDraft, rows: Sequence[Row], language: Language) -> list[str]:
    sentence = _SENTENCES.get(draft.measure, Phrase.FIGURE)
    rows = [row for row in rows if row.get("percent", 0) is not None] or rows
    some = [row for row in rows if any(row[name] for name in row if name not in ("currency", *COUNTS))] or rows
    if sentence is Phrase.TOTAL and all(_is_refund(row) for row in some):
        sentence, some = Phrase.REFUNDED, [{**row, "total": abs(Decimal(str(row["total"])))} for row in some]
    counted = sentence is Phrase.COUNT
    values: dict[str, object] = {"count": _count(some, language), **_context(draft, language)}
    if draft.per and sentence is Phrase.AVERAGE and rows[0].get("units"):
        sentence = Phrase.AVERAGE_PER
        values["unit"] = unit_name(draft.per, language)
        values["units"] = things_name(f"{draft.per}s", language)
        values["n"] = max(int(str(row["units"])) for row in some)
    parts = [_figures(row, language, counted=counted) for row in some]
    if "currency" in rows[0]:
        unknown = phrase(Phrase.NO_CURRENCY, language)
        parts = [part if row["currency"] else f"{part} {unknown}" for part, row in zip(parts, some, strict=True)]
    if draft.measure == "comparison" and len(some) > 1:
        parts = ["\n".join(_side(name, some, language) for name in rows[0] if name != "currency")]
    if counted and [name for name in rows[0] if name != "currency"] == ["invoices"]:
        parts = [str(values["count"])]
    lines = [_counted(phrase(sentence, language, figure="; ".join(parts), **values))]
    difference = _difference(some, language) if draft.measure == "comparison" else ""
    return [*lines, difference] if difference else lines


def _side(name: str, rows: Sequence[Row], language: Language) -> str:
    """One side of a comparison in all its currencies."""
    return f"{title(name, language)}: {'; '.join(cell(name, row, language) for row in rows)}"


def _is_refund(row: Row) -> bool:
    total = row.get("total")
    return isinstance(total, Decimal | int | float) and total < 0


def _difference(rows: Sequence[Row], language: Language) -> str:
    """Of two sides in one currency."""
    sides = [value for name, value in rows[0].items() if name not in ("currency", "invoices")]
    if len(rows) != 1 or len(sides) != 2 or not all(isinstance(side, Decimal | int | None) for side in sides):
        return ""
    first, second = (Decimal(str(side or 0)) for side in sides)
    whole = all(isinstance(side, int) for side in sides)
    figure = str(abs(first - second)) if whole else money(abs(first - second), rows[0], language)
    return phrase(Phrase.DIFFERENCE, language, figure=figure)


def _figures(row: Row, language: Language, *, counted: bool) -> str:
    """Of a row with one figure the figure, of several each with its name."""
    names = [name for name in row if name != "currency" and (counted or name not in COUNTS)]
    names = names or [name for name in row if name != "currency"]
    if {"percent", "part", "total"} <= set(names):
        said = {name: cell(name, row, language) for name in ("percent", "part", "total")}
        return phrase(Phrase.PART_OF, language, **said)
    if len(names) == 1:
        return cell(names[0], row, language)
    return ", ".join(f"{title(name, language)}: {cell(name, row, language)}" for name in names)


def _count(rows: Sequence[Row], language: Language) -> str:
    """Empty where the rows do not say how many invoices they are made of."""
    if not any("invoices" in row for row in rows):
        return ""
    return invoices(sum(int(str(row.get("invoices") or 0)) for row in rows), language)


def _counted(sentence: str) -> str:
    """Without the brackets that hold no count."""
    return sentence.replace(" ()", "")


def _plain(text: str, language: Language) -> str:
    return isolated(escape_markup(clean_text(text, MAX_CELL_CHARS)), language)


def _context(draft: SqlDraft, language: Language) -> dict[str, str]:
    shown = list(draft.filters)
    while shown and len(", ".join(shown)) > MAX_FILTER_CHARS and len(shown) > 1:
        shown.pop()
    filters = ", ".join(_plain(item, language) for item in shown) + (", …" if len(shown) < len(draft.filters) else "")
    return {"period": period_text(draft, language), "filters": f" – {filters}" if filters else ""}


def period_text(draft: SqlDraft, language: Language) -> str:
    """With its leading blank."""
    period = draft.period
    if period is None or (period.start is None and period.end is None):
        return ""
    start, end = (isolated(str(day), language) for day in (period.start, period.end))
    if period.start is None:
        return phrase(Phrase.UNTIL, language, end=end)
    if period.end is None:
        return phrase(Phrase.SINCE, language, start=start)
    if period.start == period.end:
        return phrase(Phrase.ON_DAY, language, day=start)
    return phrase(Phrase.SPAN, language, start=start, end=end)
