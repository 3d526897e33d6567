"""Whether rows answer a question as the gold rows do; extra columns and other names for them do not matter."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import permutations

Row = Mapping[str, object]


def same_answer(kind: str, gold: Sequence[Row], rows: Sequence[Row], *, ranked: bool = False) -> bool:
    """`ranked`: several may share the last place, and any of them is right."""
    if kind == "list":
        return sorted(_ids(gold)) == sorted(_ids(rows)) and all("invoice_id" in row for row in rows)
    if kind == "figure":
        return _same_figure(gold, rows)
    if gold and "side0" in gold[0]:
        return len(rows) <= 1 and _holds_all(gold[0].values(), rows[0].values() if rows else ())
    return _same_rows(gold, rows) or (ranked and _same_figures(gold, rows))


def _ids(rows: Sequence[Row]) -> list[int]:
    return [int(str(row.get("invoice_id", -1))) for row in rows]


def _same_figure(gold: Sequence[Row], rows: Sequence[Row]) -> bool:
    wanted = _plain(next(iter(gold[0].values())))
    if not rows:
        return wanted in (None, 0.0)
    found = [_plain(value) for value in rows[0].values()]
    return len(rows) == 1 and any(_alike(wanted, value) for value in found)


def _holds_all(wanted: object, found: object) -> bool:
    left = [_plain(value) for value in found]  # type: ignore[attr-defined]
    for value in wanted:  # type: ignore[attr-defined]
        match = next((at for at, other in enumerate(left) if _alike(_plain(value), other)), None)
        if match is None:
            return _plain(value) in (None, 0.0) and not left
        left.pop(match)
    return True


def _same_rows(gold: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Some columns of the answer hold what the gold columns hold, row by row in any order."""
    if len(gold) != len(rows):
        return False
    if not gold:
        return True
    wanted = sorted((tuple(_plain(value) for value in row.values()) for row in gold), key=repr)
    return any(
        _all_alike(wanted, sorted((tuple(_plain(row[name]) for name in names) for row in rows), key=repr))
        for names in permutations(rows[0], len(gold[0]))
    )


def _same_figures(gold: Sequence[Row], rows: Sequence[Row]) -> bool:
    wanted = sorted((_plain(row.get("figure")) for row in gold), key=repr)
    return bool(rows) and any(
        _all_alike([wanted], [sorted((_plain(row[name]) for row in rows), key=repr)])
        for name in rows[0]
        if len(rows) == len(gold)
    )


def _all_alike(wanted: Sequence[Sequence[object]], found: Sequence[Sequence[object]]) -> bool:
    return all(
        _alike(left, right)
        for wanted_row, found_row in zip(wanted, found, strict=True)
        for left, right in zip(wanted_row, found_row, strict=True)
    )


def _alike(wanted: object, found: object) -> bool:
    if isinstance(wanted, float) and isinstance(found, float):
        return abs(wanted - found) < 0.006
    return wanted == found or (wanted is None and found == 0.0)


def _plain(value: object) -> object:
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return round(float(value), 2)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return " ".join(value.split()).casefold() if isinstance(value, str) else value
