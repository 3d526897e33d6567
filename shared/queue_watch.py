"""How many messages wait in the queues of a consumer, and how old the oldest in hand is: for the metrics only.

AMQP cannot look at a waiting message. Queues are first in, first out and a consumer always holds the front, so the
oldest message is one in hand.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aio_pika.abc import AbstractConnection

from shared.broker_link import Link, failure_of
from shared.metrics import QUEUE_MESSAGES, QUEUE_OLDEST_SECONDS
from shared.safe_naming import Queue
from shared.topology import queue_arguments

EVERY_S = 15.0
AGAIN_S = 1.0
TIMEOUT_S = 5.0


class InHand:
    """When each message in hand was published, by any key that is unique while it is in hand."""

    def __init__(self, queue: Queue) -> None:
        self._published: dict[object, float] = {}
        QUEUE_OLDEST_SECONDS.labels(str(queue)).set_function(self.oldest_seconds)

    def add(self, key: object, published_at: float | None) -> None:
        self._published[key] = published_at or time.time()

    def remove(self, key: object) -> None:
        self._published.pop(key, None)

    def oldest_seconds(self) -> float:
        return max(0.0, time.time() - min(self._published.values())) if self._published else 0.0


@asynccontextmanager
async def depths_watched(link: Link, queue: Queue, retry_delays_s: Sequence[float]) -> AsyncIterator[None]:
    names = tuple(queue_arguments(queue, retry_delays_s))
    task = asyncio.create_task(_watch(link, names))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _watch(link: Link, names: Sequence[str]) -> None:
    while True:
        connection = link.connection
        away = connection is None or await failure_of(_measure(connection, names), timeout_s=TIMEOUT_S) is not None
        if away:
            for name in names:
                QUEUE_MESSAGES.labels(name).set(math.nan)
        await asyncio.sleep(AGAIN_S if away else EVERY_S)


async def _measure(connection: AbstractConnection, names: Sequence[str]) -> None:
    """On a channel of its own: a queue that is missing closes it."""
    async with connection.channel() as channel:
        for name in names:
            declared = await channel.declare_queue(name, passive=True)
            QUEUE_MESSAGES.labels(name).set(declared.declaration_result.message_count or 0)
