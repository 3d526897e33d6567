"""What travels between the services: one class per queue is the whole contract."""

from abc import ABC, abstractmethod
from datetime import datetime
from typing import ClassVar, Protocol

from pydantic import BaseModel, ConfigDict

from shared.safe_naming import Language, Outcome, Queue, UserState


class QueueMessage(BaseModel, ABC):
    """Frozen JSON; unknown fields are ignored and new ones optional, so services deploy one at a time."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    queue: ClassVar[Queue]
    schema_version: int = 1

    @property
    @abstractmethod
    def delivery_id(self) -> str:
        """Equal for every copy of the same message; the AMQP message_id."""


class Publisher(Protocol):
    """shared.rabbitmq.Rabbit: returns when the broker has stored the message."""

    async def publish(self, message: QueueMessage, *, timeout_s: float = 5) -> None: ...


class Media(BaseModel):
    """One attachment as Twilio announced it; the content type is a claim, not a fact."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    url: str
    content_type: str


class InvoiceImages(QueueMessage):
    """Pictures or PDFs the user says are invoices. Webhook -> invoice extraction."""

    queue: ClassVar[Queue] = Queue.IMAGE_QUEUE

    message_id: str
    sender: str
    profile_name: str = ""
    media: tuple[Media, ...]
    caption: str = ""
    language: Language = Language.ENGLISH
    received_at: datetime

    @property
    def delivery_id(self) -> str:
        return self.message_id


class Question(QueueMessage):
    """A question in the user's own words. Webhook -> query generator."""

    queue: ClassVar[Queue] = Queue.QUERY_QUEUE

    message_id: str
    sender: str
    profile_name: str = ""
    text: str
    language: Language = Language.ENGLISH
    received_at: datetime

    @property
    def delivery_id(self) -> str:
        return self.message_id


class Picture(BaseModel):
    """What follows a reply as a message of its own; the caption says what it shows."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str
    caption: str


class Reply(QueueMessage):
    """One message to the user. Any service -> client response.

    `to` is the exact `From` of the message answered (`whatsapp:+34...`); `media_key` an object key, whose
    link is made only when it is sent; `in_reply_to` the message id that leaves the session's pending list
    (empty: none does, the answer is still to come).
    """

    queue: ClassVar[Queue] = Queue.RESPONSE_QUEUE

    reply_id: str
    to: str
    text: str
    media_key: str | None = None
    picture: Picture | None = None
    """Sent right after the text and its file, which WhatsApp allows one of."""
    next_state: UserState = UserState.CHOOSING
    in_reply_to: str
    language: Language = Language.ENGLISH
    as_link: bool = False
    """WhatsApp refused the file: its link is sent as text instead."""
    not_before: datetime | None = None

    @property
    def delivery_id(self) -> str:
        return self.reply_id


def reply_id(message_id: str, outcome: Outcome, part: int = 1) -> str:
    """`SM123:done:1`: the same work always answers under the same id, a replay that ends otherwise under another."""
    return f"{message_id}:{outcome}:{part}"


def reply_to(
    message: InvoiceImages | Question,
    text: str,
    outcome: Outcome,
    *,
    part: int = 1,
    media_key: str | None = None,
    picture: Picture | None = None,
    ends_waiting: bool = True,
) -> Reply:
    """To whoever sent the message and to nobody else; after one that does not end the waiting the answer follows."""
    return Reply(
        reply_id=reply_id(message.message_id, outcome, part),
        to=message.sender,
        text=text,
        media_key=media_key,
        picture=picture,
        next_state=UserState.CHOOSING,
        in_reply_to=message.message_id if ends_waiting else "",
        language=message.language,
    )
