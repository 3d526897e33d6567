"""A real RabbitMQ for the tests: TEST_RABBITMQ_URL, else a container where Docker answers, else a private node."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import aio_pika
import pytest
from aio_pika.abc import AbstractConnection
from aio_pika.exceptions import ChannelNotFoundEntity
from pydantic import SecretStr

from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from shared.safe_naming import Queue
from shared.settings import RabbitSettings
from shared.topology import queue_arguments
from tests.real_servers import running

if TYPE_CHECKING:
    from testcontainers.core.container import DockerContainer

IMAGE = "rabbitmq:4"
AMQP_PORT = 5672
NONE_TO_BE_HAD = "no RabbitMQ: set TEST_RABBITMQ_URL, start Docker or install rabbitmq-server"


@contextmanager
def rabbitmq_server(folder: Path) -> Iterator[RabbitSettings]:
    if url := os.environ.get("TEST_RABBITMQ_URL"):
        yield _settings_of(url)
    elif container := _started_container():
        with container:
            yield _settings_of(f"amqp://guest:guest@{_address(container)}/")
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


async def delete_topology(connection: AbstractConnection, retry_delays_s: Sequence[float]) -> None:
    """All of it, messages included."""
    for queue in Queue:
        for name in reversed(queue_arguments(queue, retry_delays_s)):
            async with connection.channel() as channel:
                try:
                    await channel.queue_delete(name)
                except ChannelNotFoundEntity:
                    continue


def _settings_of(url: str) -> RabbitSettings:
    parts = urlsplit(url)
    return RabbitSettings(
        rabbitmq_host=parts.hostname or HOST,
        rabbitmq_port=parts.port or 5672,
        rabbitmq_user=unquote(parts.username or "guest"),
        rabbitmq_password=SecretStr(unquote(parts.password or "guest")),
        rabbitmq_vhost=unquote(parts.path[1:]) or "/",
    )


def _docker_answers() -> bool:
    if not shutil.which("docker"):
        return False
    return subprocess.run(["docker", "version"], capture_output=True, timeout=20, check=False).returncode == 0


def _started_container() -> "DockerContainer | None":
    """None where Docker does not answer, or answers but has the image neither here nor from a registry."""
    if not _docker_answers():
        return None
    from docker.errors import DockerException
    from testcontainers.core.container import DockerContainer
    from testcontainers.core.wait_strategies import LogMessageWaitStrategy

    ready = LogMessageWaitStrategy("Server startup complete").with_startup_timeout(60)
    try:
        return DockerContainer(IMAGE).with_exposed_ports(AMQP_PORT).waiting_for(ready).start()
    except (DockerException, TimeoutError):
        return None


def _address(container: "DockerContainer") -> str:
    return f"{container.get_container_host_ip()}:{container.get_exposed_port(AMQP_PORT)}"
