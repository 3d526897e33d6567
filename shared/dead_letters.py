"""What an operator does with messages nobody could process: count, look, send again, throw away.

Looking shows who and why, never what was written: texts and numbers stay in the queue.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from aio_pika.abc import AbstractChannel, AbstractConnection, AbstractIncomingMessage
from aio_pika.exceptions import CONNECTION_EXCEPTIONS, ChannelNotFoundEntity

from shared.broker_link import CLOSE_TIMEOUT_S, connect, failure_of
from shared.errors import DependencyAway, FintrakError
from shared.publishing import REASON, attempt_of, next_copy, open_publishing_channel, send
from shared.safe_naming import Dependency, Queue
from shared.settings import RabbitSettings, load
from shared.topology import dead_queue
from shared.utils import mask_phone, whatsapp_number

ANSWER_TIMEOUT_S = 10.0


@dataclass(frozen=True)
class DeadMessage:
    """`age_s` since it was first published; `sender` is masked."""

    queue: Queue
    message_id: str
    kind: str
    sender: str
    reason: str
    attempts: int
    age_s: int | None


async def count(settings: RabbitSettings, queue: Queue) -> int:
    """How many are parked for this work queue; it may lag by a moment."""
    async with _connected(settings) as connection, connection.channel() as channel:
        try:
            found = await channel.declare_queue(dead_queue(queue), passive=True, timeout=ANSWER_TIMEOUT_S)
        except ChannelNotFoundEntity:
            return 0
        return found.declaration_result.message_count or 0


async def show(settings: RabbitSettings, queue: Queue, *, limit: int = 100) -> list[DeadMessage]:
    """The oldest ones; they stay where they are."""
    async with _connected(settings) as connection, connection.channel() as channel:
        return [_described(queue, message) async for message in _parked(channel, queue, limit)]


async def replay(settings: RabbitSettings, queue: Queue, message_ids: Collection[str] = ()) -> int:
    """Sends them (none named: all) through their work queue again, with all attempts before them."""
    replayed: set[str] = set()
    async with _connected(settings) as connection, connection.channel() as channel:
        publishing = await open_publishing_channel(connection)
        async for message in _parked(channel, queue):
            message_id = message.message_id or ""
            if message_id in replayed or (message_ids and message_id not in message_ids):
                continue  # what died again while we were at it waits for the next time
            await send(publishing, str(queue), next_copy(message, attempt=0), timeout_s=ANSWER_TIMEOUT_S)
            await message.ack()
            replayed.add(message_id)
    return len(replayed)


async def drop(settings: RabbitSettings, queue: Queue, message_ids: Collection[str] = ()) -> int:
    """Throws them away (none named: all) for good."""
    dropped = 0
    async with _connected(settings) as connection, connection.channel() as channel:
        async for message in _parked(channel, queue):
            if not message_ids or message.message_id in message_ids:
                await message.ack()
                dropped += 1
    return dropped


async def drop_all_of(settings: RabbitSettings, sender: str) -> int:
    """For whoever asked to be forgotten: their words and number are in there."""
    dropped = 0
    for queue in Queue:
        async with _connected(settings) as connection, connection.channel() as channel:
            async for message in _parked(channel, queue):
                if whatsapp_number(_sender(message.body) or "") == whatsapp_number(sender):
                    await message.ack()
                    dropped += 1
    return dropped


def dead_letters(action: str, queue: Queue | None, message_ids: Collection[str] = ()) -> int:
    """`python main.py dead-letters list|show|replay|drop [QUEUE [ID...]]`; the exit code."""
    settings = load(RabbitSettings)
    for one in [queue] if queue else Queue:
        for line in asyncio.run(_lines(settings, action, one, message_ids)):
            print(line)  # noqa: T201 - a command talks to a person
    return 0


async def _lines(settings: RabbitSettings, action: str, queue: Queue, message_ids: Collection[str]) -> list[str]:
    match action:
        case "list":
            return [f"{queue}: {await count(settings, queue)}"]
        case "show":
            parked = [dead for dead in await show(settings, queue) if not message_ids or dead.message_id in message_ids]
            return [_line(dead) for dead in parked] or [f"{queue}: none"]
        case "replay":
            moved, what = await replay(settings, queue, message_ids), "sent again"
        case _:
            moved, what = await drop(settings, queue, message_ids), "dropped"
    if moved < len(set(message_ids)):
        raise FintrakError(f"{queue}: {moved} {what}, no more of these ids are parked there")
    return [f"{queue}: {moved} {what}"]


def _line(dead: DeadMessage) -> str:
    age = "unknown age" if dead.age_s is None else f"{timedelta(seconds=dead.age_s)} old"
    return f"{dead.queue} {dead.message_id} from {dead.sender}, {age}, {dead.attempts} retries: {dead.reason}"


@asynccontextmanager
async def _connected(settings: RabbitSettings) -> AsyncIterator[AbstractConnection]:
    try:
        connection = await connect(settings, "dead letters")
        try:
            yield connection
        finally:
            await failure_of(connection.close(), timeout_s=CLOSE_TIMEOUT_S)
    except CONNECTION_EXCEPTIONS as error:
        where = f"{settings.rabbitmq_host}:{settings.rabbitmq_port}"
        raise DependencyAway(
            Dependency.RABBITMQ, f"{where} cannot be used ({type(error).__name__}): `main.py check` tries it"
        ) from error


async def _parked(
    channel: AbstractChannel, queue: Queue, limit: int | None = None
) -> AsyncIterator[AbstractIncomingMessage]:
    """Each once: what the caller does not acknowledge goes back when the channel closes."""
    found = await channel.get_queue(dead_queue(queue), ensure=False)
    given = 0
    while limit is None or given < limit:
        async with asyncio.timeout(ANSWER_TIMEOUT_S):
            try:
                message = await found.get(fail=False)
            except ChannelNotFoundEntity:
                return
        if message is None:
            return
        given += 1
        yield message


def _described(queue: Queue, message: AbstractIncomingMessage) -> DeadMessage:
    return DeadMessage(
        queue=queue,
        message_id=message.message_id or "",
        kind=message.type or "",
        sender=mask_phone(_sender(message.body) or ""),
        reason=str(message.headers.get(REASON, "unknown")),
        attempts=attempt_of(message),
        age_s=round(time.time() - message.timestamp.timestamp()) if message.timestamp else None,
    )


def _sender(body: bytes) -> str | None:
    """None where it is not what a queue of ours carries."""
    try:
        content = json.loads(body)
    except ValueError:
        return None
    who = content.get("sender") or content.get("to") if isinstance(content, dict) else None
    return who if isinstance(who, str) else None
