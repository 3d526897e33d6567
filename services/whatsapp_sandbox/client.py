"""Chats with FinTrak through the sandbox as a phone would: for the demo, the end-to-end tests and fault suites.

    async with SandboxClient("http://127.0.0.1:8080") as phone:
        hello = await phone.send_text("+34611222333", "hello")
        menu = await phone.wait_for_reply("+34611222333", after=hello.id)

Every method raises SandboxError when the sandbox refuses or cannot be reached, TimeoutError when it waited in vain.
"""

import asyncio
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import aiohttp

from services.whatsapp_sandbox.chat_messages import ChatMessage, ChatUser, Direction, Kind, Tick
from shared.errors import FintrakError

_POLL_S = 10


class SandboxError(FintrakError):
    """The sandbox said no, or nothing."""


@dataclass(frozen=True)
class Upload:
    """A file to send; `content_type` is what WhatsApp would claim it is."""

    data: bytes
    content_type: str
    filename: str


class SandboxClient:
    """One session for any number of chats; safe to use from many tasks at once."""

    def __init__(self, base_url: str, *, request_timeout_s: float = 60) -> None:
        self._base_url = base_url.rstrip("/")
        self._timeout = aiohttp.ClientTimeout(total=request_timeout_s)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    # People

    async def users(self) -> list[ChatUser]:
        return [ChatUser.model_validate(user) for user in (await self._json("GET", "/sandbox/users"))["users"]]

    async def add_user(self, number: str, name: str) -> ChatUser:
        """A number that is known gets the new name."""
        return ChatUser.model_validate(
            await self._json("POST", "/sandbox/users", data={"number": number, "name": name})
        )

    # Writing: each returns as soon as the sandbox has the message. `copies` posts its webhook several times, at once
    # or `apart_s`.

    async def send_text(self, number: str, text: str, *, copies: int = 1) -> ChatMessage:
        return await self._send(number, {"text": text, "copies": str(copies)})

    async def send_file(
        self,
        number: str,
        data: bytes,
        content_type: str,
        filename: str,
        caption: str = "",
        *,
        kind: Kind | None = None,
        copies: int = 1,
        apart_s: float = 0,
    ) -> ChatMessage:
        """`kind` only where the content type does not tell, as for a sticker."""
        fields = {"text": caption, "copies": str(copies), "apart_s": str(apart_s)} | (
            {"kind": str(kind)} if kind else {}
        )
        return await self._send(number, fields, (Upload(data, content_type, filename),))

    async def send_files(self, number: str, files: Sequence[Upload], caption: str = "") -> ChatMessage:
        """One message with several media; a phone sends one message each."""
        return await self._send(number, {"text": caption}, files)

    async def send_location(self, number: str, latitude: float, longitude: float, label: str = "") -> ChatMessage:
        return await self._send(
            number, {"latitude": str(latitude), "longitude": str(longitude), "label": label, "text": ""}
        )

    async def send_contact(self, number: str, name: str, phone: str) -> ChatMessage:
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nTEL:{phone}\r\nEND:VCARD\r\n"
        return await self._send(number, {"text": ""}, (Upload(card.encode(), "text/vcard", "contact.vcf"),))

    # Reading

    async def messages(self, number: str, after: int = 0) -> list[ChatMessage]:
        """The whole chat in order, or what came after the message with the id `after`."""
        found, _ = await self._changes(number, after=after, since=0, wait_s=0)
        return found

    async def wait_for_reply(self, number: str, after: int, timeout_s: float = 60) -> ChatMessage:
        """The first message from FinTrak with an id above `after`; pass the reply's own id to wait for the next."""
        return await self.wait_for_message(
            number, lambda message: message.direction is Direction.RECEIVED, after=after, timeout_s=timeout_s
        )

    async def wait_for_message(
        self, number: str, wanted: Callable[[ChatMessage], bool], after: int = 0, timeout_s: float = 60
    ) -> ChatMessage:
        """The first message above `after` that is as wanted, now or once it changes."""
        since = 0
        async with asyncio.timeout(timeout_s):
            while True:
                found, since = await self._changes(number, after=after, since=since, wait_s=_POLL_S)
                for message in found:
                    if wanted(message):
                        return message

    async def wait_for_tick(self, message: ChatMessage, *ticks: Tick, timeout_s: float = 60) -> ChatMessage:
        return await self.wait_for_message(
            message.number,
            lambda seen: seen.id == message.id and seen.tick in ticks,
            after=message.id - 1,
            timeout_s=timeout_s,
        )

    async def fetch_attachment(self, message: ChatMessage, index: int = 0) -> bytes:
        _, body = await self._request("GET", message.attachments[index].url)
        return body

    async def mark_read(self, number: str) -> None:
        """As the page does when the chat is looked at: FinTrak's messages become `read`."""
        await self._json("POST", f"/sandbox/users/{quote(number)}/read")

    async def retry(self, message: ChatMessage) -> ChatMessage:
        """Posts the webhook of a failed message again, under the same MessageSid."""
        return ChatMessage.model_validate(await self._json("POST", f"/sandbox/messages/{message.sid}/retry"))

    # Faults and findings (see twilio_twin_faults.py)

    async def add_fault(self, **fault: object) -> None:
        await self._json("POST", "/sandbox/faults", json=fault)

    async def clear_faults(self) -> None:
        await self._json("DELETE", "/sandbox/faults")

    async def alerts(self) -> list[dict[str, Any]]:
        """What the real Twilio would put into its debugger, and credentials that went where they must not."""
        alerts: list[dict[str, Any]] = (await self._json("GET", "/sandbox/alerts"))["alerts"]
        return alerts

    # Transport

    async def _send(self, number: str, fields: Mapping[str, str], files: Sequence[Upload] = ()) -> ChatMessage:
        form = aiohttp.FormData(fields)
        for file in files:
            form.add_field("file", io.BytesIO(file.data), filename=file.filename, content_type=file.content_type)
        return ChatMessage.model_validate(
            await self._json("POST", f"/sandbox/users/{quote(number)}/messages", data=form)
        )

    async def _changes(self, number: str, *, after: int, since: int, wait_s: int) -> tuple[list[ChatMessage], int]:
        params = {"after": str(after), "since": str(since), "wait_s": str(wait_s)}
        answer = await self._json("GET", f"/sandbox/users/{quote(number)}/messages", params=params)
        return [ChatMessage.model_validate(message) for message in answer["messages"]], answer["revision"]

    async def _json(self, method: str, path: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - aiohttp's options
        response, _ = await self._request(method, path, **options)
        answer: dict[str, Any] = await response.json()
        return answer

    async def _request(
        self,
        method: str,
        path: str,
        **options: Any,  # noqa: ANN401 - aiohttp's options
    ) -> tuple[aiohttp.ClientResponse, bytes]:
        session = self._session = self._session or aiohttp.ClientSession(
            timeout=self._timeout,
            connector=aiohttp.TCPConnector(force_close=True),  # one that the sandbox just dropped would fail a message
        )
        try:
            async with session.request(method, self._base_url + path, **options) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise SandboxError(f"the sandbox does not answer: {type(error).__name__}") from error
        if response.status >= 400:
            raise SandboxError(
                f"{method} {path.split('?')[0]}: {response.status} {body[:200].decode(errors='replace')}"
            )
        return response, body
