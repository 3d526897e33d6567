import asyncio
import json
import socket
import urllib.request

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from shared.errors import TemporaryFailure
from shared.health import Health
from shared.process import health_server, http_server, metrics_server, until_stopped
from shared.safe_naming import Dependency, Service
from shared.settings import ProcessSettings
from tests.ports import free_port


def _get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own loopback server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


async def _away() -> None:
    raise TemporaryFailure("connection refused")


async def _here() -> None:
    return None


@pytest.mark.parametrize(("ping", "status"), [(_here, 200), (_away, 503)])
async def test_health_answers_for_the_dependencies_and_live_for_the_process(ping: object, status: int) -> None:
    health = Health(Service.RESPONSE)
    health.watch(Dependency.REDIS, ping)  # type: ignore[arg-type]
    settings = ProcessSettings(service_host="127.0.0.1", service_port=free_port())
    base = f"http://127.0.0.1:{settings.service_port}"
    async with health_server(settings, health):
        assert (await asyncio.to_thread(_get, f"{base}/health"))[0] == status
        assert (await asyncio.to_thread(_get, f"{base}/health/live"))[0] == 200
        assert "fintrak_messages_total" in (await asyncio.to_thread(_get, f"{base}/metrics"))[1]


async def test_the_report_names_the_service() -> None:
    settings = ProcessSettings(service_host="127.0.0.1", service_port=free_port())
    async with health_server(settings, Health(Service.QUERY)):
        _, body = await asyncio.to_thread(_get, f"http://127.0.0.1:{settings.service_port}/health")
    assert json.loads(body)["service"] == "query_generator_service"


async def test_waiting_ends_early_when_the_process_is_asked_to_stop() -> None:
    stop = asyncio.Event()
    waiting = asyncio.create_task(until_stopped(stop, asyncio.Event().wait()))  # type: ignore[arg-type]
    stop.set()
    assert await asyncio.wait_for(waiting, 60) is False


async def test_waiting_passes_on_what_went_wrong() -> None:
    with pytest.raises(TemporaryFailure):
        await until_stopped(asyncio.Event(), _away())


async def test_a_request_that_never_ends_keeps_no_process_from_stopping() -> None:
    asked = asyncio.Event()

    async def endless(_: Request) -> Response:
        asked.set()
        await asyncio.Event().wait()
        return Response()

    app, port = Starlette(routes=[Route("/", endless)]), free_port()
    async with asyncio.timeout(20):
        async with http_server(app, "127.0.0.1", port, grace_s=0.1):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            await asked.wait()
        await reader.read()
        writer.close()


async def test_metrics_have_a_port_of_their_own() -> None:
    port = free_port()
    async with metrics_server("127.0.0.1", port):
        assert (await asyncio.to_thread(_get, f"http://127.0.0.1:{port}/metrics"))[0] == 200


async def test_a_taken_metrics_port_is_said_and_stops_nobody(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with metrics_server("127.0.0.1", taken.getsockname()[1]):
            pass
    assert "METRICS_PORT" in caplog.text
