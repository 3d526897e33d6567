"""A listed answer and the whole of its invoices -> one table: the columns and order of the answer first. Pure."""

from collections.abc import Collection

from shared.tables import Table

ID = "invoice_id"
_ALWAYS = frozenset({ID, "invoice_date", "payee_name", "expense_amount", "currency", "vat"})


def without_empty(table: Table, asked: Collection[str]) -> Table:
    """A column that none of these invoices fills is left out, unless it was asked for or an accountant expects it."""
    kept = [
        name
        for at, name in enumerate(table.columns)
        if name in _ALWAYS or name in asked or any(row[at] is not None for row in table.rows)
    ]
    return table if len(kept) == len(table.columns) else table.only(kept)


def listing_of(result: Table, whole: Table | None) -> Table:
    """Invoices beyond what the chat lists come last."""
    if whole is None or ID not in whole.columns:
        return result
    places = {name: at for at, name in enumerate(whole.columns)}
    added = [name for name in whole.columns if name not in result.columns]
    more = [places[name] for name in added]
    all_of_it = [places.get(name) for name in (*result.columns, *added)]
    by_id = {row[places[ID]]: row for row in whole.rows}
    nothing: tuple[object, ...] = (None,) * len(whole.columns)
    listed_id = result.columns.index(ID)
    shown = {row[listed_id] for row in result.rows}
    rows = [(*row, *(by_id.get(row[listed_id], nothing)[at] for at in more)) for row in result.rows]
    rows += [
        tuple(None if at is None else row[at] for at in all_of_it)
        for number, row in by_id.items()
        if number not in shown
    ]
    return Table((*result.columns, *added), tuple(rows), whole.truncated)
