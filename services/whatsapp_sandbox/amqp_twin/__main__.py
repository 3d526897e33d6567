"""`python -m services.whatsapp_sandbox.amqp_twin --port N --data DIR`: serves until SIGTERM; prints logs only."""

import argparse
import asyncio
import logging
from pathlib import Path

from services.whatsapp_sandbox.amqp_twin.server import serve
from shared.logs import configure_logs
from shared.process import stop_on_signals

logger = logging.getLogger(__name__)


async def _run(port: int, data: Path) -> None:
    stop = asyncio.Event()
    stop_on_signals(stop)
    async with serve(data, port) as listening_on:
        logger.info("listening", extra={"port": listening_on})
        await stop.wait()
    logger.info("stopped")


def main() -> None:
    parser = argparse.ArgumentParser(prog="amqp_twin", description=__doc__)
    parser.add_argument("--port", type=int, required=True, help="0 takes a free one; it is in the log")
    parser.add_argument("--data", type=Path, required=True, help="folder of the journal")
    arguments = parser.parse_args()
    configure_logs("amqp_twin", "INFO")
    asyncio.run(_run(arguments.port, arguments.data))


if __name__ == "__main__":
    main()
