"""Uploads through forks of one child: the same answers as from a child each, and nothing left whatever happens."""

import asyncio
import io
import os
from collections.abc import AsyncIterator

import psutil
import pytest
from PIL import Image

from shared.document_forks import DocumentForks, open_document_forks
from shared.documents import Decoder, DocumentProblem, decode
from shared.errors import TemporaryFailure
from shared.sentences.names import Sentence
from tests.integration.test_documents import INVOICE_XML, a_pdf, a_picture


@pytest.fixture
async def forks() -> AsyncIterator[DocumentForks]:
    async with open_document_forks() as opened:
        yield opened
    assert family() == []


def family() -> list[psutil.Process]:
    """The child and its forks; a service that another test left running has a family of its own."""
    found = []
    for process in psutil.Process().children():
        try:
            if "shared.documents_worker.forks" in process.cmdline():
                found += [process, *process.children()]
        except psutil.Error:
            continue
    return found


async def a_fork() -> psutil.Process:
    async with asyncio.timeout(60):
        while len(found := family()) < 2:  # noqa: ASYNC110 - the kernel tells nobody
            await asyncio.sleep(0)
    return found[1]


async def no_fork() -> None:
    async with asyncio.timeout(60):
        while len(family()) > 1:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def a_large_picture() -> bytes:
    """Takes a while to open."""
    out = io.BytesIO()
    Image.frombytes("L", (3000, 3000), os.urandom(9_000_000)).save(out, "PNG", compress_level=1)
    return out.getvalue()


async def test_every_kind_is_answered_as_by_a_child_of_its_own(forks: DocumentForks) -> None:
    decoder = Decoder(ask=forks.ask)
    for upload in (
        a_picture("JPEG"),
        a_picture("WEBP"),
        a_picture("TIFF", "1"),
        a_pdf("Grand total 12.50"),
        INVOICE_XML,
    ):
        assert await decoder.decode(upload) == await decode(upload)


async def test_several_uploads_at_once_get_their_own_answers(forks: DocumentForks) -> None:
    decoder = Decoder(at_once=4, ask=forks.ask)
    documents = await asyncio.gather(*(decoder.decode(a_pdf(f"Invoice {number}")) for number in range(8)))
    assert [document.text.strip() for document in documents] == [f"Invoice {number}" for number in range(8)]
    assert len(family()) == 1


async def test_what_cannot_be_opened_is_refused_and_the_next_is_read(forks: DocumentForks) -> None:
    decoder = Decoder(ask=forks.ask)
    for bad in (b"%PDF-1.7\n", a_picture("JPEG")[:900]):
        with pytest.raises(DocumentProblem) as problem:
            await decoder.decode(bad)
        assert problem.value.sentence is Sentence.FILE_UNREADABLE
    assert len((await decoder.decode(a_picture("PNG"))).pages) == 1


async def test_a_fork_that_gets_no_time_is_killed(forks: DocumentForks) -> None:
    await Decoder(ask=forks.ask).decode(a_picture("PNG"))
    with pytest.raises(TemporaryFailure):
        await Decoder(ask=forks.ask, time_limit_s=0.05).decode(a_large_picture())
    await no_fork()


async def test_a_reading_that_is_cancelled_leaves_no_fork(forks: DocumentForks) -> None:
    reading = asyncio.create_task(Decoder(ask=forks.ask).decode(a_large_picture()))
    await a_fork()
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    await no_fork()


async def test_a_fork_killed_from_outside_is_tried_again_later(forks: DocumentForks) -> None:
    reading = asyncio.create_task(Decoder(ask=forks.ask).decode(a_large_picture()))
    (await a_fork()).kill()
    with pytest.raises(TemporaryFailure):
        await reading


async def test_a_child_that_died_is_replaced(forks: DocumentForks) -> None:
    decoder = Decoder(ask=forks.ask)
    await decoder.decode(a_picture("PNG"))
    (child,) = family()
    child.kill()
    async with asyncio.timeout(60):
        while True:
            try:
                document = await decoder.decode(a_picture("PNG"))
            except TemporaryFailure:
                continue
            break
    assert len(document.pages) == 1
    assert [process.pid for process in family()] != [child.pid]


async def test_the_child_knows_no_secret(forks: DocumentForks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "secret")
    await Decoder(ask=forks.ask).decode(a_picture("PNG"))
    assert set(family()[0].environ()) <= {"PYTHONPATH", "PATH", "LANG", "LC_CTYPE", "GLIBC_TUNABLES"}
