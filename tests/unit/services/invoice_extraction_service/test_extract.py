"""Files on a disk are as unreliable as uploads: whatever is wrong with one is said in its line."""

import struct
from pathlib import Path

import pytest

from services.invoice_extraction_service.extract import read_file
from shared.documents import MAX_PICTURE_BYTES, Decoder
from shared.engine import Document
from shared.errors import FintrakError, TemporaryFailure
from shared.invoices import NotAnInvoice, Reading
from tests.unit.services.invoice_extraction_service.fakes import JPEG, FakeEngine

NOTHING_DRAWN = b'{"pages": [], "text": "", "pages_left_out": 0, "xml_bytes": 0, "codes": [], "stated": null}'


async def opened(upload: bytes) -> tuple[int, bytes]:
    return 0, struct.pack(">I", len(NOTHING_DRAWN)) + NOTHING_DRAWN


async def damaged(upload: bytes) -> tuple[int, bytes]:
    return 1, b""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(JPEG)
    return path


async def test_an_invoice_is_a_line_with_every_field(photo: Path) -> None:
    line = await read_file(str(photo), Decoder(ask=opened), FakeEngine([]))
    assert line == {
        "file": str(photo),
        "is_invoice": True,
        "invoice_date": "2026-03-01",
        "expense_amount": "12.10",
        "vat": "2.10",
        "payee_name": "Sol",
        "payment_method": None,
        "currency": None,
        "engine": "gpt",
        "doubtful": [],
        "error": None,
    }


async def test_a_file_that_was_deleted_meanwhile_has_its_reason_in_its_line(tmp_path: Path) -> None:
    line = await read_file(str(tmp_path / "gone.jpg"), Decoder(ask=opened), FakeEngine([]))
    assert line["error"] == "cannot open the file: No such file or directory"
    assert (line["is_invoice"], line["expense_amount"]) == (False, None)


async def test_a_folder_is_no_file(tmp_path: Path) -> None:
    line = await read_file(str(tmp_path), Decoder(ask=opened), FakeEngine([]))
    assert line["error"] == "cannot open the file: Is a directory"


class Weighing(Decoder):
    """Keeps the size of what it was given."""

    weight = 0

    async def decode(self, data: bytes, declared_type: str = "") -> Document:
        self.weight = len(data)
        return await super().decode(data, declared_type)


async def test_of_a_huge_file_no_more_is_read_than_it_takes_to_refuse_it(photo: Path) -> None:
    with photo.open("r+b") as file:
        file.truncate(3 * MAX_PICTURE_BYTES)
    decoder = Weighing(ask=opened)
    line = await read_file(str(photo), decoder, FakeEngine([]))
    assert "under 16 MB" in str(line["error"])
    assert decoder.weight < 2 * MAX_PICTURE_BYTES


async def test_a_damaged_file_says_so_in_the_words_of_the_chat(photo: Path) -> None:
    line = await read_file(str(photo), Decoder(ask=damaged), FakeEngine([]))
    assert "damaged" in str(line["error"])


@pytest.mark.parametrize(
    ("reading", "error"),
    [
        pytest.param(TemporaryFailure("OCR took too long"), "OCR took too long", id="later"),
        pytest.param(FintrakError("the model's server answered 400"), "the model's server answered 400", id="never"),
        pytest.param(NotAnInvoice(), None, id="no-invoice"),
    ],
)
async def test_what_the_engine_could_not_read_is_no_invoice(
    photo: Path, reading: Reading | Exception, error: str | None
) -> None:
    line = await read_file(str(photo), Decoder(ask=opened), FakeEngine([], [reading]))
    assert (line["is_invoice"], line["error"], line["payee_name"]) == (False, error, None)


async def test_letters_the_engine_does_not_know_are_named(photo: Path) -> None:
    line = await read_file(str(photo), Decoder(ask=opened), FakeEngine([], [NotAnInvoice(letters_unknown=True)]))
    assert "Latin script only" in str(line["error"])
