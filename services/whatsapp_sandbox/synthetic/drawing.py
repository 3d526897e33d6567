"""Papers as files: drawn, crumpled and photographed, scanned, or printed to a PDF of one or more pages."""

import io
import random
from functools import cache
from importlib.resources import files

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen.canvas import Canvas

from services.whatsapp_sandbox.synthetic.papers import Line, Paper

Font = ImageFont.FreeTypeFont
ROWS_ON_A_PAGE = 24


def file_of(paper: Paper, seed: int) -> tuple[str, bytes]:
    """The extension and the bytes. Letters come as PDF, scan or photo, receipts as photos."""
    chance = random.Random(f"file {seed}")  # noqa: S311 - the same file for the same seed
    how = chance.choice(("pdf", "scan", "photo")) if paper.wide else "photo"
    if how == "pdf":
        return "pdf", _pdf(paper)
    sheet = _sheet(paper)
    if how == "scan":
        return "png", _bytes(sheet.rotate(chance.uniform(-0.7, 0.7), fillcolor="white"), "PNG")
    return "jpg", _bytes(_photographed(sheet, chance), "JPEG", quality=chance.choice((60, 75, 90)))


@cache
def _font(size: int) -> Font:
    """From a wheel, so that papers look the same on every machine."""
    return ImageFont.truetype(io.BytesIO((files("reportlab") / "fonts" / "Vera.ttf").read_bytes()), size)


def _sheet(paper: Paper) -> Image.Image:
    width, size, margin = (1240, 26, 110) if paper.wide else (640, 25, 36)
    heights = [int(size * line.size * 1.45) for line in paper.lines]
    sheet = Image.new("RGB", (width, sum(heights) + 4 * margin), (252, 251, 247))
    draw, top = ImageDraw.Draw(sheet), 2 * margin
    for line, height in zip(paper.lines, heights, strict=True):
        _write(draw, line, _font(int(size * line.size)), (margin, width - margin, top))
        top += height
    return sheet


def _write(draw: ImageDraw.ImageDraw, line: Line, font: Font, place: tuple[int, int, int]) -> None:
    left, right, top = place
    start = (left + right - draw.textlength(line.left, font)) / 2 if line.centred else left
    draw.text((start, top), line.left, (40, 40, 46), font)
    draw.text((right - draw.textlength(line.right, font), top), line.right, (40, 40, 46), font)


def _photographed(sheet: Image.Image, chance: random.Random) -> Image.Image:
    """Creased, on a table, askew, unevenly lit, a little out of focus."""
    creased = ImageChops.multiply(sheet, _creases(sheet.size, chance))
    table = Image.new("RGB", (int(sheet.width * 1.25), int(sheet.height * 1.12)), chance.choice(_TABLES))
    angle = chance.uniform(-5, 5)
    mask = Image.new("L", sheet.size, 255).rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    turned = creased.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    table.paste(turned, ((table.width - turned.width) // 2, (table.height - turned.height) // 2), mask)
    lit = ImageChops.multiply(table, _light(table.size, chance))
    return _leaning(lit, chance).filter(ImageFilter.GaussianBlur(chance.uniform(0.2, 1.3)))


_TABLES = ((122, 88, 60), (70, 74, 80), (190, 186, 178), (36, 52, 44))


def _creases(size: tuple[int, int], chance: random.Random) -> Image.Image:
    shade = Image.new("L", size, 255)
    draw = ImageDraw.Draw(shade)
    for _ in range(chance.randint(0, 4)):
        height = chance.randrange(size[1])
        draw.line(
            (0, height, size[0], height + chance.randint(-60, 60)), chance.randint(170, 225), chance.randint(3, 9)
        )
    return shade.filter(ImageFilter.GaussianBlur(4)).convert("RGB")


def _light(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Darker towards one side."""
    ramp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(size)
    darkest = chance.randint(120, 235)
    return ramp.point(lambda value: darkest + value * (255 - darkest) // 255).convert("RGB")


def _leaning(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Held at an angle: the corners move inwards by up to four percent."""
    width, height = picture.size
    moved = [chance.uniform(0, 0.04) for _ in range(8)]
    quad = (
        *(moved[0] * width, moved[1] * height, moved[2] * width, height - moved[3] * height),
        *(width - moved[4] * width, height - moved[5] * height, width - moved[6] * width, moved[7] * height),
    )
    return picture.transform(picture.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def _pdf(paper: Paper) -> bytes:
    """Long letters go on to a second page, where their sums stand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    for start in range(0, len(paper.lines), ROWS_ON_A_PAGE):
        height = 780.0
        for line in paper.lines[start : start + ROWS_ON_A_PAGE]:
            canvas.setFont("Helvetica", 11 * line.size)
            (canvas.drawCentredString if line.centred else canvas.drawString)(
                297 if line.centred else 60, height, line.left
            )
            canvas.drawRightString(535, height, line.right)
            height -= 17 * line.size
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _bytes(picture: Image.Image, kind: str, **options: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
