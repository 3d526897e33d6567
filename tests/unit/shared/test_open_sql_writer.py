"""The rules in the model's place: every question is answered at once, and says who answered."""

from datetime import date

import pytest

from shared.engine import CannotAnswer, SqlDraft, SqlRequest, WhyNot
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_circuit import FIRST_PAUSE_S, Circuit
from shared.gpt_errors import BudgetSpent, GptRequestRejected, GptUnavailable, PaidCallsUsedUp, TillFailed
from shared.open_sql_writer import WithFallback
from shared.safe_naming import Dependency, EngineName, Language, StandIn
from tests.unit.shared.test_gpt_circuit import Clock

QUESTION = SqlRequest(text="what did I spend?", today=date(2026, 3, 15), language=Language.ENGLISH)


class FakeWriter:
    def __init__(self, name: EngineName) -> None:
        self.name = name
        self.asked = 0
        self.problem: Exception | None = None
        self.refusal: CannotAnswer | None = None

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        self.asked += 1
        if self.problem:
            raise self.problem
        return self.refusal or SqlDraft(sql="SELECT 1", engine=self.name)


class Both:
    def __init__(self) -> None:
        self.clock = Clock()
        self.model = FakeWriter(EngineName.GPT)
        self.rules = FakeWriter(EngineName.LOCAL)
        self.writer = WithFallback(self.model, self.rules, Circuit(patience=2, clock=self.clock))

    async def write(self) -> tuple[EngineName, StandIn | None]:
        draft = await self.writer.write_sql(QUESTION)
        assert isinstance(draft, SqlDraft)
        return draft.engine, draft.stood_in


@pytest.mark.parametrize(
    ("problem", "why"),
    [
        pytest.param(TemporaryFailure("500"), StandIn.AWAY, id="down"),
        pytest.param(GptUnavailable("no credit"), StandIn.AWAY, id="no-credit"),
        pytest.param(BudgetSpent("this month"), StandIn.BUDGET, id="budget"),
        pytest.param(PaidCallsUsedUp("three crashes inside the call"), StandIn.AWAY, id="calls-used-up"),
        pytest.param(GptRequestRejected("a wrong mode"), StandIn.AWAY, id="request-rejected"),
    ],
)
async def test_the_rules_answer_at_once(problem: Exception, why: StandIn) -> None:
    both = Both()
    both.model.problem = problem
    assert await both.write() == (EngineName.LOCAL, why)


@pytest.mark.parametrize(
    ("problem", "said", "why"),
    [
        pytest.param(PaidCallsUsedUp("three crashes"), "not_understood", "failed", id="no-fault-of-the-question"),
        pytest.param(PaidCallsUsedUp("three crashes"), "off_topic", "off_topic", id="also-the-rules-know-that"),
        pytest.param(BudgetSpent("this month"), "not_understood", "not_understood", id="the-model-will-not-come-back"),
    ],
)
async def test_a_question_the_rules_do_not_understand_failed_where_the_model_did(
    problem: Exception, said: WhyNot, why: WhyNot
) -> None:
    both = Both()
    both.model.problem = problem
    both.rules.refusal = CannotAnswer(why=said, engine=EngineName.LOCAL)
    outcome = await both.writer.write_sql(QUESTION)
    assert isinstance(outcome, CannotAnswer)
    assert outcome.why == why


async def test_a_model_that_keeps_failing_is_not_waited_for_until_the_pause_is_over() -> None:
    both = Both()
    both.model.problem = TemporaryFailure("no answer in time")
    for _ in range(5):
        await both.write()
    assert both.model.asked == 2
    both.clock.now += FIRST_PAUSE_S
    both.model.problem = None
    assert await both.write() == (EngineName.GPT, None)


@pytest.mark.parametrize("problem", [DependencyAway(Dependency.POSTGRES, "gone"), TillFailed("DiskFullError")])
async def test_a_database_in_trouble_is_waited_for_and_no_fault_of_the_model(problem: Exception) -> None:
    both = Both()
    both.model.problem = problem
    for _ in range(3):
        with pytest.raises(type(problem)):
            await both.write()
    both.model.problem = None
    assert await both.write() == (EngineName.GPT, None)
