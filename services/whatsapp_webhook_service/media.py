"""GET and HEAD /media/{token}: streams a stored file to whoever holds a live link, never by redirect."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime

from fastapi import Response
from starlette.responses import StreamingResponse
from starlette.types import Send

from services.whatsapp_webhook_service.dependencies import Opened
from shared.links import DeadLink, open_token
from shared.s3_connection import StoredObject

logger = logging.getLogger(__name__)

SENT_WITHIN_S = 300.0  # the largest file at 55 KB/s
_CACHE = "private, max-age=300"


async def serve_file(things: Opened, token: str, *, with_body: bool) -> Response:
    """404 for every link that is not alive, whatever the reason."""
    try:
        key = open_token(token, things.link_key, datetime.now(UTC))
    except DeadLink:
        return Response(status_code=404)
    if not await things.invoices.invoice_is_live(key):
        return Response(status_code=404)
    if with_body and (opened := await things.store.open(key)):
        return BoundedStream(opened.chunks, headers=_headers(key, opened.stored), media_type=opened.stored.content_type)
    if not with_body and (stored := await things.store.head(key)):
        return Response(headers=_headers(key, stored), media_type=stored.content_type)
    return Response(status_code=404)


def _headers(key: str, stored: StoredObject) -> dict[str, str]:
    name = stored.filename or key.rpartition("/")[2]
    return {
        "content-length": str(stored.size),
        "content-disposition": f'inline; filename="{_plain(name)}"',
        "cache-control": _CACHE,
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
    }


class BoundedStream(StreamingResponse):
    """Ends unfinished when it takes too long: whoever reads a byte a minute holds neither our connection nor the
    store's for ever."""

    def __init__(
        self,
        chunks: AsyncGenerator[bytes, None],
        *,
        headers: dict[str, str],
        media_type: str,
        within_s: float = SENT_WITHIN_S,
    ) -> None:
        super().__init__(chunks, headers=headers, media_type=media_type)
        self._chunks = chunks
        self._within_s = within_s

    async def stream_response(self, send: Send) -> None:
        try:
            async with aclosing(self._chunks), asyncio.timeout(self._within_s):
                await super().stream_response(send)
        except TimeoutError:
            logger.warning("a file was read too slowly")


def _plain(name: str) -> str:
    """WhatsApp wants short names without blanks or signs."""
    kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-" for sign in name)
    return kept[-40:] or "file"
