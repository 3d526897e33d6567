"""The webhook service: Twilio's messages in, jobs and quick answers out; files for whoever holds a link."""

import asyncio
from contextlib import AsyncExitStack

from services.whatsapp_webhook_service.lifespan import open_webhook
from services.whatsapp_webhook_service.routes import create_app
from shared.health import Health
from shared.process import http_server, metrics_server, run_service
from shared.safe_naming import Service
from shared.settings import WebhookSettings


async def serve(settings: WebhookSettings, health: Health, stop: asyncio.Event) -> None:
    """The public port closes first, so that what is open serves the last requests."""
    async with AsyncExitStack() as stack:
        state = await stack.enter_async_context(open_webhook(settings, health))
        await stack.enter_async_context(metrics_server(settings.service_host, settings.metrics_port))
        public = create_app(state.opened, health)
        await stack.enter_async_context(http_server(public, settings.service_host, settings.service_port))
        await state.sweeper.run(stop, health)


if __name__ == "__main__":
    run_service(Service.WEBHOOK, WebhookSettings, serve)
