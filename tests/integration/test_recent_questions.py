"""Which questions a short one may go on from: the sender's own, answered, of the last half hour."""

from datetime import UTC, datetime, timedelta

from shared.health import Health
from shared.postgres import open_postgres
from shared.records import Records
from shared.safe_naming import EngineName, Service
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import ME, OTHER


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
