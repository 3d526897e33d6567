"""WhatsApp sandbox: Twilio's twin and a chat page in one process, for laptops and tests."""

import asyncio
import sys

from services.whatsapp_sandbox.app import open_sandbox
from services.whatsapp_sandbox.settings import SandboxSettings
from shared.errors import InvalidSettings
from shared.logs import configure_logs
from shared.process import http_server, stop_on_signals
from shared.settings import load


async def serve(settings: SandboxSettings, stop: asyncio.Event) -> None:
    async with (
        open_sandbox(settings) as sandbox,
        http_server(sandbox.app, settings.sandbox_host, settings.sandbox_port),
    ):
        try:
            await stop.wait()
        finally:
            sandbox.end_streams()  # the server waits for every open page otherwise


async def _run(settings: SandboxSettings) -> None:
    stop = asyncio.Event()
    stop_on_signals(stop)
    await serve(settings, stop)


def main() -> None:
    try:
        settings = load(SandboxSettings)
    except InvalidSettings as error:
        print(error, file=sys.stderr)  # noqa: T201 - the operator reads this before logs exist
        sys.exit(2)
    configure_logs("whatsapp_sandbox", settings.log_level)
    asyncio.run(_run(settings))


if __name__ == "__main__":
    main()
