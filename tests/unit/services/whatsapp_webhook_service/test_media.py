import asyncio
from collections.abc import AsyncGenerator, MutableMapping
from typing import Any

import pytest

from services.whatsapp_webhook_service.media import BoundedStream


class Chunks:
    """A file without end; knows when nobody wants it any more."""

    def __init__(self) -> None:
        self.closed = False

    async def stream(self) -> AsyncGenerator[bytes, None]:
        try:
            while True:
                yield b"x"
        finally:
            self.closed = True


async def _never_leaves() -> MutableMapping[str, Any]:
    await asyncio.Event().wait()
    raise AssertionError


async def test_whoever_reads_too_slowly_is_left_and_holds_nothing(caplog: pytest.LogCaptureFixture) -> None:
    chunks, sent = Chunks(), []

    async def reads_only_the_head(message: MutableMapping[str, Any]) -> None:
        sent.append(message["type"])
        if message["type"] == "http.response.body":
            await asyncio.Event().wait()

    response = BoundedStream(chunks.stream(), headers={}, media_type="text/x", within_s=0.05)
    async with asyncio.timeout(20):
        await response({"type": "http", "asgi": {"spec_version": "2.3"}}, _never_leaves, reads_only_the_head)
    assert (sent, chunks.closed) == (["http.response.start", "http.response.body"], True)
    assert [record.message for record in caplog.records] == ["a file was read too slowly"]
