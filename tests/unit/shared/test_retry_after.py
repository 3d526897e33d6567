from datetime import UTC, datetime

import pytest

from shared.retry_after import seconds_asked_for

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("7", 7.0, id="seconds"),
        pytest.param(" 0.5 ", 0.5, id="a-fraction"),
        pytest.param("-3", 0.0, id="less-than-nothing"),
        pytest.param("Sun, 15 Mar 2026 09:02:00 GMT", 120.0, id="a-date"),
        pytest.param("Sun, 15 Mar 2026 09:02:00 -0000", 120.0, id="a-date-of-no-zone"),
        pytest.param("Sun, 15 Mar 2026 08:00:00 GMT", 0.0, id="a-date-that-is-over"),
        pytest.param("", None, id="no-header"),
        pytest.param("soon", None, id="a-word"),
        pytest.param("nan", None, id="not-a-number"),
        pytest.param("inf", None, id="for-ever"),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert seconds_asked_for(header, NOW) == seconds
