"""What a channel of the twin has delivered and not yet heard back about: for channel.py."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from services.whatsapp_sandbox.amqp_twin.broker import Broker
from services.whatsapp_sandbox.amqp_twin.queues import Consumer, TwinQueue
from services.whatsapp_sandbox.amqp_twin.wire import Message


@dataclass(slots=True)
class _Held:
    queue: TwinQueue
    message: Message
    consumer: Consumer | None


class Hand:
    def __init__(self, broker: Broker) -> None:
        self._broker = broker
        self._tags = count(1)
        self._held: dict[int, _Held] = {}

    def take(self, queue: TwinQueue, message: Message, consumer: Consumer | None, *, acknowledges: bool) -> int:
        """The delivery tag; a receiver that does not acknowledge has it settled at once."""
        tag = next(self._tags)
        if not acknowledges:
            self._broker.acknowledge(queue, message)
            return tag
        self._held[tag] = _Held(queue, message, consumer)
        if consumer:
            consumer.in_hand += 1
        return tag

    def acknowledge(self, tag: int, *, multiple: bool) -> bool:
        return self._settle(tag, multiple, self._broker.acknowledge)

    def reject(self, tag: int, *, multiple: bool, requeue: bool) -> bool:
        return self._settle(tag, multiple, lambda queue, message: self._broker.reject(queue, message, requeue=requeue))

    def _settle(self, tag: int, multiple: bool, settle: Callable[[TwinQueue, Message], None]) -> bool:
        """False when there is no such tag."""
        tags = [one for one in self._held if one <= tag or not tag] if multiple else [tag]
        if any(one not in self._held for one in tags):
            return False
        for held in [self._held.pop(one) for one in tags]:
            if held.consumer:
                held.consumer.in_hand -= 1
            settle(held.queue, held.message)
            self._broker.pump(held.queue)
        return True

    def put_back(self) -> None:
        """The channel is gone: everything returns to its place."""
        returned, self._held = self._held, {}
        for held in reversed(returned.values()):
            self._broker.reject(held.queue, held.message, requeue=True)
        for queue in {held.queue for held in returned.values()}:
            self._broker.pump(queue)
