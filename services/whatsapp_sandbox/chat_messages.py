"""What the chat page, the test client and the sandbox's store call a user, a message and an attachment."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Direction(StrEnum):
    """Seen from the person who chats: `SENT` goes to FinTrak, `RECEIVED` comes from it."""

    SENT = "sent"
    RECEIVED = "received"


class Tick(StrEnum):
    """How far a message got. A sent one: our Twilio has it, the webhook took it, FinTrak reacted to it."""

    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


class Kind(StrEnum):
    """WhatsApp's kinds of messages; the values are Twilio's `MessageType`."""

    TEXT = "text"
    IMAGE = "image"
    DOCUMENT = "document"
    AUDIO = "audio"
    VIDEO = "video"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contacts"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ChatUser(_Value):
    """`number` is `+34611222333`, without a channel prefix."""

    number: str
    name: str


class Attachment(_Value):
    """`url` is a path of the sandbox; its copy stays when Twilio's is deleted."""

    sid: str
    url: str
    content_type: str
    filename: str
    size: int


class Place(_Value):
    latitude: float
    longitude: float
    label: str = ""
    address: str = ""


class ChatMessage(_Value):
    """`id` grows over all chats; `revision` grows with every change, so a client can ask what is new."""

    id: int
    revision: int
    sid: str
    number: str
    direction: Direction
    kind: Kind
    text: str
    attachments: tuple[Attachment, ...] = ()
    place: Place | None = None
    tick: Tick
    error: str | None = None
    at: datetime
