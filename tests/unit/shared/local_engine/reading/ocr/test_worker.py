"""How a page that lies on its side, or stands on its head, is set upright."""

from types import SimpleNamespace

import numpy as np
import pytest

from shared.local_engine.reading.ocr.worker import (
    PIXELS_SEARCHED,
    SHORT_SIDE_SEARCHED,
    Pixels,
    found_lines,
    lies_sideways,
    lit,
    turned_quad,
)


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        pytest.param(0, [[10, 20], [60, 20], [60, 30], [10, 30]], id="upright"),
        pytest.param(90, [[20, 140], [30, 140], [30, 190], [20, 190]], id="on-its-side"),
        pytest.param(180, [[140, 70], [190, 70], [190, 80], [140, 80]], id="on-its-head"),
    ],
)
def test_corners_follow_the_page(turned: int, expected: list[list[float]]) -> None:
    assert turned_quad([[10, 20], [60, 20], [60, 30], [10, 30]], turned, 200, 100) == expected


def test_long_lines_tell_whether_the_page_lies_on_its_side() -> None:
    wide = np.asarray(
        [[[0, 0], [200, 0], [200, 20], [0, 20]], [[0, 30], [10, 30], [10, 50], [0, 50]]], dtype=np.float32
    )
    tall = np.asarray(
        [[[0, 0], [20, 0], [20, 200], [0, 200]], [[40, 0], [60, 0], [60, 10], [40, 10]]], dtype=np.float32
    )
    assert not lies_sideways(wide)
    assert lies_sideways(tall)


class FindsTheWholePage:
    """Stands for the engine: its detector finds one line that fills what it is shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, int]] = []

    def _load_det_model(self) -> "FindsTheWholePage":
        return self

    def __call__(self, pixels: Pixels) -> SimpleNamespace:
        height, width = pixels.shape[:2]
        self.shown.append((width, height))
        return SimpleNamespace(boxes=np.asarray([[[0, 0], [width, 0], [width, height], [0, height]]]))


@pytest.mark.parametrize(("width", "height"), [(2048, 1448), (930, 2048), (400, 1600), (64, 256), (736, 800)])
def test_lines_found_on_a_smaller_page_are_cut_from_the_whole_one(width: int, height: int) -> None:
    engine = FindsTheWholePage()
    (quad,) = found_lines(engine, np.zeros((height, width, 3), dtype=np.uint8))
    assert quad.tolist() == pytest.approx(np.asarray([[0, 0], [width, 0], [width, height], [0, height]]))
    ((shown_width, shown_height),) = engine.shown
    assert shown_width * shown_height <= PIXELS_SEARCHED * 1.01
    if shown_width < width:
        assert width * height > PIXELS_SEARCHED
    else:
        assert shown_width == SHORT_SIDE_SEARCHED or shown_width * shown_height > PIXELS_SEARCHED * 0.98


def test_a_page_without_text_has_no_lines() -> None:
    engine = SimpleNamespace(_load_det_model=lambda: lambda _: SimpleNamespace(boxes=None))
    assert found_lines(engine, np.zeros((80, 60, 3), dtype=np.uint8)).shape == (0, 4, 2)


def test_a_photo_taken_in_the_dark_is_lit_up_and_any_other_left_as_it_is() -> None:
    paper, ink = (np.full((40, 40, 3), level, dtype=np.uint8) for level in (80, 30))
    dark = np.concatenate([paper, paper, ink])
    lightened = lit(dark)
    assert int(lightened[0, 0, 0]) > 200
    assert int(lightened[0, 0, 0]) - int(lightened[-1, 0, 0]) > 100
    bright = dark + 150
    assert lit(bright) is bright


def test_a_photo_of_the_night_is_not_blown_up_into_noise() -> None:
    assert int(lit(np.full((40, 40, 3), 3, dtype=np.uint8)).max()) < 30
