"""A media server: each path answers what the test laid down, and remembers who asked with which credentials."""

from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class FakeMedia:
    """The last answer of a path repeats for ever."""

    base_url: str = ""
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    answers: dict[str, list[Answer]] = field(default_factory=dict)

    def will(self, path: str, *answers: Answer) -> str:
        self.answers[path] = list(answers)
        return self.base_url + path

    async def serve(self, request: web.Request) -> web.StreamResponse:
        credentials = request.headers.get("Authorization")
        login = b64decode(credentials.removeprefix("Basic ")).decode().partition(":")[0] if credentials else None
        self.asked.append((request.method, request.path, login))
        left = self.answers[request.path]
        answer = left.pop(0) if len(left) > 1 else left[0]
        return await answer(request)


def has(data: bytes, content_type: str = "image/jpeg") -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=data, content_type=content_type)

    return answer


def says(status: int, **headers: str) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers)

    return answer


def streams(chunks: int, chunk: bytes) -> Answer:
    """Sends on without ever having said how much."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(chunks):
            await response.write(chunk)
        return response

    return answer


def breaks_off() -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"only this")
        assert request.transport is not None
        request.transport.abort()
        return response

    return answer


@asynccontextmanager
async def fake_media() -> AsyncIterator[FakeMedia]:
    fake = FakeMedia()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", fake.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    fake.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake
    finally:
        await runner.cleanup()
