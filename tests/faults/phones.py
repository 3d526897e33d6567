"""What is on the phones and at Twilio, read from the twin's file: the counting shall not disturb who is counted."""

import json
import sqlite3
from collections.abc import Sequence
from urllib.parse import unquote

from services.whatsapp_sandbox.chat_messages import ChatMessage
from shared.replies import Sentence, say
from shared.safe_naming import Language
from tests.faults.world import World

_ON_PHONE = frozenset({"sent", "delivered", "read"})
_TURNED_AWAY = {say(name, Language.ENGLISH) for name in (Sentence.TRY_AGAIN_IN_A_MOMENT, Sentence.SEND_IT_AGAIN)}


def replies_since(
    world: World, moment: float, statuses: frozenset[str] = _ON_PHONE
) -> dict[str, list[tuple[str, str]]]:
    """Message id -> (reply id, text) of what reached the phone in answer to it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for resource in _resources(world, moment, "outbound-api"):
        if resource["status"] in statuses:
            reply_id = unquote(resource["status_callback"].rpartition("/")[2].partition("#")[0])
            found.setdefault(reply_id.partition(":")[0], []).append((reply_id, resource["body"]))
    return found


def turned_away_since(world: World, moment: float) -> set[str]:
    """Ids of messages that were answered at once with the request to send them again."""
    answers = _resources(world, moment, "outbound-reply")
    return {answer["in_reply_to"] for answer in answers if answer["body"] in _TURNED_AWAY}


def chat_of(world: World, users: Sequence[str]) -> list[ChatMessage]:
    places = ",".join("?" for _ in users)
    rows = _twin(world, f"SELECT body FROM chat WHERE body <> '' AND number IN ({places})", *users)  # noqa: S608
    return [ChatMessage.model_validate_json(body) for (body,) in rows]


def _resources(world: World, moment: float, direction: str) -> list[dict[str, str]]:
    rows = _twin(world, "SELECT resource FROM twilio WHERE created >= ?", moment)
    return [resource for (raw,) in rows if (resource := json.loads(raw))["direction"] == direction]


def _twin(world: World, query: str, *values: object) -> list[tuple[str]]:
    path = world.folder / "sandbox" / "sandbox.sqlite3"
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        return database.execute(query, values).fetchall()
    finally:
        database.close()
