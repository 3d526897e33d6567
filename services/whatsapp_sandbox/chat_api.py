"""The JSON API behind the chat page, and for programs that chat (client.py wraps it).

GET  /sandbox/info                      FinTrak's number and the people: {"number", "users": [{"number", "name"}]}
GET  /sandbox/users                     {"users": [...]}
POST /sandbox/users                     number, name -> the user; a known number gets the new name
POST /sandbox/users/{number}/messages   text, file (any number), kind, latitude, longitude, label, address, copies,
                                       apart_s
                                        -> the message, before the webhook has answered
GET  /sandbox/users/{number}/messages   ?after=ID&since=REVISION&wait_s=S -> {"messages": [...], "revision"}
POST /sandbox/users/{number}/read       FinTrak's messages in this chat were looked at
POST /sandbox/messages/{sid}/retry      a failed message goes to the webhook again, under its MessageSid
GET  /sandbox/media/{sid}               the phone's copy of a file; ?download=1 saves it
GET  /sandbox/events                    ?since=REVISION -> server-sent events: message, user, typing, webhook
GET, POST, DELETE /sandbox/faults       see twilio_twin_faults.py
GET  /sandbox/alerts                    {"alerts": [{"at", "code", "text", "sid"}]}

Bodies are forms (multipart for files), faults are JSON; answers are the models of chat_messages.py. A refusal is
{"error": "..."} with 400, 404 or 413.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from services.whatsapp_sandbox.chat_messages import ChatMessage, ChatUser, Kind, Place
from services.whatsapp_sandbox.chat_room import ChatRoom, Event
from services.whatsapp_sandbox.twilio_twin_delivery import Alerts, Delivery
from services.whatsapp_sandbox.twilio_twin_faults import Fault, Faults
from services.whatsapp_sandbox.twilio_twin_inbound import Inbound, UploadedFile, Written
from services.whatsapp_sandbox.twilio_twin_media import chat_file
from services.whatsapp_sandbox.twilio_twin_sends import ADDRESS
from shared.errors import FintrakError
from shared.utils import clean_text

MAX_TEXT_CHARS = 4096
_MAX_WAIT_S = 25
_MAX_COPIES = 20
_MAX_APART_S = 60.0
Answer = Callable[[Request], Awaitable[Response]]


class BadRequest(FintrakError):
    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True, kw_only=True)
class ChatApi:
    room: ChatRoom
    inbound: Inbound
    delivery: Delivery
    faults: Faults
    alerts: Alerts
    own_number: str

    def routes(self) -> list[Route]:
        table: list[tuple[str, str, Answer]] = [
            ("GET", "/sandbox/info", self._info),
            ("GET", "/sandbox/users", self._users),
            ("POST", "/sandbox/users", self._add_user),
            ("POST", "/sandbox/users/{number}/messages", self._write),
            ("GET", "/sandbox/users/{number}/messages", self._messages),
            ("POST", "/sandbox/users/{number}/read", self._read),
            ("POST", "/sandbox/messages/{sid}/retry", self._retry),
            ("GET", "/sandbox/media/{sid}", self._media),
            ("GET", "/sandbox/events", self._events),
            ("GET", "/sandbox/faults", self._list_faults),
            ("POST", "/sandbox/faults", self._add_fault),
            ("DELETE", "/sandbox/faults", self._clear_faults),
            ("GET", "/sandbox/alerts", self._list_alerts),
        ]
        return [Route(path, _explained(answer), methods=[method]) for method, path, answer in table]

    async def _info(self, _: Request) -> Response:
        users = [user.model_dump() for user in self.room.store.users()]
        return JSONResponse({"number": self.own_number.removeprefix("whatsapp:"), "users": users})

    async def _users(self, _: Request) -> Response:
        return JSONResponse({"users": [user.model_dump() for user in self.room.store.users()]})

    async def _add_user(self, request: Request) -> Response:
        form = await request.form()
        number = str(form.get("number", "")).replace(" ", "")
        name = clean_text(str(form.get("name", "")), 60)
        if not ADDRESS.fullmatch(number):
            raise BadRequest("A number looks like +34611222333.")
        return JSONResponse(self.room.keep_user(number, name).model_dump(), status_code=201)

    async def _write(self, request: Request) -> Response:
        user = self._user(request)
        async with request.form(max_part_size=MAX_TEXT_CHARS * 4) as form:
            written = await _written(form)
        return _message(await self.inbound.send(user, written), status=201)

    async def _messages(self, request: Request) -> Response:
        query = request.query_params
        found, revision = await self.room.messages(
            self._user(request).number,
            after=int(_float(query.get("after"), 0)),
            since=int(_float(query.get("since"), 0)),
            wait_s=min(_float(query.get("wait_s"), 0), _MAX_WAIT_S),
        )
        return JSONResponse({"messages": [message.model_dump(mode="json") for message in found], "revision": revision})

    async def _read(self, request: Request) -> Response:
        self.delivery.read(self._user(request).number)
        return JSONResponse({})

    async def _retry(self, request: Request) -> Response:
        message = self.room.store.message(request.path_params["sid"])
        user = message and self.room.store.user(message.number)
        if not message or not user:
            raise BadRequest("There is no such message.", 404)
        return _message(self.inbound.retry(message, user))

    async def _media(self, request: Request) -> Response:
        media = self.room.store.media(request.path_params["sid"])
        if media is None:
            raise BadRequest("There is no such file.", 404)
        return chat_file(media, download="download" in request.query_params)

    async def _events(self, request: Request) -> Response:
        since = int(_float(request.headers.get("last-event-id") or request.query_params.get("since"), 0))
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(_stream(self.room, since), media_type="text/event-stream", headers=headers)

    async def _list_faults(self, _: Request) -> Response:
        return JSONResponse({"faults": [fault.model_dump() for fault in self.faults.active()]})

    async def _add_fault(self, request: Request) -> Response:
        try:
            self.faults.add(Fault.model_validate_json(await request.body()))
        except ValidationError as error:
            raise BadRequest(str(error)) from None
        return JSONResponse({}, status_code=201)

    async def _clear_faults(self, _: Request) -> Response:
        self.faults.clear()
        return JSONResponse({})

    async def _list_alerts(self, _: Request) -> Response:
        return JSONResponse({"alerts": self.alerts.all()})

    def _user(self, request: Request) -> ChatUser:
        user = self.room.store.user(request.path_params["number"])
        if user is None:
            raise BadRequest("Nobody here has this number; add them first.", 404)
        return user


def _explained(answer: Answer) -> Answer:
    async def explained(request: Request) -> Response:
        try:
            return await answer(request)
        except BadRequest as refusal:
            return JSONResponse({"error": str(refusal)}, status_code=refusal.status)

    return explained


def _message(message: ChatMessage, status: int = 200) -> Response:
    return JSONResponse(message.model_dump(mode="json"), status_code=status)


async def _written(form: FormData) -> Written:
    uploads = [part for part in form.getlist("file") if isinstance(part, UploadFile)]
    files = [
        UploadedFile(await part.read(), part.content_type or "application/octet-stream", part.filename or "file")
        for part in uploads
    ]
    text = str(form.get("text", "")).replace("\r\n", "\n")  # multipart bodies end lines the other way
    place = _place(form)
    if len(text) > MAX_TEXT_CHARS:
        raise BadRequest(f"WhatsApp takes at most {MAX_TEXT_CHARS} characters.")
    if not text.strip() and not files and not place:
        raise BadRequest("Write something or attach a file.")
    kind = str(form.get("kind", ""))
    if kind and kind not in list(Kind):
        raise BadRequest(f"kind is one of {', '.join(Kind)}.")
    copies = int(min(max(_float(str(form.get("copies", "1")), 1), 1), _MAX_COPIES))
    apart_s = min(max(_float(str(form.get("apart_s", "")), 0), 0), _MAX_APART_S)
    return Written(
        text=text, files=files, kind=Kind(kind) if kind else None, place=place, copies=copies, apart_s=apart_s
    )


def _place(form: FormData) -> Place | None:
    if "latitude" not in form:
        return None
    latitude, longitude = (_float(str(form.get(name)), 999) for name in ("latitude", "longitude"))
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise BadRequest("A place needs latitude and longitude.")
    label, address = (clean_text(str(form.get(name, "")), 200) for name in ("label", "address"))
    return Place(latitude=latitude, longitude=longitude, label=label, address=address)


def _float(text: str | None, default: float) -> float:
    try:
        return float(text) if text else default
    except ValueError:
        return default


async def _stream(room: ChatRoom, since: int) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"
    async for event in room.watch(since):
        yield ": still here\n\n" if event is None else _as_text(event)


def _as_text(event: Event) -> str:
    number = f"id: {event.revision}\n" if event.revision is not None else ""
    return f"{number}event: {event.name}\ndata: {json.dumps(event.value)}\n\n"
