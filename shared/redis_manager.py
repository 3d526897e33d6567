"""Sessions, de-duplication and rate limits in Redis, for the webhook and the responder; the only user of redis-py."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TypeVar, cast

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.connection import Connection, SSLConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError, RedisError

from shared import redis_scripts
from shared.errors import DependencyAway
from shared.health import Health
from shared.messages import InvoiceImages, Question, Reply
from shared.safe_naming import Dependency, Language, Queue
from shared.session import Conflict, Look, Record, Repeat, Session, Stored
from shared.settings import RedisSettings

CALL_TIMEOUT_S = 1.5
MAX_CONNECTIONS = 50
RECORD_TTL_S = 48 * 3600  # Twilio's repeats come within hours
KNOWN_TTL_S = 400 * 24 * 3600
RATE_WINDOW_S = 60
SENT_TTL_S = 24 * 3600
PARKED_TTL_S = 30 * 24 * 3600

UNPUBLISHED = "fintrak:unpublished"
FORGETTING = "fintrak:forgetting"
Result = TypeVar("Result")

_JOB_CLASSES: dict[Queue, type[InvoiceImages] | type[Question]] = {
    Queue.IMAGE_QUEUE: InvoiceImages,
    Queue.QUERY_QUEUE: Question,
}


class Sessions:
    """Every call is one round trip, ends within `CALL_TIMEOUT_S` and raises DependencyAway when Redis is silent."""

    def __init__(self, redis: Redis, ttl_s: int) -> None:
        self._redis = redis
        self._ttl_s = ttl_s

    async def look(self, sender: str, message_id: str) -> Look:
        user = _user(sender)
        keys = [_message(message_id), _session_key(sender), _key("known", user), _key("rate", user), _parked(sender)]
        record, session, known, count, parked = cast("list[str]", await self._run("look", keys, [RATE_WINDOW_S]))
        language = Language(known) if known else None
        return Look(_record(record), _session(session), language, int(count), int(parked))

    async def begin(
        self,
        sender: str,
        message_id: str,
        record: Record,
        *,
        session: Session | None,
        seen: Session | None,
        forget: bool = False,
    ) -> Stored | Repeat | Conflict:
        """Stores session, record and the mark `unpublished` in one step, if the session still is the one `seen`.

        `session` None removes it, and with it that the user ever wrote.
        """
        known = _key("known", _user(sender))
        keys = [_message(message_id), _session_key(sender), known, UNPUBLISHED, FORGETTING]
        arguments = [
            seen.version if seen else 0,
            session.model_dump_json() if session else "",
            self._ttl_s,
            _record_json(record),
            RECORD_TTL_S,
            message_id,
            record.begun_at.timestamp(),
            "1" if record.job else "",
            str(session.language) if session else "",
            KNOWN_TTL_S,
            sender if forget else "",
        ]
        outcome, value = cast("list[str]", await self._run("begin", keys, arguments))
        if outcome == "conflict":
            return Conflict(_session(value))
        found = _record(value)
        return Repeat(found) if found else Stored()

    async def finish(self, message_id: str, record: Record) -> None:
        """The job is in its queue: the record keeps only the answer, for repeats."""
        done = _record_json(Record(record.answer, record.begun_at))
        await self._run("finish", [_message(message_id), UNPUBLISHED], [done, RECORD_TTL_S, message_id])

    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]:
        """Jobs begun before that moment whose publishing was never confirmed, oldest first."""
        arguments = [before.timestamp(), limit, _message("")]
        found = cast("list[list[str]]", await self._run("unpublished", [UNPUBLISHED], arguments))
        records = [(message_id, _record(raw)) for message_id, raw in found]
        return [(message_id, record) for message_id, record in records if record and record.job]

    async def answered(self, reply: Reply) -> None:
        """Takes the answered message off the list; the last one ends `processing`."""
        await self._run("answered", [_session_key(reply.to)], [reply.in_reply_to, str(reply.next_state), self._ttl_s])

    async def to_forget(self) -> dict[str, str]:
        """Who confirmed that their data be deleted, by the message that said so, until `forgotten`."""
        return await self._bounded(cast("Awaitable[dict[str, str]]", self._redis.hgetall(FORGETTING)))

    async def forgotten(self, sender: str, message_id: str) -> None:
        """Removes the texts kept here; the deletion of everything else is no longer remembered here only."""
        keys = [FORGETTING, _parked(sender), _sent_to(sender)]
        await self._run("forgotten", keys, [message_id, _key("sent", "")])

    async def remember_sent(self, part_id: str, reply: Reply) -> None:
        """Kept for a day: a failure that Twilio reports later is answered by sending it again in another form."""
        keys = [_key("sent", part_id), _sent_to(reply.to)]
        await self._run("remember_sent", keys, [reply.model_dump_json(), SENT_TTL_S, part_id])

    async def sent(self, part_id: str) -> Reply | None:
        raw = cast("str | None", await self._bounded(self._redis.get(_key("sent", part_id))))
        return Reply.model_validate_json(raw) if raw else None

    async def park(self, reply: Reply) -> None:
        """Waits for the user's next message: only then does WhatsApp let us write again."""
        await self._run("park", [_parked(reply.to)], [reply.reply_id, reply.model_dump_json(), PARKED_TTL_S])

    async def parked(self, sender: str) -> list[Reply]:
        call = cast("Awaitable[list[str]]", self._redis.hvals(_parked(sender)))
        return [Reply.model_validate_json(raw) for raw in await self._bounded(call)]

    async def unparked(self, reply: Reply) -> None:
        await self._bounded(self._redis.hdel(_parked(reply.to), reply.reply_id))

    async def ping(self) -> None:
        await self._bounded(self._redis.ping())

    async def _run(self, script: str, keys: Sequence[str], arguments: Sequence[object]) -> object:
        text, digest = redis_scripts.SCRIPTS[script], redis_scripts.DIGESTS[script]
        given = [*keys, *(str(argument) for argument in arguments)]
        try:
            call = cast("Awaitable[object]", self._redis.evalsha(digest, len(keys), *given))
            return await self._bounded(call)
        except NoScriptError:  # the server was restarted: EVAL both runs and keeps the script
            return await self._bounded(cast("Awaitable[object]", self._redis.eval(text, len(keys), *given)))

    @staticmethod
    async def _bounded(call: Awaitable[Result]) -> Result:
        try:
            async with asyncio.timeout(CALL_TIMEOUT_S):
                return await call
        except NoScriptError:
            raise
        except (RedisError, TimeoutError, OSError) as error:
            raise DependencyAway(Dependency.REDIS, type(error).__name__) from error


@asynccontextmanager
async def open_sessions(settings: RedisSettings, health: Health) -> AsyncIterator[Sessions]:
    """Connects when first used: a Redis that is away at start is no reason not to start."""
    redis = Redis(connection_pool=_pool(settings))
    sessions = Sessions(redis, settings.session_ttl_s)
    health.watch(Dependency.REDIS, sessions.ping)
    try:
        yield sessions
    finally:
        await redis.aclose(close_connection_pool=True)


def _pool(settings: RedisSettings) -> BlockingConnectionPool:
    password = settings.redis_password
    return BlockingConnectionPool(
        host=settings.redis_host,
        port=settings.redis_port,
        password=password.get_secret_value() if password else None,
        connection_class=SSLConnection if settings.redis_tls else Connection,
        decode_responses=True,
        max_connections=MAX_CONNECTIONS,
        timeout=CALL_TIMEOUT_S,
        socket_timeout=None,  # `_bounded` has the one limit; the library's own starts a task for every command
        socket_connect_timeout=1.0,
        socket_keepalive=True,
        protocol=2,  # the older protocol costs less to read, and we need nothing of the newer one
        retry=Retry(NoBackoff(), 1),  # a connection that died while idle; every script may run twice
    )


def _user(sender: str) -> str:
    """Keys show up in tools and backups, so they hold no phone number."""
    return hashlib.sha256(sender.encode()).hexdigest()[:32]


def _key(kind: str, name: str) -> str:
    return f"fintrak:{kind}:{name}"


def _message(message_id: str) -> str:
    return _key("message", message_id)


def _session_key(sender: str) -> str:
    return _key("session", _user(sender))


def _parked(sender: str) -> str:
    return _key("parked", _user(sender))


def _sent_to(sender: str) -> str:
    return _key("sent-to", _user(sender))


def _session(raw: str) -> Session | None:
    return Session.model_validate_json(raw) if raw else None


def _record(raw: str) -> Record | None:
    if not raw:
        return None
    stored = json.loads(raw)
    job = _JOB_CLASSES[stored["queue"]].model_validate_json(stored["job"]) if "job" in stored else None
    return Record(stored["answer"], datetime.fromtimestamp(stored["begun_at"], UTC), job)


def _record_json(record: Record) -> str:
    stored: dict[str, str | float] = {"answer": record.answer, "begun_at": record.begun_at.timestamp()}
    if record.job:
        stored |= {"queue": str(record.job.queue), "job": record.job.model_dump_json()}
    return json.dumps(stored, ensure_ascii=False)
