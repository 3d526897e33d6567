"""Chart -> SVG for a phone: 1,080 wide, large letters, two colours that colour-blind people tell apart. Pure."""

import math
from decimal import Decimal
from xml.sax.saxutils import escape

from services.query_generator_service.chart import Chart, Panel
from services.query_generator_service.chart_series import Bar
from services.query_generator_service.chart_texts import cut_to, drawable, figure_text, figure_texts, text_width
from shared.bidi import RIGHT_TO_LEFT, embedded, isolated

WIDTH, MARGIN = 1080, 48
INNER = WIDTH - 2 * MARGIN
FONTS = "Noto Sans, Heebo, Noto Sans Arabic"
BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#8A8A8A"  # Okabe and Ito's; refunds are orange and point the other way
INK, FAINT, RULE = "#1A1A1A", "#5A5A5A", "#C4C4C4"
_BOLD = 1.05  # bold letters are that much wider
_ROW, _BAR, _COLUMNS_HEIGHT = 108, 34, 560


def svg_of(chart: Chart) -> str:
    drawing = _Drawing(chart)
    drawing.head()
    for panel in chart.panels:
        drawing.panel(panel)
    drawing.foot()
    return drawing.finished()


class _Drawing:
    """`_y` is where the next thing begins. Everything is placed as for left to right and mirrored where needed."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._mirrored = chart.language in RIGHT_TO_LEFT
        self._parts: list[str] = []
        self._y = 40.0

    def head(self) -> None:
        title = self._chart.title
        size = next((size for size in (52, 46, 40) if text_width(title, size) * _BOLD <= INNER), 40)
        self._line(title, size, bold=True)
        if self._chart.subtitle:
            self._line(self._chart.subtitle, 34, colour=FAINT)

    def panel(self, panel: Panel) -> None:
        self._y += 24
        if panel.title:
            self._line(panel.title, 40, bold=True)
        if self._chart.over_time:
            self._columns(panel.bars)
        else:
            self._rows(panel.bars)
        if panel.note:
            self._line(panel.note, 32, colour=FAINT)

    def foot(self) -> None:
        for note in self._chart.notes:
            self._line(note, 32, colour=FAINT)

    def finished(self) -> str:
        height = round(self._y + 36)
        size = f'width="{WIDTH}" height="{height}"'
        ground = f'<rect {size} fill="#FFFFFF"/>'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONTS}">'
        return "".join((head, ground, *self._parts, "</svg>"))

    def _line(self, text: str, size: int, *, bold: bool = False, colour: str = INK) -> None:
        self._y += size * 1.15
        self._text(MARGIN, self._y, cut_to(drawable(text), INNER, size), size, bold=bold, colour=colour)
        self._y += size * 0.45

    def _rows(self, bars: tuple[Bar, ...]) -> None:
        """The name above its bar: names are longer than a phone is wide."""
        low, high = self._reach(bars)
        scale = INNER / float(high - low)
        zero = MARGIN + float(-low) * scale
        for number, bar in enumerate(bars, 1):
            figure = figure_text(bar.value, self._chart)
            name = drawable(bar.label) or f"#{number}"
            room = INNER - text_width(figure, 36) - 30
            self._text(MARGIN, self._y + 42, isolated(cut_to(name, room, 36), self._chart.language), 36)
            self._text(WIDTH - MARGIN, self._y + 42, figure, 36, anchor="end", bold=True, figure=True)
            length = float(bar.value or 0) * scale
            self._box(min(zero, zero + length), self._y + 54, abs(length), _BAR, _colour(bar))
            if low < 0:
                self._box(zero - 1, self._y + 50, 2, _BAR + 8, INK)
            self._y += _ROW

    def _columns(self, bars: tuple[Bar, ...]) -> None:
        low, high = self._reach(bars)
        pitch = INNER / len(bars)
        height = _COLUMNS_HEIGHT * (0.6 if self._chart.one_scale else 1)
        texts, size = figure_texts([bar.value for bar in bars], self._chart, pitch - 6)
        top, scale = self._y + 56, height / float(high - low)
        zero = top + float(high) * scale
        for place, bar in enumerate(bars):
            middle = MARGIN + (place + 0.5) * pitch
            length = float(bar.value or 0) * scale
            self._box(middle - pitch * 0.36, min(zero, zero - length), pitch * 0.72, abs(length), _colour(bar))
            if texts[place]:
                beyond = zero - length - 12 if length >= 0 else zero - length + size + 4
                at = _inside(middle, text_width(texts[place], size))
                self._text(at, beyond, texts[place], size, anchor="middle", bold=True, figure=True)
        self._box(MARGIN, zero - 1, INNER, 2, INK)
        self._y = top + height + (60 if low < 0 else 10)
        self._axis(bars, pitch)

    def _reach(self, bars: tuple[Bar, ...]) -> tuple[Decimal, Decimal]:
        """From the lowest to the highest, zero always among them; of all panels where they stand against each other."""
        compared = [bar for panel in self._chart.panels for bar in panel.bars] if self._chart.one_scale else bars
        values = [bar.value or Decimal(0) for bar in compared]
        low, high = min(Decimal(0), *values), max(Decimal(0), *values)
        return (low, high) if high > low else (low, low + 1)

    def _axis(self, bars: tuple[Bar, ...], pitch: float) -> None:
        """Every name where there is room, else every second, third, ...; years or months below, where they begin."""
        widest = max(text_width(bar.label, 1) for bar in bars)
        size = next((size for size in (32, 30, 28) if widest * size + 8 <= pitch), 26)
        step = max(1, math.ceil((widest * size + 8) / pitch))
        free = 0.0
        for place, bar in enumerate(bars):
            middle = MARGIN + (place + 0.5) * pitch
            if place % step == 0:
                self._text(middle, self._y + size + 6, bar.label, size, anchor="middle", colour=FAINT)
            left = middle - pitch / 2 + 4
            if bar.below and left >= free:
                self._text(left, self._y + 2 * size + 18, bar.below, size, colour=FAINT)
                free = left + text_width(bar.below, size) + 12
        self._y += 2 * size + 30

    def _box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        x = WIDTH - x - width if self._mirrored else x
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="3" fill="{colour}"/>'
        )

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        *,
        anchor: str = "start",
        bold: bool = False,
        colour: str = INK,
        figure: bool = False,
    ) -> None:
        if self._mirrored:
            x, anchor = WIDTH - x, {"start": "end", "end": "start"}.get(anchor, anchor)
        shown = escape(text if figure else embedded(text, self._chart.language))
        style = f'font-size="{size}" text-anchor="{anchor}" fill="{colour}"' + (' font-weight="700"' if bold else "")
        self._parts.append(f'<text x="{x:.1f}" y="{y:.1f}" {style}>{shown}</text>')


def _colour(bar: Bar) -> str:
    if bar.rest:
        return GREY
    return ORANGE if (bar.value or 0) < 0 else BLUE


def _inside(middle: float, width: float) -> float:
    return min(max(middle, MARGIN / 2 + width / 2), WIDTH - MARGIN / 2 - width / 2)
