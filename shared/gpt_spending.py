"""The till of one document or question: how often it may ask the model, and whether there is money left this month."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from shared.engine import Usage
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_errors import BudgetSpent, PaidCallsUsedUp, TillFailed
from shared.safe_naming import ReadStep
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

MAX_PAID_CALLS = 3


class SpendingRecords(Protocol):
    """shared.records.Records."""

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int: ...

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None: ...

    async def keep_call(
        self, *, sender: str, message_id: str, step: ReadStep, usage: Usage, cost_usd: float
    ) -> None: ...

    async def spent_this_month(self, sender: str) -> tuple[float, float]: ...


@dataclass(frozen=True)
class Budget:
    """US dollars a month; None is no limit."""

    of_all: float | None = None
    of_each: float | None = None

    @classmethod
    def of(cls, settings: EngineSettings) -> "Budget":
        return cls(settings.gpt_monthly_budget_usd, settings.gpt_monthly_budget_per_user_usd)

    @property
    def limited(self) -> bool:
        return self.of_all is not None or self.of_each is not None

    def allows(self, by_user: float, by_all: float) -> bool:
        """Calls under way are not known yet, so a month may cost a few calls more."""
        return all(limit is None or spent < limit for limit, spent in ((self.of_each, by_user), (self.of_all, by_all)))


@contextmanager
def _counting() -> Iterator[None]:
    try:
        yield
    except DependencyAway:
        raise
    except TemporaryFailure as failure:
        raise TillFailed(str(failure)) from failure


@dataclass(frozen=True)
class MessageTill:
    """shared.gpt_errors.Till, kept in the database so that no crash makes anyone pay a fourth time."""

    records: SpendingRecords
    budget: Budget
    sender: str
    message_id: str
    media_index: int
    step: ReadStep

    async def before(self) -> None:
        with _counting():
            if self.budget.limited and not self.budget.allows(*await self.records.spent_this_month(self.sender)):
                raise BudgetSpent("this month's budget for the model is spent")
            count = await self.records.count_paid_call(*self._row, sender=self.sender)
        if count > MAX_PAID_CALLS:
            raise PaidCallsUsedUp("the model was asked often enough")

    async def not_charged(self) -> None:
        with _counting():
            await self.records.paid_call_was_free(*self._row)

    async def charged(self, usage: Usage, cost_usd: float) -> None:
        """An answer that cannot be billed is used all the same: without it the next try would be paid again."""
        try:
            await self.records.keep_call(
                sender=self.sender, message_id=self.message_id, step=self.step, usage=usage, cost_usd=cost_usd
            )
        except TemporaryFailure as failure:
            logger.warning("a call is missing in the month's sum", extra={"problem": str(failure), "usd": cost_usd})

    @property
    def _row(self) -> tuple[str, int, ReadStep]:
        return self.message_id, self.media_index, self.step
