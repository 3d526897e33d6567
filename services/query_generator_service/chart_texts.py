"""Words and figures of a chart: what fits, what the fonts can draw. Pure."""

import unicodedata
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from services.query_generator_service.chart import Chart
from shared.money import written
from shared.safe_naming import Language

_LARGEST, _SMALLEST = 34, 26
# What the fonts that come along hold; other letters would be boxes.
_DRAWABLE = (
    (0x0020, 0x052F),  # Latin, Greek, Cyrillic
    (0x0590, 0x06FF),  # Hebrew, Arabic
    (0x0750, 0x077F),
    (0x0900, 0x097F),  # Devanagari
    (0x1E00, 0x1FFF),
    (0x2010, 0x202F),
    (0x20A0, 0x20BF),  # signs of currencies
    (0x2066, 0x209C),  # isolates among them
    (0x2100, 0x214F),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFC),
)


def drawable(text: str) -> str:
    kept = "".join(sign for sign in text if any(first <= ord(sign) <= last for first, last in _DRAWABLE))
    return " ".join(kept.split())


def text_width(text: str, size: float) -> float:
    """Close enough to keep things apart; a little too wide rather than too narrow."""
    return sum(_width(sign) for sign in text) * size


def _width(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Cf"):
        return 0.0
    if sign in " .,:;'|iIjlt()-’·׳":
        return 0.34
    if sign in "mwMW%@—…":
        return 0.95
    if unicodedata.bidirectional(sign) == "AL":
        return 0.48
    return 0.68 if sign.isupper() else 0.58


def cut_to(text: str, room: float, size: float) -> str:
    if text_width(text, size) <= room:
        return text
    kept = text
    while kept and text_width(kept, size) > room - size:
        kept = kept[:-1]
    while kept and unicodedata.category(kept[-1]) in ("Mn", "Mc", "Zs"):
        kept = kept[:-1]
    return kept + "…"


def figure_text(value: Decimal | None, chart: Chart) -> str:
    if value is None:
        return ""
    return _whole(value, chart.language) if chart.whole else written(value, None, chart.language)


def figure_texts(values: Sequence[Decimal | None], chart: Chart, room: float) -> tuple[list[str], int]:
    """To the cent where that fits above the columns, else rounded, else in thousands; else the largest alone."""
    for written_as in (figure_text, _rounded, _in_thousands, _in_whole_thousands):
        texts = [written_as(value, chart) if value else "" for value in values]
        for size in range(_LARGEST, _SMALLEST - 1, -2):
            if max(text_width(text, size) for text in texts) <= room:
                return texts, size
    high = max(range(len(values)), key=lambda place: values[place] or Decimal(0))
    low = min(range(len(values)), key=lambda place: values[place] or Decimal(0))
    shown = {high} | ({low} if (values[low] or 0) < 0 else set())
    return [figure_text(value, chart) if place in shown else "" for place, value in enumerate(values)], _LARGEST


def _rounded(value: Decimal, chart: Chart) -> str:
    return _whole(value, chart.language) if abs(value) >= 10 else figure_text(value, chart)


def _in_thousands(value: Decimal, chart: Chart) -> str:
    for unit, sign in ((1_000_000, "M"), (1_000, "k")):
        if abs(value) >= unit:
            return f"{written((value / unit).quantize(Decimal('0.1')), None, chart.language)[:-1]}{sign}"
    return _rounded(value, chart)


def _in_whole_thousands(value: Decimal, chart: Chart) -> str:
    return (
        f"{_whole(value / 1000, chart.language)}k" if 10_000 <= abs(value) < 1_000_000 else _in_thousands(value, chart)
    )


def _whole(value: Decimal, language: Language) -> str:
    return written(value.quantize(Decimal(1), ROUND_HALF_UP), None, language)[: -len(".00")]
