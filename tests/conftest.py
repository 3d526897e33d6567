"""Fixtures of real servers for integration and e2e tests; each test has a database, bucket or vhost of its own."""

import asyncio
import os
from collections import Counter
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
import redis

from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, S3Settings
from tests import real_broker, real_servers

Result = TypeVar("Result")
LIBREOFFICE_MISSING = "LibreOffice is not installed"  # too large to ask for; formulas are computed by tests of ours too


def run_now(work: Coroutine[object, object, Result]) -> Result:
    """Runs it to its end in a loop of its own, wherever we are called from."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[real_servers.PostgresServer]:
    with real_servers.postgres_server(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture
def empty_postgres_settings(postgres_server: real_servers.PostgresServer) -> Iterator[PostgresSettings]:
    """A new database without our schema; its owner is no superuser, as on RDS."""
    settings = run_now(postgres_server.make_database())
    yield settings
    run_now(postgres_server.drop_database(settings))


@pytest.fixture
def postgres_settings(empty_postgres_settings: PostgresSettings) -> PostgresSettings:
    """A new database with our schema and roles."""
    from shared.schema import init_database  # heavy, and most runs need no database

    run_now(init_database(empty_postgres_settings))
    return empty_postgres_settings


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisSettings]:
    with real_servers.redis_server(tmp_path_factory.mktemp("redis")) as settings:
        yield settings


@pytest.fixture
def redis_settings(redis_server: RedisSettings) -> RedisSettings:
    """An empty server."""
    password = redis_server.redis_password
    client = redis.Redis(
        redis_server.redis_host, redis_server.redis_port, password=password.get_secret_value() if password else None
    )
    client.flushall()
    client.close()
    return redis_server


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Settings]:
    with real_servers.s3_server(tmp_path_factory.mktemp("s3")) as settings:
        yield settings


@pytest.fixture
def s3_settings(s3_server: S3Settings) -> S3Settings:
    """A new bucket."""
    return real_servers.with_new_bucket(s3_server)


@pytest.fixture(scope="session")
def rabbitmq_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitSettings]:
    with real_broker.rabbitmq_server(tmp_path_factory.mktemp("rabbitmq")) as settings:
        yield settings


@pytest.fixture
def rabbit_settings(rabbitmq_server: RabbitSettings) -> RabbitSettings:
    """A real RabbitMQ without our queues; tests that need one are skipped, and counted, where none is to be had."""
    run_now(real_broker.empty(rabbitmq_server))
    return rabbitmq_server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what was not tested, and how much of it; .ci/run sets FINTRAK_NO_SKIPS where nothing may be left out."""
    reasons = Counter(str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []))
    for reason, count in reasons.items():
        terminalreporter.write_line(f"NOT TESTED, {count} tests: {reason.removeprefix('Skipped: ')}", yellow=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    unexpected = [report for report in skipped if not str(report.longrepr[2]).endswith(LIBREOFFICE_MISSING)]
    if os.environ.get("FINTRAK_NO_SKIPS") and unexpected:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
