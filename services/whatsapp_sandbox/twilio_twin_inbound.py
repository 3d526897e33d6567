"""What a person writes at the page goes to FinTrak's webhook here; the answer's messages go onto the phone."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from services.whatsapp_sandbox.background import Spawn
from services.whatsapp_sandbox.chat_messages import Attachment, ChatMessage, ChatUser, Direction, Kind, Place, Tick
from services.whatsapp_sandbox.chat_room import ChatRoom, WebhookState
from services.whatsapp_sandbox.twilio_twin_delivery import Alerts, Delivery
from services.whatsapp_sandbox.twilio_twin_forms import Form, inbound_form
from services.whatsapp_sandbox.twilio_twin_messages import TwilioMessage, TwilioMessages
from services.whatsapp_sandbox.twilio_twin_webhook import WebhookFailed, Webhooks, twiml_texts

logger = logging.getLogger(__name__)

INTERRUPTED = "The sandbox was stopped before FinTrak answered."
_KINDS = {"text/vcard": Kind.CONTACT, "image/": Kind.IMAGE, "audio/": Kind.AUDIO, "video/": Kind.VIDEO}


@dataclass(frozen=True)
class UploadedFile:
    data: bytes
    content_type: str
    filename: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """One message as the person wrote it."""

    text: str
    files: Sequence[UploadedFile] = ()
    kind: Kind | None = None
    place: Place | None = None
    copies: int = 1
    apart_s: float = 0


def kind_of(written: Written) -> Kind:
    if written.kind:
        return written.kind
    if written.place:
        return Kind.LOCATION
    if not written.files:
        return Kind.TEXT
    content_type = written.files[0].content_type
    return next((kind for start, kind in _KINDS.items() if content_type.startswith(start)), Kind.DOCUMENT)


@dataclass(frozen=True, kw_only=True)
class Inbound:
    """Twilio's way from a phone to the webhook."""

    room: ChatRoom
    messages: TwilioMessages
    webhooks: Webhooks
    delivery: Delivery
    alerts: Alerts
    spawn: Spawn
    webhook_url: str
    own_number: str
    api_base_url: str

    async def send(self, user: ChatUser, written: Written) -> ChatMessage:
        """Returns when the message is kept; the webhook is called meanwhile."""
        message = self.messages.new(
            sender=f"whatsapp:{user.number}",
            to=self.own_number,
            body=written.text,
            direction="inbound",
            status="received",
            num_media=len(written.files),
        )
        chat = self.room.add(
            sid=message.sid,
            number=user.number,
            direction=Direction.SENT,
            kind=kind_of(written),
            text=written.text,
            attachments=await self._kept(message, written.files),
            place=written.place,
            tick=Tick.SENT,
        )
        self.spawn(self._post(message, chat, user, written.copies, written.apart_s))
        return chat

    def retry(self, chat: ChatMessage, user: ChatUser) -> ChatMessage:
        """The same MessageSid again: FinTrak recognises it if the first try did arrive."""
        message = self.messages.get(chat.sid)
        if message is None or chat.tick is not Tick.FAILED:
            return chat
        again = self.room.move_tick(chat.sid, Tick.SENDING) or chat
        self.spawn(self._post(message, again, user))
        return again

    def fail_interrupted(self) -> None:
        """At start: whatever was being posted when the sandbox stopped can be sent again by hand."""
        for user in self.room.store.users():
            for tick in (Tick.SENT, Tick.SENDING):
                for chat in self.room.store.with_tick(user.number, Direction.SENT, tick):
                    self.room.move_tick(chat.sid, Tick.FAILED, error=INTERRUPTED)

    async def _kept(self, message: TwilioMessage, files: Sequence[UploadedFile]) -> tuple[Attachment, ...]:
        now = datetime.now(UTC).timestamp()
        store = self.room.store
        return tuple(
            [await store.keep_media(message.sid, file.data, file.content_type, file.filename, now) for file in files]
        )

    async def _post(
        self, message: TwilioMessage, chat: ChatMessage, user: ChatUser, copies: int = 1, apart_s: float = 0
    ) -> None:
        form = inbound_form(message, chat, user, self.api_base_url)
        results = await asyncio.gather(*(self._answer(form, after_s=apart_s * index) for index in range(copies)))
        answers = [result for result in results if isinstance(result, str)]
        failures = [result for result in results if isinstance(result, WebhookFailed)]
        if not answers:
            self._failed(chat, failures[0])
            return
        self.room.set_webhook(WebhookState())
        self.room.move_tick(chat.sid, Tick.DELIVERED)
        try:
            for text in twiml_texts(answers[0]):
                self._show_reply(message, text)
        except WebhookFailed as failed:
            self.alerts.add(failed.code, str(failed), chat.sid)

    async def _answer(self, form: Form, *, after_s: float) -> str | WebhookFailed:
        await asyncio.sleep(after_s)
        try:
            return await self.webhooks.post(self.webhook_url, form)
        except WebhookFailed as failed:
            return failed

    def _failed(self, chat: ChatMessage, failed: WebhookFailed) -> None:
        self.alerts.add(failed.code, str(failed), chat.sid)
        self.room.set_webhook(WebhookState(reachable=False, reason=str(failed)))
        self.room.move_tick(chat.sid, Tick.FAILED, error=str(failed))

    def _show_reply(self, message: TwilioMessage, text: str) -> None:
        reply = self.messages.new(
            sender=message.to,
            to=message.sender,
            body=text,
            direction="outbound-reply",
            status="delivered",
            prefix="SM",
            in_reply_to=message.sid,
        )
        self.delivery.show(reply)
