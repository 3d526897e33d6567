"""Uploads through the real decoding child: what comes back, what is refused, and what happens when it is killed."""

import asyncio
import contextlib
import io
import os
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from shared.documents import Decoder, DocumentProblem, decode
from shared.errors import TemporaryFailure
from shared.invoices import InvoiceDraft
from shared.sentences.names import Sentence

INVOICE_XML = (
    b'<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'
    b"<LegalMonetaryTotal><TaxInclusiveAmount>101.4</TaxInclusiveAmount></LegalMonetaryTotal></Invoice>"
)
STATED = InvoiceDraft(expense_amount=Decimal("101.40"))


def a_pdf(*pages: str, password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), encrypt=password, invariant=1)
    for text in pages:
        canvas.drawString(60, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    picture = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(picture).rectangle((50, 50, 250, 100), fill="black")
    out = io.BytesIO()
    picture.convert(mode).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("PNG", "I;16"),
        ("WEBP", "RGB"), ("GIF", "P"), ("TIFF", "1"), ("AVIF", "RGB"),
    ],
)  # fmt: skip
async def test_a_picture_of_every_kind_becomes_a_page(kind: str, mode: str) -> None:
    (page,) = (await decode(a_picture(kind, mode))).pages
    assert (page.width, page.height, len(page.rgb)) == (300, 400, 3 * 300 * 400)
    dark, light = 3 * (75 * 300 + 150), 3 * (300 * 300 + 150)
    assert page.rgb[dark] < 60
    assert page.rgb[light] > 200


async def test_a_pdf_brings_its_words_and_where_they_stand() -> None:
    document = await decode(a_pdf("Grand total 12.50"))
    (page,) = document.pages
    assert [word.text for word in page.words] == ["Grand", "total", "12.50"]
    assert "Grand total 12.50" in document.text
    first = page.words[0]
    assert 0.08 < first.left / page.width < 0.12
    assert 0.14 < first.top / page.height < 0.18


async def test_pages_over_the_cap_are_counted() -> None:
    document = await decode(a_pdf(*(f"page {number}" for number in range(7))))
    assert (len(document.pages), document.pages_left_out) == (5, 2)


async def test_blank_pages_before_the_invoice_do_not_count() -> None:
    document = await decode(a_pdf(*[""] * 6, "Invoice 7"))
    assert document.text.strip() == "Invoice 7"


def with_attachments(pdf: bytes, **attached: bytes) -> bytes:
    with pypdfium2.PdfDocument(pdf) as document:
        for name, data in attached.items():
            document.new_attachment(name).set_data(data)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


async def test_an_invoice_inside_a_pdf_is_found_whatever_its_name() -> None:
    document = await decode(with_attachments(a_pdf("Rechnung"), **{"anything.bin": INVOICE_XML}))
    assert (document.xml, document.stated) == (INVOICE_XML, STATED)


async def test_an_invoice_inside_a_pdf_counts_even_if_nothing_is_drawn() -> None:
    assert (await decode(with_attachments(a_pdf(""), invoice=INVOICE_XML))).stated == STATED


async def test_no_page_is_left_out_of_an_invoice_that_is_inside_a_pdf_as_a_whole() -> None:
    document = await decode(with_attachments(a_pdf(*["General terms"] * 9), invoice=INVOICE_XML))
    assert (document.stated, document.pages_left_out) == (STATED, 0)


@pytest.mark.parametrize("damaged", [INVOICE_XML[:-10], b"", INVOICE_XML.replace(b"101.4", b"")])
async def test_a_damaged_file_inside_a_pdf_does_not_hide_the_invoice_beside_it(damaged: bytes) -> None:
    pdf = with_attachments(a_pdf("Rechnung"), **{"factur-x.xml": damaged, "xrechnung.xml": INVOICE_XML})
    assert (await decode(pdf)).stated == STATED


async def test_with_only_a_damaged_file_inside_a_pdf_its_pages_are_read() -> None:
    document = await decode(with_attachments(a_pdf("Grand total 12.50"), **{"factur-x.xml": INVOICE_XML[:-10]}))
    assert (document.stated, document.text.strip()) == (None, "Grand total 12.50")


async def test_of_two_invoices_inside_a_pdf_the_one_under_a_known_name_is_meant() -> None:
    earlier = INVOICE_XML.replace(b"101.4", b"7")
    pdf = with_attachments(a_pdf("Rechnung"), **{"evidence.xml": earlier, "ZUGFeRD-invoice.xml": INVOICE_XML})
    assert (await decode(pdf)).stated == STATED


async def test_an_electronic_invoice_sent_alone_needs_no_pages() -> None:
    document = await decode(INVOICE_XML, "text/xml")
    assert (document.pages, document.xml, document.stated) == ((), INVOICE_XML, STATED)


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(b"<Invoice>" + b"<a>" * 300_000, id="a-deep-one"),
        pytest.param(b"<Invoice>" + b"<a>" * 300_000 + b"</a>" * 300_000 + b"</Invoice>", id="a-deep-one-that-ends"),
        pytest.param(b"<Invoice " + b" ".join(b'a%d=""' % at for at in range(200_000)) + b"/>", id="attributes"),
        pytest.param(b"<Invoice>" + b"<a/>" * 1_000_000 + b"</Invoice>", id="a-broad-one"),
    ],
)
async def test_an_electronic_invoice_built_to_exhaust_its_reader_harms_nobody(xml: bytes) -> None:
    with contextlib.suppress(DocumentProblem):
        assert (await decode(xml)).stated is None
    assert (await decode(INVOICE_XML)).stated == STATED


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(a_pdf("secret", password="open sesame"), Sentence.PDF_ENCRYPTED, id="encrypted"),
        pytest.param(b"%PDF-1.7\n", Sentence.FILE_UNREADABLE, id="only-a-header"),
        pytest.param(a_pdf(""), Sentence.COULD_NOT_READ, id="blank"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(500), Sentence.FILE_UNREADABLE, id="jpeg-of-noughts"),
        pytest.param(a_picture("JPEG")[:900], Sentence.FILE_UNREADABLE, id="cut-off"),
    ],
)
async def test_what_cannot_be_opened_is_refused_with_its_reason(data: bytes, sentence: Sentence) -> None:
    with pytest.raises(DocumentProblem) as problem:
        await decode(data)
    assert problem.value.sentence is sentence


async def test_a_child_that_gets_no_time_is_gone_and_the_document_tried_again_later() -> None:
    with pytest.raises(TemporaryFailure):
        await Decoder(time_limit_s=0.001).decode(a_picture("PNG"))
    assert children() == []


def test_a_child_that_works_too_long_is_told_so_by_a_signal_of_its_own() -> None:
    spin = "from shared.documents_worker import __main__ as worker; worker.CPU_SECONDS = 1; worker.limit_resources()"
    done = subprocess.run(
        [sys.executable, "-c", f"{spin}\nwhile True: pass"], cwd=Path(__file__).parents[2], check=False
    )
    assert done.returncode == -signal.SIGXCPU


async def test_a_child_killed_from_outside_is_tried_again_later() -> None:
    reading = asyncio.create_task(decode(a_picture("PNG")))
    os.kill(await a_child(), signal.SIGKILL)
    with pytest.raises(TemporaryFailure):
        await reading


async def test_a_reading_that_is_cancelled_leaves_no_child() -> None:
    reading = asyncio.create_task(decode(a_picture("PNG")))
    await a_child()
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    assert children() == []


async def a_child() -> int:
    """The first decoder there is; the kernel tells nobody, so it is asked again and again."""
    async with asyncio.timeout(60):
        while not (found := children()):  # noqa: ASYNC110
            await asyncio.sleep(0)
    return found[0]


def children() -> list[int]:
    """Decoders this process started and that still run."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            command = Path(f"/proc/{pid}/cmdline")
            if command.exists() and b"documents_worker" in command.read_bytes():
                found.append(int(pid))
    return found


async def test_qr_codes_are_read_on_pictures_and_on_pages_of_pdfs() -> None:
    text = "BCD\n002\n1\nSCT\n\nGärtnerei Linde\nDE02120300000000202051\nEUR83.30\n\n\nRechnung 17"
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=5)
    drawn = Image.fromarray(np.asarray(code))
    page = Image.new("RGB", (1200, 1700), "white")
    page.paste(drawn, (600, 1200))
    photo, pdf = io.BytesIO(), io.BytesIO()
    page.rotate(4, fillcolor="white").save(photo, "JPEG")
    page.save(pdf, "PDF")
    assert (await decode(photo.getvalue())).codes == (text,)
    assert (await decode(pdf.getvalue())).codes == (text,)
