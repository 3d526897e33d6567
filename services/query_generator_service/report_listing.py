"""A listed answer and the whole of its invoices -> one table: the columns and order of the answer first. Pure."""

from shared.tables import Table

ID = "invoice_id"


def listing_of(result: Table, whole: Table | None) -> Table:
    """Invoices beyond what the chat lists come last."""
    if whole is None or ID not in whole.columns:
        return result
    by_id = {row[whole.columns.index(ID)]: dict(zip(whole.columns, row, strict=True)) for row in whole.rows}
    columns = (*result.columns, *(name for name in whole.columns if name not in result.columns))
    listed = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    shown = {row[ID] for row in listed}
    rows = [by_id.get(row[ID], {}) | row for row in listed]
    rows += [row for number, row in by_id.items() if number not in shown]
    return Table(columns, tuple(tuple(row.get(name) for name in columns) for row in rows), whole.truncated)
