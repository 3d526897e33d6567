"""The servers that wheels bring: they answer, ask for a password, and keep what they were given."""

from collections.abc import Callable
from pathlib import Path

import asyncpg
import boto3
import pytest
import redis
from botocore.exceptions import ClientError

from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.children import Child, ChildFailed, start_child, wait_until_answering
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from services.whatsapp_sandbox.servers.postgres import SUPERUSER, start_postgres
from services.whatsapp_sandbox.servers.s3 import start_s3
from services.whatsapp_sandbox.servers.valkey import start_valkey
from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, S3Settings
from tests.real_servers import running


async def test_a_database_belongs_to_an_owner_who_is_no_superuser(empty_postgres_settings: PostgresSettings) -> None:
    connection = await _connect(empty_postgres_settings)
    is_superuser = await connection.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    await connection.close()
    assert is_superuser is False


async def test_postgres_refuses_a_wrong_password(empty_postgres_settings: PostgresSettings) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await _connect(empty_postgres_settings, password="wrong")


async def test_postgres_folds_the_case_of_every_script(empty_postgres_settings: PostgresSettings) -> None:
    connection = await _connect(empty_postgres_settings)
    assert await connection.fetchval("SELECT lower('CAFÉ ÅNGSTRÖM')") == "café ångström"
    await connection.close()


def test_valkey_asks_for_its_password(redis_settings: RedisSettings) -> None:
    client = redis.Redis(redis_settings.redis_host, redis_settings.redis_port)
    with pytest.raises(redis.AuthenticationError):
        client.ping()
    client.close()


def test_s3_refuses_a_wrong_key(s3_settings: S3Settings) -> None:
    client = _s3_client(s3_settings.s3_endpoint_url or "", secret="wrong")
    with pytest.raises(ClientError, match="Forbidden"):
        client.head_object(Bucket=s3_settings.s3_bucket_name, Key="a")
    client.close()


async def test_postgres_keeps_committed_rows_when_it_is_killed(tmp_path: Path) -> None:
    port = any_port(set())

    def start() -> Child:
        return start_postgres(tmp_path / "data", port, "secret", log=tmp_path / "log")

    with running(killed := start()):
        connection = await asyncpg.connect(host=HOST, port=port, user=SUPERUSER, password="secret")
        await connection.execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)")
        killed.kill()
        connection.terminate()
    with running(start()):
        connection = await asyncpg.connect(host=HOST, port=port, user=SUPERUSER, password="secret")
        assert await connection.fetchval("SELECT id FROM kept") == 7
        await connection.close()


def test_valkey_keeps_what_it_was_told_when_it_is_killed(tmp_path: Path) -> None:
    port = any_port(set())

    def start() -> Child:
        return start_valkey(tmp_path / "data", port, "secret", log=tmp_path / "log")

    def tell() -> None:
        with redis.Redis(HOST, port, password="secret") as client:
            client.set("state", "choosing")

    _until_killed(start(), tell)
    with running(start()), redis.Redis(HOST, port, password="secret") as client:
        assert client.get("state") == b"choosing"


def test_s3_keeps_images_and_their_type_when_it_is_killed(tmp_path: Path) -> None:
    port = any_port(set())

    def start() -> Child:
        return start_s3(tmp_path / "data", port, "key", "secret", log=tmp_path / "log")

    def store() -> None:
        client = _s3_client(f"http://{HOST}:{port}", secret="secret")
        client.create_bucket(Bucket="images")
        client.put_object(Bucket="images", Key="invoices/1/original.jpg", Body=b"\xff\xd8", ContentType="image/jpeg")
        client.close()

    _until_killed(start(), store)
    with running(start()):
        client = _s3_client(f"http://{HOST}:{port}", secret="secret")
        stored = client.get_object(Bucket="images", Key="invoices/1/original.jpg")
        assert (stored["Body"].read(), stored["ContentType"]) == (b"\xff\xd8", "image/jpeg")
        client.close()


def test_rabbitmq_is_real_and_empty(rabbit_settings: RabbitSettings) -> None:
    assert rabbitmq.speaks_amqp(rabbit_settings.rabbitmq_port)


def test_a_child_that_dies_at_start_is_reported_with_its_last_words(tmp_path: Path) -> None:
    child = start_child("broken", ["sh", "-c", "echo no room left; exit 3"], log=tmp_path / "log")
    child.process.wait()
    with pytest.raises(ChildFailed, match=r"broken stopped with exit code 3(?s:.*)no room left"):
        wait_until_answering([child], 5)


def _until_killed(child: Child, use: Callable[[], None] = lambda: None) -> None:
    try:
        wait_until_answering([child], 30)
        use()
    finally:
        child.kill()


def _s3_client(endpoint: str, *, secret: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - boto3 makes its classes at run time
    return boto3.client(
        "s3", endpoint_url=endpoint, aws_access_key_id="key", aws_secret_access_key=secret, region_name="us-east-1"
    )


async def _connect(settings: PostgresSettings, password: str | None = None) -> asyncpg.Connection:
    return await asyncpg.connect(
        host=settings.rds_host,
        port=settings.rds_port,
        user=settings.rds_user,
        password=password or settings.rds_password.get_secret_value(),
        database=settings.rds_database,
    )
