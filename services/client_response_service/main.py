"""Client response: consumes Reply, sends each once to the user through Twilio."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from services.client_response_service.response import LinkMaker, ResponseDelivery
from services.client_response_service.unreported import UnreportedReplies
from shared.health import Health
from shared.links import link_key
from shared.messages import Reply
from shared.postgres import open_postgres
from shared.process import health_server, run_service
from shared.rabbitmq import open_rabbitmq
from shared.records import Records
from shared.redis_manager import open_sessions
from shared.safe_naming import Service
from shared.settings import ResponseSettings
from shared.status_reports import StatusReports
from shared.twilio_api import open_twilio


async def serve(settings: ResponseSettings, health: Health, stop: asyncio.Event) -> None:
    token = settings.twilio_auth_token.get_secret_value()
    async with AsyncExitStack() as opened:  # closed in reverse: what is in hand ends while everything is still open
        sessions = await opened.enter_async_context(open_sessions(settings, health))
        database = await opened.enter_async_context(open_postgres(settings, health, service=Service.RESPONSE))
        twilio = await opened.enter_async_context(open_twilio(settings, health))
        rabbit = await opened.enter_async_context(open_rabbitmq(settings, health, service=Service.RESPONSE))
        await opened.enter_async_context(health_server(settings, health))
        records = Records(database)
        reports = StatusReports(fates=records, sessions=sessions, publisher=rabbit, now=now)
        unreported = UnreportedReplies(rows=records, twilio=twilio, reports=reports)
        delivery = ResponseDelivery(
            rows=records,
            twilio=twilio,
            conversations=sessions,
            links=LinkMaker(settings.public_base_url, link_key(settings, token)),
            now=now,
        )
        consuming = rabbit.consuming(Reply, delivery.handle, on_give_up=delivery.give_up, refused=delivery.refused)
        async with consuming:
            await unreported.run(stop, health)


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    run_service(Service.RESPONSE, ResponseSettings, serve)
