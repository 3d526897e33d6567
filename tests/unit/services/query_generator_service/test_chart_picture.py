"""The drawing: readable XML whatever the names hold, mirrored where one reads from the right, letters that exist."""

import struct
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.query_generator_service.chart import Chart, chart_of
from services.query_generator_service.chart_picture import picture
from services.query_generator_service.chart_svg import BLUE, ORANGE, WIDTH, svg_of
from services.query_generator_service.chart_texts import cut_to, drawable, figure_texts, text_width
from services.query_generator_service.lookup import Found
from shared.safe_naming import Language
from shared.tables import Table
from tests.unit.services.query_generator_service.parts import a_draft

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {
    Language.HEBREW: "שופרסל דיל (סניף 12)",
    Language.ARABIC: "مقهى النخيل – Café Palm",
    Language.HINDI: "श्री क्षत्रिय भोजनालय",
}


def a_chart(*groups: tuple[str, str], language: Language = Language.ENGLISH) -> Chart:
    rows = tuple((name, "EUR", Decimal(amount), 1) for name, amount in groups)
    table = Table(("payee_name", "currency", "total", "invoices"), rows)
    chart = chart_of(Found(a_draft(measure="breakdown", adds_up=True), table), language)
    assert chart is not None
    return chart


def boxes(chart: Chart, colour: str) -> list[tuple[float, float]]:
    """Left edge and width."""
    drawn = ElementTree.fromstring(svg_of(chart)).iter(f"{SVG}rect")  # noqa: S314 - our own
    return [(float(box.attrib["x"]), float(box.attrib["width"])) for box in drawn if box.attrib["fill"] == colour]


@pytest.mark.parametrize("language", list(Language))
def test_a_picture_is_drawn_in_every_language(language: Language) -> None:
    chart = a_chart((NAMES.get(language, "Café <Noir> & Söhne"), "12.50"), ("Shell", "7"), language=language)
    data = picture(chart)
    assert data is not None
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", data[16:20]) == (WIDTH,)
    assert len(data) < 300_000


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=2, max_size=4, unique=True))
def test_no_name_breaks_the_drawing(names: list[str]) -> None:
    chart = a_chart(*((name, str(number)) for number, name in enumerate(names, 1)))
    texts = [text.text for text in ElementTree.fromstring(svg_of(chart)).iter(f"{SVG}text")]  # noqa: S314
    assert len(texts) == 2 + 2 * len(names)


def test_bars_begin_where_reading_begins() -> None:
    groups = (("Shell", "10"), ("Uber", "5"))
    english, hebrew = boxes(a_chart(*groups), BLUE), boxes(a_chart(*groups, language=Language.HEBREW), BLUE)
    assert len({left for left, _ in english}) == 1
    assert len({round(left + width, 1) for left, width in hebrew}) == 1
    assert [width for _, width in english] == [width for _, width in hebrew]


def test_refunds_point_the_other_way_in_the_other_colour() -> None:
    chart = a_chart(("Shell", "10"), ("Amazon", "-4"))
    ((spent, _),) = boxes(chart, BLUE)
    ((refund, width),) = boxes(chart, ORANGE)
    assert refund + width == pytest.approx(spent, abs=0.2)


def test_letters_no_font_has_are_left_out_and_a_name_of_nothing_else_is_numbered() -> None:
    assert drawable("Ramen 拉麺 🍜 Bar") == "Ramen Bar"
    assert "#1" in svg_of(a_chart(("株式会社", "2"), ("Shell", "1")))


def test_long_names_are_cut_before_the_figure() -> None:
    cut = cut_to("a very long name of a very long company " * 4, 500, 36)
    assert cut.endswith("…")
    assert text_width(cut, 36) <= 500


@pytest.mark.parametrize(
    ("room", "expected"),
    [(300, ["1,234.50", "870.20"]), (100, ["1,235", "870"]), (68, ["1.2k", "870"]), (8, ["1,234.50", ""])],
)
def test_figures_are_as_exact_as_there_is_room(room: float, expected: list[str]) -> None:
    values = [Decimal("1234.50"), Decimal("870.20")]
    assert figure_texts(values, a_chart(("Shell", "1"), ("Uber", "2")), room)[0] == expected
