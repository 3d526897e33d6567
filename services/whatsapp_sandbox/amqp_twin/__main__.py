"""`python -m services.whatsapp_sandbox.amqp_twin --port N --data DIR`: serves until SIGTERM; prints logs only.

The login is RABBITMQ_USER and RABBITMQ_PASSWORD, as for the services, guest and guest without them.
"""

import argparse
import asyncio
import logging
import os
from pathlib import Path

from services.whatsapp_sandbox.amqp_twin.server import serve
from shared.logs import configure_logs
from shared.process import stop_on_signals

logger = logging.getLogger(__name__)


async def _run(port: int, data: Path, login: tuple[str, str]) -> None:
    stop = asyncio.Event()
    stop_on_signals(stop)
    async with serve(data, port, login=login) as listening_on:
        logger.info("listening", extra={"port": listening_on})
        await stop.wait()
    logger.info("stopped")


def main() -> None:
    parser = argparse.ArgumentParser(prog="amqp_twin", description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="0 takes a free one; it is in the log")
    parser.add_argument("--data", type=Path, required=True, help="folder of the journal")
    arguments = parser.parse_args()
    configure_logs("amqp_twin", "INFO")
    login = (os.environ.get("RABBITMQ_USER", "guest"), os.environ.get("RABBITMQ_PASSWORD", "guest"))
    asyncio.run(_run(arguments.port, arguments.data, login))


if __name__ == "__main__":
    main()
