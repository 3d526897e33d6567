"""`kill -9` and SIGTERM of the services: at each step of their work, at random moments, one after the other."""

import asyncio
import random

import pytest

from shared.safe_naming import Service
from tests.faults.effects import points_of
from tests.faults.runs import LONG, Run, play
from tests.faults.world import World

pytestmark = [pytest.mark.faults, pytest.mark.asyncio(loop_scope="session")]

_RANDOM_KILLS = 20 if LONG else 6
_IN_HAND = 4
_HELD_BY_THE_DEAD = ("claim.after", "redis-remember.after")


def _every_point(_: str) -> bool:
    return True


def _after_steps(point: str) -> bool:
    return point.endswith(".after") and point not in _HELD_BY_THE_DEAD


@pytest.mark.parametrize("service", Service)
async def test_a_service_that_dies_at_every_step_of_its_work_loses_and_doubles_nothing(
    world: World, service: Service
) -> None:
    """What is in hand at several deaths around paid calls may use all of them up: the local engine then reads it, which
    cannot read the stripes of our pictures."""
    points = {service: points_of(service)}

    async def die_everywhere(world: World) -> None:
        world.arm(points)

    tally = await play(world, Run(f"kill -9 {service}, {len(points[service])} points", die_everywhere))
    missed = world.not_passed(points)
    world.arm({service: ()})
    assert (tally.safe, tally.gave_up) == (True, 0), tally
    assert tally.declined <= _IN_HAND, tally
    assert missed == []


@pytest.mark.short
async def test_services_that_all_die_at_every_step_lose_and_double_nothing(world: World) -> None:
    """In the short form after each step, but for those after which a reply waits two minutes for Twilio's list."""
    wanted = _every_point if LONG else _after_steps
    points = {service: tuple(filter(wanted, points_of(service))) for service in Service}

    async def die_everywhere(world: World) -> None:
        world.arm(points)

    count = sum(map(len, points.values()))
    tally = await play(world, Run(f"kill -9 all services, {count} points", die_everywhere))
    missed = world.not_passed(points)
    world.arm(dict.fromkeys(Service, ()))
    assert tally.safe, tally
    assert len(missed) < count / 2, missed  # with few messages not every service comes to every step


async def test_kills_at_random_moments_lose_and_double_nothing(world: World) -> None:
    chance = random.Random(3)  # noqa: S311 - the same kills every time

    async def kill_at_random(world: World) -> None:
        for _ in range(_RANDOM_KILLS):
            await asyncio.sleep(chance.uniform(0.1, 2.0))
            world.kill_process(chance.choice(list(Service)))

    tally = await play(world, Run(f"kill -9 at random, {_RANDOM_KILLS} times", kill_at_random, spread_s=10))
    assert tally.clean, tally


async def test_a_rolling_restart_under_load_loses_and_doubles_nothing(world: World) -> None:
    async def restart_one_after_the_other(world: World) -> None:
        for service in Service:
            await world.restart(service)

    tally = await play(world, Run("SIGTERM, one service after the other", restart_one_after_the_other, spread_s=10))
    assert tally.clean, tally
