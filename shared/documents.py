"""Uploads -> Documents: bytes are checked here, opened in a killable child process, and only clean pixels come back."""

import asyncio
import json
import logging
import signal
import struct
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from shared.document_forks import ENVIRONMENT, open_document_forks
from shared.documents_worker.kinds import MAX_XML_BYTES, Kind, kind_of
from shared.engine import Document, Page, TextBox
from shared.errors import TemporaryFailure
from shared.invoices import InvoiceDraft
from shared.sentences.names import Sentence

logger = logging.getLogger(__name__)

MAX_PICTURE_BYTES = 16 * 1024 * 1024
MAX_PDF_BYTES = 10 * 1024 * 1024
TIME_LIMIT_S = 60.0  # the child's CPU has a limit of its own; on a busy machine it may wait long for its turn
_AT_ONCE = 2
_EXTENSIONS = {Kind.JPEG: "jpg", Kind.TIFF: "tif", Kind.HEIF: "heic"}
_CONTENT_TYPES = {Kind.PDF: "application/pdf", Kind.XML: "application/xml", Kind.HEIF: "image/heic"}
_BY_LIMIT = (-signal.SIGXCPU, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGBUS, -signal.SIGILL)


class DocumentProblem(Exception):
    """The sender can fix this: `sentence` and its `values` say how, in whatever language they write."""

    def __init__(self, sentence: Sentence, **values: object) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.values = values


class Decoder:
    """Opens a few documents at a time, each in a process of its own that may be killed."""

    def __init__(
        self, *, at_once: int = _AT_ONCE, time_limit_s: float = TIME_LIMIT_S, ask: "AskChild | None" = None
    ) -> None:
        self._turn = asyncio.Semaphore(at_once)
        self._time_limit_s = time_limit_s
        self._ask = ask or ask_one_child

    async def decode(self, data: bytes, declared_type: str = "") -> Document:
        """Raises DocumentProblem when the upload is at fault, TemporaryFailure when someone else stopped the child."""
        kind = check_bytes(data)
        if declared_type and declared_type.split(";")[0].strip() != content_type(kind):
            logger.info("upload is not what it was declared as", extra={"kind": kind.value})
        async with self._turn:
            return parse_answer(_answer_of(*await self._in_time(data)))

    async def _in_time(self, data: bytes) -> tuple[int, bytes]:
        try:
            async with asyncio.timeout(self._time_limit_s):
                return await self._ask(data)
        except TimeoutError:
            raise TemporaryFailure("the decoder got too little time: the machine is busy") from None


AskChild = Callable[[bytes], Awaitable[tuple[int, bytes]]]
"""Upload -> exit code and answer of the child that opened it; cancelled, it leaves no child."""


async def ask_one_child(data: bytes) -> tuple[int, bytes]:
    """A new interpreter, for callers that open few documents."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-m", "shared.documents_worker"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=ENVIRONMENT,
        start_new_session=True,  # Ctrl-C on a terminal must not look like a damaged file
    )
    try:
        answer, _ = await child.communicate(data)
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return child.returncode or 0, answer


@asynccontextmanager
async def open_decoder() -> AsyncIterator[Decoder]:
    """For a service: its decoding children are forks of one that has everything loaded, where that is safe.

    On macOS the system's own libraries, which PDFium draws with, must not be used after a fork."""
    if sys.platform == "darwin":
        yield Decoder()
        return
    async with open_document_forks() as forks:
        yield Decoder(ask=forks.ask)


async def decode(data: bytes, declared_type: str = "") -> Document:
    """For callers that read one document: commands and tests."""
    return await Decoder().decode(data, declared_type)


def check_bytes(data: bytes) -> Kind:
    """What needs no parsing: something is there, it is a kind we read, and it is not too large."""
    if not data:
        raise DocumentProblem(Sentence.FILE_EMPTY)
    kind = kind_of(data)
    if kind is None:
        raise DocumentProblem(Sentence.FILE_TYPE_UNKNOWN)
    most = {Kind.PDF: MAX_PDF_BYTES, Kind.XML: MAX_XML_BYTES}.get(kind, MAX_PICTURE_BYTES)
    if len(data) > most:
        raise DocumentProblem(Sentence.FILE_TOO_LARGE, limit=f"{most // 1_000_000} MB")
    return kind


def content_type(kind: Kind) -> str:
    return _CONTENT_TYPES.get(kind, f"image/{kind.value.lower()}")


def extension(kind: Kind) -> str:
    return _EXTENSIONS.get(kind, kind.value.lower())


EXTENSIONS = tuple(extension(kind) for kind in Kind)


def _answer_of(exit_code: int, answer: bytes) -> bytes:
    if exit_code == 0 and answer:
        return answer
    logger.info("the decoder did not answer", extra={"exit_code": exit_code})
    if exit_code > 0 or exit_code in _BY_LIMIT:
        raise DocumentProblem(Sentence.FILE_UNREADABLE)
    raise TemporaryFailure("the decoder was stopped")


def parse_answer(answer: bytes) -> Document:
    """The child's header names the sizes of the pixels that follow it; see documents_worker/result.py."""
    (header_bytes,) = struct.unpack_from(">I", answer)
    at = 4 + header_bytes
    header = json.loads(answer[4:at])
    if reason := header.get("refused"):
        raise DocumentProblem(Sentence(reason), **header["values"])
    pages = []
    for page in header["pages"]:
        size = 3 * page["width"] * page["height"]
        words = tuple(TextBox(*word) for word in page["words"])
        pages.append(Page(page["width"], page["height"], answer[at : at + size], words))
        at += size
    xml = answer[at : at + header["xml_bytes"]] or None
    stated = InvoiceDraft.model_validate_json(header["stated"]) if header["stated"] else None
    return Document(tuple(pages), header["text"], header["pages_left_out"], xml, tuple(header["codes"]), stated)
