"""What is told of a sender's past: the questions a short one may go on from, and how much was deleted."""

from datetime import UTC, date, datetime, timedelta

from shared.health import Health
from shared.postgres import open_postgres
from shared.records import Records
from shared.safe_naming import EngineName, Service
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import ME, OTHER, as_owner


async def test_deleted_invoices_of_a_period_are_counted_for_their_owner(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.executemany("INSERT INTO users (whatsapp_number, username) VALUES ($1, 'x')", [(ME,), (OTHER,)])
        await owner.executemany(
            "INSERT INTO invoices (whatsapp_number, invoice_date, deleted_at) VALUES ($1, $2, $3)",
            [
                (ME, date(2026, 3, 1), datetime.now(UTC)),
                (ME, date(2026, 3, 2), None),
                (ME, None, datetime.now(UTC)),
                (OTHER, date(2026, 3, 1), datetime.now(UTC)),
            ],
        )
    async with open_postgres(postgres_settings, Health(Service.QUERY), service=Service.QUERY) as database:
        records = Records(database)
        assert await records.deleted_invoices(f"whatsapp:{ME}", None, None) == 2
        assert await records.deleted_invoices(ME, date(2026, 3, 1), date(2026, 3, 1)) == 1
        assert await records.deleted_invoices(ME, date(2026, 3, 2), None) == 0


async def test_only_own_answered_and_recent_questions_are_remembered(postgres_settings: PostgresSettings) -> None:
    async with open_postgres(postgres_settings, Health(Service.QUERY), service=Service.QUERY) as database:
        records = Records(database)
        asked = ((ME, "one", "SELECT 1"), (ME, "refused", None), (OTHER, "theirs", "SELECT 1"), (ME, "two", "SELECT 1"))
        for number, (sender, text, sql) in enumerate(asked):
            await records.add_query_once(
                sender=sender, message_id=f"SM{number}", text=text, result="", sql=sql, row_count=1,
                engine=EngineName.LOCAL,
            )  # fmt: skip
        now = datetime.now(UTC) + timedelta(minutes=1)
        assert await records.recent_questions(f"whatsapp:{ME}", now) == ("one", "two")
        assert await records.recent_questions(ME, now + timedelta(hours=1)) == ()
