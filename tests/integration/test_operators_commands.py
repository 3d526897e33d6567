"""`main.py init`, `check` and `dead-letters` as an operator runs them."""

import aio_pika
import pytest
from pydantic import SecretStr
from pydantic_settings import BaseSettings

import main
from shared.broker_link import connect
from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, S3Settings
from shared.topology import dead_queue
from tests.conftest import run_now
from tests.integration.broker_parts import QUEUE, a_question, rabbit_at
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


def test_dead_letters_are_shown_sent_again_and_dropped_one_by_one(
    rabbit_settings: RabbitSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _set_environment(monkeypatch, rabbit_settings)
    run_now(_park(rabbit_settings, "SM1", "SM2"))
    assert main.main(["dead-letters", "show", "query_queue", "SM1"]) == 0
    assert main.main(["dead-letters", "drop", "query_queue", "SM1"]) == 0
    assert main.main(["dead-letters", "replay", "query_queue", "SM1"]) == 1
    assert main.main(["dead-letters", "replay"]) == 0
    assert main.main(["dead-letters", "show", "query_queue"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "query_queue SM1 from +34…333, unknown age, 0 retries: unknown",
        "query_queue: 1 dropped",
        "message_queue: 0 sent again",
        "query_queue: 1 sent again",
        "response_queue: 0 sent again",
        "query_queue: none",
    ]
    assert "no more of these ids are parked there" in told.err


def test_a_broker_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _set_environment(monkeypatch, RabbitSettings(rabbitmq_host="127.0.0.1", rabbitmq_port=9))
    assert main.main(["dead-letters", "list"]) == 1
    assert capsys.readouterr().err.startswith("fintrak: rabbitmq: 127.0.0.1:9 cannot be used")


async def _park(settings: RabbitSettings, *message_ids: str) -> None:
    async with rabbit_at(settings), await connect(settings, "test") as connection, connection.channel() as channel:
        for message_id in message_ids:
            message = aio_pika.Message(a_question().model_dump_json().encode(), message_id=message_id)
            await channel.default_exchange.publish(message, routing_key=dead_queue(QUEUE))


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


def test_check_names_a_file_of_a_secret_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "/run/secrets/nothing")
    assert main.main(["check"]) == 1
    assert "WRONG  Redis: a *_FILE variable names a file that cannot be read" in capsys.readouterr().out


def _set_environment(monkeypatch: pytest.MonkeyPatch, *groups: BaseSettings) -> None:
    for settings in groups:
        for name, value in settings.model_dump(exclude_none=True).items():
            plain = value.get_secret_value() if isinstance(value, SecretStr) else value
            text = ",".join(map(str, plain)) if isinstance(plain, tuple) else str(plain)
            monkeypatch.setenv(name.upper(), text)
