"""A real RabbitMQ for the tests: TEST_RABBITMQ_URL, else a container where Docker answers, else a private node."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aio_pika
import pytest
from pydantic import SecretStr

from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from shared.settings import RabbitSettings
from shared.topology import delete_topology
from tests.real_servers import running

NONE_TO_BE_HAD = "no RabbitMQ: set TEST_RABBITMQ_URL, start Docker or install rabbitmq-server"


@contextmanager
def rabbitmq_server(folder: Path) -> Iterator[RabbitSettings]:
    if url := os.environ.get("TEST_RABBITMQ_URL"):
        yield _settings_of(url)
    elif docker_answers():
        with _container() as settings:
            yield settings
    elif rabbitmq.installed():
        settings = _settings_of(f"amqp://test:only@{HOST}:{any_port(set())}/")
        with running(
            rabbitmq.start_rabbitmq(folder, settings.rabbitmq_port, user="test", password="only", log=folder / "log")
        ):
            yield settings
    else:
        pytest.skip(NONE_TO_BE_HAD)


async def empty(settings: RabbitSettings) -> None:
    """Deletes our queues, so that a test finds none of another's messages."""
    connection = await aio_pika.connect(
        host=settings.rabbitmq_host,
        port=settings.rabbitmq_port,
        login=settings.rabbitmq_user,
        password=settings.rabbitmq_password.get_secret_value(),
        virtualhost=settings.rabbitmq_vhost,
    )
    async with connection:
        await delete_topology(connection, settings.retry_delays_s)


def _settings_of(url: str) -> RabbitSettings:
    parts = urlsplit(url)
    return RabbitSettings(
        rabbitmq_host=parts.hostname or HOST,
        rabbitmq_port=parts.port or 5672,
        rabbitmq_user=unquote(parts.username or "guest"),
        rabbitmq_password=SecretStr(unquote(parts.password or "guest")),
        rabbitmq_vhost=unquote(parts.path[1:]) or "/",
    )


def docker_answers() -> bool:
    if not shutil.which("docker"):
        return False
    return subprocess.run(["docker", "version"], capture_output=True, timeout=20, check=False).returncode == 0


@contextmanager
def _container() -> Iterator[RabbitSettings]:
    from testcontainers.rabbitmq import RabbitMqContainer

    with RabbitMqContainer("rabbitmq:4") as container:
        yield _settings_of(
            f"amqp://guest:guest@{container.get_container_host_ip()}:{container.get_exposed_port(5672)}/"
        )
