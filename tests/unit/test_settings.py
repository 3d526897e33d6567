"""Every setting is in .env.example and the other way round; unusable environments are explained all at once."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from shared.errors import InvalidSettings
from shared.settings import (
    EngineSettings,
    ExtractionSettings,
    LinkSettings,
    QuerySettings,
    ResponseSettings,
    TwilioSettings,
    WebhookSettings,
    load,
    load_if_set,
)
from tests.unit.environments import A_WHOLE_ENVIRONMENT

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"
SERVICES = (WebhookSettings, ExtractionSettings, QuerySettings, ResponseSettings)
READ_BY_COMPOSE = {"COMPOSE_PROFILES", "SECRETS_FOLDER"}


@pytest.fixture(autouse=True)
def only_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _fields():
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)
    for name, value in A_WHOLE_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


def test_every_setting_of_a_service_is_in_the_example() -> None:
    assert _fields() - set(_example()) == set()


def test_every_variable_of_the_example_is_a_setting() -> None:
    assert set(_example()) - _fields() == READ_BY_COMPOSE


def test_every_variable_of_the_example_is_explained_on_the_line_above() -> None:
    lines = EXAMPLE.read_text().splitlines()
    unexplained = [line for above, line in pairwise(lines) if "=" in line and not above.startswith("#")]
    assert [line for line in unexplained if not line.startswith("#")] == []


@pytest.mark.parametrize("settings_class", SERVICES)
def test_the_example_starts_every_service(monkeypatch: pytest.MonkeyPatch, settings_class: type) -> None:
    for name, value in _example().items():
        monkeypatch.setenv(name, value)
    load(settings_class)


def test_everything_that_is_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RDS_HOST", "TWILIO_AUTH_TOKEN", "REDIS_HOST"):
        monkeypatch.delenv(name)
    with pytest.raises(InvalidSettings) as refused:
        load(WebhookSettings)
    assert re.findall(r"(\w+) is missing", str(refused.value)) == ["TWILIO_AUTH_TOKEN", "RDS_HOST", "REDIS_HOST"]


def test_missing_and_malformed_variables_are_named_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RABBITMQ_HOST")
    monkeypatch.setenv("RDS_PORT", "five")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(InvalidSettings, match=r"RDS_PORT: .*integer") as refused:
        load(ExtractionSettings)
    assert "RABBITMQ_HOST is missing" in str(refused.value)
    assert "LOG_LEVEL: " in str(refused.value)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPT_API_KEY", "")
    monkeypatch.setenv("RDS_PORT", "")
    settings = load(ExtractionSettings)
    assert (settings.gpt_api_key, settings.rds_port) == (None, 5432)


def test_an_explanation_never_repeats_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "your_auth_token")
    monkeypatch.setenv("TWILIO_API_BASE_URL", "https://api.twilio.com")
    with pytest.raises(InvalidSettings, match="TWILIO_AUTH_TOKEN is an example") as refused:
        load(TwilioSettings)
    assert "your_auth_token" not in str(refused.value)


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("RDS_PASSWORD_FILE", str(tmp_path / "secret"))
    assert load(QuerySettings).rds_password.get_secret_value() == "from the file"


def test_a_secret_file_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RDS_PASSWORD_FILE", str(tmp_path / "missing"))
    with pytest.raises(InvalidSettings, match="_FILE variable names a file that cannot be read"):
        load(QuerySettings)


def test_a_real_account_is_never_used_with_a_stand_in_for_twilio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef")
    monkeypatch.setenv("TWILIO_API_BASE_URL", "http://sandbox:8080")
    with pytest.raises(InvalidSettings, match="TWILIO_ACCOUNT_SID is a real account"):
        load(TwilioSettings)


def test_the_public_address_must_be_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_BASE_URL", "fintrak.example.com")
    with pytest.raises(InvalidSettings, match="PUBLIC_BASE_URL: must be an absolute"):
        load(LinkSettings)


@pytest.mark.parametrize("number", ["+14155238886", "whatsapp:+14155238886", "+1 (415) 523-8886"])
def test_the_sender_number_may_have_its_channel_or_not(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    monkeypatch.setenv("TWILIO_PHONE_NUMBER", number)
    assert load(TwilioSettings).twilio_phone_number == "whatsapp:+14155238886"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        pytest.param("http://ollama:11434", "http://ollama:11434/v1", id="only-a-host"),
        pytest.param("http://ollama:11434/", "http://ollama:11434/v1", id="a-slash"),
        pytest.param("https://api.openai.com/v1/", "https://api.openai.com/v1", id="as-documented"),
        pytest.param("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1", id="a-longer-path"),
    ],
)
def test_the_models_server_may_be_given_without_its_version(
    monkeypatch: pytest.MonkeyPatch, given: str, used: str
) -> None:
    monkeypatch.setenv("GPT_BASE_URL", given)
    assert load(EngineSettings).gpt_base_url == used


@pytest.mark.parametrize(
    ("variable", "value", "why"),
    [
        ("GPT_BASE_URL", "ollama:11434", "must be an absolute"),
        ("S3_ENDPOINT_URL", "s3:9000", "must be an absolute"),
        ("TWILIO_API_BASE_URL", "https://twilio:https", "Port could not"),
        ("USER_TIME_ZONE", "Madrid", "must be an IANA time zone"),
        ("USER_TIME_ZONE", "../etc/passwd", "must be an IANA time zone"),
        ("RETRY_DELAYS_S", "2,0", "greater than 0"),
        ("RETRY_DELAYS_S", "inf", "less than or equal"),
        ("SHUTDOWN_GRACE_S", "-1", "greater than or equal"),
    ],
)
def test_what_could_only_fail_later_is_refused_at_start(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, why: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(InvalidSettings, match=f"{variable}: .*{why}"):
        load(ExtractionSettings)


def test_a_part_that_is_not_configured_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLIC_BASE_URL")
    assert load_if_set(LinkSettings, "PUBLIC_BASE_URL") is None


def _fields() -> set[str]:
    return {name.upper() for settings_class in SERVICES for name in settings_class.model_fields}


def _example() -> dict[str, str]:
    pairs = (
        line.split("=", 1) for line in EXAMPLE.read_text().splitlines() if "=" in line and not line.startswith("#")
    )
    return dict(pairs)
