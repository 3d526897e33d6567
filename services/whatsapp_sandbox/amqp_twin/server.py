"""Starts the twin on a port: for the command and for tests that want it in their own event loop."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from services.whatsapp_sandbox.amqp_twin.broker import Broker
from services.whatsapp_sandbox.amqp_twin.connection import TwinConnection

LOGIN = ("guest", "guest")


@asynccontextmanager
async def serve(data: Path, port: int, *, login: tuple[str, str] = LOGIN) -> AsyncIterator[int]:
    """Yields the port once it accepts connections; on loopback only."""
    broker = Broker(data)
    open_ones: set[TwinConnection] = set()
    clock = asyncio.create_task(broker.run())
    server = await asyncio.get_running_loop().create_server(
        lambda: TwinConnection(broker, login, open_ones), "127.0.0.1", port
    )
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for connection in list(open_ones):
            connection.cut()
        await asyncio.sleep(0)  # lets the cut connections put back what they held
        clock.cancel()
        await asyncio.gather(clock, return_exceptions=True)
