"""Finishes what a webhook could not: jobs that were stored but not published, and data that is to be deleted."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from services.whatsapp_webhook_service.dispatcher import begun_before
from services.whatsapp_webhook_service.forgetting import Forgetting
from shared.errors import DependencyAway, FintrakError
from shared.health import Health
from shared.logs import Reminder
from shared.messages import Publisher
from shared.metrics import SWEPT
from shared.process import until_stopped
from shared.session import Record

logger = logging.getLogger(__name__)

EVERY_S = 2.0
PAUSE_S = 15.0


class LeftOvers(Protocol):
    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]: ...

    async def finish(self, message_id: str, record: Record) -> None: ...


class Sweeper:
    def __init__(
        self, *, sessions: LeftOvers, publisher: Publisher, forgetting: Forgetting, now: Callable[[], datetime]
    ) -> None:
        self._sessions = sessions
        self._publisher = publisher
        self._now = now
        self._works = (
            self.publish_left_overs,
            forgetting.take_over_left,
            forgetting.forget,
            forgetting.delete_files,
        )
        self._reminder = Reminder()

    async def run(self, stop: asyncio.Event, health: Health) -> None:
        """Until the service stops, which lets a round end; while something is away it waits for that.

        Whatever a server refuses is for later: messages come in all the same."""
        while not await _stopped_within(stop, EVERY_S):
            for work in self._works:
                try:
                    await work()
                except FintrakError as error:
                    if self._reminder.is_due(str(error)):
                        logger.warning("sweeping is put off", extra={"problem": str(error)})
                    if isinstance(error, DependencyAway):
                        await until_stopped(stop, health.until_available(error.dependency))
                    else:
                        await _stopped_within(stop, PAUSE_S)

    async def publish_left_overs(self) -> None:
        """Twice is possible (another webhook sweeps too); consumers drop repeats."""
        for message_id, record in await self._sessions.unpublished(begun_before(self._now())):
            if record.job:
                await self._publisher.publish(record.job)
                await self._sessions.finish(message_id, record)
                SWEPT.inc()
                logger.info("left-over job published", extra={"message_id": message_id})


async def _stopped_within(stop: asyncio.Event, seconds: float) -> bool:
    await until_stopped(stop, asyncio.sleep(seconds))
    return stop.is_set()
