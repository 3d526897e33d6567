"""The errors of FinTrak, named for what happens next.

FintrakError
 +-- TemporaryFailure      the message waits in the retry ladder and is tried again
 |    +-- DependencyAway   one of our own servers is unreachable: wait for it, then go on (no attempt is counted)
 |    +-- NotYet           nothing failed: its moment is still to come (no attempt is counted)
 +-- Refused               the user can fix this: they are told, the message is done
 +-- InvalidSettings       the process cannot start: every wrong setting is named at once

Anything else is a bug: the message is dead-lettered, the user told, the session reset.
"""

from shared.safe_naming import Dependency


class FintrakError(Exception):
    """Base of everything FinTrak raises on purpose."""


class TemporaryFailure(FintrakError):
    """The outside world hiccupped. `retry_after_s` is the least wait it asked for, if any."""

    def __init__(self, reason: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s


class DependencyAway(TemporaryFailure):
    """A server every message needs is unreachable; handling any other message would fail too."""

    def __init__(self, dependency: Dependency, reason: str) -> None:
        super().__init__(f"{dependency}: {reason}")
        self.dependency = dependency


class NotYet(TemporaryFailure):
    """Waiting is part of the work, and its end is known: however short the ladder's steps, they do not run out."""

    def __init__(self, reason: str, *, seconds: float) -> None:
        super().__init__(reason, retry_after_s=seconds)


class Refused(FintrakError):
    """The sender can fix this. `text` is the whole sentence they get, in their language."""

    def __init__(self, text: str) -> None:
        super().__init__("refused")  # the text may quote the user, so it stays out of logs
        self.text = text


class InvalidSettings(FintrakError):
    """The environment is not usable; the message lists each variable and how to fix it."""
