"""Rows of a result as lines of the answer: invoices, groups, two sides of a comparison. Pure."""

from collections.abc import Sequence

from services.query_generator_service.cells import Row, cell, line
from services.query_generator_service.labels import column_title
from services.query_generator_service.phrases import phrase
from services.query_generator_service.phrases.names import Phrase
from services.query_generator_service.report_chart import sides_of
from shared.bidi import isolated
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import escape_markup

_FIGURES = frozenset({"total", "vat_total", "net_total", "average", "median"})
MAX_ROWS = 12  # a year by months
MAX_LIST_CHARS = 640  # with the sentences around them they fit into the caption of a file


def rows_of(table: Table) -> list[Row]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def listed(table: Table, language: Language, besides: Sequence[str] = ()) -> list[str]:
    """As many as a caption has room for beside the sentence: an answer in two parts is read as two answers."""
    rows, sides = rows_of(table), sides_of(table)
    head = [" / ".join(title(side, language) for side in sides)] if sides else []
    lines: list[str] = []
    for row in rows[:MAX_ROWS]:
        shown = _compared(row, sides, language) if sides else line(row, language, besides)
        if lines and sum(map(len, lines)) + len(shown) > MAX_LIST_CHARS:
            break
        lines.append(f"• {shown}")
    if len(rows) > len(lines):
        more = f"{len(rows) - len(lines)}{'+' if table.truncated else ''}"
        lines.append(phrase(Phrase.MORE_ROWS, language, n=more))
    return [*head, *lines]


def _compared(row: Row, sides: Sequence[str], language: Language) -> str:
    """A side without anything is a dash."""
    labels = [cell(name, row, language) for name in row if name not in sides and name != "currency"]
    figures = ["–" if row[name] is None else cell(name, row, language) for name in sides]
    return f"{', '.join(labels)}: {' / '.join(figures)}"


def title(name: str, language: Language) -> str:
    """Our own figures in the language, sides and a model's columns as they are called."""
    ours = name in _FIGURES
    return isolated(column_title(name, language) if ours else escape_markup(name.replace("_", " ")), language)
