"""How the reading of one medium ended: kept in `reads` before it is used, and all a reply is rendered from."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from shared.engine import Usage
from shared.invoices import InvoiceDraft
from shared.safe_naming import EngineName, StandIn
from shared.sentences.names import Sentence


class _Outcome(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Looked(_Outcome):
    """How much of the document was looked at."""

    pages_read: int = 1
    pages_left_out: int = 0


class InvoiceRead(_Looked):
    """An invoice, checked, with its picture in the bucket."""

    kind: Literal["invoice"] = "invoice"
    draft: InvoiceDraft
    engine: EngineName
    usage: Usage | None = None
    stood_in: StandIn | None = None
    object_key: str
    image_sha256: str


class NoInvoice(_Looked):
    """Read, and something else."""

    kind: Literal["not_an_invoice"] = "not_an_invoice"
    engine: EngineName
    usage: Usage | None = None
    stood_in: StandIn | None = None
    object_key: str | None = None
    """Where its picture lies, or lay: it is deleted once this is kept."""


class NotRead(_Outcome):
    """The file cannot be read, for a reason the sender is told. `object_key` as above; None when it was not stored."""

    kind: Literal["refused"] = "refused"
    sentence: Sentence
    values: dict[str, str | int] = {}
    object_key: str | None = None


MediumOutcome = InvoiceRead | NoInvoice | NotRead

_ADAPTER: TypeAdapter[MediumOutcome] = TypeAdapter(Annotated[MediumOutcome, Field(discriminator="kind")])


def outcome_from(kept: dict[str, Any]) -> MediumOutcome:
    return _ADAPTER.validate_python(kept)
