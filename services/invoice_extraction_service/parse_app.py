"""The work of the service: each medium of a message is read once, stored once, and the sender told in one reply."""

import asyncio
import logging
from typing import Any

from services.invoice_extraction_service.collaborators import (
    Decode,
    MediaSource,
    Now,
    PictureStore,
    ReadingRecords,
    Today,
)
from services.invoice_extraction_service.confirmation import confirmation
from services.invoice_extraction_service.medium import Medium
from services.invoice_extraction_service.medium_reader import MediumReader
from services.invoice_extraction_service.outcomes import InvoiceRead, MediumOutcome, outcome_from
from shared.documents import EXTENSIONS
from shared.engine import Engine
from shared.errors import DependencyAway, FintrakError, Refused, TemporaryFailure
from shared.gpt_spending import Budget
from shared.kept_once import KeptOnce
from shared.message_records import Replies
from shared.messages import InvoiceImages, reply_to
from shared.metrics import READS
from shared.replies import say
from shared.safe_naming import Outcome
from shared.sentences.names import Sentence

logger = logging.getLogger(__name__)


class InvoiceExtraction:
    """Deliveries repeat: what was read is remembered, what is written is keyed by message and medium."""

    def __init__(
        self,
        *,
        media: MediaSource,
        decode: Decode,
        pictures: PictureStore,
        engine: Engine,
        records: ReadingRecords,
        replies: Replies,
        today: Today,
        now: Now,
        budget: Budget | None = None,
    ) -> None:
        self._reader = MediumReader(
            media=media,
            decode=decode,
            pictures=pictures,
            engine=engine,
            records=records,
            today=today,
            now=now,
            budget=budget or Budget(),
        )
        self._media = media
        self._pictures = pictures
        self._engine = engine
        self._records = records
        self._replies = replies
        self._kept = KeptOnce(records)

    async def handle(self, message: InvoiceImages) -> None:
        if not message.media:
            raise Refused(say(Sentence.SEND_A_PHOTO, message.language))
        await self._records.remember_user(message.sender, message.profile_name, message.received_at)
        async with self._records.reading(message.message_id):
            outcomes = await self._all_outcomes(message)
            await self._replies.publish(confirmation(message, outcomes))
        await asyncio.gather(*(self._media.delete(medium.url) for medium in message.media))

    async def give_up(self, message: InvoiceImages, _reason: str) -> None:
        await self._replies.publish(reply_to(message, say(Sentence.GAVE_UP, message.language), Outcome.GAVE_UP))
        for index in range(len(message.media)):
            await self._forget_unread(Medium(message, index))

    async def _forget_unread(self, medium: Medium) -> None:
        """No row will name its picture, so nobody could find and delete it later; a replay stores it again."""
        if await self._records.outcome(*medium.row) is None:
            for kind in EXTENSIONS:
                await self._forget(medium.object_key(kind))

    async def refuse(self, message: InvoiceImages, refused: Refused) -> None:
        await self._replies.publish(reply_to(message, refused.text, Outcome.REFUSED))

    async def _all_outcomes(self, message: InvoiceImages) -> list[MediumOutcome]:
        """A medium in trouble does not keep the others waiting; the message comes again for it alone."""
        outcomes, failures = [], []
        for index in range(len(message.media)):
            try:
                outcomes.append(await self._outcome(Medium(message, index)))
            except DependencyAway:
                raise
            except TemporaryFailure as failure:
                failures.append(failure)
        if failures:
            raise failures[0]
        return outcomes

    async def _outcome(self, medium: Medium) -> MediumOutcome:
        """Kept before it is used: what a crash interrupts afterwards is done again without another reading. What is
        kept also decides about the picture: two processes may have read it differently."""

        async def read() -> dict[str, Any]:
            read = await self._reader.read(medium)
            READS.labels(getattr(read, "engine", self._engine.name), read.kind).inc()
            return read.model_dump(mode="json")

        outcome = outcome_from(await self._kept.outcome(medium.row, read, sender=medium.message.sender))
        if isinstance(outcome, InvoiceRead):
            await self._add_invoice(medium, outcome)
        elif outcome.object_key:
            await self._forget(outcome.object_key)
        return outcome

    async def _add_invoice(self, medium: Medium, outcome: InvoiceRead) -> None:
        invoice_id = await self._records.add_invoice_once(
            sender=medium.message.sender,
            message_id=medium.message.message_id,
            media_index=medium.index,
            draft=outcome.draft,
            engine=outcome.engine,
            object_key=outcome.object_key,
            image_sha256=outcome.image_sha256,
        )
        logger.info("invoice stored", extra={"invoice_id": invoice_id, "doubtful": sorted(outcome.draft.doubtful)})

    async def _forget(self, key: str) -> None:
        """A picture that became no invoice is none of our business any longer; what the store will not delete now is
        left to the sweeper, so that nobody waits for their answer, or pays for another reading."""
        try:
            await self._pictures.delete(key)
        except FintrakError as failure:
            logger.warning("a picture that became no invoice is deleted later", extra={"problem": str(failure)})
            await self._records.doom_file(key)
