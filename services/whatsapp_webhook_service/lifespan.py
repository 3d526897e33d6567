"""What the webhook service opens, in this order, and closes in reverse; nothing here waits for a server to answer."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from services.whatsapp_webhook_service.dependencies import Opened
from services.whatsapp_webhook_service.dispatcher import Dispatcher
from services.whatsapp_webhook_service.door import Door
from services.whatsapp_webhook_service.forgetting import Forgetting
from services.whatsapp_webhook_service.sweeper import Sweeper
from shared.dead_letters import drop_all_of
from shared.health import Health
from shared.links import link_key
from shared.postgres import open_postgres
from shared.rabbitmq import open_rabbitmq
from shared.records import Records
from shared.redis_manager import open_sessions
from shared.s3_connection import open_s3
from shared.safe_naming import Service
from shared.settings import WebhookSettings
from shared.status_reports import StatusReports
from shared.twilio_signature import SignatureCheck


@dataclass(frozen=True)
class WebhookState:
    """`opened` is what the routes use; the sweeper runs beside them."""

    opened: Opened
    sweeper: Sweeper


@asynccontextmanager
async def open_webhook(settings: WebhookSettings, health: Health) -> AsyncIterator[WebhookState]:
    token = settings.twilio_auth_token.get_secret_value()
    async with AsyncExitStack() as stack:
        sessions = await stack.enter_async_context(open_sessions(settings, health))
        database = await stack.enter_async_context(open_postgres(settings, health, service=Service.WEBHOOK))
        store = await stack.enter_async_context(open_s3(settings, health))
        rabbit = await stack.enter_async_context(open_rabbitmq(settings, health, service=Service.WEBHOOK))
        records = Records(database)
        forgetting = Forgetting(
            marks=sessions, deletions=records, files=store, drop_dead_letters=partial(drop_all_of, settings)
        )
        dispatcher = Dispatcher(
            sessions=sessions,
            publisher=rabbit,
            door=Door(settings.allowed_numbers, settings.rate_limit_per_minute),
            take_over_deletion=forgetting.take_over,
        )
        yield WebhookState(
            Opened(
                dispatcher=dispatcher,
                reports=StatusReports(fates=records, sessions=sessions, publisher=rabbit, now=_now),
                signatures=SignatureCheck(token, settings.public_base_url),
                store=store,
                invoices=records,
                link_key=link_key(settings, token),
            ),
            Sweeper(sessions=sessions, publisher=rabbit, forgetting=forgetting, now=_now),
        )


def _now() -> datetime:
    return datetime.now(UTC)
