"""A million invoices of ten thousand users in a database of its own, and how PostgreSQL reaches what services ask for.

RDS_HOST=... RDS_USER=... RDS_PASSWORD=... RDS_DATABASE=some_empty_database python -m tests.compose.explain
"""

# ruff: noqa: E501 - statements read better whole

import asyncio
import sys

import asyncpg

from shared.reply_records import SID_KNOWN
from shared.schema import init_database
from shared.settings import PostgresSettings, load
from shared.spending_records import THIS_MONTH

FILL = (
    "INSERT INTO users (whatsapp_number, username) SELECT '+34600' || lpad(n::text, 6, '0'), 'u' FROM generate_series(1, 10000) n",
    """INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, raw_image_url, currency,
                             source_message_id, media_index)
       SELECT '+34600' || lpad((n % 10000 + 1)::text, 6, '0'), date '2022-01-01' + n % 1700, (n % 50000) / 100.0, 1,
              'Shop ' || n % 500, 'invoices/' || n || '/original.jpg', 'EUR', 'SM' || n, 0
       FROM generate_series(1, 1000000) n""",
    """INSERT INTO reads (source_message_id, media_index, step, whatsapp_number, outcome)
       SELECT source_message_id, 0, 'invoice', whatsapp_number, '{}' FROM invoices""",
    """INSERT INTO replies (reply_id, whatsapp_number, state, lease_until, sid)
       SELECT source_message_id || ':done:1', whatsapp_number, 'sent', now(), 'MM' || source_message_id FROM invoices""",
    "UPDATE replies SET past_sids = ARRAY['MMold' || reply_id] WHERE reply_id LIKE 'SM77777%'",
    """INSERT INTO queries (whatsapp_number, query_text, query_result, sql_text, source_message_id)
       SELECT '+34600' || lpad((n % 10000 + 1)::text, 6, '0'), 'how much?', '1', 'SELECT 1', 'SMQ' || n
       FROM generate_series(1, 200000) n""",
    """INSERT INTO gpt_calls (called_at, whatsapp_number, step, model, cost_usd)
       SELECT now() - n * interval '1 minute', '+34600' || lpad((n % 10000 + 1)::text, 6, '0'), 'invoice', 'm', 0.001
       FROM generate_series(1, 300000) n""",
    "ANALYZE",
)
ASKED = {
    "a month of one user": "SELECT sum(expense_amount) FROM invoices WHERE whatsapp_number = '+34600000042'"
    " AND invoice_date BETWEEN '2026-03-01' AND '2026-03-31'",
    "all of one user": "SELECT currency, sum(expense_amount) FROM invoices WHERE whatsapp_number = '+34600000042' GROUP BY 1",
    "was this message stored": "SELECT invoice_id FROM invoices WHERE source_message_id = 'SM777777' AND media_index = 0",
    "is the picture's invoice alive": "SELECT 1 FROM invoices WHERE raw_image_url = 'invoices/777777/original.jpg'",
    "was it read before": "SELECT outcome FROM reads WHERE source_message_id = 'SM777777' AND media_index = 0 AND step = 'invoice'",
    "what became of a reply": "SELECT state FROM replies WHERE reply_id = 'SM777777:done:1'",
    "whose SID is this": SID_KNOWN.replace("$1", "'MMSM777777'"),
    "a SID given before": SID_KNOWN.replace("$1", "'MMoldSM777777:done:1'"),
    "replies that Twilio never confirmed": "SELECT reply_id FROM replies WHERE state = 'sent' AND look_ups < 3 AND"
    " (status IS NULL OR status IN ('accepted', 'scheduled', 'queued', 'sending', 'sent'))"
    " AND claimed_at BETWEEN now() - interval '1 day' AND now() - interval '5 min' ORDER BY claimed_at LIMIT 50",
    "payees of one user": "SELECT payee_name FROM invoices WHERE whatsapp_number = '+34600000042' AND deleted_at IS NULL"
    " AND payee_name <> '' GROUP BY payee_name ORDER BY count(*) DESC, payee_name LIMIT 200",
    "questions of the last half hour": "SELECT query_text FROM queries WHERE whatsapp_number = '+34600000042'"
    " AND sql_text IS NOT NULL AND created_at > now() - interval '30 min' ORDER BY created_at DESC LIMIT 4",
    "spent this month": THIS_MONTH.replace("$1", "'+34600000042'"),
    "forget one user": "SELECT fintrak_private.forget('+34600000042')",
}


async def _run(settings: PostgresSettings) -> None:
    await init_database(settings)
    connection = await asyncpg.connect(
        host=settings.rds_host,
        port=settings.rds_port,
        user=settings.rds_user,
        password=settings.rds_password.get_secret_value(),
        database=settings.rds_database,
    )
    try:
        for statement in FILL:
            await connection.execute(statement)
        for what, statement in ASKED.items():
            sys.stdout.write(await _plan(connection, what, statement))
    finally:
        await connection.close()


async def _plan(connection: asyncpg.Connection, what: str, statement: str) -> str:
    """Explained for real and rolled back."""
    transaction = connection.transaction()
    await transaction.start()
    lines = [row[0] for row in await connection.fetch(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {statement}")]
    await transaction.rollback()
    scans = [line.split("->")[-1].strip() for line in lines if "Scan" in line]
    duration = next(line for line in lines if line.startswith("Execution Time"))
    return f"{what}: {'; '.join(scans)}; {duration}\n"


if __name__ == "__main__":
    asyncio.run(_run(load(PostgresSettings)))
