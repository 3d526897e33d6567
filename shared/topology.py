"""The queues of FinTrak and how they hang together: for the adapter, the `init` command and the dead-letter commands.

Each work queue `q` has:
    q.retry.15s ...    one per delay; a message waits there for its TTL and comes back to `q`
    q.undeliverable    where the broker itself puts what killed its consumers too often; the consumer of `q` reads it,
                       tells the user and parks it
    q.dead             the last stop, read by operators only

Whatever dead-letters does so at least once: with the broker's defaults a node killed while messages expire loses some.
"""

import logging
from collections.abc import Collection, Sequence

from aio_pika.abc import AbstractChannel, AbstractConnection
from aio_pika.exceptions import ChannelPreconditionFailed
from pamqp.common import FieldTable

from shared.errors import InvalidSettings
from shared.safe_naming import Queue

logger = logging.getLogger(__name__)

DELIVERY_LIMIT = 50
"""High, because every lost connection counts against all messages in hand; our own attempt count gives up earlier."""

UNLIMITED = 1_000_000_000  # newer brokers would drop a dead letter that was looked at twenty times
DECLARE_TIMEOUT_S = 10.0


def dead_queue(queue: Queue) -> str:
    return f"{queue}.dead"


def undeliverable_queue(queue: Queue) -> str:
    return f"{queue}.undeliverable"


def retry_queue(queue: Queue, delay_s: float) -> str:
    return f"{queue}.retry.{delay_s:g}s"


def queue_arguments(queue: Queue, retry_delays_s: Sequence[float]) -> dict[str, FieldTable]:
    """Name -> arguments, in the order to declare them: what dead-letters comes after where it dead-letters to."""
    limit: FieldTable = {"x-delivery-limit": DELIVERY_LIMIT}
    waiting = {
        retry_queue(queue, delay_s): _moving_to(queue) | {"x-message-ttl": round(delay_s * 1000)}
        for delay_s in retry_delays_s
    }
    return {
        dead_queue(queue): {"x-queue-type": "quorum", "x-delivery-limit": UNLIMITED},
        undeliverable_queue(queue): _moving_to(dead_queue(queue)) | limit,
        str(queue): _moving_to(undeliverable_queue(queue)) | limit,
        **waiting,
    }


def _moving_to(target: str) -> FieldTable:
    return {
        "x-queue-type": "quorum",
        "x-dead-letter-exchange": "",
        "x-dead-letter-routing-key": str(target),
        "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",  # at-least-once needs it
    }


async def declare_topology(connection: AbstractConnection, retry_delays_s: Sequence[float]) -> None:
    """Every queue of every service, so that it does not matter who starts first. Doing it again changes nothing.

    A work queue or last stop that somebody made otherwise is used as it is, and said so: refusing it would stop all.
    """
    for queue in Queue:
        left = queue_arguments(queue, retry_delays_s)
        while left:
            async with connection.channel() as channel:
                left = await _declare(channel, left, may_differ={str(queue), dead_queue(queue)})


async def _declare(
    channel: AbstractChannel, wanted: dict[str, FieldTable], may_differ: Collection[str]
) -> dict[str, FieldTable]:
    """What is left to declare on another channel: one that was refused something is closed."""
    for number, (name, arguments) in enumerate(wanted.items(), start=1):
        try:
            await channel.declare_queue(name, durable=True, arguments=arguments, timeout=DECLARE_TIMEOUT_S)
        except ChannelPreconditionFailed as error:
            if name not in may_differ:
                raise InvalidSettings(
                    f"queue {name} exists with other arguments ({error}): "
                    "empty and delete it, or run every service in the same version"
                ) from error
            logger.error("a queue exists with other arguments and is used as it is", extra={"queue": name})
            return dict(list(wanted.items())[number:])
    return {}
