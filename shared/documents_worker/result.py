"""What the decoding child hands to its parent, and the refusals it can end with."""

import json
import struct
from dataclasses import astuple, dataclass
from typing import BinaryIO

MAX_SIDE = 2048
MAX_PAGES = 5
MAX_WORDS = 4000


class CannotDecode(Exception):
    """The upload is refused. `reason` is the name of a sentence, `values` what that sentence needs."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


@dataclass(frozen=True)
class Word:
    """A word of a PDF's own text layer, in pixels of its page."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class RawPage:
    """shared.engine.Page, without what it takes long to import."""

    width: int
    height: int
    rgb: bytes
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Decoded:
    """shared.engine.Document, likewise."""

    pages: list[RawPage]
    text: str = ""
    pages_left_out: int = 0
    xml: bytes | None = None
    codes: tuple[str, ...] = ()
    """Texts of QR codes."""
    stated: str | None = None
    """What the XML says, as an InvoiceDraft in JSON."""


def write_decoded(decoded: Decoded, out: BinaryIO) -> None:
    """One JSON header with its length before it, then the pixels of each page, then the XML."""
    header = {
        "pages": [
            {"width": page.width, "height": page.height, "words": [astuple(word) for word in page.words]}
            for page in decoded.pages
        ],
        "text": decoded.text,
        "pages_left_out": decoded.pages_left_out,
        "xml_bytes": len(decoded.xml) if decoded.xml else 0,
        "codes": decoded.codes,
        "stated": decoded.stated,
    }
    _write_header(header, out)
    for page in decoded.pages:
        out.write(page.rgb)
    out.write(decoded.xml or b"")
    out.flush()


def write_refusal(refusal: CannotDecode, out: BinaryIO) -> None:
    _write_header({"refused": refusal.reason, "values": refusal.values}, out)
    out.flush()


def _write_header(header: dict[str, object], out: BinaryIO) -> None:
    body = json.dumps(header).encode()
    out.write(struct.pack(">I", len(body)) + body)
