"""Twilio's form keys end here: a form becomes an Incoming, an answer becomes TwiML. Pure."""

import re
from datetime import datetime
from xml.sax.saxutils import escape

from services.whatsapp_webhook_service.conversation import Incoming, Kind
from shared.messages import Media
from shared.twilio_signature import Form
from shared.utils import clean_text

MAX_MEDIA = 10
MAX_TEXT_CHARS = 4096
_MAX_NAME_CHARS = 100
_READABLE = ("application/pdf", "application/xml", "text/xml", "application/octet-stream")
_KINDS = {"audio": Kind.VOICE, "text/vcard": Kind.CONTACT, "text/x-vcard": Kind.CONTACT, "text/directory": Kind.CONTACT}
_TYPED = {"location": Kind.LOCATION, "contacts": Kind.CONTACT, "contact": Kind.CONTACT, "audio": Kind.VOICE}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def incoming_of(form: Form, received_at: datetime) -> Incoming | None:
    """None when the form is no message of a user (no sender or no id): there is nobody to answer."""
    message_id, sender = form.first("MessageSid") or form.first("SmsMessageSid"), form.first("From")
    if not message_id or not sender:
        return None
    everything = _media_of(form)
    media = tuple(item for item in everything if _may_be_invoice(item))
    sticker = form.first("MessageType").lower() == "sticker"
    return Incoming(
        message_id=message_id,
        sender=sender,
        kind=Kind.STICKER if sticker else _kind(form, media, everything),
        received_at=received_at,
        profile_name=clean_text(form.first("ProfileName"), _MAX_NAME_CHARS),
        text=_text_of(form),
        media=() if sticker else media,
        left_out=len(everything) - len(media),
    )


def _media_of(form: Form) -> tuple[Media, ...]:
    told = form.first("NumMedia")
    count = min(int(told), MAX_MEDIA) if told.isdecimal() else 0
    pairs = ((form.first(f"MediaUrl{index}"), form.first(f"MediaContentType{index}")) for index in range(count))
    return tuple(Media(url=url, content_type=kind.partition(";")[0].strip().lower()) for url, kind in pairs if url)


def _may_be_invoice(media: Media) -> bool:
    """The type is a claim; the extraction looks at the bytes."""
    return media.content_type.startswith("image/") or media.content_type in _READABLE or not media.content_type


def _kind(form: Form, media: tuple[Media, ...], everything: tuple[Media, ...]) -> Kind:
    if media:
        return Kind.MEDIA
    if everything:
        first = everything[0].content_type
        return _KINDS.get(first) or _KINDS.get(first.partition("/")[0], Kind.OTHER_FILE)
    if form.first("Latitude") and form.first("Longitude"):
        return Kind.LOCATION
    return _TYPED.get(form.first("MessageType").lower(), Kind.TEXT)


def _text_of(form: Form) -> str:
    """A tapped button or list item is as good as its words typed; the id we gave it is better still."""
    for name in ("ButtonPayload", "ListId", "Body", "ButtonText", "ListTitle"):
        if text := form.first(name).strip():
            return text[:MAX_TEXT_CHARS]
    return ""


def twiml(answer: str) -> bytes:
    """An empty answer is an empty Response: Twilio then says nothing."""
    body = f"<Message>{escape(_NOT_IN_XML.sub('', answer))}</Message>" if answer else ""
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{body}</Response>'.encode()
