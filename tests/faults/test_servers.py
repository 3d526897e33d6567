"""RabbitMQ, PostgreSQL, Redis and S3 die, restart, vanish, hang and refuse while users write."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.faults import servers
from tests.faults.outage import BACK_WITHIN_S, IDLE_SHARE, SAME_LINE_AT_MOST, Outage
from tests.faults.runs import AWAY_S, Run, note_outage, play
from tests.faults.world import World

pytestmark = [pytest.mark.faults, pytest.mark.asyncio(loop_scope="session")]

_HTTP_ERROR = (
    b"HTTP/1.1 %s\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: 70\r\n\r\n"
    b"<?xml version='1.0'?><Error><Code>%-25s</Code></Error>    "
)


@pytest.mark.parametrize("server", ["rabbitmq", "postgres", "redis"])
async def test_a_server_that_restarts_under_load_costs_nothing(world: World, server: str) -> None:
    tally = await play(world, Run(f"{server} restarted", lambda world: world.restart(server), spread_s=8))
    assert tally.clean, tally


@pytest.mark.parametrize("server", ["rabbitmq", "postgres", "redis", "s3"])
async def test_while_a_server_is_away_work_waits_and_goes_on_by_itself(world: World, server: str) -> None:
    outage = Outage(server, AWAY_S)
    tally = await play(world, Run(f"{server} away {AWAY_S:g} s", outage.bring_about, spread_s=AWAY_S))
    note_outage(outage)
    assert tally.clean, tally
    assert (outage.silent, outage.ended) == ([], []), outage
    assert max(outage.healthy_s, outage.replying_s) < BACK_WITHIN_S, outage
    assert outage.busiest < IDLE_SHARE, outage
    assert outage.chatter[0] <= SAME_LINE_AT_MOST, outage


@pytest.mark.short
async def test_a_broker_that_dies_while_retries_expire_loses_none_of_them(world: World) -> None:
    async def die_with_full_ladders(world: World) -> None:
        await world.phone.add_fault(operation="media", status=503)
        await asyncio.sleep(5)
        await servers.kill_and_start(world, "rabbitmq")
        await world.all_is_well_at_twilio()

    tally = await play(world, Run("rabbitmq kill -9 while retries expire", die_with_full_ladders, spread_s=6))
    assert tally.clean, tally


@pytest.mark.parametrize("server", ["rabbitmq", "postgres", "redis"])
async def test_cut_connections_cost_nothing(world: World, server: str) -> None:
    async def cut_often(world: World) -> None:
        for _ in range(5):
            world.proxies[server].cut()
            await asyncio.sleep(1.5)

    tally = await play(world, Run(f"{server} connections cut, 5 times", cut_often, spread_s=8))
    assert tally.clean, tally


async def test_a_blocked_publisher_waits(world: World) -> None:
    run = Run("rabbitmq memory alarm", lambda world: servers.memory_alarm(world, AWAY_S), spread_s=AWAY_S)
    tally = await play(world, run)
    assert tally.clean, tally


async def test_terminated_backends_cost_nothing(world: World) -> None:
    async def terminate_often(world: World) -> None:
        for _ in range(5):
            await servers.terminate_backends(world)
            await asyncio.sleep(1.5)

    tally = await play(world, Run("postgres backends terminated, 5 times", terminate_often, spread_s=8))
    assert tally.clean, tally


@pytest.mark.parametrize(("state", "name"), [("40001", "serialization failures"), ("53100", "disk full")])
async def test_failing_statements_are_tried_again(world: World, state: str, name: str) -> None:
    run = Run(f"postgres {name}", lambda world: servers.fail_statements(world, state, 3, 8), spread_s=8)
    tally = await play(world, run)
    assert tally.clean, tally


async def test_a_redis_that_comes_back_empty_loses_sessions_only(world: World) -> None:
    tally = await play(world, Run("redis kill -9, back empty", servers.restart_empty_redis, spread_s=8))
    assert tally.clean, tally


def _s3(status: bytes, code: bytes) -> Callable[[World], Awaitable[None]]:
    async def refuse(world: World) -> None:
        world.proxies["s3"].says = _HTTP_ERROR % (status, code)
        world.proxies["s3"].cut()
        await asyncio.sleep(AWAY_S)
        await world.proxies["s3"].come_back()

    return refuse


@pytest.mark.parametrize(
    ("status", "code"),
    [(b"500 Internal Server Error", b"InternalError"), (b"503 Slow Down", b"SlowDown")],
    ids=["500", "503"],
)
async def test_a_store_that_errs_is_tried_again(world: World, status: bytes, code: bytes) -> None:
    tally = await play(world, Run(f"s3 answers {status.decode()}", _s3(status, code), spread_s=AWAY_S))
    assert tally.clean, tally


async def test_a_slow_store_slows_only(world: World) -> None:
    async def be_slow(world: World) -> None:
        world.proxies["s3"].delay_s = 1.5
        await asyncio.sleep(AWAY_S)
        await world.proxies["s3"].come_back()

    tally = await play(world, Run("s3 slow", be_slow, spread_s=AWAY_S))
    assert tally.clean, tally


@pytest.mark.parametrize("server", ["rabbitmq", "postgres", "redis", "s3"])
async def test_a_server_that_hangs_holds_nobody_for_ever(world: World, server: str) -> None:
    async def hang(world: World) -> None:
        world.proxies[server].silent = True
        await asyncio.sleep(AWAY_S)
        await world.proxies[server].come_back()

    tally = await play(world, Run(f"{server} hangs {AWAY_S:g} s", hang, spread_s=AWAY_S))
    assert tally.clean, tally
