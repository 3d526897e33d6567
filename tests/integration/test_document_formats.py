"""Each way a phone, a scanner or an office writes a document: it becomes upright pages of what a person would see."""

import base64
import io

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from shared.documents import DocumentProblem, decode
from shared.engine import Document
from shared.sentences.names import Sentence
from tests.integration.test_documents import INVOICE_XML, a_pdf

HEIC = (
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUNtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFnAAEAAAAAAAAAoAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA"
    "AGh2YzEAAAAAw2lwcnAAAAClaXBjbwAAAHlodmNDAQNwAAAAAAAAAAAAPPAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAPLoCQCEAAQAsQgEBA3AAAAMAkAAAAwAAAwA8oAmIBkd+W6kkprm4EBAwIAAAAwAgAAADACEiAAEAB0QBwXKwYkAAAAAUaXNw"
    "ZQAAAAAAAAEsAAABkAAAABBwaXhpAAAAAAMICAgAAAAWaXBtYQAAAAAAAAABAAEDgQKDAAAAqG1kYXQAAACcKAGvU5vrxxhhoPiB"
    "kl8X+t0LgdmycUSL4YCySB9HL4x6EesMIeTH5v6tl7tlcO2IABuC6F1ouiUCEcLqIVeBvu7HMBOdVzeL1qYP+NByyJXL5Sz27nyt"
    "gauyMndAvkVHhoN6G/75BxRD5LGAme0Glk99GA2qMg6daK0boH877GFZkyHVgAAKKIcAAAMAAbcAAAMAABAwAAADAAEr"
)
"""The picture below, as `heif-enc` of libheif writes it."""


def a_drawing(mode: str = "RGB") -> Image.Image:
    """White, 300 by 400, with a black bar in its upper part."""
    drawing = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(drawing).rectangle((50, 50, 250, 100), fill="black")
    return drawing.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int, angle: int) -> bytes:
    """Stored turned, with the note that says how to turn it back."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(a_drawing().rotate(angle, expand=True), "JPEG", exif=exif)


def film(kind: str) -> bytes:
    later = [Image.new("RGB", (300, 400), colour) for colour in ("red", "blue")]
    return saved(a_drawing(), kind, save_all=True, append_images=later, duration=100)


def black_on_nothing() -> bytes:
    """Black on transparent black: without paper behind it nothing could be read."""
    layer = Image.new("RGBA", (300, 400), (0, 0, 0, 0))
    ImageDraw.Draw(layer).rectangle((50, 50, 250, 100), fill=(0, 0, 0, 255))
    return saved(layer, "PNG")


def transparent_palette() -> bytes:
    palette = a_drawing().quantize(4)
    return saved(palette, "PNG", transparency=palette.getpixel((150, 300)))


def scan(*pages: Image.Image) -> bytes:
    return saved(pages[0], "PDF", save_all=True, append_images=pages[1:], resolution=36)


def a_turned_pdf(written: int, shown: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(600, 600))
    canvas.setPageRotation(shown)
    canvas.translate(300, 300)
    canvas.rotate(written)
    canvas.drawString(-200, 100, "Grand total")
    canvas.drawString(-200, 50, "12.50")
    canvas.save()
    return out.getvalue()


def brightness(document: Document, across: float, down: float) -> int:
    page = document.pages[0]
    return page.rgb[3 * (int(down * page.height) * page.width + int(across * page.width))]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(turned(6, 90), id="photo-turned-right"),
        pytest.param(turned(3, 180), id="photo-on-its-head"),
        pytest.param(turned(8, -90), id="photo-turned-left"),
        pytest.param(saved(a_drawing(), "JPEG", progressive=True), id="progressive"),
        pytest.param(saved(a_drawing("CMYK"), "JPEG"), id="cmyk"),
        pytest.param(saved(a_drawing(), "JPEG")[:-2], id="without-its-end"),
        pytest.param(saved(a_drawing("CMYK"), "JPEG")[:-2], id="cmyk-without-its-end"),
        pytest.param(saved(a_drawing(), "JPEG") + b"more" * 99, id="with-something-behind-it"),
        pytest.param(saved(a_drawing("I;16"), "PNG"), id="sixteen-bits"),
        pytest.param(black_on_nothing(), id="transparent"),
        pytest.param(transparent_palette(), id="transparent-palette"),
        pytest.param(saved(a_drawing(), "WEBP"), id="webp"),
        pytest.param(base64.b64decode(HEIC), id="heic"),
        pytest.param(film("GIF"), id="animated-gif"),
        pytest.param(film("PNG"), id="animated-png"),
        pytest.param(film("WEBP"), id="animated-webp"),
        pytest.param(scan(a_drawing()), id="scanned-pdf"),
    ],
)
async def test_it_becomes_one_upright_page_of_dark_on_light(data: bytes) -> None:
    document = await decode(data)
    (page,) = document.pages
    assert page.width / page.height == pytest.approx(0.75, abs=0.01)
    assert brightness(document, 0.5, 0.19) < 60
    assert brightness(document, 0.5, 0.75) > 200
    assert page.words == ()


@pytest.mark.parametrize("kept", [0.5, 0.9])
async def test_a_photo_that_lacks_more_than_its_end_is_refused(kept: float) -> None:
    noise = Image.effect_noise((300, 400), 60).convert("RGB")
    data = saved(noise, "JPEG")
    with pytest.raises(DocumentProblem) as problem:
        await decode(data[: int(kept * len(data))])
    assert problem.value.sentence is Sentence.FILE_UNREADABLE


async def test_the_pages_of_a_fax_are_read_up_to_the_cap() -> None:
    fax = saved(a_drawing("1"), "TIFF", save_all=True, append_images=[a_drawing("1")] * 6, compression="group4")
    document = await decode(fax)
    assert (len(document.pages), document.pages_left_out) == (5, 2)
    assert brightness(document, 0.5, 0.19) < 60


async def test_a_page_of_a_fax_may_not_be_larger_than_a_picture() -> None:
    bomb = saved(
        a_drawing("1"), "TIFF", save_all=True, append_images=[Image.new("1", (9000, 9000))], compression="group4"
    )
    with pytest.raises(DocumentProblem) as problem:
        await decode(bomb)
    assert problem.value.sentence is Sentence.FILE_TOO_LARGE


async def test_a_scan_of_several_pages_is_read_up_to_the_cap() -> None:
    document = await decode(scan(*[a_drawing()] * 8))
    assert (len(document.pages), document.pages_left_out) == (5, 3)


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("written", [0, 90, 180, 270])
async def test_words_of_a_turned_page_stand_upright(written: int, shown: int) -> None:
    (page,) = (await decode(a_turned_pdf(written, shown))).pages
    first, second, below = page.words
    assert [word.text for word in page.words] == ["Grand", "total", "12.50"]
    assert first.right < second.left
    assert first.top == second.top < second.bottom <= below.top
    assert 4 * (second.bottom - second.top) < page.height


async def test_what_was_filled_into_a_form_is_text_of_its_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawString(60, 700, "Grand total")
    canvas.acroForm.textfield(name="total", value="12.50", x=150, y=696, width=80, height=16)
    canvas.save()
    (page,) = (await decode(out.getvalue())).pages
    grand, _, filled = page.words
    assert filled.text == "12.50"
    assert abs(filled.bottom - grand.bottom) < 30


async def test_a_pdf_of_text_brings_its_words_and_a_picture_for_those_who_want_one() -> None:
    document = await decode(a_pdf("Grand total 12.50"))
    assert "Grand total" in document.text
    assert len(document.pages[0].rgb) == 3 * document.pages[0].width * document.pages[0].height


@pytest.mark.parametrize("declared", ["application/xml", "text/xml; charset=utf-8", "application/octet-stream", ""])
async def test_an_electronic_invoice_is_one_whatever_it_is_declared_as(declared: str) -> None:
    assert (await decode(INVOICE_XML, declared)).xml == INVOICE_XML
