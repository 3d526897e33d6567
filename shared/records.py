"""What FinTrak keeps about people, messages and invoices: each method is one effect, safe to repeat."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from shared.deletion_records import DeletionRecords
from shared.invoices import InvoiceDraft
from shared.message_locks import MessageLocks
from shared.postgres import Database
from shared.reply_records import ReplyRecords
from shared.safe_naming import EngineName, ReadStep
from shared.spending_records import SpendingRecords
from shared.utils import clean_text, whatsapp_number

_MAX_NAME_CHARS = 100
_INVOICE_KEYS = "invoices/"

_REMEMBER_USER = """
INSERT INTO users (whatsapp_number, username, last_inbound_at) VALUES ($1, $2, $3)
ON CONFLICT (whatsapp_number) DO UPDATE SET
    username = CASE WHEN EXCLUDED.username = '' THEN users.username ELSE EXCLUDED.username END,
    last_inbound_at = greatest(users.last_inbound_at, EXCLUDED.last_inbound_at)
"""
_KEEP_OUTCOME = """
INSERT INTO reads (source_message_id, media_index, step, outcome, whatsapp_number)
VALUES ($1, $2, $3, $4::text::jsonb, $5)
ON CONFLICT (source_message_id, media_index, step) DO UPDATE SET
    outcome = coalesce(reads.outcome, EXCLUDED.outcome),
    whatsapp_number = coalesce(EXCLUDED.whatsapp_number, reads.whatsapp_number)
RETURNING outcome::text
"""
_COUNT_PAID_CALL = """
INSERT INTO reads (source_message_id, media_index, step, paid_calls, whatsapp_number) VALUES ($1, $2, $3, 1, $4)
ON CONFLICT (source_message_id, media_index, step) DO UPDATE SET
    paid_calls = reads.paid_calls + 1,
    whatsapp_number = coalesce(EXCLUDED.whatsapp_number, reads.whatsapp_number)
RETURNING paid_calls
"""
# The update changes nothing: it makes a repeat return the row that is there, also one committed a moment ago.
_ADD_INVOICE = """
WITH person AS (
    INSERT INTO users (whatsapp_number, username) VALUES ($1, '') ON CONFLICT (whatsapp_number) DO NOTHING
)
INSERT INTO invoices (
    whatsapp_number, source_message_id, media_index, invoice_date, expense_amount, vat, net_amount, payee_name,
    payment_method, currency, invoice_number, doubtful_fields, engine, raw_image_url, image_sha256
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
ON CONFLICT (source_message_id, media_index) DO UPDATE SET source_message_id = EXCLUDED.source_message_id
RETURNING invoice_id
"""
_ADD_QUERY = """
WITH person AS (
    INSERT INTO users (whatsapp_number, username) VALUES ($1, '') ON CONFLICT (whatsapp_number) DO NOTHING
)
INSERT INTO queries (
    whatsapp_number, source_message_id, query_text, query_result, sql_text, row_count, engine, report_key, chart_key
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (source_message_id) DO UPDATE SET source_message_id = EXCLUDED.source_message_id
RETURNING query_id
"""
_PAYEES = """
SELECT payee_name FROM invoices WHERE whatsapp_number = $1 AND deleted_at IS NULL AND payee_name <> ''
GROUP BY payee_name ORDER BY count(*) DESC, payee_name LIMIT $2
"""
_DELETED_INVOICES = """
SELECT count(*) FROM invoices
WHERE whatsapp_number = $1 AND deleted_at IS NOT NULL
    AND ($2::date IS NULL OR invoice_date >= $2) AND ($3::date IS NULL OR invoice_date <= $3)
"""
_RECENT_QUESTIONS = """
SELECT query_text FROM queries
WHERE whatsapp_number = $1 AND sql_text IS NOT NULL AND created_at BETWEEN $2 AND $3
ORDER BY created_at DESC, query_id DESC LIMIT $4
"""
_REMEMBERED_QUESTIONS = 4
_CONVERSATION = timedelta(minutes=30)


class Records(ReplyRecords, SpendingRecords, DeletionRecords):
    """Senders may be given as `whatsapp:+34...` or bare; rows hold the bare identifier."""

    def __init__(self, database: Database) -> None:
        ReplyRecords.__init__(self, database)
        SpendingRecords.__init__(self, database)
        DeletionRecords.__init__(self, database)
        self._database = database
        self.reading = MessageLocks(database).reading

    async def remember_user(self, sender: str, profile_name: str, received_at: datetime) -> None:
        """An empty profile name keeps the one that is known."""
        name = clean_text(profile_name, _MAX_NAME_CHARS)
        await self._database.row(_REMEMBER_USER, whatsapp_number(sender), name, received_at)

    async def outcome(self, message_id: str, media_index: int, step: ReadStep) -> dict[str, Any] | None:
        kept = await self._database.value(
            "SELECT outcome::text FROM reads WHERE source_message_id = $1 AND media_index = $2 AND step = $3",
            message_id,
            media_index,
            step,
        )
        return json.loads(str(kept)) if kept is not None else None

    async def keep_outcome(
        self, message_id: str, media_index: int, step: ReadStep, outcome: dict[str, Any], *, sender: str | None = None
    ) -> dict[str, Any]:
        """The first one wins; returns the one that is kept. `sender` lets `forget_user` find it."""
        kept = await self._database.value(
            _KEEP_OUTCOME, message_id, media_index, step, json.dumps(outcome).replace("\\u0000", ""), _number(sender)
        )
        result: dict[str, Any] = json.loads(str(kept))
        return result

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int:
        """Committed on return, so that a crash during the call cannot uncount it; includes this one."""
        count = await self._database.value(_COUNT_PAID_CALL, message_id, media_index, step, _number(sender))
        return int(str(count))

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None:
        """Takes one count back: the call was refused or never arrived, so nobody is charged for it."""
        await self._database.row(
            "UPDATE reads SET paid_calls = greatest(paid_calls - 1, 0)"
            " WHERE source_message_id = $1 AND media_index = $2 AND step = $3",
            message_id,
            media_index,
            step,
        )

    async def add_invoice_once(
        self,
        *,
        sender: str,
        message_id: str,
        media_index: int,
        draft: InvoiceDraft,
        engine: EngineName,
        object_key: str,
        image_sha256: str,
    ) -> int:
        """The invoice's id, the same for every copy of the message."""
        invoice_id = await self._database.value(
            _ADD_INVOICE,
            whatsapp_number(sender),
            message_id,
            media_index,
            draft.invoice_date,
            draft.expense_amount,
            draft.vat,
            draft.net_amount,
            draft.payee_name,
            draft.payment_method,
            draft.currency,
            draft.invoice_number,
            sorted(draft.doubtful),
            engine,
            object_key,
            image_sha256,
        )
        return int(str(invoice_id))

    async def add_query_once(
        self,
        *,
        sender: str,
        message_id: str,
        text: str,
        result: str,
        sql: str | None,
        row_count: int | None,
        engine: EngineName | None,
        report_key: str | None = None,
        chart_key: str | None = None,
    ) -> int:
        """`text` is the question in the user's words, `result` the answer they got."""
        values = [_storable(value) for value in (text, result, sql)]
        query_id = await self._database.value(
            _ADD_QUERY, whatsapp_number(sender), message_id, *values, row_count, engine, report_key, chart_key
        )
        return int(str(query_id))

    async def payee_names(self, sender: str, limit: int = 200) -> tuple[str, ...]:
        """The most frequent first."""
        rows = await self._database.rows(_PAYEES, whatsapp_number(sender), limit)
        return tuple(row["payee_name"] for row in rows)

    async def deleted_invoices(self, sender: str, start: date | None, end: date | None) -> int:
        """How many of these days, both ends included; None is open, and only without both an undated one counts."""
        value = await self._database.value(_DELETED_INVOICES, whatsapp_number(sender), start, end)
        return int(str(value))

    async def recent_questions(self, sender: str, before: datetime) -> tuple[str, ...]:
        """Those answered in the half hour before, oldest first: a short question may go on from them."""
        until = before.astimezone(UTC).replace(tzinfo=None)
        values = (whatsapp_number(sender), until - _CONVERSATION, until, _REMEMBERED_QUESTIONS)
        rows = await self._database.rows(_RECENT_QUESTIONS, *values)
        return tuple(row["query_text"] for row in reversed(rows))

    async def invoice_is_live(self, object_key: str) -> bool:
        """False for the picture of an invoice that was deleted; other files (reports) are always live."""
        if not object_key.startswith(_INVOICE_KEYS):
            return True
        return bool(
            await self._database.value(
                "SELECT EXISTS (SELECT FROM invoices WHERE raw_image_url = $1 AND deleted_at IS NULL)", object_key
            )
        )


def _number(sender: str | None) -> str | None:
    return whatsapp_number(sender) if sender else None


def _storable(text: str | None) -> str | None:
    """PostgreSQL stores every character but NUL."""
    return text.replace("\x00", "") if text is not None else None
