from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from shared.links import DAY_S, DeadLink, link_key, make_link, open_token
from shared.settings import LinkSettings

NOW = datetime(2026, 3, 15, 9, 20, tzinfo=UTC)
KEY = b"k" * 32


def a_token(now: datetime = NOW, *, lifetime_s: int = DAY_S, object_key: str = "reports/a b.xlsx") -> str:
    return make_link("https://fintrak.test/", KEY, object_key, now=now, lifetime_s=lifetime_s).rpartition("/")[2]


def test_a_link_leads_to_its_file_under_the_public_address() -> None:
    link = make_link("https://fintrak.test", KEY, "reports/1.xlsx", now=NOW)
    assert link.startswith("https://fintrak.test/media/")
    assert open_token(link.rpartition("/")[2], KEY, NOW) == "reports/1.xlsx"


def test_a_link_lives_its_whole_time_and_not_much_longer() -> None:
    assert open_token(a_token(), KEY, NOW + timedelta(days=1)) == "reports/a b.xlsx"
    with pytest.raises(DeadLink):
        open_token(a_token(), KEY, NOW + timedelta(days=1, hours=1))


def test_a_link_made_a_little_later_is_the_same() -> None:
    assert a_token(NOW) == a_token(NOW + timedelta(minutes=20))


@pytest.mark.parametrize("position", [0, 10, 42, 45, 50, -2])
def test_a_link_that_was_tampered_with_is_dead(position: int) -> None:
    token = a_token()
    changed = "B" if token[position] == "A" else "A"
    with pytest.raises(DeadLink):
        open_token(token[:position] + changed + token[position:][1:], KEY, NOW)


@pytest.mark.parametrize("token", ["", "x", "%%%", "a" * 44, "שלום", "A" * 5000])
def test_what_is_no_link_is_dead(token: str) -> None:
    with pytest.raises(DeadLink):
        open_token(token, KEY, NOW)


def test_a_link_signed_with_another_key_is_dead() -> None:
    with pytest.raises(DeadLink):
        open_token(a_token(), b"x" * 32, NOW)


def test_the_key_is_not_the_secret_it_comes_from() -> None:
    derived = link_key(LinkSettings(public_base_url="https://fintrak.test"), "token")
    own = link_key(LinkSettings(public_base_url="https://fintrak.test", link_signing_key=SecretStr("own")), "token")
    assert len({derived, own, b"token", b"own"}) == 4
