"""Query generator: consumes Question, looks up the sender's own rows, stores a workbook, publishes one Reply."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime

from services.query_generator_service.files import FileMaker
from services.query_generator_service.lookup import Lookup
from services.query_generator_service.parse_query import QueryAnswering
from shared.gpt_spending import Budget
from shared.health import Health
from shared.links import WORKBOOK_LIFETIME_S, link_key, make_link
from shared.messages import Question
from shared.open_sql_writer import open_sql_writer
from shared.postgres import open_postgres, open_reader
from shared.process import health_server, run_service, until_stopped
from shared.rabbitmq import open_rabbitmq
from shared.records import Records
from shared.s3_connection import open_s3
from shared.safe_naming import Service
from shared.settings import QuerySettings
from shared.time_zones import today_for


async def serve(settings: QuerySettings, health: Health, stop: asyncio.Event) -> None:
    """Opening waits for no server, so `/health` knows every dependency from its first answer; consuming waits."""
    async with AsyncExitStack() as opened:
        rabbit = await opened.enter_async_context(open_rabbitmq(settings, health, service=Service.QUERY))
        database = await opened.enter_async_context(open_postgres(settings, health, service=Service.QUERY))
        reader = await opened.enter_async_context(open_reader(settings, health))
        reports = await opened.enter_async_context(open_s3(settings, health))
        writer = await opened.enter_async_context(open_sql_writer(settings))
        await opened.enter_async_context(health_server(settings, health))
        signing_key = link_key(settings, settings.twilio_auth_token.get_secret_value())

        def now() -> datetime:
            return datetime.now(UTC)

        def today(sender: str, received_at: datetime) -> tuple[date, str]:
            return today_for(sender, received_at, settings.user_time_zone)

        def picture_link(object_key: str) -> str:
            return make_link(
                settings.public_base_url, signing_key, object_key, now=now(), lifetime_s=WORKBOOK_LIFETIME_S
            )

        answering = QueryAnswering(
            lookup=Lookup(writer, reader),
            records=Records(database),
            files=FileMaker(reports, now=now, make_link=picture_link),
            replies=rabbit,
            today=today,
            budget=Budget.of(settings),
        )
        if not await until_stopped(stop, health.until_available()):
            return
        async with rabbit.consuming(Question, answering.handle, on_give_up=answering.give_up, refused=answering.refuse):
            await stop.wait()


if __name__ == "__main__":
    run_service(Service.QUERY, QuerySettings, serve)
