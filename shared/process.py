"""How every service starts, answers /health and stops: read the environment, serve, stop in reverse order."""

import asyncio
import gc
import logging
import math
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

import uvicorn
import uvloop
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from shared import settings as settings_module
from shared.errors import InvalidSettings
from shared.health import Health
from shared.logs import configure_logs
from shared.metrics import EVENT_LOOP_LAG, exposition
from shared.safe_naming import Service
from shared.settings import ProcessSettings

logger = logging.getLogger(__name__)

SettingsType = TypeVar("SettingsType", bound=ProcessSettings)
LAG_EVERY_S = 0.5
GC_EVERY = 10_000
Serve = Callable[[SettingsType, Health, asyncio.Event], Awaitable[None]]


def run_service(service: Service, settings_class: type[SettingsType], serve: Serve[SettingsType]) -> None:
    """Exits 2 when the settings are unusable, 1 when `serve` fails, 0 after a clean stop."""
    try:
        settings = settings_module.load(settings_class)
    except InvalidSettings as error:
        print(error, file=sys.stderr)  # noqa: T201 - the operator reads this before logs exist
        sys.exit(2)
    configure_logs(service, settings.log_level)
    gc.freeze()  # what was imported stays; looking through it over and over would stop the loop each time
    gc.set_threshold(GC_EVERY)  # little of a message is garbage that only the collector finds
    uvloop.run(_run(service, settings, serve))  # half the CPU per message of asyncio's own loop


async def _run(service: Service, settings: SettingsType, serve: Serve[SettingsType]) -> None:
    health = Health(service)
    stop = asyncio.Event()
    stop_on_signals(stop)
    logger.info("starting")
    async with _lag_measured():
        await serve(settings, health, stop)
    logger.info("stopped")


@asynccontextmanager
async def _lag_measured() -> AsyncIterator[None]:
    task = asyncio.create_task(_measure_lag())
    try:
        yield
    finally:
        task.cancel()


async def _measure_lag() -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + LAG_EVERY_S
        await asyncio.sleep(LAG_EVERY_S)
        EVENT_LOOP_LAG.observe(max(0.0, loop.time() - due))


def stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)


async def until_stopped(stop: asyncio.Event, waiting: Awaitable[None]) -> bool:
    """Waits for `waiting` unless the process is asked to stop first; True when it finished."""
    wait, stopped = asyncio.ensure_future(waiting), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({wait, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if wait.done():
            wait.result()
        return wait.done()
    finally:
        for task in (wait, stopped):
            task.cancel()
        await asyncio.gather(wait, stopped, return_exceptions=True)


def health_routes(health: Health) -> list[Route]:
    """`/health`: 200 when the service can work, else 503 naming what is missing; `/health/live`: the process runs."""

    async def ready(_: Request) -> Response:
        report = await health.report()
        return JSONResponse(report.as_json(), status_code=200 if report.able else 503)

    async def live(_: Request) -> Response:
        return JSONResponse({"status": "ok", "service": str(health.service)})

    return [Route("/health", ready), Route("/health/live", live)]


async def metrics(_: Request) -> Response:
    return Response(exposition(), media_type=CONTENT_TYPE_LATEST)


@asynccontextmanager
async def http_server(
    app: Starlette, host: str, port: int, *, grace_s: float = 5, listener: socket.socket | None = None
) -> AsyncIterator[None]:
    """Serves `app` in this event loop; a port that is taken stops the process with uvicorn's own message.

    Leaving it lets requests end for `grace_s`; whoever still reads then keeps no process from stopping."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=math.ceil(grace_s),
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve([listener] if listener else None))
    try:
        await asyncio.wait({task, up := asyncio.create_task(server.is_up.wait())}, return_when=asyncio.FIRST_COMPLETED)
        up.cancel()
        yield
    finally:
        server.stop()
        await task


@asynccontextmanager
async def metrics_server(host: str, port: int) -> AsyncIterator[None]:
    """`/metrics` on a port of its own. Where that is taken, messages are still worth more than figures about them."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        logger.error("metrics are not served: set METRICS_PORT", extra={"port": port, "problem": error.strerror})
        yield
        return
    with listener:
        async with http_server(Starlette(routes=[Route("/metrics", metrics)]), host, port, listener=listener):
            yield


class _Server(uvicorn.Server):
    """Leaves the signals to the process, which stops the consumers first."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        self.should_exit = True
        self._stopping.set()

    async def main_loop(self) -> None:
        """Wakes up for the Date header alone; uvicorn's own loop looks ten times a second whether it shall stop."""
        while not await self.on_tick(0):
            await until_stopped(self._stopping, asyncio.sleep(1))

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()


@asynccontextmanager
async def health_server(settings: ProcessSettings, health: Health) -> AsyncIterator[None]:
    """`/health`, `/health/live` and `/metrics` of a service that has no other pages."""
    app = Starlette(routes=[*health_routes(health), Route("/metrics", metrics)])
    async with http_server(app, settings.service_host, settings.service_port):
        yield
