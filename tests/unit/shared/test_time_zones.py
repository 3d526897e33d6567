from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from shared.time_zones import ZONES, today_for, zone_of

LATE_EVENING = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sender", "zone"),
    [
        ("whatsapp:+34611222333", "Europe/Madrid"),
        ("+12125550100", "America/New_York"),
        ("+14155550100", "America/Los_Angeles"),
        ("+16045550100", "America/Vancouver"),
        ("+5511999990000", "America/Sao_Paulo"),
        ("+972501234567", "Asia/Jerusalem"),
        ("+919812345678", "Asia/Kolkata"),
        ("+77012345678", "Asia/Almaty"),
        ("+79161234567", "Europe/Moscow"),
        ("whatsapp:ES.4f1c", "UTC"),
        ("+999123", "UTC"),
        ("", "UTC"),
    ],
)
def test_the_calling_code_tells_the_zone(sender: str, zone: str) -> None:
    assert zone_of(sender) == zone


def test_every_zone_exists() -> None:
    assert all(ZoneInfo(zone).key == zone for zone in set(ZONES.values()))


def test_today_is_the_users_own_date() -> None:
    assert today_for("+34611222333", LATE_EVENING, None) == (date(2026, 4, 1), "Europe/Madrid")
    assert today_for("+12125550100", LATE_EVENING, None) == (date(2026, 3, 31), "America/New_York")


def test_a_zone_that_was_set_wins() -> None:
    assert today_for("+34611222333", LATE_EVENING, "Asia/Tokyo") == (date(2026, 4, 1), "Asia/Tokyo")
