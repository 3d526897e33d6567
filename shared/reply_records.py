"""Table `replies`: who may send a reply now, and what is known about one whose fate at Twilio is not."""

from dataclasses import dataclass
from datetime import datetime

from shared.postgres import Database
from shared.utils import whatsapp_number

LEASE_S = 60.0
LOOK_UP_S = 30.0
UNREPORTED_AFTER_S = 45.0

_RANKS = {
    "accepted": 1,
    "scheduled": 1,
    "queued": 2,
    "sending": 3,
    "sent": 4,
    "undelivered": 5,
    "failed": 5,
    "canceled": 5,
    "delivered": 6,
    "read": 7,
}


@dataclass(frozen=True)
class Claimed:
    """Send it now; `attempt` counts the sends, this one included."""

    attempt: int


@dataclass(frozen=True)
class AlreadySent:
    sid: str


@dataclass(frozen=True)
class HeldUntil:
    """Another process is sending it, or died doing so a moment ago: ask again then."""

    until: datetime


@dataclass(frozen=True)
class UnknownSince:
    """A claim ran out without a word: look it up at Twilio (created after `claimed_at`). `attempts` counts the
    look-ups, this one included. When they have found nothing for 30 s, `resend_reply`."""

    since: datetime
    attempts: int
    claimed_at: datetime


@dataclass(frozen=True)
class GivenUp:
    """Twilio refused it for good."""

    code: str | None


Claim = Claimed | AlreadySent | HeldUntil | UnknownSince | GivenUp

_CLAIM = """
INSERT INTO replies (reply_id, whatsapp_number, state, lease_until)
VALUES ($1, $2, 'sending', now() + $3 * interval '1 s')
ON CONFLICT (reply_id) DO UPDATE SET state = 'sending', attempts = replies.attempts + 1, claimed_at = now(),
    lease_until = EXCLUDED.lease_until, unknown_since = NULL, look_ups = 0
WHERE replies.state = 'waiting'
RETURNING attempts
"""
_LOOK_UP = """
UPDATE replies SET unknown_since = coalesce(unknown_since, now()), look_ups = look_ups + 1
WHERE reply_id = $1 AND state = 'sending' AND lease_until <= now()
RETURNING unknown_since, look_ups, claimed_at
"""
_CLAIM_AGAIN = """
UPDATE replies SET attempts = attempts + 1, claimed_at = now(), lease_until = now() + $2 * interval '1 s',
    unknown_since = NULL, look_ups = 0
WHERE reply_id = $1 AND state = 'sending' AND lease_until <= now() AND unknown_since <= now() - $3 * interval '1 s'
RETURNING attempts
"""
# A SID is a fact, whoever reports it and however late; the one known before is remembered as ours too.
_SENT = """
UPDATE replies SET state = 'sent', sid = $2, unknown_since = NULL, look_ups = 0, error_code = NULL,
    status = CASE WHEN sid = $2 THEN status END,
    past_sids = CASE WHEN sid <> $2 AND sid <> ALL (past_sids) THEN past_sids || sid ELSE past_sids END
WHERE reply_id = $1
"""
# Asked for three times, further apart each time; then the phone is off, and Twilio will tell us or never.
_UNREPORTED = """
UPDATE replies SET look_ups = look_ups + 1
WHERE reply_id IN (
    SELECT reply_id FROM replies
    WHERE state = 'sent' AND sid IS NOT NULL AND look_ups < 3
      AND (status IS NULL OR status IN ('accepted', 'scheduled', 'queued', 'sending', 'sent'))
      AND claimed_at BETWEEN now() - interval '1 day' AND now() - (look_ups + 1) * $1 * interval '1 s'
    ORDER BY claimed_at LIMIT $2 FOR UPDATE SKIP LOCKED
)
RETURNING reply_id, sid
"""
_FAILED = """
UPDATE replies SET state = CASE WHEN $3 THEN 'failed' ELSE 'waiting' END, error_code = $2, sid = NULL, status = NULL,
    unknown_since = NULL, past_sids = CASE WHEN sid IS NULL THEN past_sids ELSE past_sids || sid END
WHERE reply_id = $1 AND ($4::integer IS NULL OR attempts = $4)
"""
_SETTLE = """
UPDATE replies SET state = 'sent', sid = $2, status = $3, error_code = $4, unknown_since = NULL
WHERE reply_id = $1 AND $2 <> ALL (past_sids)
  AND (sid IS NULL OR (sid = $2 AND (status IS NULL OR status = ANY ($5))))
RETURNING reply_id
"""
# `<> '{}'` lets it use the index of the few replies that were sent more than once.
SID_KNOWN = """
SELECT EXISTS (SELECT FROM replies WHERE sid = $1 OR (past_sids <> '{}' AND past_sids @> ARRAY[$1::text]))
"""


class ReplyRecords:
    def __init__(self, database: Database) -> None:
        self._replies = database

    async def claim_reply(self, reply_id: str, to: str, lease_s: float = LEASE_S) -> Claim:
        """Only one caller at a time is Claimed; the others learn what to do instead."""
        if row := await self._replies.row(_CLAIM, reply_id, whatsapp_number(to), lease_s):
            return Claimed(row["attempts"])
        if row := await self._replies.row(_LOOK_UP, reply_id):
            return UnknownSince(row["unknown_since"], row["look_ups"], row["claimed_at"])
        return await self._state(reply_id)

    async def resend_reply(self, reply_id: str, lease_s: float = LEASE_S, look_up_s: float = LOOK_UP_S) -> Claim:
        """Claims a reply that `look_up_s` of look-ups have not found; anything else is as it is."""
        if row := await self._replies.row(_CLAIM_AGAIN, reply_id, lease_s, look_up_s):
            return Claimed(row["attempts"])
        return await self._state(reply_id)

    async def reply_sent(self, reply_id: str, sid: str) -> None:
        await self._replies.row(_SENT, reply_id, sid)

    async def reply_failed(
        self, reply_id: str, code: str | int | None, permanent: bool, *, attempt: int | None = None
    ) -> None:
        """Twilio said no. Not permanent: the next claim sends it again at once. `attempt` (of Claimed) keeps a
        slow sender from taking the claim away from the one that came after it."""
        await self._replies.row(_FAILED, reply_id, None if code is None else str(code), permanent, attempt)

    async def settle_reply(self, reply_id: str, sid: str, status: str, error_code: str | int | None = None) -> bool:
        """A status callback; False when it says nothing new (ranks never go back, an older send, no such reply)."""
        rank = _RANKS.get(status, 0)
        below = [name for name, other in _RANKS.items() if other < rank]
        code = None if error_code in (None, "") else str(error_code)
        return await self._replies.row(_SETTLE, reply_id, sid, status, code, below) is not None

    async def unreported(self, after_s: float = UNREPORTED_AFTER_S, limit: int = 50) -> list[tuple[str, str]]:
        """Id and SID of replies whose delivery Twilio has not confirmed: its report may have got lost."""
        return [(row["reply_id"], row["sid"]) for row in await self._replies.rows(_UNREPORTED, after_s, limit)]

    async def reply_sid_known(self, sid: str) -> bool:
        """Does the message at Twilio belong to any reply of ours?"""
        return bool(await self._replies.value(SID_KNOWN, sid))

    async def _state(self, reply_id: str) -> Claim:
        row = await self._replies.row(
            "SELECT state, sid, lease_until, error_code, unknown_since, look_ups, claimed_at "
            "FROM replies WHERE reply_id = $1",
            reply_id,
        )
        if row is None:  # its user was forgotten a moment ago
            return GivenUp(None)
        if row["state"] == "failed":
            return GivenUp(row["error_code"])
        if row["state"] == "sent" and row["sid"]:
            return AlreadySent(row["sid"])
        if row["unknown_since"]:
            return UnknownSince(row["unknown_since"], row["look_ups"], row["claimed_at"])
        return HeldUntil(row["lease_until"])
