"""What is on the phones and at Twilio, read from the twin's file: the counting shall not disturb who is counted."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from services.whatsapp_sandbox.chat_messages import ChatMessage
from shared.replies import Sentence, say
from shared.safe_naming import Language
from tests.faults.world import World

_ON_PHONE = frozenset({"sent", "delivered", "read"})
_TURNED_AWAY = {say(name, Language.ENGLISH) for name in (Sentence.TRY_AGAIN_IN_A_MOMENT, Sentence.SEND_IT_AGAIN)}


@dataclass(frozen=True)
class OnPhone:
    """A reply as it arrived; `reply_id` is the one it was sent with, `sid` Twilio's."""

    reply_id: str
    sid: str
    number: str
    text: str

    @property
    def answers(self) -> str:
        """The message it is a reply to."""
        return self.reply_id.partition(":")[0]


def replies_since(world: World, moment: float, statuses: frozenset[str] = _ON_PHONE) -> list[OnPhone]:
    """What reached phones."""
    return [
        OnPhone(
            unquote(resource["status_callback"].rpartition("/")[2].partition("#")[0]),
            resource["sid"],
            resource["to"].removeprefix("whatsapp:"),
            resource["body"],
        )
        for resource in _resources(world, moment, "outbound-api")
        if resource["status"] in statuses
    ]


def shared_out(arrived: Iterable[OnPhone], settled: Mapping[str, tuple[str, str]]) -> list[OnPhone]:
    """Two replies of the same words to one phone may change places: Twilio's list does not tell which is which.

    `settled`: sid -> reply id and number, as the services recorded it. Only what a reply has twice goes to another.
    """
    arrived = list(arrived)
    alike = Counter((reply.reply_id, reply.text) for reply in arrived)
    shared = []
    for reply in arrived:
        reply_id, number = settled.get(reply.sid, (reply.reply_id, reply.number))
        if reply_id != reply.reply_id and number == reply.number and alike[reply.reply_id, reply.text] > 1:
            alike[reply.reply_id, reply.text] -= 1
            reply = OnPhone(reply_id, reply.sid, number, reply.text)
        shared.append(reply)
    return shared


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
