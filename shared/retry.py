"""What follows a failed delivery, as a value; the consume loop in rabbitmq.py carries it out."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.errors import NotYet, Refused, TemporaryFailure


@dataclass(frozen=True)
class RetryIn:
    """Queue it again after this many seconds (always one of the ladder's steps)."""

    seconds: float
    counted: bool = True
    """As one of the tries after which we give up."""


@dataclass(frozen=True)
class TellUser:
    """The user is told what to do; the message is done."""


@dataclass(frozen=True)
class DeadLetter:
    """Nobody can help by waiting: park it with the reason, for an operator."""

    reason: str


def after_failure(error: Exception, *, attempt: int, delays_s: Sequence[float]) -> RetryIn | TellUser | DeadLetter:
    """`attempt` counts the retries already made: 0 on the first delivery."""
    if isinstance(error, Refused):
        return TellUser()
    if not isinstance(error, TemporaryFailure):
        return DeadLetter(reason=type(error).__name__)
    counted = not isinstance(error, NotYet)
    if counted and attempt >= len(delays_s):
        return DeadLetter(reason=f"gave up after {attempt} retries: {error}")
    asked = error.retry_after_s or 0
    longer = [delay for delay in delays_s[attempt if counted else 0 :] if delay >= asked]
    return RetryIn(longer[0] if longer else delays_s[-1], counted)
