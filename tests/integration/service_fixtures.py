"""The webhook and the response service in this process, on real servers, and a client that signs as Twilio does."""

import asyncio
import itertools
import xml.etree.ElementTree as ElementTree
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import aiohttp
from pydantic import SecretStr
from pydantic_settings import BaseSettings
from twilio.request_validator import RequestValidator

from shared.health import Health
from shared.messages import QueueMessage
from shared.rabbitmq import Rabbit
from shared.safe_naming import Service
from shared.settings import ProcessSettings
from tests.fakes.twilio import ACCOUNT, SENDER, TOKEN
from tests.ports import free_port

USER = "whatsapp:+34611222333"
PUBLIC = "https://fintrak.test"  # what Twilio calls us, whatever the port is here
Settings = TypeVar("Settings", bound=ProcessSettings)
Message = TypeVar("Message", bound=QueueMessage)


def settings_of(settings_class: type[Settings], *groups: BaseSettings, **changes: object) -> Settings:
    """The settings of a service from those of the servers it uses."""
    fields: dict[str, object] = {
        "service_host": "127.0.0.1",
        "service_port": free_port(),
        "metrics_port": free_port(),
        "twilio_account_sid": ACCOUNT,
        "twilio_auth_token": SecretStr(TOKEN),
        "twilio_phone_number": SENDER,
        "twilio_api_base_url": "http://127.0.0.1:9",
        "public_base_url": PUBLIC,
        "link_signing_key": None,
        "allowed_numbers": (),
        "shutdown_grace_s": 5,
    }
    for group in groups:
        fields |= group.model_dump()
    return settings_class.model_validate({**fields, **changes})


@asynccontextmanager
async def running(
    serve: Callable[[Settings, Health, asyncio.Event], Awaitable[None]], settings: Settings, service: Service
) -> AsyncIterator[Health]:
    """Until the block ends; whatever the service raises, the test sees."""
    health, stop = Health(service), asyncio.Event()
    task = asyncio.ensure_future(serve(settings, health, stop))
    try:
        async with asyncio.timeout(60):
            await until_up(settings, task)
        yield health
    finally:
        stop.set()
        await task


async def until_up(settings: ProcessSettings, task: "asyncio.Future[None]") -> None:
    while not task.done():
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", settings.service_port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
    task.result()


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def said(self) -> str:
        message = ElementTree.fromstring(self.body).find("Message")  # noqa: S314 - our own XML
        return (message.text or "") if message is not None else ""


@dataclass
class Caller:
    """Posts as Twilio does, to a webhook service that listens here."""

    http: aiohttp.ClientSession
    base: str
    _sids: "itertools.count[int]" = field(default_factory=itertools.count)

    async def says(self, body: str, *, sid: str | None = None, sender: str = USER, **more: str) -> Answer:
        fields = {"MessageSid": sid or f"SM{next(self._sids):032d}", "From": sender, "Body": body, "NumMedia": "0"}
        return await self.post(
            "/whatsapp", {**fields, "To": SENDER, "AccountSid": ACCOUNT, "SmsStatus": "received", **more}
        )

    async def sends_photo(self, *, sid: str | None = None, sender: str = USER) -> Answer:
        media = {"NumMedia": "1", "MediaUrl0": "https://media.test/1", "MediaContentType0": "image/jpeg"}
        return await self.says("", sid=sid, sender=sender, **media)

    async def post(self, path: str, fields: dict[str, str], *, signature: str | None = None) -> Answer:
        signed = RequestValidator(TOKEN).compute_signature(PUBLIC + path, fields)
        headers = {"X-Twilio-Signature": signed if signature is None else signature}
        return await self.request("POST", path, data=fields, headers=headers)

    async def request(self, method: str, path: str, **options: object) -> Answer:
        from yarl import URL

        url = URL(self.base + path, encoded=True)
        async with self.http.request(method, url, allow_redirects=False, **options) as response:  # type: ignore[arg-type]
            return Answer(response.status, await response.read(), {**response.headers})


@dataclass
class Collected:
    """What came out of a queue, in order."""

    messages: "asyncio.Queue[QueueMessage]" = field(default_factory=asyncio.Queue)

    async def take(self, count: int) -> list[QueueMessage]:
        async with asyncio.timeout(60):
            return [await self.messages.get() for _ in range(count)]

    @property
    def left(self) -> int:
        return self.messages.qsize()


@asynccontextmanager
async def collecting(rabbit: Rabbit, message_class: type[Message]) -> AsyncIterator[Collected]:
    collected = Collected()

    async def keep(message: Message) -> None:
        collected.messages.put_nowait(message)

    async def never(message: Message, reason: object) -> None:
        raise AssertionError(reason)

    async with rabbit.consuming(message_class, keep, on_give_up=never, refused=never):
        yield collected
