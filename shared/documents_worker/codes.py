"""The texts of the QR codes on a page; what they mean is judged outside (shared/payment_codes.py)."""

import re
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from zxingcpp import Barcode

MAX_CODES = 8
MAX_CODE_CHARS = 2_000
MAX_PIXELS = 8_000_000
"""A larger picture is halved first: a code that fills a hundredth of it is still sharp, and time is short."""
_EPC = re.compile(rb"BCD\r?\n\d{3}\r?\n([3-8])\r?\n")
_PARTS_OF_ISO_8859 = {b"3": 2, b"4": 4, b"5": 5, b"6": 7, b"7": 10, b"8": 15}


def codes_on(picture: Image.Image) -> list[str]:
    """The texts of at most MAX_CODES that can be read, each cut to MAX_CODE_CHARS."""
    import zxingcpp  # native code, so it stays in the process that may be killed

    grey = picture.convert("L")
    while grey.width * grey.height > MAX_PIXELS:
        grey = grey.reduce(2)
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [_text(code)[:MAX_CODE_CHARS] for code in found[:MAX_CODES] if code.valid]


def _text(code: "Barcode") -> str:
    """What letters a code is written in is guessed, from UTF-8 and Latin-1; a payment's third line may name others."""
    named = _EPC.match(code.bytes)
    return code.bytes.decode(f"iso-8859-{_PARTS_OF_ISO_8859[named[1]]}", errors="replace") if named else code.text
