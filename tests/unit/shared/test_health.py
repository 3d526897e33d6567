import asyncio
import logging

import pytest

from shared.errors import TemporaryFailure
from shared.health import Health
from shared.safe_naming import Dependency, Service


class Switch:
    """A dependency that is away until it is turned on; counts how often it was asked."""

    def __init__(self) -> None:
        self.on = False
        self.asked = 0
        self.asked_twice = asyncio.Event()

    async def ping(self) -> None:
        self.asked += 1
        if self.asked >= 2:
            self.asked_twice.set()
        if not self.on:
            raise TemporaryFailure("connection refused")


async def test_a_service_is_able_when_all_it_watches_answers() -> None:
    health, switch = Health(Service.QUERY), Switch()
    switch.on = True
    health.watch(Dependency.POSTGRES, switch.ping)
    report = await health.report()
    assert report.able
    assert report.as_json() == {
        "status": "ok",
        "service": "query_generator_service",
        "dependencies": {"postgres": "ok"},
    }


async def test_the_failing_dependency_is_named_with_its_reason() -> None:
    health = Health(Service.QUERY)
    health.watch(Dependency.REDIS, Switch().ping)
    report = await health.report()
    assert not report.able
    assert report.as_json()["dependencies"] == {"redis": "connection refused"}


async def test_a_dependency_that_hangs_is_reported_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.health.PING_TIMEOUT_S", 0.01)
    health = Health(Service.QUERY)

    async def hang() -> None:
        await asyncio.Event().wait()

    health.watch(Dependency.S3, hang)
    assert (await health.report()).problems == {"s3": "no answer in time"}


async def test_many_probes_ask_the_dependency_once() -> None:
    health, switch = Health(Service.QUERY), Switch()
    health.watch(Dependency.POSTGRES, switch.ping)
    for _ in range(5):
        await health.report()
    assert switch.asked == 1


async def test_waiting_ends_when_the_dependency_is_back_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("shared.health.POLL_S", 0.001)
    caplog.set_level(logging.INFO)
    health, switch = Health(Service.QUERY), Switch()
    health.watch(Dependency.POSTGRES, switch.ping)
    waiting = asyncio.create_task(health.until_available(Dependency.POSTGRES))
    await asyncio.wait_for(switch.asked_twice.wait(), 60)
    assert not waiting.done()
    switch.on = True
    await asyncio.wait_for(waiting, 60)
    assert [record.message for record in caplog.records] == ["waiting for a dependency", "dependency is back"]


async def test_waiting_for_one_dependency_ignores_the_others() -> None:
    health, here, away = Health(Service.QUERY), Switch(), Switch()
    here.on = True
    health.watch(Dependency.POSTGRES, here.ping)
    health.watch(Dependency.S3, away.ping)
    await asyncio.wait_for(health.until_available(Dependency.POSTGRES), 60)
    assert away.asked == 0
