"""Everything around the extraction, recording what was done to it in one common journal."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from services.invoice_extraction_service.parse_app import InvoiceExtraction
from shared.engine import CannotAnswer, Document, Page, ReadResult, SqlDraft, SqlRequest
from shared.gpt_errors import before_paid_call
from shared.invoices import InvoiceDraft, NotAnInvoice, Reading
from shared.messages import InvoiceImages, Media, Reply
from shared.safe_naming import EngineName, ReadStep, StandIn
from tests.fakes.spending import FakeBills

JPEG = b"\xff\xd8\xff picture"
RECEIVED = datetime(2026, 3, 15, 23, 30, tzinfo=UTC)
DRAFT = InvoiceDraft(
    invoice_date=date(2026, 3, 1), expense_amount=Decimal("12.10"), vat=Decimal("2.10"), payee_name="Sol"
)


def an_invoice_image(*, media: int = 1, message_id: str = "SM1") -> InvoiceImages:
    return InvoiceImages(
        message_id=message_id,
        sender="whatsapp:+34611222333",
        profile_name="Ana",
        media=tuple(Media(url=f"https://api/{index}", content_type="image/jpeg") for index in range(media)),
        received_at=RECEIVED,
    )


@dataclass
class FakeMedia:
    """`problems` are raised by the downloads of their URL, one each time; deletions wait for each other `together`.

    `meanwhile` another process does something.
    """

    journal: list[str]
    problems: dict[str, list[Exception]] = field(default_factory=dict)
    data: bytes = JPEG
    together: asyncio.Barrier | None = None
    meanwhile: Callable[[], object] = lambda: None

    async def download(self, url: str) -> bytes:
        self.journal.append(f"download {url}")
        if self.problems.get(url):
            raise self.problems[url].pop(0)
        self.meanwhile()
        return self.data

    async def delete(self, url: str) -> None:
        if self.together:
            await self.together.wait()
        self.journal.append(f"delete {url}")


@dataclass
class FakePictures:
    journal: list[str]
    objects: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    problem: Exception | None = None
    undeletable: Exception | None = None

    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None:
        self.journal.append("put")
        if self.problem:
            raise self.problem
        self.objects[key] = (data, content_type)

    async def delete(self, key: str) -> None:
        self.journal.append("remove")
        if self.undeletable:
            raise self.undeletable
        self.objects.pop(key, None)


@dataclass
class FakeEngine:
    """Reads what it is told; costs money as often as told before it succeeds."""

    journal: list[str]
    readings: list[Reading | Exception] = field(default_factory=lambda: [DRAFT])
    name: EngineName = EngineName.GPT
    todays: list[date] = field(default_factory=list)
    stood_in: StandIn | None = None

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        await before_paid_call("gpt", 0.01)
        self.journal.append("read")
        self.todays.append(today)
        reading = self.readings.pop(0) if len(self.readings) > 1 else self.readings[0]
        if isinstance(reading, Exception):
            raise reading
        return ReadResult(reading=reading, engine=self.name, stood_in=self.stood_in)

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        raise NotImplementedError


@dataclass
class FakeRecords(FakeBills):
    journal: list[str]
    users: list[tuple[str, str]] = field(default_factory=list)
    outcomes: dict[tuple[str, int, ReadStep], dict[str, Any]] = field(default_factory=dict)
    invoices: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    paid: dict[tuple[str, int, ReadStep], int] = field(default_factory=dict)
    spent: tuple[float, float] = (0.0, 0.0)
    doomed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(self.spent)

    @asynccontextmanager
    async def reading(self, message_id: str) -> AsyncIterator[None]:
        self.journal.append("lock")
        yield
        self.journal.append("unlock")

    async def remember_user(self, sender: str, profile_name: str, received_at: datetime) -> None:
        self.users.append((sender, profile_name))

    async def outcome(self, message_id: str, media_index: int, step: ReadStep) -> dict[str, Any] | None:
        return self.outcomes.get((message_id, media_index, step))

    async def keep_outcome(
        self, message_id: str, media_index: int, step: ReadStep, outcome: dict[str, Any], *, sender: str | None = None
    ) -> dict[str, Any]:
        self.journal.append("keep")
        return self.outcomes.setdefault((message_id, media_index, step), outcome)

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int:
        key = (message_id, media_index, step)
        self.paid[key] = self.paid.get(key, 0) + 1
        return self.paid[key]

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None:
        self.paid[message_id, media_index, step] -= 1

    async def add_invoice_once(self, *, message_id: str, media_index: int, **fields: Any) -> int:  # noqa: ANN401
        self.journal.append("add")
        self.invoices.setdefault((message_id, media_index), fields)
        return len(self.invoices)

    async def doom_file(self, object_key: str) -> None:
        self.journal.append("doom")
        self.doomed.add(object_key)


@dataclass
class FakeReplies:
    journal: list[str]
    published: list[Reply] = field(default_factory=list)
    problem: Exception | None = None

    async def publish(self, message: Reply) -> None:
        self.journal.append("publish")
        if self.problem:
            raise self.problem
        self.published.append(message)


class World:
    """The extraction with all of its surroundings; `journal` has the effects in order."""

    def __init__(self, *readings: Reading | Exception) -> None:
        self.journal: list[str] = []
        self.media = FakeMedia(self.journal)
        self.pictures = FakePictures(self.journal)
        self.engine = FakeEngine(self.journal, list(readings) or [DRAFT])
        self.records = FakeRecords(self.journal)
        self.replies = FakeReplies(self.journal)
        self.now = RECEIVED
        self.decode_problem: Exception | None = None
        self.extraction = InvoiceExtraction(
            media=self.media,
            decode=self._decode,
            pictures=self.pictures,
            engine=self.engine,
            records=self.records,
            replies=self.replies,
            today=lambda sender, received_at: date(2026, 3, 16),
            now=lambda: self.now,
        )

    async def _decode(self, data: bytes, declared_type: str) -> Document:
        if self.decode_problem:
            raise self.decode_problem
        return Document(pages=(Page(1, 1, b"\x00\x00\x00"),))


__all__ = ["DRAFT", "JPEG", "RECEIVED", "NotAnInvoice", "World", "an_invoice_image"]
