"""One connection to RabbitMQ that is opened again for ever: shared/rabbitmq.py has one to publish and one to consume.

aio-pika's own robust connection restores what was declared; ours starts over: declare everything, then go on. So a
broker that came back empty, a deleted queue and a closed channel are one case.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import aio_pika
from aio_pika.abc import AbstractConnection
from aio_pika.exceptions import CONNECTION_EXCEPTIONS

from shared.errors import DependencyAway, FintrakError
from shared.logs import Reminder
from shared.safe_naming import Dependency, Service
from shared.settings import RabbitSettings

logger = logging.getLogger(__name__)

SetUp = Callable[[AbstractConnection], Awaitable[None]]
"""Runs on every new connection before it counts as up."""

CONNECT_TIMEOUT_S = 5.0
SET_UP_TIMEOUT_S = 30.0
CLOSE_TIMEOUT_S = 2.0
RECONNECT_S = 1.0
LOST = "the connection was lost"
HEARTBEAT_S = 10  # a dead peer is noticed after about three of them


def is_foreign_cancellation() -> bool:
    """aio-pika fails its futures with CancelledError when a connection ends; nobody has cancelled us then."""
    task = asyncio.current_task()
    return task is None or task.cancelling() == 0


async def failure_of(work: Coroutine[Any, Any, Any], *, timeout_s: float | None = None) -> BaseException | None:
    """Does one thing with the broker and says how it failed; raises only what is a bug, or our own cancellation.

    It needs a task: what a closing connection leaves unfinished fails with CancelledError or even a bare Exception.
    """
    task = asyncio.create_task(work)
    try:
        await asyncio.wait({task}, timeout=timeout_s)
        if not task.done():
            return TimeoutError(f"no answer within {timeout_s:g} s")
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=CLOSE_TIMEOUT_S)
    if task.cancelled():
        return ConnectionResetError(LOST)
    error = task.exception()
    if error is None or isinstance(error, (*CONNECTION_EXCEPTIONS, FintrakError)) or type(error) is Exception:
        return error
    raise error


class _OwnedConnection(aio_pika.Connection):
    """Closed by whoever opened it: aio-pika's finaliser would warn of a coroutine that nobody awaits, in any thread."""

    def __del__(self) -> None:
        return


async def connect(settings: RabbitSettings, name: str) -> AbstractConnection:
    return await aio_pika.connect(
        connection_class=_OwnedConnection,
        host=settings.rabbitmq_host,
        port=settings.rabbitmq_port,
        login=settings.rabbitmq_user,
        password=settings.rabbitmq_password.get_secret_value(),
        virtualhost=settings.rabbitmq_vhost,
        ssl=settings.rabbitmq_tls,
        heartbeat=HEARTBEAT_S,
        timeout=CONNECT_TIMEOUT_S,
        client_properties={"connection_name": name},
    )


class Link:
    """`connection` is None while there is none; `problem` says why."""

    def __init__(self, settings: RabbitSettings, name: str, set_up: SetUp) -> None:
        self._settings = settings
        self._name = name
        self._set_up = set_up
        self._lost = asyncio.Event()
        self._reminder = Reminder()
        self.connection: AbstractConnection | None = None
        self.problem = "not connected yet"

    def renew(self, *_: object) -> None:
        """Gives the present connection up; the next one is opened a moment later."""
        self._lost.set()

    async def ping(self) -> None:
        """Returns when the broker answers and takes messages; a blocked connection never answers."""
        if self.connection is None:
            raise DependencyAway(Dependency.RABBITMQ, self.problem)
        if error := await failure_of(self._open_a_channel(self.connection)):
            raise DependencyAway(Dependency.RABBITMQ, _short(error)) from error

    @staticmethod
    async def _open_a_channel(connection: AbstractConnection) -> None:
        async with connection.channel():
            return

    async def keep(self) -> None:
        while True:
            error = await failure_of(self._use_one())
            self._say(_short(error) if error else LOST)
            await asyncio.sleep(RECONNECT_S)

    async def _use_one(self) -> None:
        self._lost.clear()
        connection = await connect(self._settings, self._name)
        try:
            connection.close_callbacks.add(self.renew)
            async with asyncio.timeout(SET_UP_TIMEOUT_S):
                await self._set_up(connection)
            self._announce(connection)
            await self._lost.wait()
        finally:
            self.connection = None
            await failure_of(connection.close(), timeout_s=CLOSE_TIMEOUT_S)

    def _announce(self, connection: AbstractConnection) -> None:
        self.connection = connection
        self._reminder.reset()
        logger.info("connected to RabbitMQ", extra={"connection": self._name})

    def _say(self, problem: str) -> None:
        self.problem = problem
        if self._reminder.is_due(problem):
            logger.warning("waiting for RabbitMQ", extra={"connection": self._name, "problem": problem})


def _short(error: BaseException) -> str:
    text = " ".join(str(part) for part in error.args) or type(error).__name__
    return f"{type(error).__name__}: {text}"[:300]


@asynccontextmanager
async def kept_open(settings: RabbitSettings, service: Service, purpose: str, set_up: SetUp) -> AsyncIterator[Link]:
    """Yields at once and connects in the background; a bug in there ends the block it serves, never silently."""
    link = Link(settings, f"{service} {purpose}", set_up)
    owner = asyncio.current_task()
    task = asyncio.create_task(link.keep())
    task.add_done_callback(lambda done: owner.cancel() if owner and not done.cancelled() else None)
    try:
        yield link
    except asyncio.CancelledError:
        if task.done() and not task.cancelled():
            task.result()
        raise
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
