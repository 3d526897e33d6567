"""A body is read only so far and so long."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from fastapi import HTTPException, Request

from services.whatsapp_webhook_service.dependencies import MAX_BODY_BYTES, body_of


def a_request(*chunks: bytes, ends: bool = True) -> Request:
    async def messages() -> AsyncIterator[dict[str, object]]:
        for chunk in chunks:
            yield {"type": "http.request", "body": chunk, "more_body": True}
        if not ends:
            await asyncio.Event().wait()
        yield {"type": "http.request", "body": b"", "more_body": False}

    return Request({"type": "http", "method": "POST", "headers": []}, messages().__anext__)


async def test_a_body_is_all_of_its_chunks() -> None:
    assert await body_of(a_request(b"From=", b"Ana")) == b"From=Ana"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        pytest.param(a_request(b"From=", ends=False), 408, id="never-ends"),
        pytest.param(a_request(b"x" * MAX_BODY_BYTES, b"x"), 413, id="too-large"),
    ],
)
async def test_a_body_without_end_is_refused(request_: Request, status: int) -> None:
    with pytest.raises(HTTPException) as refused:
        await body_of(request_, within_s=0.05)
    assert refused.value.status_code == status
