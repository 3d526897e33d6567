"""Twilio's HTTP API as far as FinTrak uses it, on the same paths, with the same refusals."""

import asyncio
import base64
import binascii
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.whatsapp_sandbox.chat_room import ChatRoom
from services.whatsapp_sandbox.twilio_twin_delivery import Delivery
from services.whatsapp_sandbox.twilio_twin_errors import TwilioRefusal, refusal_for_status
from services.whatsapp_sandbox.twilio_twin_faults import Fault, Faults, Operation
from services.whatsapp_sandbox.twilio_twin_media import MediaResources
from services.whatsapp_sandbox.twilio_twin_messages import Filter, TwilioMessages
from services.whatsapp_sandbox.twilio_twin_sends import parse_send
from shared.utils import whatsapp_number

_ACCOUNT = "/2010-04-01/Accounts/{account}"
Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, kw_only=True)
class TwilioTwin:
    account_sid: str
    auth_token: str
    own_number: str
    room: ChatRoom
    messages: TwilioMessages
    delivery: Delivery
    media: MediaResources
    faults: Faults

    def routes(self) -> list[Route]:
        return [
            Route(f"{_ACCOUNT}/Messages.json", self._guarded(self._create), methods=["POST"]),
            Route(f"{_ACCOUNT}/Messages.json", self._guarded(self._list), methods=["GET"]),
            Route(f"{_ACCOUNT}/Messages/{{sid}}.json", self._guarded(self._fetch), methods=["GET"]),
            Route(f"{_ACCOUNT}/Messages/{{sid}}/Media/{{media}}.json", self._guarded(self._media), methods=["GET"]),
            Route(f"{_ACCOUNT}/Messages/{{sid}}/Media/{{media}}", self._guarded(self._media), methods=["GET"]),
            Route(f"{_ACCOUNT}/Messages/{{sid}}/Media/{{media}}.json", self._guarded(self._drop), methods=["DELETE"]),
            Route(f"{_ACCOUNT}/Messages/{{sid}}/Media/{{media}}", self._guarded(self._drop), methods=["DELETE"]),
            Route("/v2/Indicators/Typing.json", self._guarded(self._typing), methods=["POST"]),
            Route("/cdn/{media}/{expires:int}/{signature}", self.media.serve_cdn, methods=["GET", "HEAD"]),
        ]

    def _guarded(self, answer: Answer) -> Answer:
        async def checked(request: Request) -> Response:
            try:
                self._check_credentials(request)
                return await answer(request)
            except TwilioRefusal as refusal:
                return refusal.response()

        return checked

    def _check_credentials(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        expected = f"{self.account_sid}:{self.auth_token}".encode()
        account = request.path_params.get("account", self.account_sid)
        if scheme.lower() != "basic" or account != self.account_sid:
            raise TwilioRefusal(20003)
        try:
            genuine = hmac.compare_digest(base64.b64decode(given, validate=True), expected)
        except binascii.Error:
            genuine = False
        if not genuine:
            raise TwilioRefusal(20003)

    async def _create(self, request: Request) -> Response:
        form = await request.form()
        wanted = parse_send([(name, str(value)) for name, value in form.multi_items()], self.own_number)
        fault = self.faults.take("send", whatsapp_number(wanted.to))
        if fault and not fault.after_accepting:
            await self._go_wrong(fault)
        hidden = self.faults.take("list", whatsapp_number(wanted.to))
        message = self.messages.new(
            sender=wanted.sender,
            to=wanted.to,
            body=wanted.body,
            direction="outbound-api",
            status="queued",
            media_urls=wanted.media_urls,
            num_media=len(wanted.media_urls),
            status_callback=wanted.status_callback,
            hide_s=hidden.hide_s if hidden else 0,
        )
        self.delivery.start(message)
        if fault:
            await self._go_wrong(fault)
        return JSONResponse(message.as_json(), status_code=201)

    async def _go_wrong(self, fault: Fault) -> None:
        if fault.hang_s:
            await self._pause(fault.hang_s)
        if fault.code:
            raise TwilioRefusal(fault.code, status=fault.status, retry_after_s=fault.retry_after_s)
        raise refusal_for_status(fault.status, retry_after_s=fault.retry_after_s)

    async def _maybe_go_wrong(self, operation: Operation) -> None:
        if fault := self.faults.take(operation):
            await self._go_wrong(fault)

    async def _pause(self, seconds: float) -> None:
        """Ends early when the sandbox stops."""
        try:
            async with asyncio.timeout(seconds):
                await self.room.closing.wait()
        except TimeoutError:
            return

    async def _list(self, request: Request) -> Response:
        query = request.query_params
        page, size = _number(query, "Page", 0), _number(query, "PageSize", 50)
        wanted = Filter(
            to=query.get("To"),
            sender=query.get("From"),
            not_before=_moment(query.get("DateSent>") or query.get("DateSent")),
            before=_moment(query.get("DateSent<")),
        )
        found, more = self.messages.find(wanted, page=page, page_size=size)
        path = f"/2010-04-01/Accounts/{self.account_sid}/Messages.json"
        following = urlencode(
            [(name, value) for name, value in query.multi_items() if name != "Page"] + [("Page", page + 1)]
        )
        return JSONResponse(
            {
                "messages": [message.as_json() for message in found],
                "page": page,
                "page_size": size,
                "uri": f"{path}?{request.url.query}",
                "next_page_uri": f"{path}?{following}" if more else None,
            }
        )

    async def _fetch(self, request: Request) -> Response:
        message = self.messages.get(request.path_params["sid"])
        if message is None:
            raise TwilioRefusal(20404)
        return JSONResponse(message.as_json())

    async def _media(self, request: Request) -> Response:
        await self._maybe_go_wrong("media")
        media = self.media.find(request.path_params["sid"], request.path_params["media"])
        if request.url.path.endswith(".json"):
            return self.media.metadata(media, self.account_sid)
        return self.media.redirect(media)

    async def _drop(self, request: Request) -> Response:
        media = self.media.find(request.path_params["sid"], request.path_params["media"])
        self.media.store.delete_at_twilio(media.sid)
        return Response(status_code=204)

    async def _typing(self, request: Request) -> Response:
        """Marks the message read, and shows that FinTrak is writing until it answers."""
        await self._maybe_go_wrong("typing")
        form = await request.form()
        message = self.messages.get(str(form.get("messageId", "")))
        if message is None or message.direction != "inbound" or form.get("channel") != "whatsapp":
            raise TwilioRefusal(20404)
        self.room.read_by_fintrak(message.user_number)
        self.room.show_typing(message.user_number, on=True)
        return JSONResponse({"success": True})


def _number(query: QueryParams, name: str, default: int) -> int:
    given = query.get(name, "")
    return int(given) if given.isdigit() else default


def _moment(text: str | None) -> datetime | None:
    """`2026-11-23` or `2026-11-23T10:00:00Z`."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text.removeprefix("="))
    except ValueError:
        raise TwilioRefusal(20001, status=400) from None
    at = moment if "T" in text or " " in text else datetime.combine(moment, time())
    return at if at.tzinfo else at.replace(tzinfo=UTC)
