"""What the sandbox refuses to start with, and what it fills in."""

from collections.abc import Callable

import pytest

from services.whatsapp_sandbox.settings import RETRIES, SandboxSettings
from shared.errors import InvalidSettings
from shared.settings import load

STAND_IN = "AC" + "0" * 32
REAL_LOOKING = "AC0123456789abcdef0123456789abcdef"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Callable[..., SandboxSettings]:
    def build(**variables: str) -> SandboxSettings:
        given = {"TWILIO_ACCOUNT_SID": STAND_IN, "TWILIO_AUTH_TOKEN": "t", "TWILIO_PHONE_NUMBER": "+14155238886"}
        for name in SandboxSettings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        for name, value in (given | variables).items():
            monkeypatch.setenv(name, value)
        return load(SandboxSettings)

    return build


def test_a_real_looking_account_is_refused(settings: Callable[..., SandboxSettings]) -> None:
    with pytest.raises(InvalidSettings, match="TWILIO_ACCOUNT_SID: this is a real account"):
        settings(TWILIO_ACCOUNT_SID=REAL_LOOKING)


def test_an_address_without_a_scheme_is_refused(settings: Callable[..., SandboxSettings]) -> None:
    with pytest.raises(InvalidSettings, match="WEBHOOK_URL"):
        settings(WEBHOOK_URL="localhost:8000/whatsapp")


def test_people_need_numbers(settings: Callable[..., SandboxSettings]) -> None:
    assert settings(SANDBOX_USERS="+34611222333 Ana Ruiz, +4915112345678").sandbox_users[1] == "+4915112345678"
    with pytest.raises(InvalidSettings, match="SANDBOX_USERS: write each person as"):
        settings(SANDBOX_USERS="Ana +34611222333")


def test_what_is_left_out_follows_from_the_rest(settings: Callable[..., SandboxSettings]) -> None:
    found = settings(SANDBOX_PORT="9090", PUBLIC_BASE_URL="http://127.0.0.1:8000/")
    assert found.hook == f"http://127.0.0.1:8000/whatsapp{RETRIES}"
    assert found.api_base_url == found.cdn_base_url == "http://127.0.0.1:9090"
    assert found.twilio_phone_number == "whatsapp:+14155238886"
    assert found.sandbox_host == "127.0.0.1"


def test_the_overrides_of_a_webhook_url_are_kept(settings: Callable[..., SandboxSettings]) -> None:
    assert settings(WEBHOOK_URL="https://x.example/whatsapp#rc=1").hook == "https://x.example/whatsapp#rc=1"


def test_the_services_may_use_the_name_they_know(settings: Callable[..., SandboxSettings]) -> None:
    found = settings(TWILIO_API_BASE_URL="http://sandbox:8080", SANDBOX_ALLOWED_HOSTS="192.168.1.7")
    assert {"sandbox", "192.168.1.7", "localhost", "127.0.0.1"} <= found.allowed_hosts
