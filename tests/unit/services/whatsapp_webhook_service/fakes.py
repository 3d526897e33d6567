"""Redis and RabbitMQ as the dispatcher sees them, in memory; each can be away."""

from dataclasses import dataclass, field

from shared.errors import DependencyAway
from shared.messages import QueueMessage, Reply
from shared.safe_naming import Dependency
from shared.session import Conflict, Look, Record, Repeat, Session, Stored


@dataclass
class FakeSessions:
    look_at: Look = field(default_factory=Look)
    answers: list[Stored | Repeat | Conflict] = field(default_factory=list)
    away: bool = False
    finish_away: bool = False
    begun: list[tuple[Record, Session | None, Session | None, bool]] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    waiting: list[Reply] = field(default_factory=list)

    async def look(self, sender: str, message_id: str) -> Look:
        self._must_answer()
        return self.look_at

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
        self._must_answer()
        self.begun.append((record, session, seen, forget))
        return self.answers.pop(0) if self.answers else Stored()

    async def finish(self, message_id: str, record: Record) -> None:
        if self.finish_away:
            raise DependencyAway(Dependency.REDIS, "test")
        self.finished.append(message_id)

    async def parked(self, sender: str) -> list[Reply]:
        return list(self.waiting)

    async def unparked(self, reply: Reply) -> None:
        self.waiting.remove(reply)

    def _must_answer(self) -> None:
        if self.away:
            raise DependencyAway(Dependency.REDIS, "test")


@dataclass
class FakeDeletions:
    away: bool = False
    taken_over: list[tuple[str, str]] = field(default_factory=list)

    async def take_over(self, sender: str, message_id: str) -> None:
        if self.away:
            raise DependencyAway(Dependency.POSTGRES, "test")
        self.taken_over.append((sender, message_id))


@dataclass
class FakePublisher:
    away: bool = False
    published: list[QueueMessage] = field(default_factory=list)

    async def publish(self, message: QueueMessage, *, timeout_s: float = 5) -> None:
        if self.away:
            raise DependencyAway(Dependency.RABBITMQ, "test")
        self.published.append(message)
