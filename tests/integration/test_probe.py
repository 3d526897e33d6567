"""The images' health check, against a service that is able, one that is not, and none."""

import asyncio
import subprocess
import sys
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from shared.process import http_server
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]


async def test_a_service_that_can_work_is_healthy() -> None:
    assert await _probed(JSONResponse({"status": "ok"})) == (0, "")


async def test_what_is_missing_is_said_where_docker_shows_it() -> None:
    exit_code, said = await _probed(JSONResponse({"dependencies": {"redis": "no answer"}}, status_code=503))
    assert exit_code == 1
    assert "redis" in said


def test_a_port_where_nothing_listens_is_unhealthy() -> None:
    exit_code, said = _probe(free_port())
    assert exit_code == 1
    assert "not healthy" in said


async def _probed(answer: Response) -> tuple[int, str]:
    async def health(_: Request) -> Response:
        return answer

    port = free_port()
    async with http_server(Starlette(routes=[Route("/health", health)]), "127.0.0.1", port):
        return await asyncio.to_thread(_probe, port)


def _probe(port: int) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-S", "-m", "shared.probe", str(port)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr
