"""Where the twin's messages go: routing, dead-lettering, expiry, and one journal write before anybody hears of it."""

import asyncio
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from services.whatsapp_sandbox.amqp_twin.journal import Journal, StoredQueue
from services.whatsapp_sandbox.amqp_twin.queues import TwinQueue
from services.whatsapp_sandbox.amqp_twin.wire import Message, with_death

TICK_S = 1.0


class Outbox(Protocol):
    """A connection with bytes to send once the journal has what they speak of."""

    def flush(self) -> None: ...


class Broker:
    """Everything happens in one event loop, between two calls of `commit`."""

    def __init__(self, folder: Path) -> None:
        self._journal = Journal(folder)
        self._queues: dict[tuple[str, str], TwinQueue] = {}
        self._outboxes: set[Outbox] = set()
        self._timers: dict[TwinQueue, asyncio.TimerHandle] = {}
        for stored in self._journal.load():
            queue = self._queues[stored.vhost, stored.name] = TwinQueue(stored.vhost, stored.name, stored.arguments)
            queue.ready.extend(stored.messages[message_id] for message_id in sorted(stored.messages))
        newest = max((message.id for queue in self._queues.values() for message in queue.ready), default=0)
        self._ids = count(newest + 1)

    async def run(self) -> None:
        """Until cancelled: the second hand of the twin."""
        for queue in self._queues.values():
            self._watch_expiry(queue)
        try:
            while True:
                await asyncio.sleep(TICK_S)
                for queue in list(self._queues.values()):
                    self._retry_stuck(queue)
                self.commit()
                self._journal.sync()
                self._journal.compact_if_grown(self._snapshot)
        finally:
            self._journal.close()

    def _snapshot(self) -> Iterable[StoredQueue]:
        for queue in self._queues.values():
            messages = {message.id: message for message in queue.messages()}
            yield StoredQueue(queue.vhost, queue.name, queue.arguments, messages)

    def will_send(self, outbox: Outbox) -> None:
        self._outboxes.add(outbox)

    def commit(self) -> None:
        """First the journal, then the confirms and deliveries: what was heard of survives kill -9."""
        self._journal.write()
        outboxes, self._outboxes = self._outboxes, set()
        for outbox in outboxes:
            outbox.flush()

    def find(self, vhost: str, name: str) -> TwinQueue | None:
        return self._queues.get((vhost, name))

    def declare(self, vhost: str, name: str, arguments: dict[str, Any]) -> TwinQueue:
        queue = self._queues[vhost, name] = TwinQueue(vhost, name, arguments)
        self._journal.declared(vhost, name, arguments)
        return queue

    def delete(self, queue: TwinQueue) -> int:
        """Its messages go with it; without its alarm they would still expire into its dead-letter queue."""
        del self._queues[queue.vhost, queue.name]
        self._journal.deleted(queue.vhost, queue.name)
        if (timer := self._timers.pop(queue, None)) is not None:
            timer.cancel()
        for consumer in queue.consumers():
            consumer.receiver.cancelled_by_server(consumer)
        return len(queue.ready)

    def purge(self, queue: TwinQueue) -> int:
        purged = list(queue.ready)
        queue.ready.clear()
        for message in purged:
            self._journal.removed(message)
        return len(purged)

    def publish(self, queue: TwinQueue, content_header: bytes, body: bytes, routing_key: str) -> bool:
        """False: the queue is full and says so."""
        if queue.refuses():
            return False
        while (oldest := queue.overflowing()) is not None:
            self._die(queue, oldest, "maxlen")
        self._store(queue, Message(next(self._ids), content_header, body, routing_key))
        return True

    def _store(self, queue: TwinQueue, message: Message) -> None:
        queue.append(message)
        self._journal.stored(queue.vhost, queue.name, message)
        self.pump(queue)

    def pump(self, queue: TwinQueue) -> None:
        """Hands out what can be handed out, and sets the alarm for what expires next."""
        while (dead := queue.expired()) is not None:
            self._die(queue, dead, "expired")
        while queue.ready and (consumer := queue.next_consumer()) is not None:
            message = queue.take()
            if message is not None:
                consumer.receiver.deliver(consumer, queue, message)
        self._watch_expiry(queue)

    def acknowledge(self, queue: TwinQueue, message: Message) -> None:
        queue.settled(message)
        self._journal.removed(message)

    def reject(self, queue: TwinQueue, message: Message, *, requeue: bool) -> None:
        if not requeue:
            queue.settled(message)
            self._die(queue, message, "rejected")
        elif queue.give_back(message):
            self._journal.returned(message)
        else:
            self._die(queue, message, "delivery_limit")

    def _die(self, queue: TwinQueue, message: Message, reason: str) -> None:
        """Moves it in one journal write; where the target takes nothing it stays, if the queue promised so."""
        key = queue.dead_letter_key
        target = self.find(queue.vhost, key or message.routing_key) if key is not None else None
        if target is not None and not target.refuses():
            header = with_death(message, queue.name, reason)
            self._store(target, Message(next(self._ids), header, message.body, target.name))
        elif key is not None and queue.holds_on:
            queue.stuck.append((message, reason))
            return
        self._journal.removed(message)

    def _retry_stuck(self, queue: TwinQueue) -> None:
        stuck, queue.stuck = queue.stuck, []
        for message, reason in stuck:
            self._die(queue, message, reason)

    def _watch_expiry(self, queue: TwinQueue) -> None:
        expires_at = queue.next_expiry()
        if (timer := self._timers.pop(queue, None)) is not None:
            timer.cancel()
        if expires_at is not None:
            wait_s = max(0.0, expires_at - time.time())
            self._timers[queue] = asyncio.get_running_loop().call_later(wait_s, self._expire, queue)

    def _expire(self, queue: TwinQueue) -> None:
        self.pump(queue)
        self.commit()
