"""RabbitMQ for the services: publish for certain, consume until told to stop, acknowledge last.

The only `except Exception` of FinTrak is here (`_failure_of`), where a delivery ends whatever its handler did.
"""

import asyncio
import logging
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

from shared.broker_link import is_foreign_cancellation, kept_open
from shared.consumption import Consumption, Delivery
from shared.errors import DependencyAway, Refused, TemporaryFailure
from shared.health import Health
from shared.messages import QueueMessage
from shared.publishing import Publisher, first_copy, next_copy
from shared.queue_watch import depths_watched
from shared.retry import DeadLetter, RetryIn, TellUser, after_failure
from shared.safe_naming import Dependency, Service
from shared.settings import RabbitSettings
from shared.topology import dead_queue, retry_queue

logger = logging.getLogger(__name__)

M = TypeVar("M", bound=QueueMessage)

HANDLING_LIMIT_S = 170.0
"""With waiting (`PATIENCE_S`) far below the broker's own limit of 30 minutes for a delivery."""
PATIENCE_S = 600.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.25, 4.0


@asynccontextmanager
async def open_rabbitmq(settings: RabbitSettings, health: Health, *, service: Service) -> AsyncIterator["Rabbit"]:
    """Yields at once; connects in the background, for ever, the first time too."""
    publisher = Publisher(settings.retry_delays_s)
    async with kept_open(settings, service, "publishes", publisher.set_up) as publisher.link:
        rabbit = Rabbit(settings, health, service, publisher)
        health.watch(Dependency.RABBITMQ, rabbit.ping)
        yield rabbit


class Rabbit:
    """What a service holds to talk to the others."""

    def __init__(self, settings: RabbitSettings, health: Health, service: Service, publisher: Publisher) -> None:
        self._settings = settings
        self._health = health
        self._service = service
        self._publisher = publisher
        self._consumptions: list[Consumption] = []

    async def publish(self, message: QueueMessage, *, timeout_s: float = 5) -> None:
        """Returns when the broker has stored it. After DependencyAway it may have or not: publish it again."""
        await self._publisher.send(str(message.queue), first_copy(message, self._service), timeout_s=timeout_s)

    async def ping(self) -> None:
        if self._publisher.link:
            await self._publisher.link.ping()
        for consumption in self._consumptions:
            consumption.check()

    @asynccontextmanager
    async def consuming(
        self,
        message_class: type[M],
        handler: Callable[[M], Awaitable[None]],
        *,
        on_give_up: Callable[[M, str], Awaitable[None]],
        refused: Callable[[M, Refused], Awaitable[None]],
        handling_limit_s: float = HANDLING_LIMIT_S,
    ) -> AsyncIterator[None]:
        """Inside, deliveries are handled; leaving takes nothing new and finishes what is in hand."""
        settle = _Settling(
            message_class=message_class,
            handler=handler,
            on_give_up=on_give_up,
            refused=refused,
            limit_s=handling_limit_s,
            settings=self._settings,
            health=self._health,
            publisher=self._publisher,
        )
        consumption = Consumption(self._settings, message_class.queue, work=settle.work, bury=settle.bury)
        async with (
            kept_open(self._settings, self._service, "consumes", consumption.set_up) as consumption.link,
            depths_watched(consumption.link, message_class.queue, self._settings.retry_delays_s),
        ):
            self._consumptions.append(consumption)
            try:
                yield
            finally:
                await consumption.drain(self._settings.shutdown_grace_s)
                settle.stop_waiting()
                self._consumptions.remove(consumption)


class _Settling(Generic[M]):
    """Brings one delivery to its end: handled, refused, queued again or parked. Returns the outcome to count."""

    def __init__(
        self,
        *,
        message_class: type[M],
        handler: Callable[[M], Awaitable[None]],
        on_give_up: Callable[[M, str], Awaitable[None]],
        refused: Callable[[M, Refused], Awaitable[None]],
        limit_s: float,
        settings: RabbitSettings,
        health: Health,
        publisher: Publisher,
    ) -> None:
        self._class = message_class
        self._handler = handler
        self._on_give_up = on_give_up
        self._refused = refused
        self._limit_s = limit_s
        self._delays_s = settings.retry_delays_s
        self._health = health
        self._publisher = publisher
        self._returning: dict[Dependency, asyncio.Task[None]] = {}

    async def work(self, delivery: Delivery) -> str:
        return await self._until_settled(delivery, self._handle)

    async def bury(self, delivery: Delivery) -> str:
        """For what the broker itself gave up on, because its consumers died of it."""
        return await self._until_settled(delivery, self._give_up_for_broker)

    async def _until_settled(self, delivery: Delivery, step: Callable[[Delivery], Awaitable[str]]) -> str:
        """While one of our own servers is away the delivery stays in hand: any other would fail as well."""
        pause_s = FIRST_PAUSE_S
        patient_until = time.monotonic() + PATIENCE_S
        while not delivery.is_lost():
            try:
                outcome = await (step if time.monotonic() < patient_until else self._postpone)(delivery)
                return outcome if await delivery.acknowledge() else "returned"
            except TemporaryFailure as failure:
                logger.warning("kept in hand", extra={"problem": str(failure)})
                await self._until_available(failure, delivery, pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        return "returned"

    async def _handle(self, delivery: Delivery) -> str:
        message = delivery.parsed(self._class)
        if message is None:
            return await self._park(delivery, "unreadable")
        error, outcome = await _failure_of(self._in_time(message)), "done"
        if isinstance(error, Refused):
            error, outcome = await _failure_of(self._refused(message, error)), "refused"
        if error is None:
            return outcome
        if isinstance(error, DependencyAway):
            raise error
        match after_failure(error, attempt=delivery.attempt, delays_s=self._delays_s):
            case RetryIn(seconds, counted):
                logger.warning("will be tried again", extra={"in_s": seconds, "problem": str(error)})
                await self._requeue(delivery, seconds, attempt=delivery.attempt + counted)
                return "retried"
            case DeadLetter(reason):
                logger.error("giving up", extra={"reason": reason, "at": _where(error)})
                return await self._give_up(delivery, message, reason)
            case TellUser():
                return await self._give_up(delivery, message, "refused while it was being refused")

    async def _in_time(self, message: M) -> None:
        try:
            async with asyncio.timeout(self._limit_s) as limit:
                await self._handler(message)
        except TimeoutError as error:
            if limit.expired():
                raise TemporaryFailure(f"took longer than {self._limit_s:g} s") from error
            raise

    async def _give_up_for_broker(self, delivery: Delivery) -> str:
        message = delivery.parsed(self._class)
        reason = f"delivered too often: {delivery.broker_reason()}"
        return await (self._give_up(delivery, message, reason) if message else self._park(delivery, reason))

    async def _give_up(self, delivery: Delivery, message: M, reason: str) -> str:
        """The user first: parked but untold would leave them waiting for ever."""
        error = await _failure_of(self._on_give_up(message, reason))
        if isinstance(error, TemporaryFailure):
            raise error
        if error:
            logger.error("could not tell the user", extra={"at": _where(error)})
        return await self._park(delivery, reason)

    async def _park(self, delivery: Delivery, reason: str) -> str:
        copy = next_copy(delivery.incoming, attempt=delivery.attempt, reason=delivery.unreadable or reason)
        await self._publisher.send(dead_queue(delivery.queue), copy)
        return "dead"

    async def _postpone(self, delivery: Delivery) -> str:
        """A long outage: the broker keeps it better than we do. Not the message's fault, so no attempt is counted."""
        await self._requeue(delivery, max(self._delays_s), attempt=delivery.attempt)
        return "postponed"

    async def _requeue(self, delivery: Delivery, delay_s: float, *, attempt: int) -> None:
        await self._publisher.send(retry_queue(delivery.queue, delay_s), next_copy(delivery.incoming, attempt=attempt))

    async def _until_available(self, failure: TemporaryFailure, delivery: Delivery, pause_s: float) -> None:
        """All deliveries in hand share one wait, which says once what it waits for."""
        await delivery.unless_stopping(asyncio.sleep(pause_s))
        if isinstance(failure, DependencyAway):
            waiting = self._returning.get(failure.dependency)
            if waiting is None or waiting.done():
                waiting = asyncio.create_task(self._health.until_available(failure.dependency))
                self._returning[failure.dependency] = waiting
            await delivery.unless_stopping(asyncio.shield(waiting), at_most_s=PATIENCE_S)

    def stop_waiting(self) -> None:
        for waiting in self._returning.values():
            waiting.cancel()


async def _failure_of(work: Awaitable[None]) -> Exception | None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 - whatever a handler raises, its delivery must end somewhere
        return error
    except asyncio.CancelledError:
        if is_foreign_cancellation():
            return TemporaryFailure("something awaited was cancelled")
        raise
    return None


def _where(error: BaseException) -> list[str]:
    """Where it was raised, without its text and the values around it: those may be the user's."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return [type(error).__name__, *(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)]
