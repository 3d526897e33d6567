"""The public pages of the webhook service: /whatsapp, /twilio/status/{reply_id}, /media/{token} and health."""

import logging
from datetime import UTC, datetime
from time import perf_counter

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import Route

from services.whatsapp_webhook_service import description as told
from services.whatsapp_webhook_service.dependencies import Opened, genuine_form, opened
from services.whatsapp_webhook_service.media import serve_file
from services.whatsapp_webhook_service.twilio_forms import incoming_of, twiml
from shared.errors import FintrakError, TemporaryFailure
from shared.health import Health
from shared.logs import about_message
from shared.metrics import WEBHOOK_SECONDS
from shared.process import health_routes

logger = logging.getLogger(__name__)

DESCRIPTION = "Takes WhatsApp messages from Twilio, keeps the conversation and serves the files FinTrak sends."
XML = "text/xml"


def create_app(things: Opened, health: Health) -> FastAPI:
    """No docs pages on a public port; the description is at /openapi.json. A wrong slash is a 404, never a redirect."""
    app = FastAPI(
        title="FinTrak webhook", description=DESCRIPTION, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.opened = things
    app.add_api_route(
        "/whatsapp",
        whatsapp,
        methods=["POST"],
        responses=told.TWIML | told.REFUSALS,
        response_class=Response,
        openapi_extra=told.INCOMING,
    )
    app.add_api_route(
        "/twilio/status/{reply_id}",
        twilio_status,
        methods=["POST"],
        responses=told.TAKEN_IN | told.REFUSALS,
        status_code=204,
        openapi_extra=told.STATUS,
    )
    app.add_api_route("/media/{token}", media, methods=["GET"], responses=told.FILE, response_class=Response)
    app.add_api_route("/media/{token}", media_head, methods=["HEAD"], responses=told.FILE, response_class=Response)
    for route in health_routes(health):
        app.add_api_route(
            route.path, route.endpoint, methods=["GET"], responses=told.HEALTH, response_class=Response, name=route.name
        )
    app.router.routes[:0] = [_plain(route) for route in app.routes if isinstance(route, APIRoute) and _is_post(route)]
    return app


def _is_post(route: APIRoute) -> bool:
    return route.methods == {"POST"}


def _plain(route: APIRoute) -> Route:
    """Answers in its place what Twilio posts: FastAPI, which spends more on a form than we do, only describes it."""

    async def answer(request: Request) -> Response:
        response: Response = await route.endpoint(request=request, **request.path_params)
        return response

    return Route(route.path, answer, methods=["POST"])


async def whatsapp(request: Request) -> Response:
    """A message of a user, as Twilio posts it; answers TwiML with what the user hears at once."""
    started = perf_counter()
    incoming = incoming_of(await genuine_form(request), datetime.now(UTC))
    if incoming is None:
        return Response(twiml(""), media_type=XML)
    with about_message(incoming.message_id):
        answer = await opened(request).dispatcher.answer(incoming)
    WEBHOOK_SECONDS.labels("answered" if answer else "silent").observe(perf_counter() - started)
    return Response(twiml(answer), media_type=XML)


async def twilio_status(reply_id: str, request: Request) -> Response:
    """What became of a reply, as Twilio reports it."""
    form = await genuine_form(request)
    code = form.first("ErrorCode")
    try:
        await opened(request).reports.take_in(
            reply_id,
            sid=form.first("MessageSid"),
            status=form.first("MessageStatus"),
            error_code=int(code) if code.isdecimal() else None,
        )
    except TemporaryFailure:
        facts = {"status": form.first("MessageStatus"), "reply_id": reply_id}
        logger.warning("status report could not be taken in", extra=facts)
        return Response(status_code=503)
    return Response(status_code=204)


async def media(token: str, request: Request) -> Response:
    """A stored file, for whoever holds a live link."""
    return await _served(opened(request), token, with_body=True)


async def media_head(token: str, request: Request) -> Response:
    """Type, length and name of the file a link leads to."""
    return await _served(opened(request), token, with_body=False)


async def _served(things: Opened, token: str, *, with_body: bool) -> Response:
    try:
        return await serve_file(things, token, with_body=with_body)
    except FintrakError as error:
        logger.warning("file could not be served", extra={"problem": str(error)})
        return Response(status_code=503, headers={"retry-after": "5"})
