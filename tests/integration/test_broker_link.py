"""The connection that is opened again for ever, against a twin in this process."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from aio_pika.abc import AbstractConnection

from services.whatsapp_sandbox.amqp_twin.server import serve
from shared import broker_link
from shared.broker_link import failure_of, kept_open
from shared.errors import DependencyAway
from shared.safe_naming import Service
from tests.integration.broker_fixtures import settings_for
from tests.integration.broker_parts import eventually
from tests.ports import free_port


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker_link, "RECONNECT_S", 0.01)


async def nothing(_connection: AbstractConnection) -> None:
    return


async def test_it_waits_for_a_broker_that_comes_later(tmp_path: Path) -> None:
    port = free_port()
    async with kept_open(settings_for(port), Service.QUERY, "tests", nothing) as link:
        with pytest.raises(DependencyAway, match="rabbitmq"):
            await link.ping()
        async with serve(tmp_path, port):
            await eventually(lambda: link.connection is not None)
            await link.ping()


async def test_an_outage_is_one_log_line_however_often_it_tries(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tries = 0

    async def fails(_connection: AbstractConnection) -> None:
        nonlocal tries
        tries += 1
        raise ConnectionError("still starting")

    async with serve(tmp_path, 0) as port, kept_open(settings_for(port), Service.QUERY, "tests", fails):
        await eventually(lambda: tries > 5)
    lines = [record.getMessage() for record in caplog.records if record.name == broker_link.__name__]
    assert lines == ["waiting for RabbitMQ"]


async def test_a_bug_in_setting_up_ends_the_block_instead_of_being_retried(tmp_path: Path) -> None:
    async def has_a_bug(_connection: AbstractConnection) -> None:
        raise KeyError("oops")

    async def serve_for_ever(port: int) -> None:
        async with kept_open(settings_for(port), Service.QUERY, "tests", has_a_bug):
            await asyncio.Event().wait()

    async with serve(tmp_path, 0) as port:
        with pytest.raises(KeyError, match="oops"):
            await serve_for_ever(port)


async def raising(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        pytest.param(lambda: raising(ConnectionError("x")), ConnectionError, id="trouble"),
        pytest.param(lambda: raising(Exception()), Exception, id="what-aio-pika-raises-when-it-closes"),
        pytest.param(lambda: raising(asyncio.CancelledError()), ConnectionResetError, id="a-future-cancelled-by-it"),
        pytest.param(asyncio.Event().wait, TimeoutError, id="no-answer"),
    ],
)
async def test_trouble_with_the_broker_is_a_value(work: Any, expected: type[Exception]) -> None:  # noqa: ANN401
    assert type(await failure_of(work(), timeout_s=0.05)) is expected


async def test_our_own_cancellation_passes_through() -> None:
    ended = asyncio.Event()

    async def long_work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    task = asyncio.create_task(_as_failure(long_work()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def _as_failure(work: Coroutine[Any, Any, Any]) -> None:
    await failure_of(work)
