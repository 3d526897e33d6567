"""How a message looks on the wire and how it gets there for certain: for shared/rabbitmq.py and dead_letters.py."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractConnection, AbstractIncomingMessage
from aio_pika.exceptions import DeliveryError, PublishError

from shared.broker_link import Link, failure_of
from shared.errors import DependencyAway, TemporaryFailure
from shared.messages import QueueMessage
from shared.safe_naming import Dependency, Service
from shared.topology import declare_topology

logger = logging.getLogger(__name__)

ATTEMPT = "x-attempt"
REASON = "x-reason"


def first_copy(message: QueueMessage, service: Service) -> aio_pika.Message:
    return aio_pika.Message(
        message.model_dump_json().encode(),
        headers={ATTEMPT: 0},
        content_type="application/json",
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
        message_id=message.delivery_id,
        timestamp=datetime.now(UTC),
        type=type(message).__name__,
        app_id=str(service),
    )


def next_copy(original: AbstractIncomingMessage, *, attempt: int, reason: str | None = None) -> aio_pika.Message:
    """The same message with our headers only: with the broker's `x-death` it would take the ladder for a loop."""
    return aio_pika.Message(
        original.body,
        headers={ATTEMPT: attempt} | ({REASON: reason[:500]} if reason else {}),
        content_type=original.content_type,
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
        message_id=original.message_id,
        timestamp=original.timestamp,
        type=original.type,
        app_id=original.app_id,
    )


def attempt_of(message: AbstractIncomingMessage) -> int:
    """How many retries were made; a missing or odd header counts as none."""
    attempt = message.headers.get(ATTEMPT)
    return attempt if isinstance(attempt, int) and attempt > 0 else 0


async def open_publishing_channel(connection: AbstractConnection) -> AbstractChannel:
    """Confirms are on, and what no queue takes raises: the default is to drop it in silence."""
    return await connection.channel(publisher_confirms=True, on_return_raises=True)


async def send(channel: AbstractChannel, queue_name: str, message: aio_pika.Message, *, timeout_s: float) -> None:
    """Returns when the broker has stored it; on DependencyAway it may or may not have."""
    publishing = _publish(channel, queue_name, message)
    match await failure_of(publishing, timeout_s=timeout_s):
        case None:
            return
        case PublishError() as error:
            raise NoSuchQueue(queue_name) from error
        case DeliveryError() as error:
            raise TemporaryFailure(f"queue {queue_name} takes no more messages") from error
        case error:
            raise DependencyAway(Dependency.RABBITMQ, f"{type(error).__name__}: {error}") from error


async def _publish(channel: AbstractChannel, queue_name: str, message: aio_pika.Message) -> None:
    await channel.default_exchange.publish(message, routing_key=queue_name, mandatory=True)


class NoSuchQueue(TemporaryFailure):
    """Somebody deleted it; connecting anew declares it again."""

    def __init__(self, queue_name: str) -> None:
        super().__init__(f"there is no queue {queue_name}")


class Publisher:
    """Owns the channel everything is published on; `set_up` is what its link runs on each new connection."""

    def __init__(self, retry_delays_s: Sequence[float]) -> None:
        self._retry_delays_s = retry_delays_s
        self._channel: AbstractChannel | None = None
        self.link: Link | None = None

    async def set_up(self, connection: AbstractConnection) -> None:
        await declare_topology(connection, self._retry_delays_s)
        self._channel = await open_publishing_channel(connection)
        if self.link:
            self._channel.close_callbacks.add(self.link.renew)

    async def send(self, queue_name: str, message: aio_pika.Message, *, timeout_s: float = 5) -> None:
        if self.link is None or self.link.connection is None or self._channel is None:
            raise DependencyAway(Dependency.RABBITMQ, self.link.problem if self.link else "not connected yet")
        try:
            await send(self._channel, queue_name, message, timeout_s=timeout_s)
        except NoSuchQueue:
            logger.error("a queue is missing, declaring all again", extra={"queue": queue_name})
            self.link.renew()
            raise
