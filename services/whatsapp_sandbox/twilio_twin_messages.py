"""Twilio's Message resources: what was sent through the API or arrived, its status, and the lists of it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from pydantic import BaseModel

from services.whatsapp_sandbox.store import Store, new_sid
from shared.utils import whatsapp_number

RANK = {"accepted": 0, "queued": 1, "sending": 2, "sent": 3, "delivered": 4, "undelivered": 5, "failed": 5, "read": 6}
_PAGE_LIMIT = 1000


class TwilioMessage(BaseModel):
    """`body` is kept as sent; `hidden_until` keeps it out of lists for a while, as the real one may."""

    sid: str
    account_sid: str
    sender: str
    to: str
    body: str
    direction: str
    status: str
    media_urls: tuple[str, ...] = ()
    num_media: int = 0
    status_callback: str | None = None
    error_code: int | None = None
    created: datetime
    updated: datetime
    sent: datetime | None = None
    hidden_until: datetime | None = None
    in_reply_to: str | None = None
    """Of a TwiML answer: the SID of the message it answers."""

    @property
    def user_number(self) -> str:
        return whatsapp_number(self.sender if self.direction == "inbound" else self.to)

    def as_json(self) -> dict[str, object]:
        uri = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        return {
            "sid": self.sid,
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": _rfc2822(self.created),
            "date_sent": _rfc2822(self.sent),
            "date_updated": _rfc2822(self.updated),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": f"Error {self.error_code}" if self.error_code else None,
            "from": self.sender,
            "messaging_service_sid": None,
            "num_media": str(self.num_media),
            "num_segments": "1",
            "price": None,
            "price_unit": None,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


def _rfc2822(moment: datetime | None) -> str | None:
    return format_datetime(moment.astimezone(UTC)) if moment else None


@dataclass(frozen=True)
class Filter:
    """What a list was asked for; the times bound `date_sent`, or `date_created` until it is sent."""

    to: str | None = None
    sender: str | None = None
    not_before: datetime | None = None
    before: datetime | None = None

    def matches(self, message: TwilioMessage) -> bool:
        at = (message.sent or message.created).replace(microsecond=0)
        return (
            self.to in (None, message.to)
            and self.sender in (None, message.sender)
            and (self.not_before is None or at >= self.not_before)
            and (self.before is None or at < self.before)
        )


class TwilioMessages:
    def __init__(self, store: Store, account_sid: str) -> None:
        self._database = store.database
        self._account_sid = account_sid

    def new(
        self,
        *,
        sender: str,
        to: str,
        body: str,
        direction: str,
        status: str,
        media_urls: tuple[str, ...] = (),
        num_media: int = 0,
        status_callback: str | None = None,
        hide_s: float = 0,
        prefix: str | None = None,
        in_reply_to: str | None = None,
    ) -> TwilioMessage:
        now = datetime.now(UTC)
        message = TwilioMessage(
            sid=new_sid(prefix or ("MM" if num_media else "SM")),
            account_sid=self._account_sid,
            sender=sender,
            to=to,
            body=body,
            direction=direction,
            status=status,
            media_urls=media_urls,
            num_media=num_media,
            status_callback=status_callback,
            created=now,
            updated=now,
            sent=now if direction == "inbound" else None,
            hidden_until=now + timedelta(seconds=hide_s) if hide_s else None,
            in_reply_to=in_reply_to,
        )
        row = (message.sid, now.timestamp(), message.user_number, message.model_dump_json())
        self._database.execute("INSERT INTO twilio VALUES (?, ?, ?, ?)", row)
        return message

    def get(self, sid: str) -> TwilioMessage | None:
        rows = self._database.execute("SELECT resource FROM twilio WHERE sid = ?", (sid,)).fetchall()
        return TwilioMessage.model_validate_json(rows[0][0]) if rows else None

    def change(self, sid: str, **changes: object) -> TwilioMessage | None:
        message = self.get(sid)
        if message is None:
            return None
        changed = message.model_copy(update={**changes, "updated": datetime.now(UTC)})
        self._database.execute("UPDATE twilio SET resource = ? WHERE sid = ?", (changed.model_dump_json(), sid))
        return changed

    def unfinished(self) -> list[TwilioMessage]:
        """Accepted from the API but not yet on the phone, as after a restart in between."""
        query = (
            "SELECT resource FROM twilio WHERE json_extract(resource, '$.direction') = 'outbound-api'"
            " AND json_extract(resource, '$.status') IN ('queued', 'sending') ORDER BY created"
        )
        return [TwilioMessage.model_validate_json(resource) for (resource,) in self._database.execute(query)]

    def last_inbound(self, number: str) -> datetime | None:
        query = "SELECT max(created) FROM twilio WHERE number = ? AND json_extract(resource, '$.direction') = 'inbound'"
        (created,) = self._database.execute(query, (number,)).fetchone()
        return datetime.fromtimestamp(created, UTC) if created else None

    def find(self, wanted: Filter, *, page: int, page_size: int) -> tuple[list[TwilioMessage], bool]:
        """Newest first, and whether there are more."""
        size = max(1, min(page_size, _PAGE_LIMIT))
        now = datetime.now(UTC)
        oldest = (wanted.not_before - timedelta(hours=1)).timestamp() if wanted.not_before else 0
        query = "SELECT resource FROM twilio WHERE created >= ? ORDER BY created DESC, rowid DESC"
        rows = self._database.execute(query, (oldest,))
        found = [
            message
            for (resource,) in rows
            if not _hidden(message := TwilioMessage.model_validate_json(resource), now) and wanted.matches(message)
        ]
        return found[page * size : (page + 1) * size], len(found) > (page + 1) * size


def _hidden(message: TwilioMessage, now: datetime) -> bool:
    return message.hidden_until is not None and message.hidden_until > now
