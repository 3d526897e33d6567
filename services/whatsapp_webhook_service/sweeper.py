"""Finishes what a webhook could not: jobs that were stored but not published, and data that is to be deleted."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from services.whatsapp_webhook_service.dispatcher import Publisher, begun_before
from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.session import Record
from shared.utils import mask_phone, whatsapp_number

logger = logging.getLogger(__name__)

EVERY_S = 2.0
PAUSE_S = 15.0


class LeftOvers(Protocol):
    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]: ...

    async def finish(self, message_id: str, record: Record) -> None: ...

    async def to_forget(self, limit: int = 20) -> list[str]: ...

    async def forgotten(self, sender: str) -> None: ...


class People(Protocol):
    async def forget_user(self, sender: str) -> list[str]: ...


class Files(Protocol):
    async def delete(self, key: str) -> None: ...


class Sweeper:
    def __init__(
        self, *, sessions: LeftOvers, publisher: Publisher, people: People, files: Files, now: Callable[[], datetime]
    ) -> None:
        self._sessions = sessions
        self._publisher = publisher
        self._people = people
        self._files = files
        self._now = now

    async def run(self, health: Health) -> None:
        """For ever; while something is away it waits for that, and for nothing else."""
        while True:
            await asyncio.sleep(EVERY_S)
            for work in (self.publish_left_overs, self.forget):
                try:
                    await work()
                except DependencyAway as error:
                    await health.until_available(error.dependency)
                except TemporaryFailure as error:
                    logger.warning("sweeping is put off", extra={"problem": str(error)})
                    await asyncio.sleep(PAUSE_S)

    async def publish_left_overs(self) -> None:
        """Twice is possible (another webhook sweeps too); consumers drop repeats."""
        for message_id, record in await self._sessions.unpublished(begun_before(self._now())):
            if record.job:
                await self._publisher.publish(record.job)
                await self._sessions.finish(message_id, record)
                logger.info("left-over job published", extra={"message_id": message_id})

    async def forget(self) -> None:
        """Rows first: what is no longer in the database can no longer be shown."""
        for sender in await self._sessions.to_forget():
            keys = await self._people.forget_user(whatsapp_number(sender))
            for key in keys:
                await self._files.delete(key)
            await self._sessions.forgotten(sender)
            logger.info("user forgotten", extra={"sender": mask_phone(sender), "files": len(keys)})
