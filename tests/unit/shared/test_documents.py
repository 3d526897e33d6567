"""What can be said about an upload before anything opens it, and what comes back from the child that did."""

import io
import struct
from decimal import Decimal

import pytest

from shared.documents import DocumentProblem, check_bytes, content_type, extension, parse_answer
from shared.documents_worker.kinds import Kind, kind_of
from shared.documents_worker.result import CannotDecode, Decoded, RawPage, Word, write_decoded, write_refusal
from shared.engine import Document, Page, TextBox
from shared.invoices import InvoiceDraft
from shared.safe_naming import InvoiceField
from shared.sentences.names import Sentence


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param(b"\xff\xd8\xff\xe0", Kind.JPEG, id="jpeg"),
        pytest.param(b"\x89PNG\r\n\x1a\n", Kind.PNG, id="png"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBP", Kind.WEBP, id="webp"),
        pytest.param(b"GIF89a", Kind.GIF, id="gif"),
        pytest.param(b"II*\x00", Kind.TIFF, id="tiff"),
        pytest.param(b"\x00\x00\x00\x18ftypheic", Kind.HEIF, id="heic"),
        pytest.param(b"\x00\x00\x00\x18ftypavif", Kind.AVIF, id="avif"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", None, id="film"),
        pytest.param(b"junk before %PDF-1.7", Kind.PDF, id="pdf-after-junk"),
        pytest.param(b'<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="x">', Kind.XML, id="e-invoice"),
        pytest.param(b"<svg onload='x'/>", None, id="svg"),
        pytest.param(b"<html>Invoice</html>", None, id="html"),
        pytest.param(b"PK\x03\x04", None, id="zip"),
        pytest.param(b"MZ\x90\x00", None, id="program"),
    ],
)
def test_the_bytes_say_what_it_is(head: bytes, kind: Kind | None) -> None:
    assert kind_of(head) is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", Sentence.FILE_EMPTY, id="empty"),
        pytest.param(b"PK\x03\x04", Sentence.FILE_TYPE_UNKNOWN, id="zip"),
        pytest.param(b"\xff\xd8\xff" + bytes(16 * 1024 * 1024), Sentence.FILE_TOO_LARGE, id="photo-of-17-MB"),
        pytest.param(b"%PDF-" + bytes(10 * 1024 * 1024), Sentence.FILE_TOO_LARGE, id="pdf-of-11-MB"),
    ],
)
def test_what_is_refused_unopened(data: bytes, sentence: Sentence) -> None:
    with pytest.raises(DocumentProblem) as problem:
        check_bytes(data)
    assert problem.value.sentence is sentence


def test_a_file_is_stored_under_what_it_is() -> None:
    assert (content_type(Kind.JPEG), extension(Kind.JPEG)) == ("image/jpeg", "jpg")
    assert (content_type(Kind.PDF), extension(Kind.PDF)) == ("application/pdf", "pdf")


def test_pages_words_and_xml_come_back_as_they_were_sent() -> None:
    page = RawPage(2, 1, b"abcdef", (Word("total", 0, 0, 1, 1),))
    out = io.BytesIO()
    said = InvoiceDraft(expense_amount=Decimal("1.10"), doubtful=frozenset({InvoiceField.VAT}))
    rest = ("total", 3, b"<Invoice/>", ("BCD",))
    write_decoded(Decoded([page, RawPage(1, 1, b"xyz")], *rest, said.model_dump_json()), out)
    first = Page(2, 1, b"abcdef", (TextBox("total", 0, 0, 1, 1),))
    assert parse_answer(out.getvalue()) == Document((first, Page(1, 1, b"xyz")), *rest, said)


def test_a_refusal_comes_back_as_the_sentence_to_say() -> None:
    out = io.BytesIO()
    write_refusal(CannotDecode("file_too_large", limit="40 megapixels"), out)
    with pytest.raises(DocumentProblem) as problem:
        parse_answer(out.getvalue())
    assert (problem.value.sentence, problem.value.values) == (Sentence.FILE_TOO_LARGE, {"limit": "40 megapixels"})


def test_every_reason_the_child_can_give_is_a_sentence() -> None:
    reasons = ["file_type_unknown", "file_unreadable", "file_too_large", "could_not_read", "pdf_encrypted"]
    assert [str(Sentence(reason)) for reason in reasons] == reasons


def test_the_header_is_framed_by_its_length() -> None:
    out = io.BytesIO()
    write_refusal(CannotDecode("file_unreadable"), out)
    assert struct.unpack_from(">I", out.getvalue())[0] == len(out.getvalue()) - 4
