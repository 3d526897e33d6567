"""Scores as a table for a terminal, and as one for a page of the documentation. Pure."""

from collections.abc import Iterable

from services.whatsapp_sandbox.evaluation.score import Score


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


def as_text(title: str, score: Score) -> str:
    head = f"{'field':<16} {'labelled':>8} {'right':>6} {'accuracy':>9} {'coverage':>9} {'precision':>9}"
    lines = [f"== {title}: {score.files} files", head]
    for name, of in score.fields.items():
        shares = (percent(of.right, of.labelled), percent(of.given, of.labelled), percent(of.right, of.given))
        lines.append(f"{name:<16} {of.labelled:>8} {of.right:>6} {shares[0]:>9} {shares[1]:>9} {shares[2]:>9}")
    doubt = score.doubt
    lines += [
        f"is_invoice       precision {percent(score.found, score.found + score.mistaken)}"
        f"  recall {percent(score.found, score.found + score.missed)}",
        f"date+amount+payee all right: {percent(score.core_right, score.core)} of {score.core}",
        f"doubt: of {doubt.wrong} wrong fields {percent(doubt.wrong_and_marked, doubt.wrong)} were marked;"
        f" of {doubt.marked} marked fields {percent(doubt.wrong_and_marked, doubt.marked)} were wrong",
    ]
    return "\n".join(lines)


def as_row(title: str, score: Score) -> str:
    """One row of a Markdown table; see HEAD."""
    doubt = score.doubt
    cells = [
        title,
        str(score.files),
        *(percent(of.right, of.labelled) for of in score.fields.values()),
        percent(score.core_right, score.core),
        f"{percent(score.found, score.found + score.mistaken)} / {percent(score.found, score.found + score.missed)}",
        f"{percent(doubt.wrong_and_marked, doubt.wrong)} / {percent(doubt.wrong_and_marked, doubt.marked)}",
    ]
    return _row(cells)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


_TITLES = (
    "documents",
    "files",
    "date",
    "amount",
    "VAT",
    "payee",
    "payment",
    "currency",
    "date, amount, payee",
    "is-invoice precision / recall",
    "wrong that were marked / marked that were wrong",
)
HEAD = _row(_TITLES) + "\n" + _row("---" for _ in _TITLES)
