"""What can go wrong with the model's server, named for what happens next, and the count of calls that cost money."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from shared.errors import FintrakError, TemporaryFailure


class GptUnavailable(TemporaryFailure):
    """No call will work before an operator acts: wrong key, unknown model, no credit left."""


class GptRequestRejected(FintrakError):
    """The server will not take this very request, now or later: a bug of ours or a wrong GPT_STRUCTURED_MODE."""


class Till(Protocol):
    """Counts paid calls: `before` may raise to forbid one, `not_charged` takes one back that cost nothing."""

    async def before(self) -> None: ...

    async def not_charged(self) -> None: ...


_till: ContextVar[Till | None] = ContextVar("gpt_till", default=None)


@contextmanager
def paying_at(till: Till) -> Iterator[None]:
    """Every call made inside passes the till. An engine that costs nothing never goes there."""
    token = _till.set(till)
    try:
        yield
    finally:
        _till.reset(token)


async def before_paid_call() -> Callable[[], Awaitable[None]]:
    """Announces the next call; what it returns is awaited if that call turns out to be free."""
    till = _till.get()
    if till is None:
        return _nothing
    await till.before()
    return till.not_charged


async def _nothing() -> None:
    return None
