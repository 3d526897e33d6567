"""One run: messages before, during and after a fault, and the row of the table that says what became of them."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.faults import page
from tests.faults.outage import Outage
from tests.faults.traffic import Tally, Traffic
from tests.faults.world import HIDDEN_S, ROOT, World

LONG = os.environ.get("FINTRAK_FAULTS") == "long"
MESSAGES = int(os.environ.get("FINTRAK_FAULT_MESSAGES", "200" if LONG else "30"))
AWAY_S = 30.0 if LONG else 12.0
USERS = 10
STUCK_S = 150.0
"""Longer than any wait but those that a run names: a claim, 60 s, and the look-ups at Twilio, 30 s."""
_ROWS: list[tuple[str, Tally]] = []
_OUTAGES: list[Outage] = []

Fault = Callable[[World], Awaitable[None]]


@dataclass(frozen=True)
class Run:
    """`spread_s` is how long users keep writing while the fault is on."""

    name: str
    fault: Fault
    messages: int = MESSAGES
    spread_s: float = 0.0
    stuck_s: float = STUCK_S


async def play(world: World, run: Run) -> Tally:
    """A third of the messages before the fault, a third while it lasts, a third after it."""
    await world.make_well()
    traffic = Traffic(world)
    await traffic.users_join(USERS)
    third = run.messages // 3
    deaths = world.deaths
    await traffic.send(third)
    fault = asyncio.create_task(_ended(run.fault(world)))
    await traffic.send(third, over_s=run.spread_s)
    await fault
    await traffic.send(run.messages - 2 * third)
    tally = await traffic.until_quiet(run.stuck_s)
    tally.deaths = world.deaths - deaths
    _ROWS.append((run.name, tally))
    return tally


async def _ended(fault: Awaitable[None]) -> None:
    await asyncio.sleep(0.3)
    await fault


def note(name: str, tally: Tally) -> None:
    _ROWS.append((name, tally))


def note_outage(outage: Outage) -> None:
    _OUTAGES.append(outage)


def table() -> list[str]:
    if not _ROWS:
        return []
    width = max(len(name) for name, _ in _ROWS)
    lines = [f"{'fault':<{width}}  " + "  ".join(f"{name:>8}" for name in page.COUNTS)]
    lines += [
        f"{name:<{width}}  " + "  ".join(f"{cell:>8}" for cell in _cells(tally).values()) for name, tally in _ROWS
    ]
    return [*lines, *(str(outage) for outage in _OUTAGES)]


def _cells(tally: Tally) -> dict[str, str]:
    return {name: f"{getattr(tally, name):.0f}" for name in page.COUNTS}


def write_page() -> None:
    """After each test, as the suite is long; only what was measured at full length."""
    outages = {
        f"{outage.server} {outage.seconds:g} s": dict(zip(page.OUTAGE, outage.figures(), strict=True))
        for outage in _OUTAGES
    }
    if LONG and _ROWS:
        page.update(ROOT / "docs" / "faults.md", {name: _cells(tally) for name, tally in _ROWS}, outages, HIDDEN_S)
