"""What Twilio reports about replies: it settles their fate, and a late refusal is answered as an early one.

For the webhook, which is told, and for the responder, which asks where it was not told.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from shared.delivery import Verdict, sent_again, verdict_on
from shared.messages import Publisher, Reply

logger = logging.getLogger(__name__)

_FAILED = frozenset({"failed", "undelivered"})


class ReplyFates(Protocol):
    async def settle_reply(self, reply_id: str, sid: str, status: str, error_code: int | None) -> object: ...


class SentReplies(Protocol):
    async def sent(self, part_id: str) -> Reply | None: ...

    async def park(self, reply: Reply) -> None: ...


class StatusReports:
    def __init__(
        self, *, fates: ReplyFates, sessions: SentReplies, publisher: Publisher, now: Callable[[], datetime]
    ) -> None:
        self._fates = fates
        self._sessions = sessions
        self._publisher = publisher
        self._now = now

    async def take_in(self, reply_id: str, *, sid: str, status: str, error_code: int | None) -> None:
        """Raises DependencyAway when it could not: Twilio is then asked to report again."""
        if status in _FAILED:
            await self._answer_failure(reply_id, error_code or 0)
        await self._fates.settle_reply(reply_id, sid, status, error_code)

    async def _answer_failure(self, reply_id: str, code: int) -> None:
        """Before the report is settled: what is settled is never asked for again, and twice sends it once."""
        verdict = verdict_on(code)
        level = logging.ERROR if verdict is Verdict.OURS else logging.WARNING
        logger.log(level, "reply was not delivered", extra={"code": code, "verdict": str(verdict)})
        reply = await self._sessions.sent(reply_id)
        again = sent_again(reply, verdict, self._now()) if reply else None
        if again and verdict is Verdict.PARK:
            await self._sessions.park(again)
        elif again:
            await self._publisher.publish(again)
