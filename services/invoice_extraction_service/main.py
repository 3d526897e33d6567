"""Invoice extraction: consumes InvoiceImages, stores pictures and invoices, publishes one Reply for each message."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime

from services.invoice_extraction_service.parse_app import InvoiceExtraction
from shared.documents import open_decoder
from shared.gpt_spending import Budget
from shared.health import Health
from shared.messages import InvoiceImages
from shared.open_engine import open_engine
from shared.postgres import open_postgres
from shared.process import health_server, run_service, until_stopped
from shared.rabbitmq import open_rabbitmq
from shared.records import Records
from shared.s3_connection import open_s3
from shared.safe_naming import Service
from shared.settings import ExtractionSettings
from shared.time_zones import today_for
from shared.twilio_media import open_twilio_media


async def serve(settings: ExtractionSettings, health: Health, stop: asyncio.Event) -> None:
    """Opening waits for no server, so `/health` knows every dependency from its first answer; consuming waits."""
    async with AsyncExitStack() as opened:
        rabbit = await opened.enter_async_context(open_rabbitmq(settings, health, service=Service.EXTRACTION))
        database = await opened.enter_async_context(open_postgres(settings, health, service=Service.EXTRACTION))
        pictures = await opened.enter_async_context(open_s3(settings, health))
        media = await opened.enter_async_context(open_twilio_media(settings))
        decoder = await opened.enter_async_context(open_decoder())
        engine = await opened.enter_async_context(open_engine(settings))
        await opened.enter_async_context(health_server(settings, health))

        def today(sender: str, received_at: datetime) -> date:
            return today_for(sender, received_at, settings.user_time_zone)[0]

        extraction = InvoiceExtraction(
            media=media,
            decode=decoder.decode,
            pictures=pictures,
            engine=engine,
            records=Records(database),
            replies=rabbit,
            today=today,
            now=lambda: datetime.now(UTC),
            budget=Budget.of(settings),
        )
        if not await until_stopped(stop, health.until_available()):
            return
        async with rabbit.consuming(
            InvoiceImages, extraction.handle, on_give_up=extraction.give_up, refused=extraction.refuse
        ):
            await stop.wait()


if __name__ == "__main__":
    run_service(Service.EXTRACTION, ExtractionSettings, serve)
