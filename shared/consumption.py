"""The consumers of one work queue in one process: takes deliveries while it may, and drains: for shared/rabbitmq.py."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from aio_pika.abc import AbstractChannel, AbstractConnection, AbstractIncomingMessage, AbstractQueue
from aio_pika.exceptions import CONNECTION_EXCEPTIONS, ChannelInvalidStateError
from pydantic import ValidationError

from shared.broker_link import CLOSE_TIMEOUT_S, Link, failure_of
from shared.errors import DependencyAway
from shared.logs import about_message
from shared.messages import QueueMessage
from shared.metrics import HANDLED, HANDLING_SECONDS, IN_HAND
from shared.publishing import attempt_of
from shared.queue_watch import InHand
from shared.safe_naming import Dependency, Queue
from shared.settings import RabbitSettings
from shared.topology import declare_topology, undeliverable_queue

logger = logging.getLogger(__name__)

M = TypeVar("M", bound=QueueMessage)


class Delivery:
    """One message in hand."""

    def __init__(self, incoming: AbstractIncomingMessage, queue: Queue, stopping: asyncio.Event) -> None:
        self.incoming = incoming
        self.queue = queue
        self.attempt = attempt_of(incoming)
        self._tag = incoming.delivery_tag or 0
        self.unreadable: str | None = None
        self._stopping = stopping
        self._gave_in = False

    def parsed(self, message_class: type[M]) -> M | None:
        """None when it is not what the queue carries; `unreadable` then says why, without quoting it."""
        try:
            return message_class.model_validate_json(self.incoming.body)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False, include_context=False)[0]
            place = ".".join(str(part) for part in first["loc"]) or "body"
            self.unreadable = f"unreadable: {first['type']} at {place}"
            logger.error("unreadable message", extra={"reason": self.unreadable})
            return None

    def broker_reason(self) -> str:
        deaths = self.incoming.headers.get("x-death")
        first = deaths[0] if isinstance(deaths, list) and deaths else {}
        return str(first.get("reason", "unknown")) if isinstance(first, dict) else "unknown"

    def is_lost(self) -> bool:
        """The broker no longer counts on us and delivers it again, here or elsewhere."""
        try:
            return self._gave_in or self.incoming.channel.is_closed
        except ChannelInvalidStateError:  # closed, too
            return True

    async def acknowledge(self) -> bool:
        """False when it was too late; the message comes again, and its handler finds everything done."""
        try:
            await self.incoming.channel.basic_ack(self._tag, wait=False)  # `ack()` waits for the socket each time
        except CONNECTION_EXCEPTIONS:
            return False
        return True

    async def unless_stopping(self, waiting: Awaitable[Any], at_most_s: float | None = None) -> None:
        """Waits; a process that is asked to stop gives the delivery back instead of waiting on."""
        tasks = {asyncio.ensure_future(waiting), stop := asyncio.ensure_future(self._stopping.wait())}
        try:
            await asyncio.wait(tasks, timeout=at_most_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._gave_in = stop.done()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


Settle = Callable[[Delivery], Awaitable[str]]


class Consumption:
    """`set_up` runs on each new connection; handlers outlive a lost connection, so that no paid call is cut off."""

    def __init__(self, settings: RabbitSettings, queue: Queue, *, work: Settle, bury: Settle) -> None:
        self._settings = settings
        self._queue = queue
        self._work = work
        self._bury = bury
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._stopping = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._ages = InHand(queue)
        self._in_hand: dict[str, asyncio.Task[None]] = {}
        self._consumers: list[tuple[AbstractQueue, str]] = []
        self.link: Link | None = None

    def check(self) -> None:
        if self.link is None or self.link.connection is None:
            raise DependencyAway(Dependency.RABBITMQ, self.link.problem if self.link else "not connected yet")

    async def set_up(self, connection: AbstractConnection) -> None:
        self._consumers = []
        if self._stopping.is_set():
            return
        await declare_topology(connection, self._settings.retry_delays_s)
        channel = await connection.channel(publisher_confirms=False)
        await self._renew_when_cut(channel)
        wanted = (
            (str(self._queue), self._work, self._settings.concurrency),
            (undeliverable_queue(self._queue), self._bury, 1),
        )
        for name, settle, prefetch in wanted:
            await channel.set_qos(prefetch_count=prefetch)  # counts for the consumers started after it
            queue = await channel.get_queue(name, ensure=False)
            self._consumers.append((queue, await queue.consume(partial(self._take, settle))))

    async def _renew_when_cut(self, channel: AbstractChannel) -> None:
        """A closed channel or a deleted queue ends the consumer, not the connection; starting over heals both."""
        if self.link:
            channel.close_callbacks.add(self.link.renew)
            (await channel.get_underlay_channel()).on_consumer_cancel_callbacks.add(self.link.renew)

    async def _take(self, settle: Settle, incoming: AbstractIncomingMessage) -> None:
        """aio-pika cancels this callback with the connection, so the work gets a task of its own."""
        if self._stopping.is_set():
            return  # not acknowledged: it goes back when the channel closes
        task = asyncio.create_task(self._one(settle, incoming))
        self._tasks.add(task)
        self._ages.add(task, incoming.timestamp.timestamp() if incoming.timestamp else None)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._ages.remove(task)
        if not task.cancelled() and task.exception():
            logger.error("a delivery was left in hand", extra={"error": type(task.exception()).__name__})
            if self.link:
                self.link.renew()  # the broker takes it back

    async def _one(self, settle: Settle, incoming: AbstractIncomingMessage) -> None:
        message_id = incoming.message_id or ""
        with about_message(message_id), IN_HAND.labels(self._queue).track_inprogress():
            await self._earlier_copy_done(message_id)
            async with self._slots:
                if self._stopping.is_set():
                    return
                started = time.perf_counter()
                outcome = await settle(Delivery(incoming, self._queue, self._stopping))
                HANDLING_SECONDS.labels(self._queue).observe(time.perf_counter() - started)
                HANDLED.labels(self._queue, outcome).inc()
                logger.info("delivery settled", extra={"queue": str(self._queue), "outcome": outcome})

    async def _earlier_copy_done(self, message_id: str) -> None:
        """After a lost connection the same message comes again while its handler may still be at work here."""
        me = asyncio.current_task()
        while (earlier := self._in_hand.get(message_id)) and not earlier.done():
            await asyncio.wait({earlier})
        if me and message_id:
            self._in_hand[message_id] = me
            me.add_done_callback(lambda done: self._forget(message_id, done))

    def _forget(self, message_id: str, task: asyncio.Task[None]) -> None:
        if self._in_hand.get(message_id) is task:
            del self._in_hand[message_id]

    async def drain(self, grace_s: float) -> None:
        """Takes nothing new; what is not finished within the grace goes back to the queue."""
        self._stopping.set()
        await self._cancel_consumers()
        if self._tasks:
            _, unfinished = await asyncio.wait(set(self._tasks), timeout=grace_s)
            for task in unfinished:
                task.cancel()
            if unfinished:
                logger.warning("deliveries go back unfinished", extra={"count": len(unfinished)})
                await asyncio.gather(*unfinished, return_exceptions=True)
        if self.link and self.link.connection:
            await failure_of(self.link.ping(), timeout_s=CLOSE_TIMEOUT_S)  # the acknowledgements go out before it

    async def _cancel_consumers(self) -> None:
        if self.link is None or self.link.connection is None:
            return
        for queue, tag in self._consumers:
            if error := await failure_of(queue.cancel(tag), timeout_s=CLOSE_TIMEOUT_S):
                logger.info("consumer was gone already", extra={"error": type(error).__name__})
