"""A sandbox on free ports with a webhook of ours behind it that records what it gets."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import aiohttp
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.main import serve
from services.whatsapp_sandbox.settings import SandboxSettings
from shared.process import http_server
from tests.ports import free_port

ACCOUNT_SID = "AC" + "12" * 16
AUTH_TOKEN = "sandbox-token"
FINTRAK = "whatsapp:+14155238886"
ANA = "+34611222333"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def twiml(*texts: str) -> Response:
    messages = "".join(f"<Message>{escape(text)}</Message>" for text in texts)
    return Response(f'<?xml version="1.0" encoding="UTF-8"?><Response>{messages}</Response>', media_type="text/xml")


@dataclass(frozen=True)
class Post:
    """One call of the webhook; `genuine` when its signature fits the public URL."""

    path: str
    form: dict[str, str]
    headers: dict[str, str]
    genuine: bool


@dataclass
class RecordingWebhook:
    """Stands in for FinTrak: answers with `answer`, after the failing statuses in `failures` are used up."""

    public_base_url: str
    answer: Callable[[dict[str, str]], Response] = lambda _: twiml()
    before_answering: Callable[[], Awaitable[object]] | None = None
    failures: list[int] = field(default_factory=list)
    posts: asyncio.Queue[Post] = field(default_factory=asyncio.Queue)
    statuses: asyncio.Queue[Post] = field(default_factory=asyncio.Queue)
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    media_requests: list[str] = field(default_factory=list)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/whatsapp", self._whatsapp, methods=["POST"]),
                Route("/twilio/status/{reply}", self._status, methods=["POST"]),
                Route("/media/{name}", self._media, methods=["GET", "HEAD"]),
            ]
        )

    async def next_post(self) -> Post:
        async with asyncio.timeout(60):
            return await self.posts.get()

    async def next_status(self) -> str:
        async with asyncio.timeout(60):
            return (await self.statuses.get()).form["MessageStatus"]

    async def _whatsapp(self, request: Request) -> Response:
        post = await self._record(request, self.posts)
        if self.before_answering:
            await self.before_answering()
        return Response(status_code=self.failures.pop(0)) if self.failures else self.answer(post.form)

    async def _status(self, request: Request) -> Response:
        await self._record(request, self.statuses)
        return Response(status_code=204)

    async def _media(self, request: Request) -> Response:
        content_type, data = self.media[request.path_params["name"]]
        self.media_requests.append(request.method)
        disposition = f'inline; filename="{request.path_params["name"]}"'
        return Response(data, media_type=content_type, headers={"Content-Disposition": disposition})

    async def _record(self, request: Request, kept: asyncio.Queue[Post]) -> Post:
        form = {name: str(value) for name, value in (await request.form()).multi_items()}
        url = self.public_base_url + request.scope["raw_path"].decode()
        signature = request.headers.get("x-twilio-signature", "")
        genuine = bool(RequestValidator(AUTH_TOKEN).validate(url, form, signature))
        post = Post(request.url.path, form, dict(request.headers), genuine)
        kept.put_nowait(post)
        return post


@dataclass(frozen=True)
class RunningSandbox:
    base_url: str
    phone: SandboxClient
    webhook: RecordingWebhook
    http: aiohttp.ClientSession
    settings: SandboxSettings

    async def api(
        self, method: str, path: str, *, auth: bool = True, data: dict[str, str] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Calls Twilio's API as a service does; `path` below the account."""
        headers = basic_auth() if auth else {}
        url = f"{self.base_url}/2010-04-01/Accounts/{ACCOUNT_SID}/{path}"
        async with self.http.request(method, url, data=data, headers=headers, allow_redirects=False) as response:
            body = await response.read()
        return response.status, json.loads(body) if body.startswith(b"{") else {
            "location": response.headers.get("Location")
        }

    async def send(self, body: str = "hi", to: str = ANA, **fields: str) -> tuple[int, dict[str, Any]]:
        form = {"To": f"whatsapp:{to}", "From": FINTRAK, "Body": body} | fields
        return await self.api("POST", "Messages.json", data=form)

    def callback(self, reply: str = "r1") -> str:
        return f"{self.webhook.public_base_url}/twilio/status/{reply}"

    def media(self, name: str) -> str:
        return f"{self.webhook.public_base_url}/media/{name}"


def basic_auth(token: str = AUTH_TOKEN) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{ACCOUNT_SID}:{token}".encode()).decode()}


@asynccontextmanager
async def running_sandbox(folder: Path, **changes: Any) -> AsyncIterator[RunningSandbox]:  # noqa: ANN401 - settings
    port, webhook_port = changes.pop("sandbox_port", None) or free_port(), free_port()
    public = changes.setdefault("public_base_url", f"http://127.0.0.1:{webhook_port}")
    changes["webhook_connect_url"] = f"http://127.0.0.1:{webhook_port}"
    settings = SandboxSettings(
        sandbox_port=port,
        sandbox_data=folder,
        twilio_account_sid=ACCOUNT_SID,
        twilio_auth_token=SecretStr(AUTH_TOKEN),
        twilio_phone_number=FINTRAK,
        status_delay_s=0,
        **changes,
    )
    webhook, stop = RecordingWebhook(public), asyncio.Event()
    base_url = f"http://127.0.0.1:{port}"
    async with http_server(webhook.app(), "127.0.0.1", webhook_port), asyncio.TaskGroup() as tasks:
        tasks.create_task(serve(settings, stop))
        async with aiohttp.ClientSession() as http, SandboxClient(base_url) as phone:
            await _until_up(http, base_url)
            try:
                yield RunningSandbox(base_url, phone, webhook, http, settings)
            finally:
                stop.set()


async def _until_up(http: aiohttp.ClientSession, base_url: str) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                async with http.get(f"{base_url}/health"):
                    return
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.02)
