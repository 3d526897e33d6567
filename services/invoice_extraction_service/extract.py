"""`python main.py extract FILE...`: reads documents with the configured engine; needs no server."""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from shared.documents import MAX_PICTURE_BYTES, Decoder, DocumentProblem, open_decoder
from shared.engine import Engine, ReadResult
from shared.errors import FintrakError
from shared.invoices import InvoiceDraft, NotAnInvoice
from shared.open_engine import open_engine
from shared.replies import Sentence, say
from shared.safe_naming import InvoiceField, Language
from shared.settings import EngineSettings

Result = dict[str, object]

_FIELDS = (
    InvoiceField.INVOICE_DATE,
    InvoiceField.EXPENSE_AMOUNT,
    InvoiceField.VAT,
    InvoiceField.PAYEE_NAME,
    InvoiceField.PAYMENT_METHOD,
    InvoiceField.CURRENCY,
)


async def extract(paths: Sequence[str], engine_settings: EngineSettings, as_json: bool, out: TextIO) -> int:
    """One line (or one block) per file in the order given; a file that is refused has its reason in its line."""
    async with open_decoder() as decoder, open_engine(engine_settings, patience=1) as engine:
        for path in paths:
            result = await read_file(path, decoder, engine)
            out.write(json.dumps(result, ensure_ascii=False) + "\n" if as_json else _block(result))
            out.flush()
    return 0


async def read_file(path: str, decoder: Decoder, engine: Engine) -> Result:
    """Never raises for the file's sake: what is wrong with it is its `error`."""
    try:
        data = await asyncio.to_thread(_bytes_of, path)
    except OSError as error:
        return as_line(path, engine, error=f"cannot open the file: {error.strerror}")
    try:
        document = await decoder.decode(data)
        read = await engine.read_invoice(document, today=_today())
    except DocumentProblem as problem:
        return as_line(path, engine, error=say(problem.sentence, Language.ENGLISH, **problem.values))
    except FintrakError as error:
        return as_line(path, engine, error=str(error))
    unknown = isinstance(read.reading, NotAnInvoice) and read.reading.letters_unknown
    return as_line(path, engine, read, error=say(Sentence.LETTERS_UNKNOWN, Language.ENGLISH) if unknown else None)


def _bytes_of(path: str) -> bytes:
    """Of a file that is too large one byte more than may be, which is enough to refuse it."""
    with Path(path).open("rb") as file:
        return file.read(MAX_PICTURE_BYTES + 1)


def as_line(path: str, engine: Engine, read: ReadResult | None = None, *, error: str | None = None) -> Result:
    """The keys other programs rely on, in a fixed order; amounts as strings so that no cent is lost."""
    draft = read.reading if read and isinstance(read.reading, InvoiceDraft) else None
    values = draft.model_dump(mode="json") if draft else {}
    return {
        "file": path,
        "is_invoice": draft is not None,
        **{str(name): values.get(name) for name in _FIELDS},
        "engine": str(read.engine if read else engine.name),
        "doubtful": sorted(draft.doubtful) if draft else [],
        "error": error,
    }


def _block(result: Result) -> str:
    """The same for people."""
    if error := result["error"]:
        return f"{result['file']}: {error}\n"
    if not result["is_invoice"]:
        return f"{result['file']}: {say(Sentence.NOT_AN_INVOICE, Language.ENGLISH)}\n"
    doubtful = str(result["doubtful"])
    lines = [
        f"  {name:<15} {'-' if result[name] is None else result[name]}{' (doubtful)' if name in doubtful else ''}"
        for name in map(str, _FIELDS)
    ]
    return "\n".join([f"{result['file']} (read by the {result['engine']} engine):", *lines, ""])


def _today() -> date:
    return datetime.now(UTC).date()
