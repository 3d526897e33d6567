"""Messages and sessions as the tests of the webhook service need them."""

from datetime import UTC, datetime

from services.whatsapp_webhook_service.conversation import Incoming, Kind
from shared.messages import Media
from shared.safe_naming import UserState
from shared.session import Session

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
SENDER = "whatsapp:+34611222333"
A_PHOTO = Media(url="https://media.test/1", content_type="image/jpeg")


def a_text(text: str, *, message_id: str = "SM1", sender: str = SENDER) -> Incoming:
    return Incoming(message_id=message_id, sender=sender, kind=Kind.TEXT, received_at=NOW, text=text)


def a_photo(*, message_id: str = "MM1", media: tuple[Media, ...] = (A_PHOTO,), caption: str = "") -> Incoming:
    return Incoming(message_id=message_id, sender=SENDER, kind=Kind.MEDIA, received_at=NOW, media=media, text=caption)


def a_session(state: UserState, *, pending: dict[str, int] | None = None, version: int = 3) -> Session:
    return Session(state=state, version=version, pending=pending or {})


def busy(state: UserState = UserState.PROCESSING, *, minutes_ago: int = 0) -> Session:
    return a_session(state, pending={"MM0": int(NOW.timestamp()) - minutes_ago * 60})
