"""The effects of the services on the outside world, by the adapters' methods that have them."""

from dataclasses import dataclass

from shared.consumption import Delivery
from shared.documents import Decoder
from shared.gpt_chat import Chat
from shared.message_locks import MessageLocks
from shared.postgres_reader import Reader
from shared.publishing import Publisher
from shared.records import Records
from shared.redis_manager import Sessions
from shared.s3_connection import ObjectStore
from shared.safe_naming import Service
from shared.twilio_api import TwilioApi
from shared.twilio_media import TwilioMedia
from tests.faults.fault_points import FaultPoints


@dataclass(frozen=True)
class Effect:
    name: str
    owner: type
    method: str


EFFECTS = tuple(
    Effect(name, owner, method)
    for owner, names in {
        Sessions: {
            "redis-look": "look",
            "redis-begin": "begin",
            "redis-finish": "finish",
            "redis-remember": "remember_sent",
            "redis-answered": "answered",
        },
        Publisher: {"publish": "send"},
        Delivery: {"ack": "acknowledge"},
        Records: {
            "user": "remember_user",
            "outcome": "outcome",
            "keep": "keep_outcome",
            "count-call": "count_paid_call",
            "invoice-row": "add_invoice_once",
            "query-row": "add_query_once",
            "claim": "claim_reply",
            "sent-row": "reply_sent",
            "settle": "settle_reply",
        },
        MessageLocks: {"lock": "_taken", "unlock": "_give_back"},
        TwilioMedia: {"download": "download", "drop-media": "delete"},
        Decoder: {"decode": "decode"},
        ObjectStore: {"put": "put"},
        Chat: {"model": "ask"},
        Reader: {"select": "fetch"},
        TwilioApi: {"twilio": "send"},
    }.items()
    for name, method in names.items()
)

EFFECTS_OF = {
    Service.WEBHOOK: ("redis-look", "redis-begin", "publish", "redis-finish", "settle"),
    Service.EXTRACTION: (
        *("user", "lock", "outcome", "download", "decode", "put", "count-call", "model", "keep", "invoice-row"),
        *("publish", "unlock", "drop-media", "ack"),
    ),
    Service.QUERY: (
        *("user", "lock", "outcome", "count-call", "model", "keep", "select", "put", "query-row", "publish"),
        *("unlock", "ack"),
    ),
    Service.RESPONSE: ("claim", "redis-remember", "twilio", "sent-row", "redis-answered", "ack"),
}


def points_of(service: Service) -> tuple[str, ...]:
    return tuple(f"{effect}.{moment}" for effect in EFFECTS_OF[service] for moment in ("before", "after"))


def surround(points: FaultPoints) -> None:
    """In this process, from now on."""
    for effect in EFFECTS:
        setattr(effect.owner, effect.method, points.around(effect.name, getattr(effect.owner, effect.method)))
