"""Documents we draw ourselves, for the demo and the tests: what is on them is known to the cent."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfgen.canvas import Canvas

Font = ImageFont.FreeTypeFont
INK = (35, 35, 40)
_NAMES = {"plain": "Vera.ttf", "bold": "VeraBd.ttf"}
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class Facts:
    """What a careful person reads on the document."""

    invoice_date: date
    expense_amount: Decimal
    vat: Decimal
    payee_name: str
    currency: str


@dataclass(frozen=True)
class Sample:
    """`facts` is None where there is no invoice to be seen."""

    title: str
    filename: str
    content_type: str
    data: bytes
    facts: Facts | None


def samples(today: date) -> tuple[Sample, Sample, Sample, Sample]:
    """Two invoices of last month in two currencies, an older one, and a picture; dates follow `today`."""
    last_month = today.replace(day=1) - timedelta(days=1)
    older = last_month.replace(day=1) - timedelta(days=1)
    return (
        till_receipt(last_month.replace(day=23)),
        a4_invoice(last_month.replace(day=17)),
        pdf_invoice(older.replace(day=14)),
        holiday_picture(),
    )


def till_receipt(day: date) -> Sample:
    """A Spanish supermarket's receipt, photographed a little askew on a table."""
    facts = Facts(day, Decimal("36.30"), Decimal("6.30"), "Mercado Aurora", "EUR")
    paper = Image.new("RGB", (620, 1010), (250, 249, 245))
    draw = ImageDraw.Draw(paper)
    line = _writer(draw, left=40, right=580, top=50)
    line("MERCADO AURORA", size=44, style="bold", centred=True)
    line("Aurora Alimentación S.L.  NIF B00000000", size=22, centred=True)
    line("Calle del Molino 12, 28004 Madrid", size=22, centred=True, gap=26)
    line(f"Fecha: {day:%d/%m/%Y}", "18:42", size=25)
    line("Factura simplificada", "T-004417", size=25, gap=24)
    for what, price in (
        ("Aceite oliva 1L", "9,80"),
        ("Queso curado", "12,40"),
        ("Café molido", "7,15"),
        ("Fruta", "6,95"),
    ):
        line(what, price, size=27)
    line("-" * 46, size=22, centred=True)
    line("TOTAL EUR", "36,30", size=40, style="bold", gap=18)
    line("Tarjeta", "36,30", size=27, gap=18)
    line("Base imponible 21%", "30,00", size=25)
    line("IVA 21%", "6,30", size=25, gap=30)
    line("Gracias por su visita", size=25, centred=True)
    return Sample("a till receipt, photographed", "receipt.jpg", "image/jpeg", _photo(paper, angle=1.8), facts)


def a4_invoice(day: date) -> Sample:
    """A British craftsman's invoice, scanned."""
    facts = Facts(day, Decimal("540.00"), Decimal("90.00"), "Harbour Joinery Ltd", "GBP")
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 1240, 26), fill=(30, 84, 120))
    line = _writer(draw, left=110, right=1130, top=100)
    line("Harbour Joinery Ltd", "INVOICE", size=46, style="bold")
    line("7 Quay Street, Falmouth TR11 3LH", size=26)
    line("VAT No GB 000 0000 00", size=26, gap=60)
    line("Bill to: Ana Ruiz, 3 Mill Lane, Truro", size=28, gap=30)
    line("Invoice number", "HJ-2093", size=28)
    line("Invoice date", f"{day.day} {_MONTHS[day.month - 1]} {day.year}", size=28, gap=60)
    line("Description", "Amount", size=28, style="bold", gap=22)
    for what, price in (("Oak shelf, made to measure", "£310.00"), ("Fitting, 4 hours at £35.00", "£140.00")):
        line(what, price, size=28)
    line("_" * 62, size=28, gap=30)
    line("Subtotal", "£450.00", size=28)
    line("VAT 20%", "£90.00", size=28)
    line("Total due", "£540.00", size=36, style="bold", gap=70)
    line("Paid by bank transfer. Thank you.", size=28)
    return Sample("an A4 invoice, scanned", "invoice.png", "image/png", _png(page), facts)


def pdf_invoice(day: date) -> Sample:
    """A German hosting company's invoice, as it comes by mail."""
    facts = Facts(day, Decimal("119.00"), Decimal("19.00"), "Nordlicht Hosting GmbH", "EUR")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setTitle("Rechnung 2026-118")
    rows = [
        (790, 18, "Nordlicht Hosting GmbH", "Rechnung"),
        (770, 10, "Deichweg 4, 24937 Flensburg, USt-IdNr. DE000000000", ""),
        (700, 11, "Ana Ruiz, Calle del Prado 3, 28014 Madrid", ""),
        (660, 11, "Rechnungsnummer: NH-118", f"Rechnungsdatum: {day:%d.%m.%Y}"),
        (610, 11, "Server, ein Monat", "100,00 EUR"),
        (570, 11, "Nettobetrag", "100,00 EUR"),
        (552, 11, "USt 19 %", "19,00 EUR"),
        (530, 13, "Gesamtbetrag", "119,00 EUR"),
        (490, 11, "Der Betrag wird per Lastschrift eingezogen.", ""),
    ]
    for height, size, left, right in rows:
        canvas.setFont("Helvetica-Bold" if size > 12 else "Helvetica", size)
        canvas.drawString(60, height, left)
        canvas.drawRightString(535, height, right)
    canvas.save()
    return Sample("an invoice as PDF", "rechnung.pdf", "application/pdf", out.getvalue(), facts)


def holiday_picture() -> Sample:
    """Hills, a lake and the sun: nobody could take it for an invoice."""
    picture = Image.new("RGB", (1024, 768))
    draw = ImageDraw.Draw(picture)
    for row in range(768):
        draw.line((0, row, 1024, row), fill=(120 + row // 8, 180 + row // 16, 235 - row // 24))
    draw.ellipse((720, 90, 850, 220), fill=(255, 236, 150))
    draw.polygon([(0, 520), (260, 250), (520, 520)], fill=(86, 120, 92))
    draw.polygon([(330, 520), (680, 200), (1024, 520)], fill=(66, 100, 84))
    draw.rectangle((0, 520, 1024, 768), fill=(70, 120, 160))
    return Sample(
        "a holiday picture", "holiday.jpg", "image/jpeg", _jpeg(picture.filter(ImageFilter.GaussianBlur(2))), None
    )


def _writer(draw: ImageDraw.ImageDraw, *, left: int, right: int, top: int) -> Callable[..., None]:
    """Writes lines from top to bottom: one text on the left, an optional one on the right."""
    height = top

    def line(
        text: str, beside: str = "", *, size: int, style: str = "plain", centred: bool = False, gap: int = 12
    ) -> None:
        nonlocal height
        font = _font(style, size)
        start = (left + right - draw.textlength(text, font)) / 2 if centred else left
        draw.text((start, height), text, INK, font)
        draw.text((right - draw.textlength(beside, font), height), beside, INK, font)
        height += size + gap

    return line


def _font(style: str, size: int) -> Font:
    """From a wheel, so that documents look the same on every machine."""
    return ImageFont.truetype(io.BytesIO((files("reportlab") / "fonts" / _NAMES[style]).read_bytes()), size)


def _photo(paper: Image.Image, *, angle: float) -> bytes:
    """Paper on a table, a little rotated, softened, with a camera's noise."""
    noise = random.Random(7)  # noqa: S311 - the same picture every time
    table = Image.new("RGB", (paper.width + 260, paper.height + 240), (122, 88, 60))
    grain = ImageDraw.Draw(table)
    for row in range(0, table.height, 3):
        shade = noise.randint(-9, 9)
        grain.line((0, row, table.width, row), fill=(122 + shade, 88 + shade, 60 + shade), width=2)
    mask = Image.new("L", paper.size, 255).rotate(angle, expand=True)
    turned = paper.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    table.paste(turned, (120, 100), mask)
    grey = Image.frombytes("L", table.size, noise.randbytes(table.width * table.height)).convert("RGB")
    return _jpeg(Image.blend(table.filter(ImageFilter.GaussianBlur(0.6)), grey, 0.04))


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
