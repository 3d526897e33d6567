"""Twilio, table `replies` and the sessions as the responder sees them, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from shared.errors import DependencyAway
from shared.messages import Reply
from shared.reply_records import AlreadySent, Claim, Claimed
from shared.safe_naming import Dependency
from shared.twilio_api import Outgoing, SentMessage


@dataclass
class FakeRows:
    """`claims` are answered in turn; without any, a reply is claimed once and is out from then on."""

    claims: list[Claim] = field(default_factory=list)
    resend: Claim | None = None
    known_sids: set[str] = field(default_factory=set)
    sent: dict[str, str] = field(default_factory=dict)
    failed: list[tuple[str, str | int | None, bool]] = field(default_factory=list)

    async def claim_reply(self, reply_id: str, to: str, lease_s: float = 60) -> Claim:
        if self.claims:
            return self.claims.pop(0)
        return AlreadySent(self.sent[reply_id]) if reply_id in self.sent else Claimed(1)

    async def resend_reply(self, reply_id: str, lease_s: float = 60, look_up_s: float = 30) -> Claim:
        assert self.resend is not None
        return self.resend

    async def reply_sent(self, reply_id: str, sid: str) -> None:
        self.sent[reply_id] = sid

    async def reply_failed(
        self, reply_id: str, code: str | int | None, permanent: bool, *, attempt: int | None = None
    ) -> None:
        self.failed.append((reply_id, code, permanent))

    async def reply_sid_known(self, sid: str) -> bool:
        return sid in self.known_sids


@dataclass
class FakeTwilio:
    """`troubles` are raised in turn before anything is taken; `listed` is what a look-up shows, one list a call."""

    troubles: list[Exception] = field(default_factory=list)
    listed: list[Sequence[SentMessage]] = field(default_factory=list)
    taken: list[Outgoing] = field(default_factory=list)

    async def send(self, message: Outgoing) -> str:
        if self.troubles:
            raise self.troubles.pop(0)
        self.taken.append(message)
        return f"SM{len(self.taken)}"

    async def sent_since(self, to: str, since: datetime) -> Sequence[SentMessage]:
        return self.listed.pop(0) if self.listed else ()


@dataclass
class FakeConversations:
    away: bool = False
    over: list[Reply] = field(default_factory=list)
    kept: dict[str, Reply] = field(default_factory=dict)
    parked: list[Reply] = field(default_factory=list)

    async def answered(self, reply: Reply) -> None:
        self._must_answer()
        self.over.append(reply)

    async def remember_sent(self, part_id: str, reply: Reply) -> None:
        self._must_answer()
        self.kept[part_id] = reply

    async def park(self, reply: Reply) -> None:
        self.parked.append(reply)

    def _must_answer(self) -> None:
        if self.away:
            raise DependencyAway(Dependency.REDIS, "test")
