"""What is remembered about one user between two messages; kept in Redis, decided on by conversation.py."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict

from shared.messages import InvoiceImages, Question
from shared.safe_naming import Language, UserState

Job = InvoiceImages | Question

PENDING_AT_MOST = timedelta(minutes=8)  # the retry ladder takes about six; whatever is older will never answer


class Session(BaseModel):
    """`version` is 0 for a session that was never stored; every write counts it up (compare-and-set).

    `pending` maps the ids of messages being worked on to when they came (seconds since 1970). The responder's
    Lua script reads and writes this JSON too, and cjson turns an empty list into an object: so no lists here.
    `asked`: there was a question before, so that a few words ("by vendor") may go on with it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    state: UserState = UserState.START
    version: int = 0
    language: Language = Language.ENGLISH
    pending: dict[str, int] = {}
    confirming_deletion: bool = False
    asked: bool = False

    def without_stale(self, now: datetime) -> "Session":
        """Forgets work that cannot end any more, so that nobody stays in `processing`."""
        oldest = (now - PENDING_AT_MOST).timestamp()
        pending = {message_id: since for message_id, since in self.pending.items() if since >= oldest}
        over = self.state is UserState.PROCESSING and not pending
        if not over and len(pending) == len(self.pending):
            return self
        state = UserState.CHOOSING if over else self.state
        return self.model_copy(update={"pending": pending, "state": state})


@dataclass(frozen=True)
class Record:
    """What became of one MessageSid: `job` is None when there is nothing (more) to publish."""

    answer: str
    begun_at: datetime
    job: Job | None = None

    @property
    def done(self) -> bool:
        return self.job is None


@dataclass(frozen=True)
class Look:
    """All that a decision needs, read at once. `known` is the language of a user who wrote before."""

    record: Record | None = None
    session: Session | None = None
    known: Language | None = None
    written_this_minute: int = 1
    parked: int = 0


@dataclass(frozen=True)
class Stored:
    """The decision is now the truth."""


@dataclass(frozen=True)
class Repeat:
    """The same message was decided on before."""

    record: Record


@dataclass(frozen=True)
class Conflict:
    """The user's session changed meanwhile; nothing was stored. `session` is how it is now."""

    session: Session | None
