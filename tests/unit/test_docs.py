"""The documents made from the code are those the code makes now, and are valid."""

import json
from datetime import UTC, datetime

import pytest
from jsonschema import Draft7Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from docs import generate
from shared.messages import InvoiceImages, Media, Question, QueueMessage, Reply
from shared.safe_naming import Queue

A_MOMENT = datetime(2026, 3, 14, 12, tzinfo=UTC)
EXAMPLES = (
    InvoiceImages(
        message_id="SM1",
        sender="whatsapp:+34611222333",
        media=(Media(url="https://api.twilio.com/1", content_type="image/jpeg"),),
        received_at=A_MOMENT,
    ),
    Question(message_id="SM1", sender="whatsapp:+34611222333", text="?", received_at=A_MOMENT),
    Reply(reply_id="SM1:done:1", to="whatsapp:+34611222333", text="Saved", in_reply_to="SM1"),
)


def test_the_openapi_document_is_that_of_the_code() -> None:
    assert json.loads(generate.OPENAPI.read_text(encoding="utf-8")) == generate.openapi(), "run `make docs`"


def test_the_asyncapi_document_is_that_of_the_code() -> None:
    assert json.loads(generate.ASYNCAPI.read_text(encoding="utf-8")) == generate.asyncapi(), "run `make docs`"


def test_the_environment_table_is_that_of_the_example() -> None:
    readme = generate.README.read_text(encoding="utf-8")
    assert readme == generate.with_environment(readme), "run `make docs`"


def test_the_openapi_document_is_valid() -> None:
    OpenAPIV31SpecValidator(generate.openapi()).validate()


def test_every_queue_is_a_channel_with_a_sender_and_a_receiver() -> None:
    document = generate.asyncapi()
    assert set(document["channels"]) == set(Queue)
    used = {(op["action"], op["channel"]["$ref"]) for op in document["operations"].values()}
    assert used == {(action, f"#/channels/{queue}") for action in ("send", "receive") for queue in Queue}


def test_every_reference_of_the_asyncapi_document_leads_somewhere() -> None:
    document = generate.asyncapi()
    assert [reference for reference in _references(document) if not _leads_somewhere(document, reference)] == []


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_messages_are_as_the_asyncapi_document_says(message: QueueMessage) -> None:
    document = generate.asyncapi()
    schema = {"$ref": f"#/components/schemas/{type(message).__name__}", "components": document["components"]}
    Draft7Validator.check_schema(document["components"]["schemas"][type(message).__name__])
    Draft7Validator(schema).validate(message.model_dump(mode="json"))


def _references(part: object) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [reference for value in part.values() for reference in _references(value)]
    return [reference for value in part for reference in _references(value)] if isinstance(part, list) else []


def _leads_somewhere(document: object, reference: str) -> bool:
    for name in reference.removeprefix("#/").split("/"):
        if not isinstance(document, dict) or name not in document:
            return False
        document = document[name]
    return True
