"""What the broker tests build with: messages, a recording handler, a line that can be cut."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from shared.broker_link import connect
from shared.errors import Refused
from shared.health import Health
from shared.messages import Question
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.safe_naming import Dependency, Queue, Service
from shared.settings import RabbitSettings

QUEUE = Queue.QUERY_QUEUE
PATIENCE_S = 60
POLL_S = 0.02


def a_question(number: int = 1) -> Question:
    return Question(message_id=f"SM{number}", sender="whatsapp:+34611222333", text="?", received_at=datetime.now(UTC))


@dataclass
class Worker:
    """A handler that records; `fails` says what it raises for whom, `gate` keeps it busy while it is closed."""

    fails: dict[str, list[Exception]] = field(default_factory=dict)
    started: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    most_at_once: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, message: Question) -> None:
        self.started.append(message.message_id)
        self.times.append(asyncio.get_running_loop().time())
        in_hand = Counter(self.started) - Counter(self.done) - Counter(self.cancelled)
        self.most_at_once = max(self.most_at_once, in_hand.total())
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled.append(message.message_id)
            raise
        self.done.append(message.message_id)
        if failures := self.fails.get(message.message_id):
            raise failures.pop(0)

    async def on_give_up(self, message: Question, reason: str) -> None:
        self.told.append((message.message_id, reason))

    async def on_refused(self, message: Question, refusal: Refused) -> None:
        self.refused.append((message.message_id, refusal.text))


def an_open_worker(**fails: Sequence[Exception]) -> Worker:
    worker = Worker(fails={message_id: list(errors) for message_id, errors in fails.items()})
    worker.gate.set()
    return worker


@asynccontextmanager
async def rabbit_at(settings: RabbitSettings, health: Health | None = None) -> AsyncIterator[Rabbit]:
    """Connected before the test goes on."""
    health = health or Health(Service.QUERY)
    async with open_rabbitmq(settings, health, service=Service.QUERY) as rabbit:
        await eventually(lambda: answers(rabbit))
        yield rabbit


@asynccontextmanager
async def consuming(rabbit: Rabbit, worker: Worker, *, limit_s: float = 60) -> AsyncIterator[None]:
    async with rabbit.consuming(
        Question,
        worker.handle,
        on_give_up=worker.on_give_up,
        refused=worker.on_refused,
        handling_limit_s=limit_s,
    ):
        await eventually(lambda: answers(rabbit))
        yield


async def answers(rabbit: Rabbit) -> bool:
    health = Health(Service.QUERY)
    health.watch(Dependency.RABBITMQ, rabbit.ping)
    return (await health.report()).able


async def eventually(holds: Callable[[], bool | Awaitable[bool]]) -> None:
    """Looks until it is so; fails when it never is."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            answer = holds()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(POLL_S)


async def waiting_in(settings: RabbitSettings, queue_name: str) -> int:
    """Messages ready in a queue; RabbitMQ's count may lag, so wrap it in `eventually`."""
    connection = await connect(settings, "counting")
    try:
        channel = await connection.channel()
        queue = await channel.declare_queue(queue_name, passive=True)
        return queue.declaration_result.message_count or 0
    finally:
        await connection.close()


async def holds(settings: RabbitSettings, queue_name: str, count: int) -> None:
    async def is_so() -> bool:
        return await waiting_in(settings, queue_name) == count

    await eventually(is_so)


@asynccontextmanager
async def line_to(settings: RabbitSettings) -> AsyncIterator["Line"]:
    """Closed however the test ends: a socket left open would be an error of whichever test comes later."""
    line = Line(settings.rabbitmq_host, settings.rabbitmq_port)
    await line.open()
    try:
        yield line
    finally:
        await line.cut()


class Line:
    """A TCP relay to the broker that a test can cut."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._relay, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """All connections at once; new ones are refused until it is opened again."""
        if self._server:
            self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            there, back = await asyncio.open_connection(*self._target)
        except OSError:  # the broker is down: without this the caller's socket would stay open for ever
            writer.transport.abort()
            return
        for one in (asyncio.create_task(self._pump(reader, back)), asyncio.create_task(self._pump(there, writer))):
            self._tasks.add(one)
            one.add_done_callback(self._tasks.discard)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()
        self._writers.discard(writer)
