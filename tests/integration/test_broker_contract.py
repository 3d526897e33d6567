"""What shared/rabbitmq.py promises, on the AMQP twin and on a real RabbitMQ alike."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared import dead_letters
from shared.broker_link import connect
from shared.errors import DependencyAway, NotYet, Refused, TemporaryFailure
from shared.health import Health
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.safe_naming import Dependency, Service
from shared.settings import RabbitSettings
from shared.topology import DELIVERY_LIMIT, dead_queue, queue_arguments, retry_queue, undeliverable_queue
from shared.utils import whatsapp_number
from tests.conftest import run_now
from tests.integration.broker_fixtures import SHORT_DELAYS_S, TestBroker, amqp_twin, empty, real_rabbitmq
from tests.integration.broker_parts import (
    QUEUE,
    Worker,
    a_question,
    an_open_worker,
    answers,
    consuming,
    eventually,
    holds,
    line_to,
    rabbit_at,
)

BROKERS = {"twin": amqp_twin, "rabbitmq": real_rabbitmq}


@pytest.fixture(scope="module", params=BROKERS)
def running_broker(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestBroker]:
    with BROKERS[request.param](tmp_path_factory.mktemp(request.param)) as broker:
        yield broker


@pytest.fixture
def broker(running_broker: TestBroker) -> TestBroker:
    run_now(empty(running_broker.settings))
    return running_broker


@pytest.fixture(params=BROKERS)
def fresh_broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TestBroker]:
    """To be killed: a node that dies within a second of deleting and declaring a quorum queue again forgets it."""
    with BROKERS[request.param](tmp_path) as broker:
        yield broker


@pytest.fixture
def settings(broker: TestBroker) -> RabbitSettings:
    return broker.settings


def one_at_a_time(settings: RabbitSettings) -> RabbitSettings:
    return settings.model_copy(update={"concurrency": 1})


async def publish_many(rabbit: Rabbit, count: int) -> None:
    for number in range(count):
        await rabbit.publish(a_question(number))


@contextmanager
def answering_when(event: asyncio.Event, health: Health) -> Iterator[None]:
    async def ping() -> None:
        if not event.is_set():
            raise DependencyAway(Dependency.POSTGRES, "away")

    health.watch(Dependency.POSTGRES, ping)
    yield


# --- connecting


async def test_a_connection_is_collected_in_any_thread_without_a_warning(settings: RabbitSettings) -> None:
    connection = await connect(settings, "test")
    await asyncio.to_thread(connection.__del__)  # type: ignore[attr-defined]  # a warning is an error here
    await connection.close()


# --- publishing


async def test_messages_arrive_in_the_order_they_were_published(settings: RabbitSettings) -> None:
    worker = an_open_worker()
    async with rabbit_at(one_at_a_time(settings)) as rabbit:
        await publish_many(rabbit, 20)
        async with consuming(rabbit, worker):
            await eventually(lambda: len(worker.done) == 20)
    assert worker.done == [f"SM{number}" for number in range(20)]


async def test_a_confirmed_message_survives_kill_9_of_the_broker(fresh_broker: TestBroker) -> None:
    worker = an_open_worker()
    async with rabbit_at(fresh_broker.settings) as rabbit:
        await rabbit.publish(a_question())
        await asyncio.to_thread(fresh_broker.kill_and_restart)
        async with consuming(rabbit, worker):
            await eventually(lambda: worker.done == ["SM1"])


async def test_messages_that_wait_for_a_retry_survive_kill_9_of_the_broker(fresh_broker: TestBroker) -> None:
    worker = an_open_worker(**{f"SM{number}": [TemporaryFailure("first time")] for number in range(30)})
    async with rabbit_at(fresh_broker.settings) as rabbit, consuming(rabbit, worker):
        await publish_many(rabbit, 30)
        await eventually(lambda: len(worker.done) >= 30)
        await asyncio.to_thread(fresh_broker.kill_and_restart)
        await eventually(lambda: not any(worker.fails.values()))
        expected = {f"SM{number}" for number in range(30)}
        await eventually(lambda: {one for one in expected if worker.done.count(one) >= 2} == expected)


async def test_publishing_to_a_missing_queue_raises_and_heals(settings: RabbitSettings) -> None:
    async with rabbit_at(settings) as rabbit:
        await empty(settings)
        with pytest.raises(TemporaryFailure, match="no queue query_queue"):
            await rabbit.publish(a_question())

        async def works() -> bool:
            try:
                await rabbit.publish(a_question())
            except TemporaryFailure:
                return False
            return True

        await eventually(works)


async def test_a_full_queue_refuses_and_publishing_raises(settings: RabbitSettings) -> None:
    async with rabbit_at(settings) as rabbit:
        connection = await connect(settings, "test")
        channel = await connection.channel()
        await channel.queue_delete(str(QUEUE))
        full = queue_arguments(QUEUE, SHORT_DELAYS_S)[QUEUE] | {"x-max-length": 1}
        await channel.declare_queue(str(QUEUE), durable=True, arguments=full)
        await connection.close()
        with pytest.raises(TemporaryFailure, match="takes no more messages"):
            await publish_many(rabbit, 200)  # RabbitMQ lets a few pass before it notices


async def test_publishing_while_the_broker_is_away_fails_at_once(unused_port: int) -> None:
    settings = RabbitSettings(rabbitmq_host="127.0.0.1", rabbitmq_port=unused_port)
    async with open_rabbitmq(settings, Health(Service.QUERY), service=Service.QUERY) as rabbit:
        with pytest.raises(DependencyAway):
            await rabbit.publish(a_question())


@pytest.fixture
def unused_port() -> int:
    from tests.ports import free_port

    return free_port()


async def test_a_queue_declared_otherwise_is_named(settings: RabbitSettings) -> None:
    connection = await connect(settings, "test")
    channel = await connection.channel()
    await channel.declare_queue(undeliverable_queue(QUEUE), durable=True, arguments={"x-queue-type": "quorum"})
    health = Health(Service.QUERY)
    async with open_rabbitmq(settings, health, service=Service.QUERY) as rabbit:

        async def names_it() -> bool:
            try:
                await rabbit.ping()
            except DependencyAway as away:
                return "query_queue.undeliverable exists with other arguments" in str(away)
            return False

        await eventually(names_it)
    await connection.close()


async def test_a_work_queue_that_somebody_made_otherwise_is_used_as_it_is(
    settings: RabbitSettings, caplog: pytest.LogCaptureFixture
) -> None:
    connection = await connect(settings, "test")
    channel = await connection.channel()
    for name in (str(QUEUE), dead_queue(QUEUE)):
        await channel.declare_queue(name, durable=True)
    worker = an_open_worker()
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await eventually(lambda: worker.done == ["SM1"])
    assert {str(QUEUE), dead_queue(QUEUE)} == {
        vars(record)["queue"] for record in caplog.records if "as it is" in record.message
    }
    await connection.close()


# --- consuming


async def test_a_message_is_acknowledged_only_after_its_handler_returned(settings: RabbitSettings) -> None:
    worker, second = Worker(), an_open_worker()
    async with line_to(settings) as line, rabbit_at(settings) as rabbit:
        through_line = settings.model_copy(update={"rabbitmq_port": line.port, "shutdown_grace_s": 0.1})
        await rabbit.publish(a_question())
        async with rabbit_at(through_line) as cut_off, consuming(cut_off, worker):
            await eventually(lambda: worker.started == ["SM1"])
            await line.cut()
            async with consuming(rabbit, second):
                await eventually(lambda: second.done == ["SM1"])
        await holds(settings, str(QUEUE), 0)
    assert worker.done == []


async def test_no_more_than_the_prefetch_is_in_hand(settings: RabbitSettings) -> None:
    worker = Worker()
    async with rabbit_at(settings.model_copy(update={"concurrency": 2})) as rabbit, consuming(rabbit, worker):
        await publish_many(rabbit, 6)
        await eventually(lambda: len(worker.started) == 2)
        await holds(settings, str(QUEUE), 4)
        worker.gate.set()
        await eventually(lambda: len(worker.done) == 6)
    assert worker.most_at_once == 2


async def test_a_temporary_failure_climbs_the_ladder(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[TemporaryFailure("once"), TemporaryFailure("twice")])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await eventually(lambda: len(worker.done) == 3)
    first, second, third = worker.times
    assert second - first >= SHORT_DELAYS_S[0]
    assert third - second >= SHORT_DELAYS_S[1]
    assert worker.told == []


async def test_waiting_for_a_known_moment_uses_up_no_tries(settings: RabbitSettings) -> None:
    """With short steps a reply whose sender was killed was parked before its lease had ended."""
    worker = an_open_worker(SM1=[NotYet("leased", seconds=0.1) for _ in range(4)])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await eventually(lambda: len(worker.done) == 5)
    assert worker.told == []


async def test_others_pass_while_one_waits_for_its_retry(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[TemporaryFailure("once")])
    async with rabbit_at(one_at_a_time(settings)) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question(1))
        await rabbit.publish(a_question(2))
        await eventually(lambda: len(worker.done) == 3)
    assert worker.done == ["SM1", "SM2", "SM1"]


async def test_after_the_last_step_the_user_is_told_and_the_message_parked(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[TemporaryFailure(f"failure {number}") for number in range(3)])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await holds(settings, dead_queue(QUEUE), 1)
    (dead,) = await dead_letters.show(settings, QUEUE)
    assert worker.told == [("SM1", "gave up after 2 retries: failure 2")]
    assert (dead.reason, dead.attempts) == ("gave up after 2 retries: failure 2", 2)


async def test_a_bug_is_parked_at_once_and_the_user_told(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[KeyError("secret")])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await holds(settings, dead_queue(QUEUE), 1)
    (dead,) = await dead_letters.show(settings, QUEUE)
    assert (dead.reason, dead.sender, dead.kind) == ("KeyError", "+34…333", "Question")
    assert worker.told == [("SM1", "KeyError")]


async def test_a_refusal_reaches_the_user_and_ends_the_message(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[Refused("send a photo")])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await eventually(lambda: worker.refused == [("SM1", "send a photo")])
    assert await dead_letters.show(settings, QUEUE) == []
    assert worker.done == ["SM1"]


async def test_an_unreadable_body_is_parked_without_quoting_it(settings: RabbitSettings) -> None:
    import aio_pika

    connection = await connect(settings, "test")
    channel = await connection.channel()
    worker = an_open_worker()
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await channel.default_exchange.publish(aio_pika.Message(b'{"sender": 7}'), routing_key=str(QUEUE))
        await holds(settings, dead_queue(QUEUE), 1)
    await connection.close()
    (dead,) = await dead_letters.show(settings, QUEUE)
    assert dead.reason == "unreadable: missing at message_id"
    assert worker.started == []


async def test_a_handler_that_never_ends_is_tried_again(settings: RabbitSettings) -> None:
    worker = Worker()
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker, limit_s=0.2):
        await rabbit.publish(a_question())
        await eventually(lambda: worker.cancelled == ["SM1"])
        worker.gate.set()
        await eventually(lambda: worker.done == ["SM1"])
    assert worker.told == []


async def test_while_a_dependency_is_away_the_message_stays_in_hand_uncounted(settings: RabbitSettings) -> None:
    away = [DependencyAway(Dependency.POSTGRES, "away") for _ in range(len(SHORT_DELAYS_S) + 2)]
    worker, back, health = an_open_worker(SM1=list(away)), asyncio.Event(), Health(Service.QUERY)
    with answering_when(back, health):
        async with rabbit_at(settings, health) as rabbit, consuming(rabbit, worker):
            await rabbit.publish(a_question())
            await eventually(lambda: worker.started == ["SM1"])
            back.set()
            await eventually(lambda: len(worker.done) == len(away) + 1)
    assert worker.told == []


async def test_consuming_and_publishing_go_on_after_the_connection_was_cut(settings: RabbitSettings) -> None:
    worker = an_open_worker()
    async with (
        line_to(settings) as line,
        rabbit_at(settings.model_copy(update={"rabbitmq_port": line.port})) as rabbit,
        consuming(rabbit, worker),
    ):
        await rabbit.publish(a_question(1))
        await eventually(lambda: worker.done == ["SM1"])
        await line.cut()
        with pytest.raises(DependencyAway):
            await rabbit.publish(a_question(2))
        await line.open()
        async with asyncio.timeout(15):  # 5 s on a quiet machine
            await eventually(lambda: answers(rabbit))
        await rabbit.publish(a_question(2))
        await eventually(lambda: "SM2" in worker.done)  # SM1 may have come again: the cut can swallow its ack


async def test_a_handler_outlives_its_connection_and_is_not_run_beside_its_copy(settings: RabbitSettings) -> None:
    worker = Worker()
    async with (
        line_to(settings) as line,
        rabbit_at(settings.model_copy(update={"rabbitmq_port": line.port})) as rabbit,
        consuming(rabbit, worker),
    ):
        await rabbit.publish(a_question())
        await eventually(lambda: worker.started == ["SM1"])
        await line.cut()
        await line.open()
        await eventually(lambda: answers(rabbit))
        worker.gate.set()
        await eventually(lambda: worker.done == ["SM1", "SM1"])
    assert worker.most_at_once == 1
    assert worker.cancelled == []
    await holds(settings, str(QUEUE), 0)


async def test_stopping_finishes_what_is_in_hand_and_takes_nothing_new(settings: RabbitSettings) -> None:
    worker, inside, leaving = Worker(), asyncio.Event(), asyncio.Event()
    async with rabbit_at(one_at_a_time(settings)) as rabbit:

        async def consume() -> None:
            async with consuming(rabbit, worker):
                inside.set()
                await leaving.wait()

        task = asyncio.create_task(consume())
        await publish_many(rabbit, 3)
        await eventually(lambda: worker.started == ["SM0"])
        await inside.wait()
        leaving.set()
        await holds(settings, str(QUEUE), 2)
        worker.gate.set()
        await task
    await holds(settings, str(QUEUE), 2)  # one that came while we were leaving goes back as the connection closes
    assert worker.done == ["SM0"]


async def test_what_is_unfinished_when_the_grace_ends_goes_back(settings: RabbitSettings) -> None:
    worker, second = Worker(), an_open_worker()
    async with rabbit_at(settings.model_copy(update={"shutdown_grace_s": 0.1})) as rabbit:
        async with consuming(rabbit, worker):
            await rabbit.publish(a_question())
            await eventually(lambda: worker.started == ["SM1"])
        assert worker.cancelled == ["SM1"]
        async with consuming(rabbit, second):
            await eventually(lambda: second.done == ["SM1"])


async def test_stopping_does_not_wait_for_a_dependency(settings: RabbitSettings) -> None:
    worker, health = an_open_worker(SM1=[DependencyAway(Dependency.POSTGRES, "away")]), Health(Service.QUERY)
    with answering_when(asyncio.Event(), health):
        async with rabbit_at(settings, health) as rabbit:
            async with asyncio.timeout(60), consuming(rabbit, worker):
                await rabbit.publish(a_question())
                await eventually(lambda: worker.done == ["SM1"])
            await holds(settings, str(QUEUE), 1)


async def test_a_message_comes_again_after_kill_9_of_its_consumer(settings: RabbitSettings) -> None:
    worker = an_open_worker()
    password = settings.rabbitmq_password.get_secret_value()
    async with rabbit_at(settings) as rabbit:
        await rabbit.publish(a_question())
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.integration.consumer_process",
            settings.rabbitmq_host,
            str(settings.rabbitmq_port),
            settings.rabbitmq_user,
            password,
            settings.rabbitmq_vhost,
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout
        async with asyncio.timeout(60):
            assert await process.stdout.readline() == b"SM1\n"
        process.kill()
        await process.wait()
        async with consuming(rabbit, worker):
            await eventually(lambda: worker.done == ["SM1"])


async def test_what_the_broker_gives_up_on_is_told_once_and_parked(settings: RabbitSettings) -> None:
    worker = an_open_worker()
    async with rabbit_at(settings) as rabbit:
        await rabbit.publish(a_question())
        connection = await connect(settings, "test")
        channel = await connection.channel()
        queue = await channel.get_queue(str(QUEUE), ensure=False)
        for _ in range(DELIVERY_LIMIT + 1):
            message = await queue.get(timeout=60)
            assert message
            await message.reject(requeue=True)
        await connection.close()
        await holds(settings, undeliverable_queue(QUEUE), 1)
        async with consuming(rabbit, worker):
            await holds(settings, dead_queue(QUEUE), 1)
    assert worker.started == []
    assert worker.told == [("SM1", "delivered too often: delivery_limit")]


# --- dead letters


async def test_dead_letters_are_counted_replayed_and_dropped(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[KeyError()], SM2=[KeyError()], SM3=[KeyError()])
    async with rabbit_at(settings) as rabbit:
        async with consuming(rabbit, worker):
            for number in (1, 2, 3):
                await rabbit.publish(a_question(number))
            await holds(settings, dead_queue(QUEUE), 3)
        assert await dead_letters.count(settings, QUEUE) == 3
        assert [dead.message_id for dead in await dead_letters.show(settings, QUEUE)] == ["SM1", "SM2", "SM3"]
        assert await dead_letters.drop(settings, QUEUE, ["SM3"]) == 1
        assert await dead_letters.replay(settings, QUEUE, ["SM1"]) == 1
        assert await dead_letters.replay(settings, QUEUE) == 1
        async with consuming(rabbit, worker):
            await eventually(lambda: len(worker.done) == 5)
    assert await dead_letters.show(settings, QUEUE) == []
    assert sorted(worker.done) == ["SM1", "SM1", "SM2", "SM2", "SM3"]


async def test_dead_letters_of_one_sender_can_be_dropped(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[KeyError()], SM2=[KeyError()])
    other = a_question(2).model_copy(update={"sender": "whatsapp:+34600000009"})
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question(1))
        await rabbit.publish(other)
        await holds(settings, dead_queue(QUEUE), 2)
    assert await dead_letters.drop_all_of(settings, whatsapp_number(a_question(1).sender)) == 1
    assert [dead.message_id for dead in await dead_letters.show(settings, QUEUE)] == ["SM2"]
    assert await dead_letters.drop(settings, QUEUE) == 1


async def test_a_replayed_message_has_all_attempts_before_it(settings: RabbitSettings) -> None:
    worker = an_open_worker(SM1=[TemporaryFailure("down") for _ in range(4)])
    async with rabbit_at(settings) as rabbit, consuming(rabbit, worker):
        await rabbit.publish(a_question())
        await holds(settings, dead_queue(QUEUE), 1)
        await dead_letters.replay(settings, QUEUE)
        await eventually(lambda: len(worker.done) == 5)
    assert len(worker.told) == 1
    await holds(settings, retry_queue(QUEUE, SHORT_DELAYS_S[0]), 0)
