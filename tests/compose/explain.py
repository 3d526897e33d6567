"""A million invoices of ten thousand users in a database of its own, and how PostgreSQL reaches what services ask for.

Exit code 1 when anything reads a whole table.

RDS_HOST=... RDS_USER=... RDS_PASSWORD=... RDS_DATABASE=some_empty_database python -m tests.compose.explain
"""

# ruff: noqa: E501 - statements read better whole

import asyncio
import re
import sys
import time
from datetime import date

import asyncpg

from services.query_generator_service.guard import secure
from shared.postgres_connection import connect_arguments
from shared.postgres_reader import SigningKey, tenant_token
from shared.postgres_roles import reader_password, reader_role
from shared.reply_records import SID_KNOWN
from shared.schema import SCHEMA_FILE, init_database
from shared.settings import PostgresSettings, load

USER = "+34600000042"

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
    "INSERT INTO fintrak_private.deletions (source_message_id) SELECT 'SMD' || n FROM generate_series(1, 10000) n",
    "ANALYZE",
)
_SPENT = (
    "SELECT coalesce(sum(cost_usd), 0) FROM gpt_calls"
    " WHERE called_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"
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
    "spent this month by one user": f"{_SPENT} AND whatsapp_number = '+34600000042'",
    "spent this month by all": _SPENT,
    "who is this": "SELECT username FROM users WHERE whatsapp_number = '+34600000042'",
    "the user's files": "SELECT raw_image_url FROM invoices WHERE whatsapp_number = '+34600000042' UNION"
    " SELECT report_key FROM queries WHERE whatsapp_number = '+34600000042'",
}
GUARDED = {
    "a question: one month": "SELECT sum(expense_amount) FROM invoices WHERE invoice_date BETWEEN '2026-03-01' AND '2026-03-31'",
    "a question: by vendor": "SELECT payee_name, sum(expense_amount) FROM invoices GROUP BY payee_name",
    "a question: by month": "SELECT date_trunc('month', invoice_date), sum(expense_amount) FROM invoices GROUP BY 1",
    "a question: the newest ones": "SELECT * FROM invoices ORDER BY invoice_date DESC LIMIT 10",
}
_FORGET = re.compile(r"fintrak_private\.forget\(person text\).*?BEGIN(.*?)END", re.DOTALL)


def _steps_of_forgetting() -> dict[str, str]:
    """A plan does not show what a function does."""
    found = _FORGET.search(SCHEMA_FILE.read_text(encoding="utf-8"))
    assert found
    statements = [" ".join(re.sub("--.*", "", part).split()) for part in found[1].split(";")]
    return {
        f"forget one user: {statement[:60]}": re.sub(r"\bperson\b", f"'{USER}'", statement)
        for statement in statements
        if statement.startswith(("DELETE", "UPDATE"))
    }


async def _run(settings: PostgresSettings) -> int:
    await init_database(settings)
    arguments = connect_arguments(settings, settings.rds_user, settings.rds_password.get_secret_value())
    connection = await asyncpg.connect(**arguments)
    try:
        for statement in FILL:
            await connection.execute(statement)
        plans = [await _plan(connection, *asked) for asked in (ASKED | _steps_of_forgetting()).items()]
        signing = SigningKey(*await connection.fetchrow("SELECT key_id, key FROM fintrak_private.signing_key()"))
    finally:
        await connection.close()
    plans += await _guarded_plans(settings, signing)
    sys.stdout.writelines(plans)
    return int(any("Seq Scan" in plan for plan in plans))


async def _guarded_plans(settings: PostgresSettings, signing: SigningKey) -> list[str]:
    """As generated SQL runs: guarded, by the reader's login, under row-level security."""
    login = reader_role(settings.rds_database), reader_password(settings)
    connection = await asyncpg.connect(**connect_arguments(settings, *login))
    try:
        token = tenant_token(signing, pid=connection.get_server_pid(), expires=int(time.time()) + 60, sender=USER)
        await connection.execute(f"SET fintrak.token = '{token}'")
        today = date(2026, 3, 31)
        return [
            await _plan(connection, what, secure(statement, today=today).replace("$1", f"'{USER}'"))
            for what, statement in GUARDED.items()
        ]
    finally:
        await connection.close()


async def _plan(connection: asyncpg.Connection, what: str, statement: str) -> str:
    """Explained for real and rolled back; the second time, when nothing has to come from the disk."""
    for _ in range(2):
        transaction = connection.transaction()
        await transaction.start()
        lines = [row[0] for row in await connection.fetch(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {statement}")]
        await transaction.rollback()
    scans = [line.split("->")[-1].strip() for line in lines if "Scan" in line]
    duration = next(line for line in lines if line.startswith("Execution Time"))
    return f"{what}: {'; '.join(scans)}; {duration}\n"


if __name__ == "__main__":
    sys.exit(asyncio.run(_run(load(PostgresSettings))))
