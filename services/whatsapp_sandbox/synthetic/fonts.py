"""Type for papers, from the fonts of a wheel, so that papers look the same on every machine."""

import io
import random
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL import ImageFont

Font = ImageFont.FreeTypeFont
_PRINTABLE = frozenset("€£ŠšŽžŁł’“”–·")
_PLAIN = str.maketrans({"Ś": "S", "ś": "s"})


@dataclass(frozen=True)
class Face:
    """Files of the plain and the bold cut; `narrow` squeezes the letters as till printers do."""

    plain: str
    bold: str
    narrow: float = 1.0


SANS = Face("_a______.pfb", "_ab_____.pfb")
TILL = Face("com_____.pfb", "cob_____.pfb", 0.86)
_LETTER_FACES = (SANS, Face("_er_____.pfb", "_eb_____.pfb"), Face("Vera.ttf", "VeraBd.ttf"))
_TILL_FACES = (TILL, TILL, Face("cob_____.pfb", "cob_____.pfb", 0.8), SANS, Face("Vera.ttf", "VeraBd.ttf", 0.8))


def face_for(*, wide: bool, chance: random.Random) -> Face:
    return chance.choice(_LETTER_FACES if wide else _TILL_FACES)


@cache
def font(name: str, size: int) -> Font:
    return ImageFont.truetype(io.BytesIO((files("reportlab") / "fonts" / name).read_bytes()), size)


def printable(text: str) -> str:
    """Letters that the fonts lack lose their accents, as they do on many tills."""
    return "".join(sign if ord(sign) < 256 or sign in _PRINTABLE else _bare(sign) for sign in text)


def _bare(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[0].translate(_PLAIN)
