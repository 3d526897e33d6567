"""The order of effects of one incoming message: decide, store decision and job in one step, publish, answer."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from services.whatsapp_webhook_service.conversation import Incoming, Kind, Step, next_step
from services.whatsapp_webhook_service.door import Door, Entry
from shared.errors import DependencyAway, TemporaryFailure
from shared.language import detect_language
from shared.logs import Reminder
from shared.messages import Publisher, Reply
from shared.metrics import TURNED_AWAY
from shared.replies import Sentence, say
from shared.safe_naming import Language
from shared.session import Conflict, Look, Record, Repeat, Session, Stored
from shared.utils import mask_phone

logger = logging.getLogger(__name__)

PUBLISH_TIMEOUT_S = 3.0  # with three calls of Redis at 1.5 s the answer is out well before Twilio's 15 s
EXTRA_WITHIN_S = 3.0  # for what need not be done before the answer
LEFT_TO_THE_SWEEPER = timedelta(seconds=5)
_TRIES = 40  # each lost race means that another message of the same user got through
_REFUSALS = {Entry.NOT_INVITED: Sentence.NOT_INVITED, Entry.TOO_MANY: Sentence.TOO_MANY}


class SessionStore(Protocol):
    async def look(self, sender: str, message_id: str) -> Look: ...

    async def begin(
        self,
        sender: str,
        message_id: str,
        record: Record,
        *,
        session: Session | None,
        seen: Session | None,
        forget: bool = False,
    ) -> Stored | Repeat | Conflict: ...

    async def finish(self, message_id: str, record: Record) -> None: ...

    async def parked(self, sender: str) -> list[Reply]: ...

    async def unparked(self, reply: Reply) -> None: ...


TakeOver = Callable[[str, str], Awaitable[None]]
"""Sender and message that asks to forget them -> kept where it does not get lost."""


class Dispatcher:
    def __init__(
        self, *, sessions: SessionStore, publisher: Publisher, door: Door, take_over_deletion: TakeOver
    ) -> None:
        self._sessions = sessions
        self._publisher = publisher
        self._door = door
        self._take_over_deletion = take_over_deletion
        self._redis_away = Reminder()

    async def answer(self, incoming: Incoming) -> str:
        """What the user hears at once; empty for silence. Never raises because Redis or RabbitMQ is away."""
        try:
            look = await self._sessions.look(incoming.sender, incoming.message_id)
            if look.record:
                return await self._again(incoming, look.record)
            entry = self._door.entry(incoming.sender, written_this_minute=look.written_this_minute)
            if entry is not Entry.WELCOME:
                return _turned_away(entry, incoming, look)
            record = await self._begun(incoming, look)
        except DependencyAway as away:
            return await self._without_session(incoming, away)
        self._redis_away.reset()
        await self._publish(incoming.message_id, record)
        if look.parked:
            await self._extra(self._unpark(incoming.sender))
        return record.answer

    async def _begun(self, incoming: Incoming, look: Look) -> Record:
        """Decides, and decides anew when another message of the user was faster; a repeat gets the first decision."""
        seen, known = look.session, look.known
        for _ in range(_TRIES):
            step = next_step(seen, incoming, known=known)
            record = Record(step.reply, incoming.received_at, step.job)
            match await self._store(incoming, step, record, seen):
                case Stored():
                    _log_step(incoming, step)
                    if step.forget:
                        await self._extra(self._take_over_deletion(incoming.sender, incoming.message_id))
                    return record
                case Repeat(first):
                    return Record(first.answer, first.begun_at)  # whoever was first publishes
                case Conflict(session):
                    seen, known = session, known or (session.language if session else None)
        logger.warning("gave up on a contended session", extra={"sender": mask_phone(incoming.sender)})
        return Record(_say(incoming, known, Sentence.SEND_IT_AGAIN), incoming.received_at)

    async def _store(
        self, incoming: Incoming, step: Step, record: Record, seen: Session | None
    ) -> Stored | Repeat | Conflict:
        return await self._sessions.begin(
            incoming.sender, incoming.message_id, record, session=step.session, seen=seen, forget=step.forget
        )

    async def _again(self, incoming: Incoming, record: Record) -> str:
        """Twilio repeats itself. A job begun just now is still being published by whoever began it."""
        logger.info("message came again", extra={"done": record.done})
        if incoming.received_at - record.begun_at >= LEFT_TO_THE_SWEEPER:
            await self._publish(incoming.message_id, record)
        return record.answer

    async def _publish(self, message_id: str, record: Record) -> None:
        """A failure is no reason to answer otherwise: the job is stored, and the sweeper publishes it."""
        if record.job is None:
            return
        try:
            await self._publisher.publish(record.job, timeout_s=PUBLISH_TIMEOUT_S)
            await self._sessions.finish(message_id, record)
        except TemporaryFailure as error:
            logger.warning("job is left to the sweeper", extra={"problem": str(error)})

    async def _unpark(self, sender: str) -> None:
        """The user wrote, so WhatsApp lets us send what it refused before."""
        for reply in await self._sessions.parked(sender):
            await self._publisher.publish(reply, timeout_s=PUBLISH_TIMEOUT_S)
            await self._sessions.unparked(reply)

    @staticmethod
    async def _extra(work: Awaitable[None]) -> None:
        """What fails here stays noted in Redis: the sweeper, or the user's next message, begins it anew."""
        try:
            async with asyncio.timeout(EXTRA_WITHIN_S):
                await work
        except (TemporaryFailure, TimeoutError) as error:
            logger.warning("left for later", extra={"problem": str(error) or "took too long"})

    async def _without_session(self, incoming: Incoming, away: DependencyAway) -> str:
        """Redis is away: a photo needs no session; its repeats are dropped by the extraction."""
        if self._door.entry(incoming.sender, written_this_minute=1) is not Entry.WELCOME:
            return _say(incoming, None, Sentence.NOT_INVITED)
        if self._redis_away.is_due():
            logger.warning("photos are taken in without a session, texts are not", extra={"problem": str(away)})
        if incoming.kind is not Kind.MEDIA:
            return _say(incoming, None, Sentence.TRY_AGAIN_IN_A_MOMENT)
        step = next_step(None, incoming, known=Language.ENGLISH)
        assert step.job is not None  # noqa: S101 - media always is a job
        try:
            await self._publisher.publish(step.job, timeout_s=PUBLISH_TIMEOUT_S)
        except TemporaryFailure:
            return _say(incoming, None, Sentence.SEND_IT_AGAIN)
        return step.reply


def _turned_away(entry: Entry, incoming: Incoming, look: Look) -> str:
    TURNED_AWAY.labels(str(entry)).inc()
    logger.info("turned away", extra={"entry": str(entry), "sender": mask_phone(incoming.sender)})
    sentence = _REFUSALS.get(entry)
    return _say(incoming, look.known, sentence) if sentence else ""


def _say(incoming: Incoming, known: Language | None, sentence: Sentence) -> str:
    return say(sentence, detect_language(incoming.text) or known or Language.ENGLISH)


def _log_step(incoming: Incoming, step: Step) -> None:
    facts = {
        "kind": str(incoming.kind),
        "sender": mask_phone(incoming.sender),
        "state": str(step.session.state) if step.session else "forgotten",
        "queue": str(step.job.queue) if step.job else None,
    }
    logger.info("message taken in", extra=facts)


def begun_before(now: datetime) -> datetime:
    """Whatever is unpublished since before that moment was left behind."""
    return now - LEFT_TO_THE_SWEEPER
