import pytest

from shared.engine import Usage
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_errors import BudgetSpent, PaidCallsUsedUp, TillFailed
from shared.gpt_spending import MAX_PAID_CALLS, Budget, CountedCall, MessageTill
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
        await a_till(records, budget).before("m", 0.01)
    assert records.paid == {ROW: 0}


async def test_without_a_limit_or_below_it_calls_are_counted() -> None:
    records = FakeRecords([], spent=(0.4, 0.9))
    await a_till(records, Budget()).before("m", 0.01)
    await a_till(records, Budget(of_all=1.0, of_each=0.5)).before("m", 0.01)
    assert records.paid == {ROW: 2}


async def test_one_document_may_cost_only_so_many_calls() -> None:
    till = a_till(FakeRecords([]), Budget())
    for _ in range(MAX_PAID_CALLS):
        await till.before("m", 0.01)
    with pytest.raises(PaidCallsUsedUp):
        await till.before("m", 0.01)


async def test_a_call_that_cost_nothing_is_taken_back_and_one_that_did_is_billed() -> None:
    records = FakeRecords([])
    till = a_till(records, Budget())
    usage = Usage(model="m", prompt_tokens=10, completion_tokens=2)
    await (await till.before("m", 0.01)).not_charged()
    await (await till.before("m", 0.01)).charged(usage, 0.25)
    assert records.paid == {ROW: 1}
    assert [(bill["usage"], bill["cost_usd"]) for bill in records.bills] == [(None, 0.0), (usage, 0.25)]


async def test_a_call_of_unknown_end_stays_in_the_sum_as_what_it_was_expected_to_cost() -> None:
    records = FakeRecords([])
    await a_till(records, Budget()).before("m", 0.01)
    assert records.bills == [
        {"sender": SENDER, "message_id": "SM1", "step": ReadStep.INVOICE, "model": "m", "expected_usd": 0.01}
    ]


class FailingRecords(FakeRecords):
    """The database refuses statements or is away."""

    problem: Exception = TemporaryFailure("postgres: DiskFullError")

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int:
        raise self.problem

    async def bill_call(self, call_id: int, usage: Usage | None, cost_usd: float) -> None:
        raise self.problem


async def test_a_call_that_cannot_be_counted_is_not_made_and_not_blamed_on_the_model() -> None:
    with pytest.raises(TillFailed):
        await a_till(FailingRecords([]), Budget()).before("m", 0.01)


async def test_a_database_that_is_away_is_called_so() -> None:
    records = FailingRecords([])
    records.problem = DependencyAway(Dependency.POSTGRES, "gone")
    with pytest.raises(DependencyAway):
        await a_till(records, Budget()).before("m", 0.01)


async def test_an_answer_that_cannot_be_billed_is_used_all_the_same() -> None:
    await CountedCall(FailingRecords([]), 7, ROW).charged(Usage(model="m"), 0.25)
