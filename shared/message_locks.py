"""One reader per message at a time, across processes: advisory locks on one connection that does nothing else."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import asyncpg

from shared.errors import DependencyAway, TemporaryFailure
from shared.postgres import Database
from shared.postgres_connection import translated

logger = logging.getLogger(__name__)

WAIT_S = 5.0
_POLL_S = 0.2
_KEY = "hashtextextended('reading ' || $1, 0)"


class MessageLocks:
    """The connection is taken while any lock is held. If it breaks, the locks are gone; the unique keys of what is
    read remain, so the worst case is a second read of a message, never a second row."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: set[str] = set()
        self._turn = asyncio.Lock()  # a connection runs one statement at a time
        self._connection: asyncpg.Connection | None = None
        self._opened: AsyncExitStack | None = None

    @asynccontextmanager
    async def reading(self, message_id: str, *, wait_s: float = WAIT_S) -> AsyncIterator[None]:
        """Raises TemporaryFailure when someone else still reads the message after `wait_s`."""
        deadline = time.monotonic() + wait_s
        while not await self._taken(message_id):
            if time.monotonic() > deadline:
                raise TemporaryFailure("another process reads this message")
            await asyncio.sleep(_POLL_S)
        try:
            yield
        finally:
            await asyncio.shield(self._give_back(message_id))

    async def _taken(self, message_id: str) -> bool:
        if message_id in self._held:  # the server would let this process have it twice
            return False
        self._held.add(message_id)
        taken = False
        try:
            async with self._turn:
                connection = await self._connected()
                with translated():
                    taken = bool(await connection.fetchval(f"SELECT pg_try_advisory_lock({_KEY})", message_id))
        finally:
            if not taken:
                self._held.discard(message_id)
                await self._close_if_idle()
        return taken

    async def _give_back(self, message_id: str) -> None:
        try:
            async with self._turn:
                if self._connection and self._is_usable():
                    with translated():
                        await self._connection.fetchval(f"SELECT pg_advisory_unlock({_KEY})", message_id)
        except (DependencyAway, TemporaryFailure):
            pass  # the lock went with the connection
        finally:
            self._held.discard(message_id)
            await self._close_if_idle()

    async def _connected(self) -> asyncpg.Connection:
        if self._connection is None or not self._is_usable():
            await self._close()
            self._opened = AsyncExitStack()
            self._connection = await self._opened.enter_async_context(self._database.pool.connection())
        return self._connection

    def _is_usable(self) -> bool:
        """What is left of a lost connection does not even say whether it is closed."""
        try:
            return self._connection is not None and not self._connection.is_closed()
        except asyncpg.InterfaceError:
            return False

    async def _close_if_idle(self) -> None:
        if not self._held:
            async with self._turn:
                if not self._held:
                    await self._close()

    async def _close(self) -> None:
        opened, connection, usable = self._opened, self._connection, self._is_usable()
        self._opened = self._connection = None
        if opened:
            async with opened:
                if connection and usable:
                    await _unlock_all(connection)


async def _unlock_all(connection: asyncpg.Connection) -> None:
    """A lock that could not be given back by itself must not go back to the pool with its connection."""
    unlocked = False
    try:
        with translated():
            await connection.fetchval("SELECT pg_advisory_unlock_all()")
        unlocked = True
    except TemporaryFailure:
        logger.warning("a connection with a lock is closed")
    finally:
        if not unlocked:
            connection.terminate()
