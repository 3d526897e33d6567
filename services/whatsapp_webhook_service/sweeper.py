"""Finishes what a webhook could not: jobs that were stored but not published, and data that is to be deleted."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from services.whatsapp_webhook_service.dispatcher import Publisher, begun_before
from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.metrics import SWEPT
from shared.process import until_stopped
from shared.session import Record
from shared.utils import mask_phone

logger = logging.getLogger(__name__)

EVERY_S = 2.0
PAUSE_S = 15.0


class LeftOvers(Protocol):
    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]: ...

    async def finish(self, message_id: str, record: Record) -> None: ...

    async def to_forget(self, limit: int = 20) -> list[str]: ...

    async def forgotten(self, sender: str, files: Sequence[str]) -> None: ...

    async def doom(self, files: Sequence[str]) -> None: ...

    async def doomed_files(self, limit: int = 50) -> list[str]: ...

    async def file_gone(self, key: str) -> None: ...


class People(Protocol):
    async def files_of(self, sender: str) -> list[str]: ...

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

    async def run(self, stop: asyncio.Event, health: Health) -> None:
        """Until the service stops, which lets a round end; while something is away it waits for that."""
        while not await _stopped_within(stop, EVERY_S):
            for work in (self.publish_left_overs, self.forget, self.delete_files):
                try:
                    await work()
                except DependencyAway as error:
                    await until_stopped(stop, health.until_available(error.dependency))
                except TemporaryFailure as error:
                    logger.warning("sweeping is put off", extra={"problem": str(error)})
                    await _stopped_within(stop, PAUSE_S)

    async def publish_left_overs(self) -> None:
        """Twice is possible (another webhook sweeps too); consumers drop repeats."""
        for message_id, record in await self._sessions.unpublished(begun_before(self._now())):
            if record.job:
                await self._publisher.publish(record.job)
                await self._sessions.finish(message_id, record)
                SWEPT.inc()
                logger.info("left-over job published", extra={"message_id": message_id})

    async def forget(self) -> None:
        """Files are listed before the rows that name them are gone: a crash in between would leave them for ever."""
        for sender in await self._sessions.to_forget():
            await self._sessions.doom(await self._people.files_of(sender))
            keys = await self._people.forget_user(sender)
            await self._sessions.forgotten(sender, keys)
            logger.info("user forgotten", extra={"sender": mask_phone(sender), "files": len(keys)})

    async def delete_files(self) -> None:
        """Of forgotten users; a file leaves the list when it is gone."""
        for key in await self._sessions.doomed_files():
            await self._files.delete(key)
            await self._sessions.file_gone(key)


async def _stopped_within(stop: asyncio.Event, seconds: float) -> bool:
    await until_stopped(stop, asyncio.sleep(seconds))
    return stop.is_set()
