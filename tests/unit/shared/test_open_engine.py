"""The local engine in the model's place: when, and that it is said."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date
from decimal import Decimal

import pytest
import pytest_asyncio

from shared.engine import CannotAnswer, Document, Engine, Page, ReadResult, SqlDraft, SqlRequest
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_circuit import FIRST_PAUSE_S, Circuit
from shared.gpt_errors import BudgetSpent, GptRequestRejected, GptUnavailable, PaidCallsUsedUp
from shared.invoices import InvoiceDraft
from shared.open_engine import OpenedLate, WithStandIn
from shared.safe_naming import Dependency, EngineName, StandIn
from tests.unit.shared.test_gpt_circuit import Clock

TODAY = date(2026, 3, 15)
A_PHOTO = Document(pages=(Page(1, 1, b"\x00\x00\x00"),))
DOWN = TemporaryFailure("no answer in time")


class FakeEngine:
    def __init__(self, name: EngineName, total: str) -> None:
        self.name = name
        self.reads = 0
        self.problem: Exception | None = None
        self._draft = InvoiceDraft(expense_amount=Decimal(total))

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        self.reads += 1
        if self.problem:
            raise self.problem
        return ReadResult(reading=self._draft, engine=self.name)

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        raise NotImplementedError


class Both:
    """A model and its stand-in, with a clock to pass."""

    def __init__(self, opened: AsyncExitStack, patience: int = 2) -> None:
        self.clock = Clock()
        self.model = FakeEngine(EngineName.GPT, "1.00")
        self.local = FakeEngine(EngineName.LOCAL, "2.00")
        self.openings = 0
        self.engine = WithStandIn(
            self.model, OpenedLate(self._open, opened), Circuit(patience=patience, clock=self.clock)
        )

    @asynccontextmanager
    async def _open(self) -> AsyncIterator[Engine]:
        self.openings += 1
        yield self.local

    async def read(self) -> tuple[EngineName, StandIn | None]:
        result = await self.engine.read_invoice(A_PHOTO, today=TODAY)
        return result.engine, result.stood_in


@pytest_asyncio.fixture
async def both() -> AsyncIterator[Both]:
    async with AsyncExitStack() as opened:
        yield Both(opened)


async def test_a_model_that_works_reads_and_no_stand_in_is_opened(both: Both) -> None:
    assert await both.read() == (EngineName.GPT, None)
    assert both.openings == 0


async def test_a_first_failure_is_left_to_the_queue_and_the_next_to_the_stand_in(both: Both) -> None:
    both.model.problem = DOWN
    with pytest.raises(TemporaryFailure):
        await both.read()
    assert await both.read() == (EngineName.LOCAL, StandIn.AWAY)
    assert await both.read() == (EngineName.LOCAL, StandIn.AWAY)
    assert (both.model.reads, both.openings) == (2, 1)


@pytest.mark.parametrize(
    ("problem", "why"),
    [
        pytest.param(GptUnavailable("no credit"), StandIn.AWAY, id="no-credit"),
        pytest.param(GptRequestRejected("400"), StandIn.AWAY, id="rejected"),
        pytest.param(PaidCallsUsedUp("thrice"), StandIn.AWAY, id="asked-often-enough"),
        pytest.param(BudgetSpent("this month"), StandIn.BUDGET, id="budget"),
    ],
)
async def test_what_waiting_cannot_mend_is_read_by_the_stand_in_at_once(
    both: Both, problem: Exception, why: StandIn
) -> None:
    both.model.problem = problem
    assert await both.read() == (EngineName.LOCAL, why)


async def test_a_spent_budget_of_one_user_keeps_the_model_for_others(both: Both) -> None:
    both.model.problem = BudgetSpent("this month")
    await both.read()
    both.model.problem = None
    assert await both.read() == (EngineName.GPT, None)


async def test_the_model_is_tried_again_after_a_pause(both: Both) -> None:
    both.model.problem = GptUnavailable("wrong key")
    await both.read()
    both.model.problem = None
    assert await both.read() == (EngineName.LOCAL, StandIn.AWAY)
    both.clock.now += FIRST_PAUSE_S
    assert await both.read() == (EngineName.GPT, None)


async def test_a_database_that_is_away_says_nothing_about_the_model(both: Both) -> None:
    both.model.problem = DependencyAway(Dependency.POSTGRES, "gone")
    for _ in range(3):
        with pytest.raises(DependencyAway):
            await both.read()
