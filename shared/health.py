"""What a process depends on and whether it answers: for GET /health and for consumers that must wait."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from shared.errors import TemporaryFailure
from shared.logs import Reminder
from shared.metrics import DEPENDENCY_UP
from shared.safe_naming import Dependency, Service

logger = logging.getLogger(__name__)

Ping = Callable[[], Awaitable[None]]
"""Returns when the dependency answers, raises TemporaryFailure when it does not."""

PING_TIMEOUT_S = 2.0
CACHED_S = 2.0
POLL_S = 1.0


@dataclass(frozen=True)
class Report:
    """`problems` maps a failing dependency to a short reason without secrets; empty means able to work."""

    service: Service
    problems: dict[str, str]
    dependencies: tuple[str, ...]

    @property
    def able(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, object]:
        states = {name: self.problems.get(name, "ok") for name in self.dependencies}
        return {"status": "ok" if self.able else "unavailable", "service": str(self.service), "dependencies": states}


class Health:
    """Every `open_x(settings, health)` registers its ping here; nothing else knows how to ask."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._pings: dict[Dependency, Ping] = {}
        self._cached: tuple[float, Report] | None = None

    def watch(self, dependency: Dependency, ping: Ping) -> None:
        self._pings[dependency] = ping

    async def report(self) -> Report:
        """Asks everything at once; an answer serves for `CACHED_S` so that probes cost nothing."""
        if self._cached and time.monotonic() - self._cached[0] < CACHED_S:
            return self._cached[1]
        answers = await asyncio.gather(*(self._problem(ping) for ping in self._pings.values()))
        for name, answer in zip(self._pings, answers, strict=True):
            DEPENDENCY_UP.labels(str(name)).set(answer is None)
        problems = {str(name): answer for name, answer in zip(self._pings, answers, strict=True) if answer}
        report = Report(self.service, problems, tuple(str(name) for name in self._pings))
        self._cached = (time.monotonic(), report)
        return report

    async def until_available(self, *wanted: Dependency) -> None:
        """Returns when the wanted dependencies (none named: all) answer; says once which it waits for."""
        reminder, last = Reminder(), ""
        while waiting := ", ".join(await self._failing(wanted or tuple(self._pings))):
            if reminder.is_due(waiting):
                logger.warning("waiting for a dependency", extra={"waiting_for": waiting})
            last = waiting
            await asyncio.sleep(POLL_S)
        if last:
            logger.info("dependency is back", extra={"waited_for": last})

    async def _failing(self, wanted: tuple[Dependency, ...]) -> tuple[str, ...]:
        watched = [name for name in wanted if name in self._pings]
        answers = await asyncio.gather(*(self._problem(self._pings[name]) for name in watched))
        return tuple(str(name) for name, answer in zip(watched, answers, strict=True) if answer)

    @staticmethod
    async def _problem(ping: Ping) -> str | None:
        try:
            async with asyncio.timeout(PING_TIMEOUT_S):
                await ping()
        except TimeoutError:
            return "no answer in time"
        except TemporaryFailure as error:
            return str(error)
        return None
