"""`main.py init` and `main.py check` as an operator runs them."""

import pytest
from pydantic import SecretStr
from pydantic_settings import BaseSettings

import main
from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, S3Settings
from tests.ports import free_port
from tests.unit.environments import A_WHOLE_ENVIRONMENT


@pytest.fixture(autouse=True)
def _no_environment_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*A_WHOLE_ENVIRONMENT, "S3_ENDPOINT_URL", "GPT_API_KEY", "TWILIO_API_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_init_makes_schema_queues_and_bucket_and_may_run_twice(
    empty_postgres_settings: PostgresSettings,
    rabbit_settings: RabbitSettings,
    s3_settings: S3Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    new_bucket = s3_settings.model_copy(update={"s3_bucket_name": f"{s3_settings.s3_bucket_name}-new"})
    _set_environment(monkeypatch, empty_postgres_settings, rabbit_settings, new_bucket)
    assert [main.main(["init"]), main.main(["init"])] == [0, 0]
    told = capsys.readouterr().out
    assert "schema and roles are up to date" in told
    assert "queues are declared" in told
    assert f"bucket {new_bucket.s3_bucket_name} exists" in told


def test_init_needs_only_the_database(
    empty_postgres_settings: PostgresSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _set_environment(monkeypatch, empty_postgres_settings)
    assert main.main(["init"]) == 0
    assert "queues" not in capsys.readouterr().out


def test_check_says_what_can_be_used_and_what_is_wrong(
    postgres_settings: PostgresSettings,
    redis_settings: RedisSettings,
    s3_settings: S3Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong_key = s3_settings.model_copy(update={"aws_secret_access_key": SecretStr("not the key")})
    _set_environment(monkeypatch, postgres_settings, redis_settings, wrong_key)
    monkeypatch.setenv("PUBLIC_BASE_URL", "no address")
    assert main.main(["check"]) == 1
    told = capsys.readouterr().out
    assert f"ok     PostgreSQL: {postgres_settings.rds_host}" in told
    assert f"ok     Redis: {redis_settings.redis_host}" in told
    assert "ok     engine: local" in told
    assert "WRONG  S3: " in told
    assert "WRONG  RabbitMQ: RABBITMQ_HOST is missing" in told
    assert "WRONG  public address: PUBLIC_BASE_URL: must be an absolute" in told


def test_check_tells_an_address_for_a_stand_in_from_one_for_twilio(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PUBLIC_BASE_URL", f"http://localhost:{free_port()}")
    main.main(["check"])
    monkeypatch.setenv("TWILIO_API_BASE_URL", "http://sandbox:8080")
    main.main(["check"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "public address" in line]
    assert [line.split()[0] for line in lines] == ["WRONG", "ok"]


def _set_environment(monkeypatch: pytest.MonkeyPatch, *groups: BaseSettings) -> None:
    for settings in groups:
        for name, value in settings.model_dump(exclude_none=True).items():
            plain = value.get_secret_value() if isinstance(value, SecretStr) else value
            text = ",".join(map(str, plain)) if isinstance(plain, tuple) else str(plain)
            monkeypatch.setenv(name.upper(), text)
