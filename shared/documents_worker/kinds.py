"""What kind of file these bytes are; names and declared types are only claims."""

import re
from enum import Enum

MAX_XML_BYTES = 10 * 1024 * 1024
"""Alone or inside a PDF."""
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")
_INVOICE_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s/>]")
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_XML_LOOKED_AT = 40_000


class Kind(Enum):
    """Values are the names of Pillow's openers, or of ours."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    TIFF = "TIFF"
    AVIF = "AVIF"
    HEIF = "HEIF"
    PDF = "PDF"
    XML = "XML"


def kind_of(data: bytes) -> Kind | None:
    """By the first bytes; an XML file only when it is an electronic invoice."""
    head = data[:1024]
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head.startswith((b"GIF87a", b"GIF89a")):
        return Kind.GIF
    if head.startswith((b"II*\x00", b"MM\x00*")):
        return Kind.TIFF
    if head[4:8] == b"ftyp":
        return _iso_media(head)
    if b"%PDF-" in head:
        return Kind.PDF
    return Kind.XML if _is_invoice_xml(data) else None


def _iso_media(head: bytes) -> Kind | None:
    brand = head[8:12]
    if brand in _AVIF_BRANDS:
        return Kind.AVIF
    return Kind.HEIF if brand in _HEIF_BRANDS else None


def _is_invoice_xml(data: bytes) -> bool:
    """A comment or an envelope may stand before the invoice itself."""
    start = data[:_XML_LOOKED_AT].decode(_WIDE.get(data[:2], "utf-8"), errors="replace").lstrip("\ufeff \t\r\n")
    return start.startswith("<") and bool(_INVOICE_ROOT.search(start))
