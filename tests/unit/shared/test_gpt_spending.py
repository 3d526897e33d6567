import pytest

from shared.engine import Usage
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_errors import BudgetSpent, PaidCallsUsedUp, TillFailed
from shared.gpt_spending import MAX_PAID_CALLS, Budget, MessageTill
from shared.safe_naming import Dependency, ReadStep
from tests.unit.services.invoice_extraction_service.fakes import FakeRecords

SENDER = "whatsapp:+34611222333"
ROW = ("SM1", 0, ReadStep.INVOICE)


def a_till(records: FakeRecords, budget: Budget) -> MessageTill:
    return MessageTill(records, budget, SENDER, *ROW)


@pytest.mark.parametrize(
    ("budget", "spent"),
    [
        pytest.param(Budget(of_all=1.0), (0.1, 1.0), id="of-all"),
        pytest.param(Budget(of_each=0.5), (0.5, 0.5), id="of-this-user"),
        pytest.param(Budget(of_all=0.0), (0.0, 0.0), id="nothing-may-be-spent"),
    ],
)
async def test_a_spent_budget_forbids_the_call_and_counts_none(budget: Budget, spent: tuple[float, float]) -> None:
    records = FakeRecords([], spent=spent)
    with pytest.raises(BudgetSpent):
        await a_till(records, budget).before()
    assert records.paid == {}


async def test_without_a_limit_or_below_it_calls_are_counted() -> None:
    records = FakeRecords([], spent=(0.4, 0.9))
    await a_till(records, Budget()).before()
    await a_till(records, Budget(of_all=1.0, of_each=0.5)).before()
    assert records.paid == {ROW: 2}


async def test_one_document_may_cost_only_so_many_calls() -> None:
    till = a_till(FakeRecords([]), Budget())
    for _ in range(MAX_PAID_CALLS):
        await till.before()
    with pytest.raises(PaidCallsUsedUp):
        await till.before()


async def test_a_call_that_cost_nothing_is_taken_back_and_one_that_did_is_billed() -> None:
    records = FakeRecords([])
    till = a_till(records, Budget())
    usage = Usage(model="m", prompt_tokens=10, completion_tokens=2)
    await till.before()
    await till.not_charged()
    await till.charged(usage, 0.25)
    assert records.paid == {ROW: 0}
    assert records.bills == [
        {"sender": SENDER, "message_id": "SM1", "step": ReadStep.INVOICE, "usage": usage, "cost_usd": 0.25}
    ]


class FailingRecords(FakeRecords):
    """The database refuses statements or is away."""

    problem: Exception = TemporaryFailure("postgres: DiskFullError")

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int:
        raise self.problem

    async def keep_call(self, **call: object) -> None:
        raise self.problem


async def test_a_call_that_cannot_be_counted_is_not_made_and_not_blamed_on_the_model() -> None:
    with pytest.raises(TillFailed):
        await a_till(FailingRecords([]), Budget()).before()


async def test_a_database_that_is_away_is_called_so() -> None:
    records = FailingRecords([])
    records.problem = DependencyAway(Dependency.POSTGRES, "gone")
    with pytest.raises(DependencyAway):
        await a_till(records, Budget()).before()


async def test_an_answer_that_cannot_be_billed_is_used_all_the_same() -> None:
    await a_till(FailingRecords([]), Budget()).charged(Usage(model="m"), 0.25)
