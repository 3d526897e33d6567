"""A chat completions server that answers what the test laid down, in order, and remembers what it was asked."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

Answer = Callable[[], Awaitable[web.Response]]


class FakeGpt:
    """The last answer laid down repeats for ever."""

    def __init__(self) -> None:
        self.base_url = ""
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._answers: list[Answer] = []

    def will(self, *answers: Answer) -> None:
        self._answers = list(answers)

    async def complete(self, request: web.Request) -> web.Response:
        self.requests.append(await request.json())
        self.headers.append(dict(request.headers))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return await answer()


def says(
    content: object, *, finish_reason: str = "stop", refusal: str | None = None, tokens: tuple[int, int] = (100, 20)
) -> Answer:
    text = content if content is None or isinstance(content, str | list) else json.dumps(content)
    return sends(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "gpt-6-luna-2026-05-01",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish_reason,
                    "message": {"role": "assistant", "content": text, "refusal": refusal},
                }
            ],
            "usage": {"prompt_tokens": tokens[0], "completion_tokens": tokens[1], "total_tokens": sum(tokens)},
        }
    )


def sends(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    async def answer() -> web.Response:
        return web.json_response(body, status=status, headers={"x-request-id": "req_7", **(headers or {})})

    return answer


def fails(status: int, code: str = "", *, headers: dict[str, str] | None = None) -> Answer:
    error = {"message": "no", "type": code or None, "code": code or None, "param": None}
    return sends({"error": error}, status=status, headers=headers)


def sends_page(text: str) -> Answer:
    async def answer() -> web.Response:
        return web.Response(text=text, content_type="text/html")

    return answer


def never() -> Answer:
    async def answer() -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    return answer


@asynccontextmanager
async def fake_gpt() -> AsyncIterator[FakeGpt]:
    fake = FakeGpt()
    app = web.Application(client_max_size=50_000_000)
    app.router.add_post("/v1/chat/completions", fake.complete)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield fake
    finally:
        await runner.cleanup()
