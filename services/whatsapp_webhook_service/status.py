"""What Twilio reports about replies: it settles their fate, and a late refusal is answered as an early one."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from services.whatsapp_webhook_service.dispatcher import Publisher
from shared.delivery import Verdict, sent_again, verdict_on
from shared.messages import Reply

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
        await self._fates.settle_reply(reply_id, sid, status, error_code)
        if status not in _FAILED:
            return
        verdict = verdict_on(error_code or 0)
        level = logging.ERROR if verdict is Verdict.OURS else logging.WARNING
        logger.log(level, "reply was not delivered", extra={"code": error_code, "verdict": str(verdict)})
        reply = await self._sessions.sent(reply_id)
        again = sent_again(reply, verdict, self._now()) if reply else None
        if again and verdict is Verdict.PARK:
            await self._sessions.park(again)
        elif again:
            await self._publisher.publish(again)
