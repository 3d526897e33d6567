"""One medium -> how its reading ended: it is downloaded, opened, stored and read, in this order."""

import hashlib
from datetime import date, timedelta

from services.invoice_extraction_service.collaborators import (
    Decode,
    MediaSource,
    Now,
    PictureStore,
    ReadingRecords,
    Today,
)
from services.invoice_extraction_service.medium import Medium
from services.invoice_extraction_service.outcomes import InvoiceRead, MediumOutcome, NoInvoice, NotRead
from shared.documents import DocumentProblem, check_bytes, content_type, extension
from shared.engine import Document, Engine, ReadResult
from shared.gpt_errors import MayNotPay, paying_at
from shared.gpt_spending import Budget, MessageTill
from shared.invoices import InvoiceDraft, NotAnInvoice, checked
from shared.metrics import STEP_SECONDS
from shared.sentences.names import Sentence
from shared.twilio_media import MAX_MEDIA_BYTES, MediaGone, MediaNotThere, MediaTooLarge

GONE_AFTER = timedelta(seconds=60)  # a medium may appear late, but not as late as this


class MediumReader:
    """Raises what is worth another try; whatever the sender can mend, or nobody, is an outcome."""

    def __init__(
        self,
        *,
        media: MediaSource,
        decode: Decode,
        pictures: PictureStore,
        engine: Engine,
        records: ReadingRecords,
        today: Today,
        now: Now,
        budget: Budget,
    ) -> None:
        self._media = media
        self._decode = decode
        self._pictures = pictures
        self._engine = engine
        self._records = records
        self._today = today
        self._now = now
        self._budget = budget

    async def read(self, medium: Medium) -> MediumOutcome:
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
        today = self._today(medium.message.sender, medium.message.received_at)
        try:
            result = await self._ask_engine(medium, document, today)
        except MayNotPay:
            return NotRead(sentence=Sentence.COULD_NOT_READ, object_key=key)
        if isinstance(result.reading, NotAnInvoice):
            return _no_invoice(result, result.reading, document, key)
        return _invoice(result, checked(result.reading, today=today), document, key, data)

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

    async def _ask_engine(self, medium: Medium, document: Document, today: date) -> ReadResult:
        till = MessageTill(self._records, self._budget, medium.message.sender, *medium.row)
        with paying_at(till), STEP_SECONDS.labels("read").time():
            return await self._engine.read_invoice(document, today=today)


def _no_invoice(result: ReadResult, reading: NotAnInvoice, document: Document, key: str) -> NoInvoice | NotRead:
    if reading.letters_unknown:
        return NotRead(sentence=Sentence.LETTERS_UNKNOWN, object_key=key)
    return NoInvoice(
        engine=result.engine,
        usage=result.usage,
        stood_in=result.stood_in,
        object_key=key,
        pages_read=len(document.pages),
        pages_left_out=document.pages_left_out,
    )


def _invoice(result: ReadResult, draft: InvoiceDraft, document: Document, key: str, data: bytes) -> InvoiceRead:
    return InvoiceRead(
        draft=draft,
        engine=result.engine,
        usage=result.usage,
        stood_in=result.stood_in,
        object_key=key,
        image_sha256=hashlib.sha256(data).hexdigest(),
        pages_read=len(document.pages),
        pages_left_out=document.pages_left_out,
    )
