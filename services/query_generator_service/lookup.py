"""Question -> guarded rows: write SQL, secure it, run it as the sender, and let a model repair it once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Protocol

from services.query_generator_service.guard import GuardRefusal, secure
from shared.engine import CannotAnswer, Period, SqlDraft, SqlRequest
from shared.metrics import GUARD_REFUSALS
from shared.open_sql_writer import SqlWriter
from shared.safe_naming import EngineName
from shared.tables import QueryRefused, Table, is_empty

REPORT_ROWS = 50_000
REPORT_BYTES = 60_000_000
MAX_PROBLEM_CHARS = 300
_ALIKE = 0.5
_PICTURE = "raw_image_url"
# Whichever columns were asked for: an accountant wants these, and the picture. IS TRUE keeps the planner, which knows
# nothing about the sender's rows, from joining them with themselves in a loop: 50,000 would take minutes.
_WHOLE_INVOICES = (
    "SELECT invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method, invoice_number, "
    "created_at, raw_image_url FROM invoices "
    "WHERE (invoice_id IN (SELECT invoice_id FROM ({listing}) AS listed)) IS TRUE "
    "ORDER BY invoice_date DESC NULLS LAST, invoice_id DESC"
)
_NUMBER = re.compile(r"\+?\d[\d\s().-]{7,}\d")


class Rows(Protocol):
    """shared.postgres_reader.Reader."""

    async def fetch(self, safe_sql: str, sender: str, *, row_cap: int = ..., byte_cap: int = ...) -> Table: ...


@dataclass(frozen=True)
class Found:
    """What answers the question. `undated` invoices could not be placed in the period; `deleted` ones were of it."""

    draft: SqlDraft
    table: Table
    undated: int = 0
    deleted: int = 0
    nearest_day: date | None = None
    """Where nothing was found: the day nearest to the period that has what the filters ask for."""
    nearest_payee: str | None = None


class Lookup:
    """Knows whose rows; every statement passes the guard and runs as that person."""

    def __init__(self, writer: SqlWriter, rows: Rows) -> None:
        self.writer = writer
        self._rows = rows

    async def find(self, request: SqlRequest, draft: SqlDraft, sender: str) -> Found:
        """Raises GuardRefusal or QueryRefused when the statement is no use."""
        table = await self.run(draft.sql, sender, request.today, draft.engine)
        left_out = await self.run(draft.undated_sql, sender, request.today, draft.engine) if draft.undated_sql else None
        found = Found(draft, table, int(str(left_out.rows[0][0])) if left_out else 0)
        return await self._with_nearest(found, request, sender) if is_empty(table) else found

    async def _with_nearest(self, found: Found, request: SqlRequest, sender: str) -> Found:
        draft = found.draft
        if draft.unknown_payee:
            names = {payee.casefold(): payee for payee in reversed(request.payees)}
            close = get_close_matches(draft.unknown_payee.casefold(), names, n=1, cutoff=_ALIKE)
            return replace(found, nearest_payee=names[close[0]] if close else None)
        if draft.nearest_sql is None or draft.period is None:
            return found
        days = (await self.run(draft.nearest_sql, sender, request.today, draft.engine)).rows[0]
        return replace(found, nearest_day=_nearer(days, draft.period))

    async def repair(self, request: SqlRequest, draft: SqlDraft, problem: str) -> SqlDraft | CannotAnswer:
        """One more try with the reason; rules would write the same again."""
        if draft.engine is EngineName.LOCAL:
            return CannotAnswer(why="not_understood", engine=draft.engine)
        failed = {"failed_sql": draft.sql, "failed_because": problem[:MAX_PROBLEM_CHARS]}
        return await self.writer.write_sql(request.model_copy(update=failed))

    async def invoices(self, found: Found, sender: str, today: date) -> Table | None:
        """The invoices behind an answer, for the workbook; None when they cannot be had."""
        listing = found.draft.sql if "invoice_id" in found.table.columns else found.draft.invoices_sql
        if listing is None:
            return None
        whole = _WHOLE_INVOICES.format(listing=listing.rstrip("; \n"))
        for statement in (listing,) if _PICTURE in listing else (whole, listing):
            try:
                safe = secure(statement, today=today)
                return await self._rows.fetch(safe, sender, row_cap=REPORT_ROWS, byte_cap=REPORT_BYTES)
            except (GuardRefusal, QueryRefused):
                continue
        return None

    async def run(self, sql: str, sender: str, today: date, engine: EngineName = EngineName.GPT) -> Table:
        try:
            safe = secure(sql, today=today)
        except GuardRefusal:
            GUARD_REFUSALS.labels(engine).inc()
            raise
        return await self._rows.fetch(safe, sender)


def without_own_number(text: str, sender: str) -> str:
    """Who asks with their own number asks for themselves; any other number stays, and is refused."""
    own = re.sub(r"\D", "", sender)
    return _NUMBER.sub(lambda found: "" if own and re.sub(r"\D", "", found.group()) == own else found.group(), text)


def _nearer(days: Sequence[object], period: Period) -> date | None:
    """Of the last day before and the first after."""
    before, after = (day if isinstance(day, date) else None for day in days[:2])
    start, end = period.start or period.end, period.end or period.start
    if before is None or after is None or start is None or end is None:
        return before or after
    return before if start - before <= after - end else after
