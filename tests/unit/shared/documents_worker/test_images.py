"""Pictures of every mode become upright RGB pages a person could read."""

import io

import pytest
from PIL import Image, ImageDraw

from shared.documents_worker.images import decode_image, flattened, pages_of
from shared.documents_worker.kinds import Kind
from shared.documents_worker.result import MAX_SIDE, CannotDecode


def pixel(picture: Image.Image, x: int = 50, y: int = 50) -> object:
    return flattened(picture).getpixel((x, y))


def as_bytes(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def test_transparent_paper_is_white() -> None:
    assert pixel(Image.new("RGBA", (100, 100), (0, 0, 0, 0))) == (255, 255, 255)


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    assert pixel(Image.new("I;16", (100, 100), 32768)) == (127, 127, 127)


def test_cmyk_is_not_negative() -> None:
    assert pixel(Image.new("CMYK", (100, 100), (0, 0, 0, 0))) == (255, 255, 255)


def test_a_photo_is_set_upright_by_its_exif() -> None:
    picture = Image.new("RGB", (200, 100), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    (page,) = decode_image(as_bytes(picture, "JPEG", exif=exif), Kind.JPEG).pages
    assert (page.width, page.height) == (100, 200)


def test_a_large_photo_is_made_smaller() -> None:
    (page,) = pages_of(Image.new("RGB", (4000, 3000)))
    assert (page.width, page.height, len(page.rgb)) == (MAX_SIDE, 1536, 3 * MAX_SIDE * 1536)


def test_a_long_strip_is_cut_into_pages_between_its_lines() -> None:
    strip = Image.new("RGB", (500, 6000), "white")
    draw = ImageDraw.Draw(strip)
    for top in range(0, 6000, 60):
        draw.rectangle((50, top + 20, 450, top + 50), fill="black")
    pages = pages_of(strip)
    assert len(pages) > 2
    assert all(page.rgb[-3:] == b"\xff\xff\xff" and page.height <= MAX_SIDE for page in pages)
    assert sum(page.height for page in pages) == pytest.approx(6000, abs=80)


def test_the_blank_ends_of_a_strip_are_cut_off() -> None:
    strip = Image.new("RGB", (500, 9000), "white")
    ImageDraw.Draw(strip).rectangle((50, 4000, 450, 4600), fill="black")
    (page,) = pages_of(strip)
    assert page.height < 700


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        pytest.param(Image.new("1", (30_000, 39)), "could_not_read", id="a-thread"),
        pytest.param(Image.new("1", (1, 1)), "could_not_read", id="one-pixel"),
        pytest.param(Image.new("1", (8000, 8000)), "file_too_large", id="64-megapixels"),
    ],
)
def test_pictures_nobody_can_use_are_refused(picture: Image.Image, reason: str) -> None:
    with pytest.raises(CannotDecode) as refusal:
        decode_image(as_bytes(picture, "PNG"), Kind.PNG)
    assert refusal.value.reason == reason


def test_half_a_picture_is_refused() -> None:
    whole = as_bytes(Image.effect_noise((300, 300), 50), "PNG")
    with pytest.raises(CannotDecode) as refusal:
        decode_image(whole[: len(whole) // 2], Kind.PNG)
    assert refusal.value.reason == "file_unreadable"
