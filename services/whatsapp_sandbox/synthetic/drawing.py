"""Papers as files: drawn and photographed or scanned, or printed to a PDF of one or more pages."""

import io
import random

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from services.whatsapp_sandbox.synthetic.camera import photographed, scanned
from services.whatsapp_sandbox.synthetic.fonts import Face, face_for, font, printable
from services.whatsapp_sandbox.synthetic.layout import Paper, Piece, Row

_LETTER, _SLIP = (1240, 24, 100), (600, 25, 26)
_BOTTOM_OF_A_LETTER = 1650
_BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}


def file_of(paper: Paper, seed: int) -> tuple[str, bytes]:
    """The extension and the bytes. Letters come as PDF, scan or photo, receipts as photos or scans."""
    chance = random.Random(f"file {seed}")  # noqa: S311 - the same file for the same seed
    how = chance.choice(("pdf", "scan", "photo") if paper.wide else ("photo", "photo", "photo", "scan"))
    if how == "pdf" or len(paper.pages) > 1:
        return "pdf", _pdf(paper, chance)
    sheet = _sheet(paper, chance)
    if how == "scan":
        return "png", _bytes(scanned(sheet, chance), "PNG")
    return "jpg", _bytes(
        photographed(sheet, chance, thermal=not paper.wide), "JPEG", quality=chance.choice((45, 65, 80, 90))
    )


def _sheet(paper: Paper, chance: random.Random) -> Image.Image:
    width, size, margin = _LETTER if paper.wide else _SLIP
    face, ink = face_for(wide=paper.wide, chance=chance), chance.choice(((30, 30, 36), (60, 58, 66), (20, 20, 80)))
    step = chance.uniform(1.2, 1.5)
    rows = paper.pages[0]
    length = int(sum(size * row.size * step for row in rows)) + 3 * margin
    foot = int(sum(size * row.size * step for row in paper.footers))
    height = max(length + foot, _BOTTOM_OF_A_LETTER if paper.wide else 0) + 2 * margin
    sheet = Image.new("RGB", (width, height), (252, 251, 247))
    draw = ImageDraw.Draw(sheet)
    for block, start in ((rows, 1.5 * margin), (paper.footers, height - foot - margin)):
        top = start
        for row in block:
            _write(draw, sheet, row, face, int(size * row.size), (margin, width - margin, top), ink)
            top += size * row.size * step
    return sheet


def _write(
    draw: ImageDraw.ImageDraw,
    sheet: Image.Image,
    row: Row,
    face: Face,
    size: int,
    place: tuple[int, int, float],
    ink: tuple[int, int, int],
) -> None:
    start, end, top = place
    if row.inverted:
        draw.rectangle((start, top - 2, end, top + size * 1.2), fill=ink)
    for piece in row.pieces:
        text = _text_image(piece, face, size, (255, 255, 255) if row.inverted else ink)
        if text is None:
            continue
        room = end - start
        if text.width > room:
            text = text.resize((room, text.height), Image.Resampling.BICUBIC)
        x = start + piece.x * room - {"l": 0.0, "m": 0.5, "r": 1.0}[piece.anchor] * text.width
        sheet.paste(text, (int(max(x, 0)), int(top)), text)


def _text_image(piece: Piece, face: Face, size: int, ink: tuple[int, int, int]) -> Image.Image | None:
    """Ink on nothing, squeezed as its face is."""
    cut = font(face.bold if piece.bold else face.plain, size)
    text = printable(piece.text)
    length = int(cut.getlength(text))
    if not length:
        return None
    image = Image.new("RGBA", (length + 4, int(size * 1.35)), (*ink, 0))
    ImageDraw.Draw(image).text((2, 0), text, ink, cut)
    return image.resize((max(int(image.width * face.narrow), 1), image.height), Image.Resampling.BICUBIC)


def _pdf(paper: Paper, chance: random.Random) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    face = chance.choice(tuple(_BOLD))
    for rows in paper.pages:
        size = min(11.0, 700 / max(1.45 * sum(row.size for row in rows), 1))
        _print(canvas, rows, face, size, 790)
        _print(canvas, paper.footers, face, 10, 40 + 14.5 * len(paper.footers))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _print(canvas: Canvas, rows: list[Row], face: str, size: float, top: float) -> None:
    left, right = 55, 540
    for row in rows:
        for piece in row.pieces:
            canvas.setFont(_BOLD[face] if piece.bold else face, size * row.size)
            write = {"l": canvas.drawString, "m": canvas.drawCentredString, "r": canvas.drawRightString}[piece.anchor]
            write(left + piece.x * (right - left), top, printable(piece.text))
        top -= 1.45 * size * row.size


def _bytes(picture: Image.Image, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
