"""Brokers for the broker tests: the twin, and a real RabbitMQ that may be killed where it is our own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from services.whatsapp_sandbox.servers import rabbitmq
from services.whatsapp_sandbox.servers.broker import start_twin
from services.whatsapp_sandbox.servers.children import Child, stop_children, wait_until_answering
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from shared.broker_link import connect
from shared.settings import RabbitSettings
from tests import real_broker

STARTED_IN_S, STOPPED_IN_S = 60, 5
SHORT_DELAYS_S = (0.2, 0.5)
_taken: set[int] = set()


@dataclass
class TestBroker:
    """`start` is None for one that is not ours to kill."""

    __test__ = False

    settings: RabbitSettings
    start: Callable[[], Child] | None = None
    child: Child | None = None

    def kill_and_restart(self) -> None:
        if self.start is None or self.child is None:
            pytest.skip("the given broker is not ours to kill")
        self.child.kill()
        self.child = self.start()
        wait_until_answering([self.child], STARTED_IN_S)


def settings_for(port: int) -> RabbitSettings:
    return RabbitSettings(rabbitmq_host=HOST, rabbitmq_port=port, retry_delays_s=SHORT_DELAYS_S)


@contextmanager
def own_broker(start: Callable[[], Child], port: int) -> Iterator[TestBroker]:
    broker = TestBroker(settings_for(port), start, start())
    try:
        assert broker.child
        wait_until_answering([broker.child], STARTED_IN_S)
        yield broker
    finally:
        stop_children([broker.child] if broker.child else [], STOPPED_IN_S)


@contextmanager
def amqp_twin(folder: Path) -> Iterator[TestBroker]:
    port = any_port(_taken)
    start = partial(start_twin, folder / "twin", port, user="guest", password="guest", log=folder / "log")
    with own_broker(start, port) as broker:
        yield broker


@contextmanager
def real_rabbitmq(folder: Path) -> Iterator[TestBroker]:
    """In the order of tests/real_broker.py; a node of our own is one we may kill."""
    if rabbitmq.installed() and not os.environ.get("TEST_RABBITMQ_URL"):
        with installed_node(folder) as broker:
            yield broker
    else:
        with real_broker.rabbitmq_server(folder) as settings:
            yield TestBroker(settings.model_copy(update={"retry_delays_s": SHORT_DELAYS_S}))


@contextmanager
def installed_node(folder: Path) -> Iterator[TestBroker]:
    port = any_port(_taken)
    node = folder / "node"
    start = partial(rabbitmq.start_rabbitmq, node, port, user="guest", password="guest", log=folder / "log")
    with own_broker(start, port) as broker:
        yield broker


async def empty(settings: RabbitSettings) -> None:
    """As if FinTrak had never been there."""
    connection = await connect(settings, "emptying")
    try:
        await real_broker.delete_topology(connection, (*settings.retry_delays_s, 2, 15, 60, 300))
    finally:
        await connection.close()
