"""Sends each reply exactly once: claims it, hands it to Twilio, and finds out what happened when Twilio did not say."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import quote

from shared.delivery import Verdict, parts_of, sent_again, verdict_on
from shared.errors import DependencyAway, FintrakError, NotYet, Refused, TemporaryFailure
from shared.links import make_link
from shared.messages import Reply
from shared.replies import Sentence, say
from shared.reply_records import LEASE_S, LOOK_UP_S, AlreadySent, Claim, Claimed, GivenUp, HeldUntil, UnknownSince
from shared.twilio_api import FateUnknown, NotReached, Outgoing, SentMessage, TwilioRefused
from shared.utils import mask_phone

logger = logging.getLogger(__name__)

EARLY_LOOKS_S = (1.0, 3.0, 6.0)  # Twilio shows new messages in its list after some seconds
LOOK_AGAIN_S = LOOK_UP_S + 1


class Undeliverable(FintrakError):
    """Account, sender or text are wrong: an operator must look, then replay the reply."""


class ReplyRows(Protocol):
    async def claim_reply(self, reply_id: str, to: str, lease_s: float = 60) -> Claim: ...

    async def resend_reply(self, reply_id: str, lease_s: float = 60, look_up_s: float = 30) -> Claim: ...

    async def reply_sent(self, reply_id: str, sid: str) -> None: ...

    async def reply_failed(
        self, reply_id: str, code: str | int | None, permanent: bool, *, attempt: int | None = None
    ) -> None: ...

    async def reply_sid_known(self, sid: str) -> bool: ...


class Messenger(Protocol):
    async def send(self, message: Outgoing) -> str: ...

    async def sent_since(self, to: str, since: datetime) -> Sequence[SentMessage]: ...


class Conversations(Protocol):
    async def answered(self, reply: Reply) -> None: ...

    async def remember_sent(self, part_id: str, reply: Reply) -> None: ...

    async def park(self, reply: Reply) -> None: ...


@dataclass(frozen=True)
class LinkMaker:
    base_url: str
    key: bytes

    def to_file(self, object_key: str, now: datetime) -> str:
        return make_link(self.base_url, self.key, object_key, now=now)

    def to_report_status(self, reply_id: str) -> str:
        return f"{self.base_url}/twilio/status/{quote(reply_id, safe=':')}"  # a coded colon would be decoded on the way


class ResponseDelivery:
    def __init__(
        self,
        *,
        rows: ReplyRows,
        twilio: Messenger,
        conversations: Conversations,
        links: LinkMaker,
        now: Callable[[], datetime],
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._rows = rows
        self._twilio = twilio
        self._conversations = conversations
        self._links = links
        self._now = now
        self._pause = pause

    async def handle(self, reply: Reply) -> None:
        """Parts go one after the other; each that is out already is skipped when the reply comes again."""
        if reply.not_before and reply.not_before > self._now():
            raise self._later("not yet", reply.not_before)
        for part in parts_of(reply):
            await self._send_once(part)
        await self._end_waiting(reply)

    async def give_up(self, reply: Reply, reason: str) -> None:
        """Nobody can be told that telling them failed; but they shall not wait for it."""
        logger.error("reply given up", extra={"reply_id": reply.reply_id, "reason": reason})
        await self._end_waiting(reply)

    async def refused(self, reply: Reply, error: Refused) -> None:
        """Sending never asks anything of the user."""
        raise error

    async def _send_once(self, part: Reply) -> None:
        claim = await self._rows.claim_reply(part.reply_id, part.to)
        if isinstance(claim, UnknownSince):
            claim = await self._settled(part, claim)
        match claim:
            case Claimed(attempt):
                await self._send(part, attempt)
            case AlreadySent():
                logger.info("reply is out already", extra={"reply_id": part.reply_id})
            case GivenUp(code):
                logger.warning("reply was refused for good before", extra={"reply_id": part.reply_id, "code": code})
            case HeldUntil(until):
                raise self._later("somebody else is sending this reply", until)
            case UnknownSince():
                raise NotYet("the fate of this reply is still unknown", seconds=LOOK_AGAIN_S)

    async def _settled(self, part: Reply, unknown: UnknownSince) -> Claim:
        sid = await self._found(part, unknown.claimed_at)
        if sid is None:
            return await self._rows.resend_reply(part.reply_id)
        await self._rows.reply_sent(part.reply_id, sid)
        return AlreadySent(sid)

    async def _found(self, part: Reply, since: datetime) -> str | None:
        """Our message at Twilio, if it lists one with this text that no other reply is known to have become."""
        for message in await self._twilio.sent_since(part.to, since):
            if _is_text_of(part, message.body) and not await self._rows.reply_sid_known(message.sid):
                logger.info("reply found at Twilio", extra={"reply_id": part.reply_id})
                return message.sid
        return None

    async def _send(self, part: Reply, attempt: int) -> None:
        await self._remember(part)
        began = self._now()
        try:
            sid = await self._twilio.send(self._outgoing(part))
        except NotReached:
            await self._rows.reply_failed(part.reply_id, None, permanent=False, attempt=attempt)
            raise
        except TwilioRefused as refusal:
            await self._after_refusal(part, attempt, refusal)
        except FateUnknown:
            await self._look_soon(part, began)
        else:
            await self._rows.reply_sent(part.reply_id, sid)
            logger.info("reply sent", extra={"reply_id": part.reply_id, "sender": mask_phone(part.to)})

    def _outgoing(self, part: Reply) -> Outgoing:
        link = self._links.to_file(part.media_key, self._now()) if part.media_key else None
        text = part.text
        if link and part.as_link:
            text = f"{text}\n\n{say(Sentence.OPEN_THIS_LINK, part.language, link=link)}"
        return Outgoing(
            to=part.to,
            body=text,
            media_url=None if part.as_link else link,
            status_callback=self._links.to_report_status(part.reply_id),
        )

    async def _look_soon(self, part: Reply, began: datetime) -> None:
        """Most messages whose answer got lost are in Twilio's list a moment later."""
        for seconds in EARLY_LOOKS_S:
            await self._pause(seconds)
            try:
                sid = await self._found(part, began)
            except NotReached:
                continue
            if sid:
                await self._rows.reply_sent(part.reply_id, sid)
                return
        raise TemporaryFailure("the fate of this reply is unknown", retry_after_s=LEASE_S)

    async def _after_refusal(self, part: Reply, attempt: int, refusal: TwilioRefused) -> None:
        verdict = verdict_on(refusal.code)
        facts = {"code": refusal.code, "verdict": str(verdict), "reply_id": part.reply_id}
        logger.log(logging.ERROR if verdict is Verdict.OURS else logging.WARNING, "Twilio refused a reply", extra=facts)
        match verdict:
            case Verdict.LINK if part.media_key and not part.as_link:
                await self._send(part.model_copy(update={"as_link": True}), attempt)
            case Verdict.LATER | Verdict.MUCH_LATER:
                await self._rows.reply_failed(part.reply_id, refusal.code, permanent=False, attempt=attempt)
                wait = refusal.retry_after_s or (60 if verdict is Verdict.MUCH_LATER else None)
                raise TemporaryFailure(f"Twilio refused with {refusal.code}", retry_after_s=wait)
            case Verdict.PARK | Verdict.UNREACHABLE:
                await self._park(part, verdict)
                await self._rows.reply_failed(part.reply_id, refusal.code, permanent=True, attempt=attempt)
            case _:
                await self._rows.reply_failed(part.reply_id, refusal.code, permanent=False, attempt=attempt)
                raise Undeliverable(f"Twilio refused with {refusal.code}")

    async def _park(self, part: Reply, verdict: Verdict) -> None:
        again = sent_again(part, verdict, self._now())
        if again:
            await self._conversations.park(again)

    async def _remember(self, part: Reply) -> None:
        try:
            await self._conversations.remember_sent(part.reply_id, part)
        except DependencyAway:
            logger.warning("a late refusal of this reply cannot be answered", extra={"reply_id": part.reply_id})

    async def _end_waiting(self, reply: Reply) -> None:
        """The reply is out; with Redis away the session forgets the message by its age instead."""
        try:
            await self._conversations.answered(reply)
        except DependencyAway:
            logger.warning("the session still waits for this reply", extra={"reply_id": reply.reply_id})

    def _later(self, reason: str, until: datetime) -> NotYet:
        return NotYet(reason, seconds=max(1.0, (until - self._now()).total_seconds()))


def _is_text_of(part: Reply, body: str) -> bool:
    """A link may have been added where WhatsApp refused the file."""
    text, found = part.text.strip(), body.strip()
    return found == text or (part.media_key is not None and found.startswith(f"{text}\n\n"))
