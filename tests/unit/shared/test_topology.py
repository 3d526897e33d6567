"""The queues: what RabbitMQ needs them to be so that nothing is lost between them."""

from itertools import chain

import pytest

from shared.safe_naming import Queue
from shared.topology import dead_queue, queue_arguments, retry_queue, undeliverable_queue

DELAYS_S = (0.5, 15, 300)
ALL = {name: arguments for queue in Queue for name, arguments in queue_arguments(queue, DELAYS_S).items()}
DEAD_LETTERING = {name: arguments for name, arguments in ALL.items() if "x-dead-letter-exchange" in arguments}


def test_names_say_how_long_a_message_waits() -> None:
    assert [retry_queue(Queue.IMAGE_QUEUE, delay_s) for delay_s in DELAYS_S] == [
        "message_queue.retry.0.5s",
        "message_queue.retry.15s",
        "message_queue.retry.300s",
    ]


@pytest.mark.parametrize("name", ALL)
def test_every_queue_is_a_quorum_queue(name: str) -> None:
    assert ALL[name]["x-queue-type"] == "quorum"


@pytest.mark.parametrize("name", DEAD_LETTERING)
def test_what_dead_letters_does_so_at_least_once(name: str) -> None:
    assert DEAD_LETTERING[name]["x-dead-letter-strategy"] == "at-least-once"
    assert DEAD_LETTERING[name]["x-overflow"] == "reject-publish"


@pytest.mark.parametrize("name", DEAD_LETTERING)
def test_a_target_is_declared_before_what_points_to_it(name: str) -> None:
    order = list(ALL)
    assert order.index(str(DEAD_LETTERING[name]["x-dead-letter-routing-key"])) < order.index(name)


def test_only_the_last_stop_dead_letters_nowhere() -> None:
    assert set(ALL) - set(DEAD_LETTERING) == {dead_queue(queue) for queue in Queue}


def test_a_message_waits_in_milliseconds_and_comes_back() -> None:
    waiting = queue_arguments(Queue.QUERY_QUEUE, DELAYS_S)[retry_queue(Queue.QUERY_QUEUE, 0.5)]
    assert (waiting["x-message-ttl"], waiting["x-dead-letter-routing-key"]) == (500, "query_queue")


def test_what_the_broker_gives_up_on_goes_where_the_user_is_told_first() -> None:
    path = list(chain.from_iterable((queue, undeliverable_queue(queue)) for queue in Queue))
    targets = [ALL[str(name)]["x-dead-letter-routing-key"] for name in path]
    assert targets == list(chain.from_iterable((undeliverable_queue(queue), dead_queue(queue)) for queue in Queue))
