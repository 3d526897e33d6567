"""A TCP proxy between the services and one server, on which the ways a network fails can be switched on."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from services.whatsapp_sandbox.servers.ports import HOST

_CHUNK = 64 * 1024


class Proxy:
    """`silent` takes connections and says nothing; `says` answers every request with these bytes; `delay_s` is added to
    whatever the server says; `swallows` lets requests through and no answer back."""

    def __init__(self, port: int, target_port: int) -> None:
        self.port = port
        self._target_port = target_port
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.silent = False
        self.says: bytes | None = None
        self.delay_s = 0.0
        self.swallows = False

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, HOST, self.port)

    async def go_away(self) -> None:
        """Refuses new connections and cuts those that are open."""
        if self._server:
            self._server.close()
            self._server = None
        self.cut()

    @property
    def is_well(self) -> bool:
        return self._server is not None and not (self.silent or self.says or self.delay_s or self.swallows)

    async def come_back(self) -> None:
        self.silent, self.says, self.delay_s, self.swallows = False, None, 0.0, False
        self.cut()  # those that heard nothing shall not wait on
        if self._server is None:
            await self.start()

    def cut(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self._answer(reader, writer)
        finally:
            self._open.discard(writer)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.read(_CHUNK)
        if self.says is not None:
            writer.write(self.says)
            await writer.drain()
            return
        there_reader, there_writer = await asyncio.open_connection(HOST, self._target_port)
        self._open.add(there_writer)
        try:
            there_writer.write(first)
            ways = {
                asyncio.create_task(self._copy(reader, there_writer, back=False)),
                asyncio.create_task(self._copy(there_reader, writer, back=True)),
            }
            _, rest = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in rest:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        finally:
            self._open.discard(there_writer)
            there_writer.close()

    async def _copy(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, back: bool) -> None:
        while data := await source.read(_CHUNK):
            if self.silent or (self.swallows and back):
                continue
            if back and self.delay_s:
                await asyncio.sleep(self.delay_s)
            if self.says is not None:
                target.transport.abort()
                return
            target.write(data)
            await target.drain()


@asynccontextmanager
async def running_proxy(port: int, target_port: int) -> AsyncIterator[Proxy]:
    proxy = Proxy(port, target_port)
    await proxy.start()
    try:
        yield proxy
    finally:
        await proxy.go_away()
