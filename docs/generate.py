"""Writes what the docs repeat of the code: `python -m docs.generate` (`make docs`).

docs/openapi.json    the webhook's paths
docs/asyncapi.json   the queues and what travels in them
README.md            the table of environment variables, from .env.example

tests/unit/test_docs.py fails when one of them is not what this module makes.
"""

import inspect
import json
import re
import sys
from pathlib import Path
from typing import Any, cast

from pydantic.json_schema import models_json_schema

from services.whatsapp_webhook_service.dependencies import Opened
from services.whatsapp_webhook_service.routes import create_app
from shared.health import Health
from shared.messages import InvoiceImages, Question, QueueMessage, Reply
from shared.safe_naming import Service

ROOT = Path(__file__).resolve().parents[1]
OPENAPI, ASYNCAPI, README = ROOT / "docs/openapi.json", ROOT / "docs/asyncapi.json", ROOT / "README.md"
VERSION = "1.0.0"
BEGIN, END = "<!-- environment:begin (made by `make docs`) -->", "<!-- environment:end -->"
MESSAGES: dict[type[QueueMessage], tuple[tuple[Service, ...], Service]] = {
    InvoiceImages: ((Service.WEBHOOK,), Service.EXTRACTION),
    Question: ((Service.WEBHOOK,), Service.QUERY),
    Reply: ((Service.WEBHOOK, Service.EXTRACTION, Service.QUERY, Service.RESPONSE), Service.RESPONSE),
}
"""Who publishes each, and who consumes it."""

Document = dict[str, Any]


def openapi() -> Document:
    """Routes only look at what is opened when they are called."""
    return {**create_app(cast(Opened, None), Health(Service.WEBHOOK)).openapi(), "openapi": "3.1.0"}


def asyncapi() -> Document:
    _, schemas = models_json_schema(
        [(message, "validation") for message in MESSAGES], ref_template="#/components/schemas/{model}"
    )
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "FinTrak queues",
            "version": VERSION,
            "description": "Durable quorum queues of RabbitMQ. Messages are persistent JSON; their AMQP message_id is "
            "the same for every copy. Consumers ignore fields they do not know.",
        },
        "defaultContentType": "application/json",
        "channels": {str(message.queue): _channel(message) for message in MESSAGES},
        "operations": {name: operation for message in MESSAGES for name, operation in _operations(message).items()},
        "components": {
            "messages": {message.__name__: _message(message) for message in MESSAGES},
            "schemas": schemas["$defs"],
        },
    }


def _channel(message: type[QueueMessage]) -> Document:
    queue = {"name": str(message.queue), "durable": True, "exclusive": False, "autoDelete": False}
    return {
        "address": str(message.queue),
        "messages": {message.__name__: {"$ref": f"#/components/messages/{message.__name__}"}},
        "bindings": {"amqp": {"is": "queue", "queue": queue, "bindingVersion": "0.3.0"}},
    }


def _operations(message: type[QueueMessage]) -> dict[str, Document]:
    publishers, consumer = MESSAGES[message]
    channel = {"$ref": f"#/channels/{message.queue}"}
    sends = {f"{name}_sends_{message.__name__}": {"action": "send", "channel": channel} for name in publishers}
    return sends | {f"{consumer}_receives_{message.__name__}": {"action": "receive", "channel": channel}}


def _message(message: type[QueueMessage]) -> Document:
    return {
        "name": message.__name__,
        "summary": inspect.cleandoc(message.__doc__ or "").partition("\n")[0],
        "payload": {"$ref": f"#/components/schemas/{message.__name__}"},
    }


def environment_table(example: str) -> str:
    """Each variable of .env.example with the comment above it."""
    rows = ["| Variable | In `.env.example` | What it is |", "|---|---|---|"]
    for comment, name, value in re.findall(r"^# (.*)\n([A-Z0-9_]+)=(.*)$", example, re.MULTILINE):
        must, meaning = ("**set it** ", comment[4:]) if comment.startswith("(!) ") else ("", comment)
        shown = f"`{value}`" if value else ""
        rows.append(f"| `{name}` | {shown} | {must}{meaning} |")
    return "\n".join(rows)


def with_environment(readme: str) -> str:
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    table = environment_table((ROOT / ".env.example").read_text(encoding="utf-8"))
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def as_text(document: Document) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    OPENAPI.write_text(as_text(openapi()), encoding="utf-8")
    ASYNCAPI.write_text(as_text(asyncapi()), encoding="utf-8")
    README.write_text(with_environment(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write("docs/openapi.json, docs/asyncapi.json and the environment table of README.md are up to date\n")


if __name__ == "__main__":
    main()
