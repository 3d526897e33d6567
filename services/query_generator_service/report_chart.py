"""Which two columns of a result make a chart. Pure."""

from services.query_generator_service.report_totals import CURRENCY
from shared.tables import Table

MONEY = frozenset(
    {"expense_amount", "vat", "net_amount", "total", "vat_total", "net_total", "average", "median", "part"}
)
TIMES = frozenset({"month", "week", "quarter", "year", "invoice_date"})
MIN_POINTS, MAX_POINTS = 2, 60


def chart_columns(table: Table) -> tuple[int, int] | None:
    """A label and a figure, when a few rows have them and all are in one currency."""
    if not MIN_POINTS <= len(table.rows) <= MAX_POINTS or "invoice_id" in table.columns:
        return None
    if CURRENCY in table.columns:
        place = table.columns.index(CURRENCY)
        if len({row[place] for row in table.rows}) > 1:
            return None
    figures = [at for at, name in enumerate(table.columns) if name in MONEY or name == "invoices"]
    labels = [at for at, name in enumerate(table.columns) if at not in figures and name != CURRENCY]
    return (labels[0], figures[0]) if labels and figures else None
