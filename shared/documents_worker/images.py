"""Pictures of every kind -> upright RGB pages of bounded size."""

import io
import struct
import warnings
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFile, ImageFilter, ImageOps, UnidentifiedImageError

from shared.documents_worker.codes import codes_on
from shared.documents_worker.kinds import Kind
from shared.documents_worker.result import MAX_PAGES, MAX_SIDE, CannotDecode, Decoded, RawPage

MAX_PIXELS = 40_000_000
MIN_SIDE = 40
MAX_FRAMES = 500
STRIP_RATIO = 2.2
"""A picture longer than this, and too long for one page, is cut into pages instead of being shrunk to nothing."""

_END_OF_JPEG = b"\xff\xd9"
_NEVER_CAME = 128
"""What the decoder puts where there is no data."""
_MOST_OF_IT = 0.97

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_BROKEN = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    struct.error,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
)


def decode_image(data: bytes, kind: Kind) -> Decoded:
    """Of a film the first frame, of a TIFF its pages; anything Pillow stumbles over is a damaged file."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    warnings.filterwarnings("ignore", category=UserWarning)
    pages: list[RawPage] = []
    codes: list[str] = []
    try:
        picture = _opened(data, kind)
        for frame in _pages_in(picture) if kind is Kind.TIFF else [picture]:
            upright = flattened(frame)
            codes += codes_on(upright)
            pages += pages_of(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise CannotDecode("file_too_large", limit=f"{MAX_PIXELS // 1_000_000} megapixels") from None
    except _BROKEN:
        raise CannotDecode("file_unreadable") from None
    left_out = max(0, len(pages) - MAX_PAGES)
    if kind is Kind.TIFF:
        left_out += max(0, getattr(picture, "n_frames", 1) - MAX_PAGES)
    return Decoded(pages[:MAX_PAGES], pages_left_out=left_out, codes=tuple(codes))


def _opened(data: bytes, kind: Kind) -> Image.Image:
    if kind is Kind.HEIF:
        from pi_heif import register_heif_opener  # only for the few uploads that need it: it is slow to load

        register_heif_opener(thumbnails=False)
    picture = Image.open(io.BytesIO(data), formats=(kind.value,))
    if min(picture.size) < MIN_SIDE:
        raise CannotDecode("could_not_read")
    if getattr(picture, "n_frames", 1) > MAX_FRAMES:
        raise CannotDecode("file_unreadable")
    picture.draft("RGB", (2 * MAX_SIDE, 2 * MAX_SIDE))
    try:
        picture.load()
    except OSError:
        if kind is not Kind.JPEG or data.endswith(_END_OF_JPEG):
            raise
        _load_most_of(picture)
    return picture


def _pages_in(tiff: Image.Image) -> Iterator[Image.Image]:
    """Pillow looks at the size of the first only."""
    count = getattr(tiff, "n_frames", 1)
    yield tiff.copy() if count > 1 else tiff
    for index in range(1, min(count, MAX_PAGES)):
        tiff.seek(index)
        if tiff.width * tiff.height > MAX_PIXELS:
            raise Image.DecompressionBombError
        if min(tiff.size) >= MIN_SIDE:
            yield tiff.copy()


def _load_most_of(picture: Image.Image) -> None:
    """A photo whose transfer broke off shortly before its end; where more is missing, the total may be."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        picture.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    grey = Image.new(picture.mode, picture.size, (_NEVER_CAME,) * len(picture.getbands()))
    drawn = ImageChops.difference(picture, grey).getbbox()
    if drawn is None or drawn[3] < _MOST_OF_IT * picture.height:
        raise CannotDecode("file_unreadable")


def flattened(picture: Image.Image) -> Image.Image:
    """Upright, eight bits, three channels, transparent parts on white paper."""
    ImageOps.exif_transpose(picture, in_place=True)
    if picture.mode == "1":  # faxes dither greys to dots, which OCR takes for strokes
        return picture.convert("L").filter(ImageFilter.GaussianBlur(0.9)).convert("RGB")
    if picture.mode.startswith("I") or picture.mode == "F":
        return _eight_bits(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("RGB")
    return picture if picture.mode == "RGB" else picture.convert("RGB")  # which would copy it


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits hold 0-65535; Pillow's own conversion would clip all of it to white."""
    deep = picture.convert("F")
    _, high = deep.getextrema()
    scale = 255 / 65535 if float(high) > 255 else 1  # type: ignore[arg-type]
    return deep.point(lambda value: value * scale + 0).convert("L").convert("RGB")


def pages_of(picture: Image.Image) -> list[RawPage]:
    """One page, or several for a long strip, none with a side over MAX_SIDE."""
    picture = _without_margins(picture)
    width, height = picture.size
    if height / width > STRIP_RATIO and height > MAX_SIDE:
        return [raw_page(piece) for piece in _slices(picture)]
    return [raw_page(picture)]


def raw_page(picture: Image.Image) -> RawPage:
    picture.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return RawPage(picture.width, picture.height, picture.tobytes())


def _without_margins(picture: Image.Image) -> Image.Image:
    """A strip's blank ends are cut off, so that what is printed on it keeps its size."""
    width, height = picture.size
    if height / width <= STRIP_RATIO or height <= MAX_SIDE:
        return picture
    corner = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    ink = ImageChops.difference(picture, corner).convert("L").point(lambda value: 255 if value > 40 else 0).getbbox()
    if ink is None:
        return picture
    return picture.crop((0, max(0, ink[1] - 20), width, min(height, ink[3] + 20)))


def _slices(picture: Image.Image) -> list[Image.Image]:
    """Cut where a row has least ink, so that no line of print is cut in two."""
    width, height = picture.size
    longest = min(MAX_SIDE, int(width * STRIP_RATIO) + MAX_SIDE // 4)
    grey = picture.convert("L")
    strokes = ImageChops.difference(grey, ImageChops.offset(grey, 2, 0))
    ink = strokes.resize((1, height), Image.Resampling.BOX).tobytes()
    pieces: list[Image.Image] = []
    top = 0
    while height - top > longest:
        window = range(top + longest * 3 // 4, top + longest)
        bottom = min(window, key=lambda row: sum(ink[max(0, row - 3) : row + 4]))
        pieces.append(picture.crop((0, top, width, bottom)))
        top = bottom
    return [*pieces, picture.crop((0, top, width, height))]
