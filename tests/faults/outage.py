"""What services do while a server is away: they live, idle, say once what they wait for; and go on when it is back."""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

import aiohttp
import psutil

from shared.safe_naming import Service
from tests.faults.phones import replies_since
from tests.faults.quiet import under_way
from tests.faults.world import World

BACK_WITHIN_S = 5.0
IDLE_SHARE = 0.5
SAME_LINE_AT_MOST = 5
_NOTICED_IN_S = 8.0
_LOOK_S = 0.1
_KEYS = ("event", "message_id", "reply_id", "connection", "waiting_for", "queue")
Result = TypeVar("Result")


@dataclass
class Outage:
    """`healthy_s` and `replying_s` count from the server's return: until every /health is 200, until a reply goes out.
    `waited`: whether any reply was still to go out then; without Redis replies go on, so on a fast machine none is.
    `silent`: services that need the server and whose /health did not name it. `busiest`: CPU seconds a second.
    `chatter`: the line that one service wrote most often, and how often."""

    server: str
    seconds: float
    healthy_s: float = 0.0
    replying_s: float = 0.0
    waited: bool = True
    silent: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    busiest: float = 0.0
    chatter: tuple[int, str] = (0, "")

    def figures(self) -> tuple[str, ...]:
        count, line = self.chatter
        what = re.sub(r" [A-Z]{2}[0-9a-f]{32}\S*", "", line)
        replying = f"{self.replying_s:.1f}" if self.waited else "none waited"
        return f"{self.healthy_s:.1f}", replying, f"{self.busiest:.2f}", f"{count}: {what}"

    async def bring_about(self, world: World) -> None:
        """A fault for runs.Run."""
        before = {service: _process(world, service) for service in Service}
        logs = {path: path.stat().st_size for path in _logs(world)}
        await world.proxies[self.server].go_away()
        await self._look_on(world, before)
        self.chatter = max((_most_said(path, start) for path, start in logs.items()), default=(0, ""))
        self.ended = [service for service, process in before.items() if _process(world, service).pid != process.pid]
        await world.proxies[self.server].come_back()
        await self._until_back(world)

    async def _look_on(self, world: World, processes: dict[Service, psutil.Process]) -> None:
        started = time.monotonic()
        await asyncio.sleep(min(_NOTICED_IN_S, self.seconds / 2))
        used = {service: _cpu_s(process) for service, process in processes.items()}
        looked = time.monotonic()
        self.silent = [service for service in Service if not await _names(world, service, self.server)]
        await asyncio.sleep(max(0.0, self.seconds - (time.monotonic() - started)))
        elapsed = time.monotonic() - looked
        self.busiest = max((_cpu_s(processes[service]) - used[service]) / elapsed for service in Service)

    async def _until_back(self, world: World) -> None:
        back, started = time.time(), time.monotonic()
        (healthy, _), (replying, self.waited) = await asyncio.gather(
            _moment(world.until_up(Service)), _moment(_until_a_reply(world, back))
        )
        self.healthy_s, self.replying_s = healthy - started, replying - started if self.waited else 0.0


async def _moment(waiting: Awaitable[Result]) -> tuple[float, Result]:
    result = await waiting
    return time.monotonic(), result


async def _until_a_reply(world: World, since: float) -> bool:
    """Of those that waited; whoever writes meanwhile gets one later. False when all is quiet without one."""
    async with asyncio.timeout(60):
        while not replies_since(world, since, frozenset({"queued", "sending", "sent", "delivered"})):
            if not await under_way(world, []):
                return False
            await asyncio.sleep(_LOOK_S)
    return True


async def _names(world: World, service: Service, server: str) -> bool:
    """True also for a service that does not need it."""
    limit = aiohttp.ClientTimeout(total=10)
    async with (
        aiohttp.ClientSession(timeout=limit) as http,
        http.get(f"{world.service_url(service)}/health") as response,
    ):
        told = (await response.json())["dependencies"]
        return server not in told or (told[server] != "ok" and response.status == HTTPStatus.SERVICE_UNAVAILABLE)


def _process(world: World, service: Service) -> psutil.Process:
    return psutil.Process(int((world.of(service) / "pid").read_text()))


def _cpu_s(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess):
        used = process.cpu_times()
        return used.user + used.system
    return 0.0


def _logs(world: World) -> list[Path]:
    return sorted((world.folder / "logs").glob("*.log"))


def _most_said(log: Path, start: int) -> tuple[int, str]:
    """How often the same line came: the same event about the same thing."""
    lines: Counter[str] = Counter()
    with log.open("rb") as file:
        file.seek(start)
        for line in file:
            with suppress(ValueError):
                told = json.loads(line)
                lines[" ".join(str(told[key]) for key in _KEYS if key in told)] += 1
    return max(((count, f"{log.stem}: {what}") for what, count in lines.items()), default=(0, ""))
