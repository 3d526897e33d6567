"""What every route of the webhook service is given: the opened things, and a form that is proven to be Twilio's."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Protocol, cast

from fastapi import HTTPException, Request

from services.whatsapp_webhook_service.dispatcher import Dispatcher
from shared.metrics import SIGNATURE_FAILURES
from shared.s3_connection import ObjectStore
from shared.status_reports import StatusReports
from shared.twilio_signature import Form, SignatureCheck

logger = logging.getLogger(__name__)

MAX_BODY_BYTES = 128 * 1024  # Twilio sends a few KB
BODY_WITHIN_S = 10.0  # Twilio has given up by then
FORM_TYPE = "application/x-www-form-urlencoded"


class LiveInvoices(Protocol):
    async def invoice_is_live(self, object_key: str) -> bool: ...


@dataclass(frozen=True)
class Opened:
    """Everything the routes work with; built in lifespan.py."""

    dispatcher: Dispatcher
    reports: StatusReports
    signatures: SignatureCheck
    store: ObjectStore
    invoices: LiveInvoices
    link_key: bytes


def opened(request: Request) -> Opened:
    return cast(Opened, request.app.state.opened)


async def genuine_form(request: Request) -> Form:
    """Called and not injected, which would cost a message more than all of its own work.

    Refuses before anything is looked at: 403 unsigned or forged, 408 too slow, 413 too large, 415 not a form, 400
    absurd."""
    signature = request.headers.get("x-twilio-signature")
    if not signature:
        raise _forged()
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
        raise HTTPException(415)
    try:
        form = Form.parse(await body_of(request))
    except ValueError as error:
        raise HTTPException(400) from error
    if not opened(request).signatures.is_genuine(request.scope, form, signature):
        raise _forged()
    return form


async def body_of(request: Request, *, within_s: float = BODY_WITHIN_S) -> bytes:
    """Bounded in size and time: whoever sends a byte a minute holds no connection for ever."""
    received = bytearray()
    try:
        async with asyncio.timeout(within_s):
            async for chunk in request.stream():
                received += chunk
                if len(received) > MAX_BODY_BYTES:
                    raise HTTPException(413)
    except TimeoutError as error:
        raise HTTPException(408) from error
    return bytes(received)


def _forged() -> HTTPException:
    SIGNATURE_FAILURES.inc()
    logger.warning("webhook refused: signature missing or wrong")
    return HTTPException(403)
