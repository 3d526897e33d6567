"""Recording stand-ins for what the query generator works with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

from services.query_generator_service.files import FileMaker
from services.query_generator_service.lookup import Lookup
from services.query_generator_service.parse_query import QueryAnswering
from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.gpt_errors import before_paid_call
from shared.messages import Question, Reply
from shared.safe_naming import EngineName, Language, ReadStep
from shared.tables import QueryRefused, Table
from tests.fakes.spending import FakeBills

SENDER = "whatsapp:+34611222333"
RECEIVED_AT = datetime(2026, 3, 15, 9, 30, tzinfo=UTC)
TOTAL = "SELECT currency, SUM(expense_amount) AS total, COUNT(*) AS invoices FROM invoices GROUP BY currency"
LISTED = "SELECT invoice_id, invoice_date, payee_name, expense_amount, currency FROM invoices"


def a_question(text: str = "How much did I spend?", *, language: Language = Language.ENGLISH) -> Question:
    return Question(message_id="SM1", sender=SENDER, text=text, language=language, received_at=RECEIVED_AT)


def a_draft(sql: str = TOTAL, *, engine: EngineName = EngineName.GPT, **more: Any) -> SqlDraft:  # noqa: ANN401
    return SqlDraft(sql=sql, engine=engine, **{"measure": "total", **more})


class FakeWriter:
    """Answers in turn; a paid engine announces each call."""

    def __init__(self, *answers: SqlDraft | CannotAnswer, name: EngineName = EngineName.GPT) -> None:
        self.name = name
        self._answers = list(answers)
        self.requests: list[SqlRequest] = []

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        await before_paid_call("gpt", 0.01)
        self.requests.append(request)
        return self._answers.pop(0)


class FakeRows:
    """Gives a table to every statement but those that hold `refuse`."""

    def __init__(self, table: Table, *, refuse: str = "\x00") -> None:
        self._table = table
        self._refuse = refuse
        self.asked: list[tuple[str, str]] = []

    async def fetch(self, safe_sql: str, sender: str, *, row_cap: int = 1000, byte_cap: int = 1) -> Table:
        self.asked.append((safe_sql, sender))
        if self._refuse in safe_sql:
            raise QueryRefused("the database refused the statement")
        return self._table


class FakeRecords(FakeBills):
    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, int], dict[str, Any]] = {}
        self.queries: list[dict[str, Any]] = []
        self.paid = 0
        self.deleted = 0
        self.doomed: list[str] = []

    @asynccontextmanager
    async def reading(self, message_id: str) -> AsyncIterator[None]:
        yield

    async def remember_user(self, sender: str, profile_name: str, received_at: datetime) -> None:
        return None

    async def deleted_invoices(self, sender: str, start: date | None, end: date | None) -> int:
        return self.deleted

    async def recent_questions(self, sender: str, before: datetime) -> tuple[str, ...]:
        return tuple(query["text"] for query in self.queries)

    async def outcome(self, message_id: str, media_index: int, step: ReadStep) -> dict[str, Any] | None:
        return self.kept.get((message_id, media_index))

    async def keep_outcome(
        self, message_id: str, media_index: int, step: ReadStep, outcome: dict[str, Any], *, sender: str | None = None
    ) -> dict[str, Any]:
        return self.kept.setdefault((message_id, media_index), outcome)

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int:
        self.paid += 1
        return self.paid

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None:
        self.paid -= 1

    async def doom_file(self, object_key: str) -> None:
        self.doomed.append(object_key)

    async def payee_names(self, sender: str) -> tuple[str, ...]:
        return ("Shell", "Uber")

    async def add_query_once(self, **query: Any) -> int:  # noqa: ANN401
        self.queries.append(query)
        return 1


class FakeStore:
    def __init__(self) -> None:
        self.put_: dict[str, tuple[bytes, str, str | None]] = {}

    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None:
        self.put_[key] = (data, content_type, filename)


class FakeReplies:
    def __init__(self) -> None:
        self.published: list[Reply] = []

    async def publish(self, message: Reply) -> None:
        self.published.append(message)


class Service:
    """QueryAnswering with everything around it in reach."""

    def __init__(self, writer: FakeWriter, rows: FakeRows) -> None:
        self.writer, self.rows = writer, rows
        self.records, self.store, self.replies = FakeRecords(), FakeStore(), FakeReplies()
        self.answering = QueryAnswering(
            lookup=Lookup(writer, rows),
            records=self.records,
            files=FileMaker(
                self.store, now=lambda: RECEIVED_AT, make_link=lambda key: f"https://fintrak.example/media/{key}"
            ),
            replies=self.replies,
            today=lambda _sender, _received_at: (date(2026, 3, 15), "Europe/Madrid"),
        )

    @property
    def reply(self) -> Reply:
        return self.replies.published[-1]
