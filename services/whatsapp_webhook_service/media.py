"""GET and HEAD /media/{token}: streams a stored file to whoever holds a live link, never by redirect."""

from datetime import UTC, datetime

from fastapi import Response
from starlette.responses import StreamingResponse

from services.whatsapp_webhook_service.dependencies import Opened
from shared.links import DeadLink, open_token

_CACHE = "private, max-age=300"


async def serve_file(things: Opened, token: str, *, with_body: bool) -> Response:
    """404 for every link that is not alive, whatever the reason."""
    try:
        key = open_token(token, things.link_key, datetime.now(UTC))
    except DeadLink:
        return Response(status_code=404)
    stored = await things.store.head(key) if await things.invoices.invoice_is_live(key) else None
    if stored is None:
        return Response(status_code=404)
    name = stored.filename or key.rpartition("/")[2]
    headers = {
        "content-length": str(stored.size),
        "content-disposition": f'inline; filename="{_plain(name)}"',
        "cache-control": _CACHE,
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
    }
    if not with_body:
        return Response(headers=headers, media_type=stored.content_type)
    return StreamingResponse(things.store.stream(key), headers=headers, media_type=stored.content_type)


def _plain(name: str) -> str:
    """WhatsApp wants short names without blanks or signs."""
    kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-" for sign in name)
    return kept[-40:] or "file"
