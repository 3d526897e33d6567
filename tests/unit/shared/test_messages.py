from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from shared.messages import InvoiceImages, Media, Question, reply_id, reply_to
from shared.safe_naming import Outcome, UserState

RECEIVED = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)


def a_question() -> Question:
    return Question(message_id="SM1", sender="whatsapp:+34611222333", text="how much?", received_at=RECEIVED)


def test_a_message_of_a_newer_version_is_understood() -> None:
    body = a_question().model_dump(mode="json") | {"schema_version": 2, "mood": "curious"}
    assert Question.model_validate(body).text == "how much?"


def test_a_message_without_its_sender_is_not_a_message() -> None:
    body = a_question().model_dump(mode="json")
    del body["sender"]
    with pytest.raises(ValidationError):
        Question.model_validate(body)


def test_a_message_cannot_be_changed_on_its_way() -> None:
    with pytest.raises(ValidationError):
        a_question().text = "something else"  # type: ignore[misc]


def test_images_survive_the_round_trip_through_json() -> None:
    images = InvoiceImages(
        message_id="MM1",
        sender="whatsapp:+34611222333",
        media=(Media(url="https://media.test/1", content_type="image/jpeg"),),
        received_at=RECEIVED,
    )
    assert InvoiceImages.model_validate_json(images.model_dump_json()) == images
    assert images.delivery_id == "MM1"


def test_the_same_work_answers_under_the_same_id_and_another_ending_under_another() -> None:
    ids = {reply_id("SM1", outcome, part) for outcome in Outcome for part in (1, 2)}
    assert len(ids) == 2 * len(Outcome)
    assert reply_id("SM1", Outcome.DONE) == "SM1:done:1"


def test_a_reply_goes_to_whoever_asked() -> None:
    reply = reply_to(a_question(), "42.00 EUR", Outcome.DONE)
    assert (reply.to, reply.in_reply_to, reply.next_state) == ("whatsapp:+34611222333", "SM1", UserState.CHOOSING)
    assert reply.delivery_id == "SM1:done:1"
