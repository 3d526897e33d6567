"""Damaged files of every kind: each ends as clean pages or as a sentence for its sender, and the next one is read.

A few for every run; `make fuzz` sends 2,000 through decoding and 30 on through OCR.
"""

import asyncio
import io
import os
import random
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from PIL import Image

from services.whatsapp_sandbox.synthetic.drawing import file_of
from services.whatsapp_sandbox.synthetic.papers import paper
from shared.documents import Decoder, DocumentProblem, open_decoder
from shared.documents_worker.result import MAX_PAGES, MAX_SIDE
from shared.engine import Document
from shared.local_engine.engine import LocalEngine
from shared.local_engine.reading.ocr.process import OcrProcess

LONG = os.environ.get("FINTRAK_FUZZ") == "long"
FILES, READ = (2_000, 30) if LONG else (40, 3)
SEED = 20260315
XML = (
    b'<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>7</ID>'
    b"<LegalMonetaryTotal><PayableAmount>12.10</PayableAmount></LegalMonetaryTotal></Invoice>"
)


@cache
def whole_files() -> tuple[bytes, ...]:
    """One of each kind, small enough to be damaged often."""
    letter = next(seed for seed in range(100) if paper(seed).wide and file_of(paper(seed), seed)[0] == "pdf")
    receipt = Image.open(io.BytesIO(file_of(paper(3), 3)[1]))
    receipt.thumbnail((420, 420))
    files = [file_of(paper(letter), letter)[1], XML]
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF"):
        out = io.BytesIO()
        receipt.save(out, kind)
        files.append(out.getvalue())
    return tuple(files)


def flipped(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    part = data[start : start + chance.randint(1, 4_000)]
    return data[:start] + part * chance.randint(2, 30) + data[start:]


def enlarged(data: bytes, chance: random.Random) -> bytes:
    """Sizes and counts stand near the beginning."""
    at = chance.randrange(min(400, len(data)))
    return data[:at] + b"\xff" * chance.randint(1, 8) + data[at + 4 :]


def crossed(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(whole_files())
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, repeated, enlarged, crossed)


@pytest.fixture(scope="module")
def damaged() -> list[bytes]:
    chance, files = random.Random(SEED), whole_files()  # noqa: S311 - the same files every time
    return [chance.choice(DAMAGES)(files[number % len(files)], chance) for number in range(FILES)]


async def fate(decoder: Decoder, data: bytes) -> Document | None:
    """None when it was refused; anything but a refusal that says why is an error of ours."""
    try:
        return await decoder.decode(data)
    except DocumentProblem:
        return None


async def test_damaged_files_become_bounded_pages_or_are_refused(damaged: list[bytes]) -> None:
    async with open_decoder() as decoder:
        fates = await asyncio.gather(*(fate(decoder, data) for data in damaged))
    opened = [document for document in fates if document]
    assert opened
    assert len(opened) < len(damaged)
    pages = [page for document in opened for page in document.pages]
    assert max(len(document.pages) for document in opened) <= MAX_PAGES
    assert max(max(page.width, page.height) for page in pages) <= MAX_SIDE
    assert all(len(page.rgb) == 3 * page.width * page.height for page in pages)


async def test_what_damaged_files_look_like_is_read_without_harm(damaged: list[bytes]) -> None:
    decoder, ocr = Decoder(), OcrProcess(threads=1)
    engine = LocalEngine(ocr)
    kinds = {"invoice", "not_an_invoice"}
    try:
        for data in damaged[:READ]:
            document = await fate(decoder, data) or Document(())
            result = await engine.read_invoice(document, today=date(2026, 3, 15))
            assert result.reading.kind in kinds
        whole = await decoder.decode(file_of(paper(3), 3)[1])
        assert (await engine.read_invoice(whole, today=date(2026, 3, 15))).reading.kind == "invoice"
    finally:
        await ocr.close()
