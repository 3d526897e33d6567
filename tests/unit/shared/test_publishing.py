"""What a message looks like on the wire, the first time and after a failure."""

from datetime import UTC, datetime
from typing import Any

import aio_pika
import pytest
from aio_pika.abc import AbstractIncomingMessage
from aiormq.abc import DeliveredMessage
from pamqp import commands
from pamqp.header import ContentHeader

from shared.messages import Question
from shared.publishing import attempt_of, first_copy, next_copy
from shared.safe_naming import Service

QUESTION = Question(message_id="SM1", sender="whatsapp:+34611222333", text="?", received_at=datetime.now(UTC))


def received(**properties: Any) -> AbstractIncomingMessage:  # noqa: ANN401 - whatever a broker may send
    delivery = commands.Basic.Deliver(delivery_tag=1)
    header = ContentHeader(properties=commands.Basic.Properties(**properties))
    return aio_pika.IncomingMessage(DeliveredMessage(delivery=delivery, header=header, body=b"{}", channel=None))  # type: ignore[arg-type]


def test_the_first_copy_is_persistent_and_carries_the_id_of_the_delivery() -> None:
    message = first_copy(QUESTION, Service.WEBHOOK)
    assert (message.message_id, message.delivery_mode) == ("SM1", aio_pika.DeliveryMode.PERSISTENT)
    assert Question.model_validate_json(message.body) == QUESTION


def test_the_next_copy_keeps_id_and_time_and_counts_the_attempt() -> None:
    published = datetime(2026, 1, 2, tzinfo=UTC)
    copy = next_copy(received(message_id="SM1", timestamp=published, headers={"x-attempt": 1}), attempt=2)
    assert (copy.message_id, copy.timestamp, copy.headers) == ("SM1", published, {"x-attempt": 2})


def test_the_next_copy_forgets_what_the_broker_noted() -> None:
    copy = next_copy(received(headers={"x-death": [{"queue": "a"}], "x-delivery-count": 3}), attempt=0, reason="why")
    assert copy.headers == {"x-attempt": 0, "x-reason": "why"}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param({"x-attempt": 3}, 3, id="as-counted"),
        pytest.param({}, 0, id="missing"),
        pytest.param({"x-attempt": "many"}, 0, id="odd"),
        pytest.param({"x-attempt": -1}, 0, id="negative"),
    ],
)
def test_attempts_are_read_from_the_header(headers: dict[str, Any], expected: int) -> None:
    assert attempt_of(received(headers=headers)) == expected
