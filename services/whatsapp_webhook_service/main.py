"""The webhook service: Twilio's messages in, jobs and quick answers out; files for whoever holds a link."""

import asyncio
from contextlib import AsyncExitStack, suppress

from services.whatsapp_webhook_service.lifespan import open_webhook
from services.whatsapp_webhook_service.routes import create_app
from shared.health import Health
from shared.process import http_server, metrics_server, run_service, until_stopped
from shared.safe_naming import Dependency, Service
from shared.settings import WebhookSettings

REDIS_WITHIN_S = 5.0


async def serve(settings: WebhookSettings, health: Health, stop: asyncio.Event) -> None:
    """The public port closes first, so that what is open serves the last requests."""
    async with AsyncExitStack() as stack:
        state = await stack.enter_async_context(open_webhook(settings, health))
        await stack.enter_async_context(metrics_server(settings.service_host, settings.metrics_port))
        await until_stopped(stop, _redis_is_reached(health))
        server = http_server(
            create_app(state.opened, health),
            settings.service_host,
            settings.service_port,
            grace_s=settings.shutdown_grace_s,
        )
        await stack.enter_async_context(server)
        await state.sweeper.run(stop, health)


async def _redis_is_reached(health: Health) -> None:
    """On a busy machine the first connection takes longer than the first message can wait for it. One that stays away
    keeps nobody out: photos are taken in without it."""
    with suppress(TimeoutError):
        async with asyncio.timeout(REDIS_WITHIN_S):
            await health.until_available(Dependency.REDIS)


if __name__ == "__main__":
    run_service(Service.WEBHOOK, WebhookSettings, serve)
