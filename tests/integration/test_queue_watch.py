"""Depth and age of queues, as an operator sees them."""

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aio_pika.abc import AbstractConnection

from shared.broker_link import kept_open
from shared.health import Health
from shared.metrics import QUEUE_MESSAGES, QUEUE_OLDEST_SECONDS
from shared.queue_watch import InHand, depths_watched
from shared.rabbitmq import open_rabbitmq
from shared.safe_naming import Dependency, Queue, Service
from tests.integration.broker_fixtures import amqp_twin
from tests.integration.broker_parts import a_question, eventually


async def test_messages_that_wait_are_counted(tmp_path: Path) -> None:
    with amqp_twin(tmp_path) as broker:
        health = Health(Service.WEBHOOK)
        async with open_rabbitmq(broker.settings, health, service=Service.WEBHOOK) as rabbit:
            await health.until_available(Dependency.RABBITMQ)
            for number in range(3):
                await rabbit.publish(a_question(number))
        delays = broker.settings.retry_delays_s
        async with (
            kept_open(broker.settings, Service.QUERY, "watches", _nothing) as link,
            depths_watched(link, Queue.QUERY_QUEUE, delays),
        ):
            await eventually(lambda: _depth("query_queue") == 3)
            assert _depth("query_queue.dead") == 0
    assert _depth("query_queue.retry.0.2s") == 0


async def test_without_a_broker_the_depth_is_unknown(tmp_path: Path) -> None:
    with amqp_twin(tmp_path) as broker:
        settings = broker.settings
    async with (
        kept_open(settings, Service.RESPONSE, "watches", _nothing) as link,
        depths_watched(link, Queue.RESPONSE_QUEUE, settings.retry_delays_s),
    ):
        await eventually(lambda: math.isnan(_depth("response_queue")))


def test_the_oldest_message_in_hand_gives_the_age() -> None:
    in_hand = InHand(Queue.IMAGE_QUEUE)
    now = datetime.now(UTC)
    in_hand.add("older", (now - timedelta(minutes=5)).timestamp())
    in_hand.add("newer", now.timestamp())
    assert 299 < _age() < 310
    in_hand.remove("older")
    assert _age() < 10
    in_hand.remove("newer")
    assert _age() == 0


async def _nothing(_: AbstractConnection) -> None:
    """Everything is declared already."""


def _depth(name: str) -> float:
    value: float = QUEUE_MESSAGES.labels(name)._value.get()
    return value


def _age() -> float:
    (sample,) = [
        sample
        for family in QUEUE_OLDEST_SECONDS.collect()
        for sample in family.samples
        if sample.labels["queue"] == str(Queue.IMAGE_QUEUE)
    ]
    return sample.value
