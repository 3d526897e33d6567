"""The work of the service: each medium of a message is read once, stored once, and the sender told in one reply."""

import asyncio
import hashlib
import logging
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from services.invoice_extraction_service.collaborators import (
    Decode,
    MediaSource,
    Now,
    PictureStore,
    ReadingRecords,
    Today,
)
from services.invoice_extraction_service.confirmation import confirmation
from services.invoice_extraction_service.outcomes import InvoiceRead, NoInvoice, NotRead, outcome_from
from shared.documents import EXTENSIONS, DocumentProblem, check_bytes, content_type, extension
from shared.engine import Document, Engine, ReadResult
from shared.errors import DependencyAway, FintrakError, Refused, TemporaryFailure
from shared.gpt_errors import MayNotPay, paying_at
from shared.gpt_spending import Budget, MessageTill
from shared.invoices import InvoiceDraft, checked
from shared.kept_once import KeptOnce
from shared.message_records import Replies
from shared.messages import InvoiceImages, reply_to
from shared.metrics import READS, STEP_SECONDS
from shared.replies import say
from shared.safe_naming import Outcome, ReadStep
from shared.sentences.names import Sentence
from shared.twilio_media import MAX_MEDIA_BYTES, MediaGone, MediaNotThere, MediaTooLarge

logger = logging.getLogger(__name__)

GONE_AFTER = timedelta(seconds=60)  # a medium may appear late, but not as late as this
_KEYS = UUID("5f0f8a3e-6a53-4d0b-9a53-1c4c40f6f2b1")


@dataclass(frozen=True)
class Medium:
    """One attachment of one message."""

    message: InvoiceImages
    index: int

    @property
    def url(self) -> str:
        return self.message.media[self.index].url

    @property
    def claimed_type(self) -> str:
        return self.message.media[self.index].content_type

    @property
    def row(self) -> tuple[str, int, ReadStep]:
        """What is kept about it in `reads` is kept under this."""
        return self.message.message_id, self.index, ReadStep.INVOICE

    def object_key(self, file_extension: str) -> str:
        """The same for every copy of the message, and without a word about the sender."""
        return f"invoices/{uuid5(_KEYS, f'{self.message.message_id}/{self.index}')}/original.{file_extension}"


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
        self._media = media
        self._decode = decode
        self._pictures = pictures
        self._engine = engine
        self._records = records
        self._replies = replies
        self._today = today
        self._now = now
        self._budget = budget or Budget()
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

    async def _all_outcomes(self, message: InvoiceImages) -> list[InvoiceRead | NoInvoice | NotRead]:
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

    async def _outcome(self, medium: Medium) -> InvoiceRead | NoInvoice | NotRead:
        """Kept before it is used: what a crash interrupts afterwards is done again without another reading."""

        async def read() -> dict[str, Any]:
            read = await self._read(medium)
            READS.labels(getattr(read, "engine", self._engine.name), read.kind).inc()
            return read.model_dump(mode="json")

        outcome = outcome_from(await self._kept.outcome(medium.row, read, sender=medium.message.sender))
        if isinstance(outcome, InvoiceRead):
            await self._add_invoice(medium, outcome)
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

    async def _read(self, medium: Medium) -> InvoiceRead | NoInvoice | NotRead:
        try:
            data = await self._download(medium)
            with STEP_SECONDS.labels("decode").time():
                document = await self._decode(data, medium.claimed_type)
        except MediaTooLarge:
            return NotRead(sentence=Sentence.FILE_TOO_LARGE, values={"limit": f"{MAX_MEDIA_BYTES // 2**20} MB"})
        except MediaGone:
            return NotRead(sentence=Sentence.MEDIA_GONE)
        except DocumentProblem as problem:
            return NotRead.model_validate({"sentence": problem.sentence, "values": problem.values})
        key = await self._store(medium, data)
        try:
            result = await self._ask_engine(medium, document)
        except MayNotPay:
            await self._forget(key)
            return NotRead(sentence=Sentence.COULD_NOT_READ)
        if not isinstance(result.reading, InvoiceDraft):
            await self._forget(key)
            if result.reading.letters_unknown:
                return NotRead(sentence=Sentence.LETTERS_UNKNOWN)
            return NoInvoice(
                engine=result.engine,
                usage=result.usage,
                stood_in=result.stood_in,
                pages_read=len(document.pages),
                pages_left_out=document.pages_left_out,
            )
        return InvoiceRead(
            draft=checked(result.reading, today=self._day_of(medium)),
            engine=result.engine,
            usage=result.usage,
            stood_in=result.stood_in,
            object_key=key,
            image_sha256=hashlib.sha256(data).hexdigest(),
            pages_read=len(document.pages),
            pages_left_out=document.pages_left_out,
        )

    async def _download(self, medium: Medium) -> bytes:
        try:
            with STEP_SECONDS.labels("download").time():
                return await self._media.download(medium.url)
        except MediaNotThere as missing:
            if self._now() - medium.message.received_at > GONE_AFTER:
                raise MediaGone from missing
            raise

    async def _store(self, medium: Medium, data: bytes) -> str:
        """Before the engine is asked: a store that is away must not cost a paid call."""
        kind = check_bytes(data)
        key = medium.object_key(extension(kind))
        with STEP_SECONDS.labels("store").time():
            await self._pictures.put(key, data, content_type=content_type(kind), filename=f"invoice.{extension(kind)}")
        return key

    async def _ask_engine(self, medium: Medium, document: Document) -> ReadResult:
        sender = medium.message.sender
        with (
            paying_at(MessageTill(self._records, self._budget, sender, *medium.row)),
            STEP_SECONDS.labels("read").time(),
        ):
            return await self._engine.read_invoice(document, today=self._day_of(medium))

    async def _forget(self, key: str) -> None:
        """A picture that became no invoice is none of our business any longer."""
        try:
            await self._pictures.delete(key)
        except FintrakError as failure:  # whatever it is, the reading was paid for and is kept
            logger.warning("a picture that became no invoice stays stored", extra={"problem": str(failure)})

    def _day_of(self, medium: Medium) -> date:
        return self._today(medium.message.sender, medium.message.received_at)
