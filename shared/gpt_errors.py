"""What can go wrong with the model's server, named for what happens next, and the count of calls that cost money."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

from shared.engine import Usage
from shared.errors import FintrakError, TemporaryFailure


class GptUnavailable(TemporaryFailure):
    """No call will work before an operator acts: wrong key, unknown model, no credit left."""


class GptRequestRejected(FintrakError):
    """The server will not take this very request, now or later: a bug of ours or a wrong GPT_STRUCTURED_MODE."""


class TillFailed(TemporaryFailure):
    """The database could not count a call: no fault of the model's, and no reason to do without it."""


class MayNotPay(FintrakError):
    """The till forbids the next call."""


class PaidCallsUsedUp(MayNotPay):
    """The model was asked as often as one document or question may cost, and gave no usable answer."""


class BudgetSpent(MayNotPay):
    """This month's money, of the user or of all, is gone."""


class PaidCall(Protocol):
    """A call that was allowed: told how it ended, once. Told nothing (a crash), it counts as it was announced."""

    async def not_charged(self) -> None: ...

    async def charged(self, usage: Usage, cost_usd: float) -> None: ...


class Till(Protocol):
    """Counts paid calls before they are made; may raise MayNotPay."""

    async def before(self, model: str, expected_usd: float) -> PaidCall: ...


class _FreeCall:
    async def not_charged(self) -> None:
        return None

    async def charged(self, usage: Usage, cost_usd: float) -> None:
        return None


_FREE = _FreeCall()
_till: ContextVar[Till | None] = ContextVar("gpt_till", default=None)


@contextmanager
def paying_at(till: Till) -> Iterator[None]:
    """Every call made inside passes the till. An engine that costs nothing never goes there."""
    token = _till.set(till)
    try:
        yield
    finally:
        _till.reset(token)


async def before_paid_call(model: str, expected_usd: float) -> PaidCall:
    """Announces the next call; what is returned must be told whether it was charged."""
    till = _till.get()
    return await till.before(model, expected_usd) if till else _FREE
