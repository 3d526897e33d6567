"""Twilio's Messages API on loopback: takes messages, lists them, and fails as the test laid down."""

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from aiohttp import web

ACCOUNT = "AC00000000000000000000000000000000"
TOKEN = "test-only-token"
SENDER = "whatsapp:+15550100"


@dataclass
class FakeTwilio:
    """`faults` are used up in turn: an error of Twilio (status, code), or `lose`: taken, but the answer never comes."""

    base_url: str = ""
    faults: list[tuple[int, int] | str] = field(default_factory=list)
    taken: list[dict[str, str]] = field(default_factory=list)
    logins: set[str] = field(default_factory=set)
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    page_size: int = 2

    async def send(self, request: web.Request) -> web.StreamResponse:
        self._note_login(request)
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, tuple):
            body = {"code": fault[1], "message": "no", "status": fault[0]} if fault[1] else None
            return web.json_response(body, status=fault[0]) if body else web.Response(status=fault[0], text="<html>")
        form = {name: str(value) for name, value in (await request.post()).items()}
        message = {**form, "sid": f"SM{len(self.taken):032d}", "at": format_datetime(datetime.now(UTC))}
        async with self.arrived:
            self.taken.append(message)
            self.arrived.notify_all()
        if fault == "lose" and request.transport:
            request.transport.close()
        return web.json_response(self._resource(message), status=201)

    async def list(self, request: web.Request) -> web.StreamResponse:
        self._note_login(request)
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, tuple):
            return web.json_response({"code": fault[1]}, status=fault[0])
        wanted = [message for message in reversed(self.taken) if message["To"] == request.query["To"]]
        page = int(request.query.get("Page", "0"))
        shown = wanted[page * self.page_size : (page + 1) * self.page_size]
        more = len(wanted) > (page + 1) * self.page_size
        following = request.rel_url.update_query(Page=str(page + 1)).path_qs if more else None
        listed = [self._resource(message) for message in shown]
        return web.json_response({"messages": listed, "next_page_uri": following})

    async def until_taken(self, count: int) -> None:
        async with asyncio.timeout(60), self.arrived:
            await self.arrived.wait_for(lambda: len(self.taken) >= count)

    def _note_login(self, request: web.Request) -> None:
        self.logins.add(b64decode(request.headers["Authorization"].removeprefix("Basic ")).decode())

    @staticmethod
    def _resource(message: dict[str, str]) -> dict[str, object]:
        return {
            "sid": message["sid"],
            "from": message["From"],
            "to": message["To"],
            "body": message["Body"],
            "direction": "outbound-api",
            "date_created": message["at"],
            "date_sent": None,
            "status": "queued",
        }


@asynccontextmanager
async def fake_twilio() -> AsyncIterator[FakeTwilio]:
    twilio = FakeTwilio()
    app = web.Application()
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    app.add_routes([web.post(path, twilio.send), web.get(path, twilio.list)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    twilio.base_url = f"http://127.0.0.1:{port}"
    try:
        yield twilio
    finally:
        await runner.cleanup()
