"""What happens to a paper on its way into a chat: faded print, folds, stains, shadows, a shaky hand, a small file."""

import random
from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

Picture = Image.Image
_TABLES = ((122, 88, 60), (70, 74, 80), (190, 186, 178), (36, 52, 44), (225, 222, 215))


def _noise(size: tuple[int, int], chance: random.Random) -> Picture:
    """Pillow's own noise is another one each time."""
    return Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))


def faded(sheet: Picture, chance: random.Random) -> Picture:
    """Thermal print pales in patches and loses rows where the head is dirty."""
    most = chance.randint(30, 110)
    veil = _noise((6, 9), chance).resize(sheet.size, Image.Resampling.BICUBIC).point(lambda value: value * most // 255)
    pale = ImageChops.add(sheet, Image.merge("RGB", (veil, veil, veil)))
    draw = ImageDraw.Draw(pale)
    for _ in range(chance.randint(0, 2)):
        x = chance.randrange(sheet.width)
        draw.line((x, 0, x, sheet.height), (250, 249, 246), chance.randint(1, 2))
    return pale


def folded(sheet: Picture, chance: random.Random) -> Picture:
    """Creases across and along; each side of a fold is lit differently."""
    shade = Image.new("L", sheet.size, 255)
    draw = ImageDraw.Draw(shade)
    for _ in range(chance.randint(1, 5)):
        height, slope = chance.randrange(sheet.height), chance.randint(-60, 60)
        draw.line((0, height, sheet.width, height + slope), chance.randint(150, 225), chance.randint(2, 9))
    if chance.random() < 0.4:
        x = chance.randrange(sheet.width // 4, 3 * sheet.width // 4)
        draw.rectangle((0, 0, x, sheet.height), chance.randint(225, 248))
    return ImageChops.multiply(sheet, shade.filter(ImageFilter.GaussianBlur(3)).convert("RGB"))


def stained(sheet: Picture, chance: random.Random) -> Picture:
    """The ring of a cup, never dark enough to hide print."""
    stain = Image.new("RGB", sheet.size, "white")
    x, y, size = chance.randrange(sheet.width), chance.randrange(sheet.height), chance.randint(80, 240)
    ImageDraw.Draw(stain).ellipse((x, y, x + size, y + size), outline=(196, 170, 130), width=chance.randint(6, 16))
    return ImageChops.multiply(sheet, stain.filter(ImageFilter.GaussianBlur(4)))


def on_a_table(sheet: Picture, chance: random.Random) -> Picture:
    """Askew, seen at an angle, under a lamp, with the shadow of the hand that holds the telephone."""
    table = Image.new("RGB", (int(sheet.width * 1.25), int(sheet.height * 1.1)), chance.choice(_TABLES))
    angle = chance.uniform(-4, 4)
    mask = Image.new("L", sheet.size, 255).rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    turned = sheet.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    table.paste(turned, ((table.width - turned.width) // 2, (table.height - turned.height) // 2), mask)
    return _leaning(_shadowed(_lit(table, chance), chance), chance)


def _lit(picture: Picture, chance: random.Random) -> Picture:
    ramp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270))).resize(picture.size)
    darkest = chance.randint(110, 235)
    light = ramp.point(lambda value: darkest + value * (255 - darkest) // 255)
    return ImageChops.multiply(picture, light.convert("RGB"))


def _shadowed(picture: Picture, chance: random.Random) -> Picture:
    if chance.random() < 0.6:
        return picture
    width, height = picture.size
    shade = Image.new("L", picture.size, 255)
    corner = chance.choice(((0, 0), (width, 0), (0, height), (width, height)))
    reach = (chance.uniform(0.4, 0.9) * width, chance.uniform(0.3, 0.7) * height)
    box = (corner[0] - reach[0], corner[1] - reach[1], corner[0] + reach[0], corner[1] + reach[1])
    ImageDraw.Draw(shade).ellipse(box, chance.randint(120, 190))
    return ImageChops.multiply(picture, shade.filter(ImageFilter.GaussianBlur(40)).convert("RGB"))


def _leaning(picture: Picture, chance: random.Random) -> Picture:
    """Held at an angle: the corners move inwards by up to five percent."""
    width, height = picture.size
    moved = [chance.uniform(0, 0.05) for _ in range(8)]
    quad = (
        *(moved[0] * width, moved[1] * height, moved[2] * width, height - moved[3] * height),
        *(width - moved[4] * width, height - moved[5] * height, width - moved[6] * width, moved[7] * height),
    )
    return picture.transform(picture.size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def scanned(sheet: Picture, chance: random.Random) -> Picture:
    """Flat, a little askew, grey or hard black and white, speckled."""
    turned = sheet.rotate(chance.uniform(-0.8, 0.8), fillcolor="white", resample=Image.Resampling.BICUBIC)
    if chance.random() < 0.3:
        return turned.convert("L").point(lambda value: 255 if value > 150 else 0).convert("RGB")
    return ImageEnhance.Contrast(turned.convert("L").convert("RGB")).enhance(chance.uniform(0.6, 1.1))


def shaken(picture: Picture, chance: random.Random) -> Picture:
    """Out of focus, grainy, dark; one in twelve sideways or upside down; never larger than telephones send."""
    picture.thumbnail((1600, 1600), Image.Resampling.BICUBIC)
    soft = picture.filter(ImageFilter.GaussianBlur(chance.choice((0.0, 0.4, 0.7, 1.0))))
    strength = chance.randint(2, 45)
    grain = _noise(soft.size, chance).point(lambda value: value * strength // 255)
    noisy = ImageChops.add(soft, grain.convert("RGB"), scale=1.0, offset=-strength // 2)
    lit = ImageEnhance.Brightness(ImageEnhance.Contrast(noisy).enhance(chance.uniform(0.65, 1.1)))
    done = lit.enhance(chance.uniform(0.75, 1.1))
    return done.rotate(chance.choice((90, 180, 270)), expand=True) if chance.random() < 0.08 else done


def photographed(sheet: Picture, chance: random.Random, *, thermal: bool) -> Picture:
    """Each accident happens to some papers only."""
    accidents: list[tuple[float, Callable[[Picture, random.Random], Picture]]] = [
        (0.4 if thermal else 0.0, faded),
        (0.5, folded),
        (0.1, stained),
        (0.8, on_a_table),
    ]
    for likely, accident in accidents:
        sheet = accident(sheet, chance) if chance.random() < likely else sheet
    return shaken(sheet, chance)
