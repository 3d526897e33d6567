"""The texts of the QR codes on a page; what they mean is judged outside (shared/payment_codes.py)."""

from PIL import Image

MAX_CODES = 8
MAX_CODE_CHARS = 2_000
MAX_PIXELS = 8_000_000
"""A larger picture is halved first: a code that fills a hundredth of it is still sharp, and time is short."""


def codes_on(picture: Image.Image) -> list[str]:
    import zxingcpp  # native code, so it stays in the process that may be killed

    grey = picture.convert("L")
    while grey.width * grey.height > MAX_PIXELS:
        grey = grey.reduce(2)
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text[:MAX_CODE_CHARS] for code in found[:MAX_CODES] if code.valid]
