"""How a page that lies on its side, or stands on its head, is set upright."""

import numpy as np
import pytest

from shared.local_engine.reading.ocr_worker import lies_sideways, turned_quad


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
