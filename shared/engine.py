"""What reads invoices and writes SQL: the protocol both engines fulfil, and what goes in and out of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict

from shared.invoices import InvoiceDraft, Reading
from shared.safe_naming import EngineName, Language, StandIn


@dataclass(frozen=True)
class TextBox:
    """Text and where it stands, in pixels of its page; `confidence` is 1 where no OCR was needed."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True)
class Page:
    """Clean pixels, upright, 8-bit RGB, `3 * width * height` bytes, longest side at most 2,048.

    `words` is the text layer a PDF brought along; pictures have none.
    """

    width: int
    height: int
    rgb: bytes
    words: tuple[TextBox, ...] = ()


@dataclass(frozen=True)
class Document:
    """A checked and decoded upload. `text` is the PDF's own text layer; `pages_left_out` were over the cap."""

    pages: tuple[Page, ...]
    text: str = ""
    pages_left_out: int = 0
    xml: bytes | None = None
    """An e-invoice found inside the PDF or sent alone (Factur-X, UBL, CII)."""
    codes: tuple[str, ...] = ()
    """Texts of the QR codes on its pages; data like everything else."""
    stated: InvoiceDraft | None = None
    """What the e-invoice says, exactly; None when it is none after all."""


class Usage(BaseModel):
    """What a paid call cost; None where the server did not say."""

    model_config = ConfigDict(frozen=True)

    model: str
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    request_id: str | None = None


class ReadResult(BaseModel):
    """Kept as JSON in `reads` before it is used."""

    model_config = ConfigDict(frozen=True)

    reading: Reading
    engine: EngineName
    usage: Usage | None = None
    stood_in: StandIn | None = None
    """Set when the configured model could not be asked and the local engine read instead."""


class SqlRequest(BaseModel):
    """`today` is the user's own date; `payees` their payee names as data, never as instructions."""

    model_config = ConfigDict(frozen=True)

    text: str
    today: date
    language: Language
    payees: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    """What the same person asked in the minutes before, oldest first: `and in March?` goes on from there."""
    failed_sql: str | None = None
    """Set for the one attempt to repair: what was written before, and why it could not be run."""
    failed_because: str | None = None


class Period(BaseModel):
    """Both ends included; None is open."""

    model_config = ConfigDict(frozen=True)

    start: date | None = None
    end: date | None = None


Measure = Literal[
    "total",
    "count",
    "average",
    "median",
    "share",
    "comparison",
    "largest",
    "smallest",
    "vat",
    "list",
    "breakdown",
    "other",
]


class SqlDraft(BaseModel):
    """SQL as the engine wrote it: not yet safe, and not yet limited to the sender's rows.

    `sql` answers the question; `invoices_sql` selects the invoices it was computed from, with the columns of
    `invoices` an accountant wants, for the workbook (None when `sql` already lists invoices). `measure` says
    what the figure is, `period` and `filters` what was counted, in the user's language where the engine can.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["sql"] = "sql"
    sql: str
    invoices_sql: str | None = None
    undated_sql: str | None = None
    """Counts what the period left out for want of a date; one row, one number."""
    nearest_sql: str | None = None
    """One row (before, after): the days nearest to the period that have what the filters ask for."""
    measure: Measure = "other"
    per: Literal["day", "week", "month", "quarter", "year"] | None = None
    """An average per what."""
    adds_up: bool = False
    """The rows of a breakdown are all there are, so that their figures add up to the whole."""
    shown: tuple[str, ...] = ()
    """Columns of listed invoices that the chat shows besides day, payee and amount."""
    unknown_payee: str | None = None
    """A name that is none of the user's payees, as the user wrote it."""
    period: Period | None = None
    filters: tuple[str, ...] = ()
    engine: EngineName
    usage: Usage | None = None
    stood_in: StandIn | None = None


WhyNot = Literal["off_topic", "not_understood", "not_allowed", "not_recorded", "failed"]


class CannotAnswer(BaseModel):
    """Off topic, a write, others' data, not understood, or a failure of ours: `why` picks the sentence for the user."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["cannot_answer"] = "cannot_answer"
    why: WhyNot
    engine: EngineName
    usage: Usage | None = None


class Engine(Protocol):
    """Raises TemporaryFailure when it may work later, Refused never: a refusal of the model is a value."""

    name: EngineName

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult: ...

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer: ...
