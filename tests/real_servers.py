"""Real servers for the tests: a given one (TEST_..._URL), else one started from a wheel or an installed package."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import asyncpg
import boto3
from pydantic import SecretStr

from services.whatsapp_sandbox.servers.children import Child, stop_children, wait_until_answering
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from services.whatsapp_sandbox.servers.postgres import SUPERUSER, start_postgres
from services.whatsapp_sandbox.servers.s3 import start_s3
from services.whatsapp_sandbox.servers.valkey import start_valkey
from shared.settings import PostgresSettings, RedisSettings, S3Settings

STARTED_IN_S = 30
STOPPED_IN_S = 10
_PASSWORD = "test-only-password"
_taken: set[int] = set()


@contextmanager
def running(child: Child) -> Iterator[None]:
    try:
        wait_until_answering([child], STARTED_IN_S)
        yield
    finally:
        stop_children([child], STOPPED_IN_S)


@dataclass(frozen=True)
class PostgresServer:
    """A server and its superuser, who makes a database and an owner without superuser rights for each test."""

    host: str
    port: int
    user: str
    password: str

    @classmethod
    def at(cls, url: str) -> "PostgresServer":
        parts = urlsplit(url)
        return cls(
            parts.hostname or HOST,
            parts.port or 5432,
            unquote(parts.username or SUPERUSER),
            unquote(parts.password or ""),
        )

    async def run(self, *statements: str, database: str = "postgres") -> None:
        connection = await asyncpg.connect(
            host=self.host, port=self.port, user=self.user, password=self.password, database=database
        )
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def make_database(self) -> PostgresSettings:
        name = f"fintrak_test_{uuid.uuid4().hex[:12]}"
        await self.run(
            f"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD '{_PASSWORD}'", f"CREATE DATABASE {name} OWNER {name}"
        )
        return PostgresSettings(
            rds_host=self.host, rds_port=self.port, rds_database=name, rds_user=name, rds_password=SecretStr(_PASSWORD)
        )

    async def drop_database(self, settings: PostgresSettings) -> None:
        """Also the roles that were made for it, which are named after it."""
        name = settings.rds_database
        connection = await asyncpg.connect(
            host=self.host, port=self.port, user=self.user, password=self.password, database="postgres"
        )
        try:
            await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            roles = await connection.fetch("SELECT rolname FROM pg_roles WHERE rolname LIKE $1 || '%'", name)
            for (role,) in sorted(roles, reverse=True):
                await connection.execute(f'DROP ROLE "{role}"')
        finally:
            await connection.close()


@contextmanager
def postgres_server(folder: Path) -> Iterator[PostgresServer]:
    if url := os.environ.get("TEST_POSTGRES_URL"):
        yield PostgresServer.at(url)
        return
    port = any_port(_taken)
    with running(start_postgres(folder / "data", port, _PASSWORD, log=folder / "log", durable=False)):
        yield PostgresServer(HOST, port, SUPERUSER, _PASSWORD)


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisSettings]:
    if url := os.environ.get("TEST_REDIS_URL"):
        parts = urlsplit(url)
        password = SecretStr(unquote(parts.password)) if parts.password else None
        yield RedisSettings(redis_host=parts.hostname or HOST, redis_port=parts.port or 6379, redis_password=password)
        return
    port = any_port(_taken)
    with running(start_valkey(folder, port, _PASSWORD, log=folder / "log", durable=False)):
        yield RedisSettings(redis_host=HOST, redis_port=port, redis_password=SecretStr(_PASSWORD))


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Settings]:
    port = any_port(_taken)
    with running(start_s3(folder / "data", port, "test-key", _PASSWORD, log=folder / "log")):
        yield S3Settings(
            aws_access_key_id="test-key",
            aws_secret_access_key=SecretStr(_PASSWORD),
            s3_bucket_name="unused",
            s3_endpoint_url=f"http://{HOST}:{port}",
        )


def with_new_bucket(settings: S3Settings) -> S3Settings:
    bucket = f"fintrak-test-{uuid.uuid4().hex[:12]}"
    client = boto3.client(
        "s3",
        endpoint_url=settings.s3_endpoint_url,
        aws_access_key_id=settings.aws_access_key_id,
        aws_secret_access_key=_PASSWORD,
        region_name=settings.aws_region,
    )
    client.create_bucket(Bucket=bucket)
    client.close()
    return settings.model_copy(update={"s3_bucket_name": bucket})
