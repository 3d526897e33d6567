"""PDFs -> pages with pixels, the words of their text layer, and an e-invoice that travels inside."""

import contextlib
import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from shared.documents_worker.codes import codes_on
from shared.documents_worker.images import STRIP_RATIO, pages_of
from shared.documents_worker.kinds import MAX_XML_BYTES, Kind, kind_of
from shared.documents_worker.result import MAX_PAGES, MAX_SIDE, MAX_WORDS, CannotDecode, Decoded, RawPage, Word
from shared.documents_worker.statements import stated_in

PAGES_LOOKED_AT = 20
MAX_SCALE = 300 / 72
MAX_CHARS = 20_000
MAX_ATTACHMENTS = 20
STRIP_WIDTH = 900
FINE = 20
_NAMES = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml")


def decode_pdf(data: bytes) -> Decoded:
    """The first pages that are not blank; forms are drawn, scripts never run (this PDFium has no script engine)."""
    try:
        with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
            with contextlib.suppress(pypdfium2.PdfiumError):
                document.init_forms()
            return _decoded(document)
    except pypdfium2.PdfiumError as error:
        reason = "pdf_encrypted" if "password" in str(error).lower() else "file_unreadable"
        raise CannotDecode(reason) from None


def _decoded(document: pypdfium2.PdfDocument) -> Decoded:
    """What an electronic invoice inside says is the whole of it, whatever is drawn and on how many pages."""
    said = stated_in(_invoice_files(document))
    return said if said.stated else _drawn(document, said)


def _drawn(document: pypdfium2.PdfDocument, said: Decoded) -> Decoded:
    pages: list[RawPage] = []
    texts: list[str] = []
    codes: list[str] = []
    printed = 0
    for index in range(min(len(document), PAGES_LOOKED_AT)):
        with contextlib.suppress(pypdfium2.PdfiumError), _as_seen(document, index) as page:
            if pdfium.FPDFPage_CountObjects(page) == 0 and pdfium.FPDFPage_GetAnnotCount(page) == 0:
                continue
            printed += 1
            if len(pages) < MAX_PAGES:
                text, drawn, seen = _page(page)
                codes += seen
                texts.append(text)
                pages += drawn
    if not pages:
        raise CannotDecode("could_not_read" if len(document) else "file_unreadable")
    left_out = printed - len(texts) + max(0, len(document) - PAGES_LOOKED_AT)
    return replace(said, pages=pages[:MAX_PAGES], text="\n".join(texts), pages_left_out=left_out, codes=tuple(codes))


@contextlib.contextmanager
def _as_seen(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    """What was filled into a form, or stamped on, is no text of the page before it becomes part of it."""
    page = document[index]
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY):
            page.close()
            page = document[index]
        _stand_up(page)
        yield page
    finally:
        page.close()


def _stand_up(page: pypdfium2.PdfPage) -> None:
    """A page may be shown with its letters lying or on their heads, as OCR would notice; their angles run clockwise."""
    turns: Counter[int] = Counter()
    with contextlib.closing(page.get_textpage()) as layer:
        for index in range(min(pdfium.FPDFText_CountChars(layer), MAX_CHARS)):
            if not chr(pdfium.FPDFText_GetUnicode(layer, index)).isspace():
                turns[-round(math.degrees(pdfium.FPDFText_GetCharAngle(layer, index)) / 90) % 4] += 1
    if turns:
        page.set_rotation(90 * turns.most_common(1)[0][0])


def _page(page: pypdfium2.PdfPage) -> tuple[str, list[RawPage], list[str]]:
    width, height = page.get_size()
    if min(width, height) < 1:
        raise CannotDecode("file_unreadable")
    text, words = _text_layer(page)
    scale = min(MAX_SCALE, MAX_SIDE / max(width, height))
    if not words and height / width > STRIP_RATIO:
        scale = min(MAX_SCALE, STRIP_WIDTH / width, MAX_PAGES * MAX_SIDE / height)
    picture: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    codes = codes_on(picture)
    if not words:
        return text, pages_of(picture), codes
    in_pixels = tuple(_in_pixels(page, words, picture.size))
    return text, [RawPage(picture.width, picture.height, picture.tobytes(), in_pixels)], codes


Box = tuple[int, int, int, int]
"""Left, top, right, bottom on the page as it is shown, in twentieths of its own units."""


def _text_layer(page: pypdfium2.PdfPage) -> tuple[str, list[tuple[str, Box]]]:
    with contextlib.closing(page.get_textpage()) as layer:
        count = min(pdfium.FPDFText_CountChars(layer), MAX_CHARS)
        words: list[tuple[str, Box]] = []
        letters: list[str] = []
        box: Box | None = None
        for index in range(count):
            letter = chr(pdfium.FPDFText_GetUnicode(layer, index))
            if letter.isspace() or not letter.isprintable():
                _close(words, letters, box)
                letters, box = [], None
                continue
            here = _letter_box(page, layer, index)
            if box and _apart(box, here):
                _close(words, letters, box)
                letters, box = [], None
            letters.append(letter)
            box = _joined(box, here)
        _close(words, letters, box)
        return (layer.get_text_range(0, count) if count else ""), words[:MAX_WORDS]


def _close(words: list[tuple[str, Box]], letters: list[str], box: Box | None) -> None:
    if letters and box:
        words.append(("".join(letters), box))


def _letter_box(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, index: int) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(layer, index, rect)
    x1, y1 = _shown(page, rect.left, rect.top)
    x2, y2 = _shown(page, rect.right, rect.bottom)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _shown(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *_fine_size(page), 0, x, y, across, down)
    return across.value, down.value


def _fine_size(page: pypdfium2.PdfPage) -> tuple[int, int]:
    width, height = page.get_size()
    return round(width * FINE), round(height * FINE)


def _joined(box: Box | None, other: Box) -> Box:
    if box is None:
        return other
    return min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])


def _apart(box: Box, here: Box) -> bool:
    """On another line, or so far to the side that a table has another column there."""
    height = max(box[3] - box[1], FINE)
    another_line = min(box[3], here[3]) - max(box[1], here[1]) < 0.3 * min(height, max(here[3] - here[1], FINE))
    return another_line or here[0] - box[2] > height or box[0] - here[2] > height


def _in_pixels(page: pypdfium2.PdfPage, words: list[tuple[str, Box]], size: tuple[int, int]) -> Iterator[Word]:
    fine_width, fine_height = _fine_size(page)
    across, down = size[0] / fine_width, size[1] / fine_height
    for text, (left, top, right, bottom) in words:
        word = Word(text, round(left * across), round(top * down), round(right * across), round(bottom * down))
        if word.right > 0 and word.bottom > 0 and word.left < size[0] and word.top < size[1]:
            yield word


def _invoice_files(document: pypdfium2.PdfDocument) -> Iterator[bytes]:
    """Factur-X and its relatives are ordinary attachments; what counts is what is in them.

    Their names only decide between several: an earlier invoice may be attached as evidence.
    """
    files = [document.get_attachment(index) for index in range(min(document.count_attachments(), MAX_ATTACHMENTS))]
    for file in sorted(files, key=lambda file: file.get_name().lower() not in _NAMES):
        with contextlib.suppress(pypdfium2.PdfiumError):  # one of them may be damaged
            data = bytes(file.get_data())
            if len(data) <= MAX_XML_BYTES and kind_of(data) is Kind.XML:
                yield data
