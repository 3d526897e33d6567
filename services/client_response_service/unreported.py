"""Asks Twilio about replies it has told nothing about: with a report of a failure a whole reply would get lost."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Protocol

from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.process import until_stopped
from shared.twilio_api import Fate

logger = logging.getLogger(__name__)

EVERY_S = 15.0


class Unconfirmed(Protocol):
    async def unreported(self) -> Sequence[tuple[str, str]]: ...


class Fates(Protocol):
    async def fate_of(self, sid: str) -> Fate: ...


class Reports(Protocol):
    async def take_in(self, reply_id: str, *, sid: str, status: str, error_code: int | None) -> None: ...


class UnreportedReplies:
    def __init__(self, *, rows: Unconfirmed, twilio: Fates, reports: Reports) -> None:
        self._rows = rows
        self._twilio = twilio
        self._reports = reports

    async def run(self, stop: asyncio.Event, health: Health) -> None:
        """Until the service stops; while something is away it waits for that."""
        while not stop.is_set():
            try:
                await self.ask()
            except DependencyAway as failure:
                await until_stopped(stop, health.until_available(failure.dependency))
            except TemporaryFailure as failure:
                logger.warning("replies are asked for later", extra={"problem": str(failure)})
            await until_stopped(stop, asyncio.sleep(EVERY_S))

    async def ask(self) -> None:
        """What Twilio says is taken in as if it had reported it."""
        for reply_id, sid in await self._rows.unreported():
            try:
                fate = await self._twilio.fate_of(sid)
            except DependencyAway:
                raise
            except TemporaryFailure as failure:  # the others were counted as asked for, too
                logger.warning("a reply is asked for later", extra={"reply_id": reply_id, "problem": str(failure)})
                continue
            logger.info("asked what became of a reply", extra={"reply_id": reply_id, "status": fate.status})
            await self._reports.take_in(reply_id, sid=sid, status=fate.status, error_code=fate.error_code)
