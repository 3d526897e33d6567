"""What happens to a message FinTrak sent after the API accepted it: fetch, phone, status callbacks."""

import asyncio
import logging
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp

from services.whatsapp_sandbox.background import Spawn
from services.whatsapp_sandbox.chat_messages import Attachment, Direction, Kind, Tick
from services.whatsapp_sandbox.chat_room import ChatRoom
from services.whatsapp_sandbox.twilio_twin_faults import Faults
from services.whatsapp_sandbox.twilio_twin_fetch import CannotDeliver, fetch_media
from services.whatsapp_sandbox.twilio_twin_forms import status_form
from services.whatsapp_sandbox.twilio_twin_messages import RANK, TwilioMessage, TwilioMessages
from services.whatsapp_sandbox.twilio_twin_webhook import Reach, WebhookFailed, Webhooks

logger = logging.getLogger(__name__)

_WINDOW = timedelta(hours=24)


class Alerts:
    """What Twilio would show in its debugger; the newest 200."""

    def __init__(self) -> None:
        self._kept: deque[dict[str, object]] = deque(maxlen=200)

    def add(self, code: int, text: str, sid: str | None = None) -> None:
        self._kept.append({"at": datetime.now(UTC).isoformat(), "code": code, "text": text, "sid": sid})
        logger.warning("twilio alert", extra={"code": code, "sid": sid})

    def all(self) -> list[dict[str, object]]:
        return list(self._kept)


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """From `queued` to the phone, in the order of acceptance, or to the error that WhatsApp would give."""

    room: ChatRoom
    messages: TwilioMessages
    webhooks: Webhooks
    session: aiohttp.ClientSession
    reach: Reach
    faults: Faults
    alerts: Alerts
    spawn: Spawn
    status_delay_s: float
    lines: defaultdict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    def start(self, message: TwilioMessage) -> None:
        self.spawn(self._deliver(message))

    def read(self, number: str) -> None:
        """The person looked at the chat."""
        for message in self.room.read_by_user(number):
            self.spawn(self._move(message.sid, "read"))

    async def _deliver(self, message: TwilioMessage) -> None:
        try:
            async with self.lines[message.user_number]:
                await asyncio.sleep(self.status_delay_s)
                await self._put_on_phone(message)
        except CannotDeliver as problem:
            self.alerts.add(problem.code, "a message was not delivered", message.sid)
            await self._move(message.sid, "undelivered", problem.code)
            return
        await self._move(message.sid, "sent")
        await asyncio.sleep(self.status_delay_s)
        await self._move(message.sid, "delivered")

    async def _put_on_phone(self, message: TwilioMessage) -> None:
        number = message.user_number
        if fault := self.faults.take("deliver", number):
            raise CannotDeliver(fault.code or 30008)
        if self.room.store.user(number) is None:
            raise CannotDeliver(63024)
        last = self.messages.last_inbound(number)
        if last is None or datetime.now(UTC) - last > _WINDOW:
            raise CannotDeliver(63016)
        attachments = tuple([await self._fetch(message, url) for url in message.media_urls])
        self.show(message, attachments)

    async def _fetch(self, message: TwilioMessage, url: str) -> Attachment:
        if fault := self.faults.take("fetch", message.user_number):
            raise CannotDeliver(fault.code or 63019)
        got = await fetch_media(self.session, url, self.reach)
        now = datetime.now(UTC).timestamp()
        return await self.room.store.keep_media(message.sid, got.data, got.content_type, got.filename, now)

    def show(self, message: TwilioMessage, attachments: tuple[Attachment, ...] = ()) -> None:
        """On the phone, once: a message resumed after a restart may be there already."""
        if self.room.store.message(message.sid):
            return
        kind = Kind.TEXT
        if attachments:
            kind = Kind.IMAGE if attachments[0].content_type.startswith("image/") else Kind.DOCUMENT
        self.room.add(
            sid=message.sid,
            number=message.user_number,
            direction=Direction.RECEIVED,
            kind=kind,
            text=message.body,
            attachments=attachments,
            tick=Tick.DELIVERED,
        )

    async def _move(self, sid: str, status: str, error_code: int | None = None) -> None:
        """Statuses never go back; each step is told to the callback the sender named."""
        message = self.messages.get(sid)
        if message is None:
            return
        sent = message.sent or (datetime.now(UTC) if status == "sent" else None)
        stepped = message.model_copy(update={"status": status, "error_code": error_code})
        if RANK[status] > RANK[message.status]:
            self.messages.change(sid, status=status, error_code=error_code, sent=sent)
        await self._call_back(stepped)

    async def _call_back(self, message: TwilioMessage) -> None:
        if not message.status_callback or self.faults.take("callback", message.user_number):
            return
        try:
            await self.webhooks.post(message.status_callback, status_form(message))
        except WebhookFailed as failed:
            self.alerts.add(failed.code, f"status callback: {failed}", message.sid)
