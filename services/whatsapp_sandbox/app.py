"""Builds the sandbox: Twilio's twin and the chat page in one web application."""

import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from services.whatsapp_sandbox.background import background_work
from services.whatsapp_sandbox.chat_api import ChatApi
from services.whatsapp_sandbox.chat_guard import MAX_BODY_BYTES, ChatGuard
from services.whatsapp_sandbox.chat_room import ChatRoom
from services.whatsapp_sandbox.settings import SandboxSettings
from services.whatsapp_sandbox.store import Store, open_store
from services.whatsapp_sandbox.twilio_twin import TwilioTwin
from services.whatsapp_sandbox.twilio_twin_delivery import Alerts, Delivery
from services.whatsapp_sandbox.twilio_twin_faults import Faults
from services.whatsapp_sandbox.twilio_twin_inbound import Inbound
from services.whatsapp_sandbox.twilio_twin_media import MediaResources
from services.whatsapp_sandbox.twilio_twin_messages import TwilioMessages
from services.whatsapp_sandbox.twilio_twin_webhook import Reach, Webhooks

_STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Sandbox:
    """`end_streams` lets a server stop that would wait for the pages to hang up."""

    app: Starlette
    end_streams: Callable[[], None]


@asynccontextmanager
async def open_sandbox(settings: SandboxSettings) -> AsyncIterator[Sandbox]:
    """Ready to be served; leaving it ends what runs in the background."""
    async with AsyncExitStack() as opened:
        store = opened.enter_context(open_store(settings.sandbox_data))
        room = ChatRoom(store)
        session = await opened.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))
        spawn = await opened.enter_async_context(background_work())

        faults, alerts = Faults(), Alerts()
        messages = TwilioMessages(store, settings.twilio_account_sid)
        reach = Reach(settings.public_base_url, settings.webhook_connect_url)
        auth_token = settings.twilio_auth_token.get_secret_value()
        webhooks = Webhooks(session=session, auth_token=auth_token, reach=reach)
        delivery = Delivery(
            room=room,
            messages=messages,
            webhooks=webhooks,
            session=session,
            reach=reach,
            faults=faults,
            alerts=alerts,
            spawn=spawn,
            status_delay_s=settings.status_delay_s,
        )
        inbound = Inbound(
            room=room,
            messages=messages,
            webhooks=webhooks,
            delivery=delivery,
            alerts=alerts,
            spawn=spawn,
            webhook_url=settings.hook,
            own_number=settings.twilio_phone_number,
            api_base_url=settings.api_base_url,
        )
        twin = TwilioTwin(
            account_sid=settings.twilio_account_sid,
            auth_token=auth_token,
            own_number=settings.twilio_phone_number,
            room=room,
            messages=messages,
            delivery=delivery,
            media=MediaResources(
                store=store,
                alerts=alerts,
                cdn_base_url=settings.cdn_base_url,
                key=hashlib.sha256(f"media links:{auth_token}".encode()).digest(),
            ),
            faults=faults,
        )
        api = ChatApi(
            room=room,
            inbound=inbound,
            delivery=delivery,
            faults=faults,
            alerts=alerts,
            own_number=settings.twilio_phone_number,
        )
        _introduce(store, settings.sandbox_users)
        inbound.fail_interrupted()
        for message in messages.unfinished():
            delivery.start(message)
        app = Starlette(
            routes=[*twin.routes(), *api.routes(), *_pages()],
            middleware=[Middleware(ChatGuard, allowed_hosts=settings.allowed_hosts)],
            max_body_size=MAX_BODY_BYTES,
        )
        yield Sandbox(app, room.close)


def _introduce(store: Store, people: tuple[str, ...]) -> None:
    """The people of the settings, unless they are known already: a name changed at the page stays."""
    known = {user.number for user in store.users()}
    for person in people:
        number, _, name = person.partition(" ")
        if number not in known:
            store.keep_user(number, name.strip())


def _pages() -> list[Route | Mount]:
    async def index(_: Request) -> Response:
        return FileResponse(_STATIC / "index.html", headers={"Cache-Control": "no-cache"})

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "ok", "service": "whatsapp_sandbox"})

    return [
        Route("/", index),
        Route("/health", health),
        Route("/health/live", health),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]
