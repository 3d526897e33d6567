"""`python -m tests.bench.bench_broker twin|rabbitmq`: what publishing and consuming cost this process."""

import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from shared.errors import Refused
from shared.messages import Question
from shared.rabbitmq import Rabbit
from shared.settings import RabbitSettings
from tests.integration.broker_fixtures import amqp_twin, real_rabbitmq
from tests.integration.broker_parts import a_question, rabbit_at

MESSAGES = 2000
IN_FLIGHT = 64


async def _measured(name: str, work: Callable[[], Awaitable[None]]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    await work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    sys.stdout.write(
        f"{name:32} {wall / MESSAGES * 1000:.3f} ms a message, of which {cpu / MESSAGES * 1000:.3f} ms our CPU\n"
    )


async def _bench(settings: RabbitSettings) -> None:
    async with rabbit_at(settings.model_copy(update={"concurrency": IN_FLIGHT})) as rabbit:
        await _measured("publish, one after the other", lambda: _publish(rabbit, 1))
        await _measured(f"publish, {IN_FLIGHT} in flight", lambda: _publish(rabbit, IN_FLIGHT))
        await _measured("consume and acknowledge", lambda: _consume(rabbit))


async def _publish(rabbit: Rabbit, in_flight: int) -> None:
    numbers = iter(range(MESSAGES))

    async def publish() -> None:
        for number in numbers:
            await rabbit.publish(a_question(number))

    await asyncio.gather(*(publish() for _ in range(in_flight)))


async def _consume(rabbit: Rabbit) -> None:
    left, done = MESSAGES, asyncio.Event()

    async def count(_message: Question) -> None:
        nonlocal left
        left -= 1
        if not left:
            done.set()

    async def ignore(_message: Question, _why: str | Refused) -> None:
        return

    async with rabbit.consuming(Question, count, on_give_up=ignore, refused=ignore):
        await done.wait()


def main() -> None:
    logging.disable(logging.INFO)
    start = {"twin": amqp_twin, "rabbitmq": real_rabbitmq}[sys.argv[1]]
    with tempfile.TemporaryDirectory() as folder, start(Path(folder)) as broker:
        asyncio.run(_bench(broker.settings))


if __name__ == "__main__":
    main()
