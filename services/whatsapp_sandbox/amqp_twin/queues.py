"""One queue of the twin: order, prefetch, expiry, limits. It decides; the broker moves and the journal keeps."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from services.whatsapp_sandbox.amqp_twin.wire import Message


class Receiver(Protocol):
    """A channel with a consumer on this queue."""

    def deliver(self, consumer: "Consumer", queue: "TwinQueue", message: Message) -> None: ...

    def cancelled_by_server(self, consumer: "Consumer") -> None: ...


@dataclass(eq=False, slots=True)
class Consumer:
    """`prefetch` 0 is unlimited; without `acknowledges` nothing stays in hand."""

    tag: str
    receiver: Receiver
    prefetch: int
    acknowledges: bool
    in_hand: int = 0

    def has_room(self) -> bool:
        return not self.prefetch or self.in_hand < self.prefetch


class TwinQueue:
    def __init__(self, vhost: str, name: str, arguments: dict[str, Any]) -> None:
        self.vhost = vhost
        self.name = name
        self.arguments = arguments
        self.ready: deque[Message] = deque()
        self.in_hand: dict[int, Message] = {}
        self.stuck: list[tuple[Message, str]] = []
        """Dead, but their target takes nothing at the moment: tried again every second."""
        self._consumers: deque[Consumer] = deque()
        self._ttl_ms: int | None = arguments.get("x-message-ttl")
        self._max_length: int | None = arguments.get("x-max-length")
        self._delivery_limit: int | None = arguments.get("x-delivery-limit")
        self._rejects = arguments.get("x-overflow") == "reject-publish"

    @property
    def dead_letter_key(self) -> str | None:
        """None: what dies here is dropped. An empty one keeps the message's own routing key."""
        if "x-dead-letter-exchange" not in self.arguments:
            return None
        return str(self.arguments.get("x-dead-letter-routing-key", ""))

    @property
    def holds_on(self) -> bool:
        return self.arguments.get("x-dead-letter-strategy") == "at-least-once"

    @property
    def consumer_count(self) -> int:
        return len(self._consumers)

    def messages(self) -> Iterator[Message]:
        yield from sorted(
            (*self.ready, *self.in_hand.values(), *(message for message, _ in self.stuck)), key=lambda one: one.id
        )

    def refuses(self) -> bool:
        return self._rejects and self._is_full()

    def overflowing(self) -> Message | None:
        """The oldest one, when there are too many and the queue drops from its head."""
        return self.ready.popleft() if not self._rejects and self._is_full() and self.ready else None

    def _is_full(self) -> bool:
        return self._max_length is not None and len(self.ready) + len(self.in_hand) >= self._max_length

    def append(self, message: Message) -> None:
        if self._ttl_ms is not None and message.expires_at is None:
            message.expires_at = time.time() + self._ttl_ms / 1000
        self.ready.append(message)

    def expired(self) -> Message | None:
        """The head, if its time is over; as in RabbitMQ nothing behind the head expires before it."""
        head = self.ready[0] if self.ready else None
        if head and head.expires_at is not None and head.expires_at <= time.time():
            return self.ready.popleft()
        return None

    def next_expiry(self) -> float | None:
        return self.ready[0].expires_at if self.ready else None

    def take(self) -> Message | None:
        """For a consumer or a get; in hand until it is settled."""
        if not self.ready:
            return None
        message = self.ready.popleft()
        self.in_hand[message.id] = message
        return message

    def give_back(self, message: Message) -> bool:
        """To its old place; False when that was once too often and it must die instead."""
        del self.in_hand[message.id]
        message.redelivered = True
        message.returns += 1
        if self._delivery_limit is not None and message.returns > self._delivery_limit:
            return False
        place = next((at for at, other in enumerate(self.ready) if other.id > message.id), len(self.ready))
        self.ready.insert(place, message)
        return True

    def settled(self, message: Message) -> None:
        del self.in_hand[message.id]

    def add_consumer(self, consumer: Consumer) -> None:
        self._consumers.append(consumer)

    def remove_consumer(self, consumer: Consumer) -> None:
        if consumer in self._consumers:
            self._consumers.remove(consumer)

    def consumers(self) -> list[Consumer]:
        return list(self._consumers)

    def next_consumer(self) -> Consumer | None:
        """Taking turns among those with room."""
        for _ in range(len(self._consumers)):
            consumer = self._consumers[0]
            self._consumers.rotate(-1)
            if consumer.has_room():
                return consumer
        return None
