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


class PaidCallRecords(Protocol):
    """shared.records.Records."""

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int: ...

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None: ...

    async def reserve_call(
        self,
        *,
        sender: str,
        message_id: str,
        step: ReadStep,
        model: str,
        expected_usd: float,
        limit_of_each: float | None,
        limit_of_all: float | None,
    ) -> int | None: ...

    async def bill_call(self, call_id: int, usage: Usage | None, cost_usd: float) -> None: ...


@dataclass(frozen=True)
class Budget:
    """US dollars a month; None is no limit."""

    of_all: float | None = None
    of_each: float | None = None

    @classmethod
    def of(cls, settings: EngineSettings) -> "Budget":
        return cls(settings.gpt_monthly_budget_usd, settings.gpt_monthly_budget_per_user_usd)


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
    """shared.gpt_errors.Till, kept in the database so that no crash makes anyone pay a fourth time, and so that calls
    made at the same time cannot together spend more than is left: each counts as what it may cost before it begins."""

    records: PaidCallRecords
    budget: Budget
    sender: str
    message_id: str
    media_index: int
    step: ReadStep

    async def before(self, model: str, expected_usd: float) -> "CountedCall":
        with _counting():
            if await self.records.count_paid_call(*self._row, sender=self.sender) > MAX_PAID_CALLS:
                raise PaidCallsUsedUp("the model was asked often enough")
            call_id = await self.records.reserve_call(
                sender=self.sender,
                message_id=self.message_id,
                step=self.step,
                model=model,
                expected_usd=expected_usd,
                limit_of_each=self.budget.of_each,
                limit_of_all=self.budget.of_all,
            )
            if call_id is None:
                await self.records.paid_call_was_free(*self._row)
                raise BudgetSpent("this month's budget for the model is spent")
        return CountedCall(self.records, call_id, self._row)

    @property
    def _row(self) -> tuple[str, int, ReadStep]:
        return self.message_id, self.media_index, self.step


@dataclass(frozen=True)
class CountedCall:
    """shared.gpt_errors.PaidCall."""

    records: PaidCallRecords
    call_id: int
    row: tuple[str, int, ReadStep]

    async def not_charged(self) -> None:
        with _counting():
            await self.records.paid_call_was_free(*self.row)
            await self.records.bill_call(self.call_id, None, 0.0)

    async def charged(self, usage: Usage, cost_usd: float) -> None:
        """An answer that cannot be billed is used all the same: without it the next try would be paid again."""
        try:
            await self.records.bill_call(self.call_id, usage, cost_usd)
        except TemporaryFailure as failure:
            facts = {"problem": str(failure), "usd": cost_usd}
            logger.warning("a call stays in the month's sum as what it was expected to cost", extra=facts)
