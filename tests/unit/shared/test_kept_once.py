"""Nothing is found out twice, also when the database goes away between the answer and its keeping."""

import pytest

from shared import kept_once
from shared.errors import DependencyAway
from shared.kept_once import KeptOnce
from shared.safe_naming import Dependency, ReadStep
from tests.unit.services.invoice_extraction_service.fakes import FakeRecords

ROW = ("SM1", 0, ReadStep.INVOICE)
ANA = "whatsapp:+34611222333"


class Model:
    """Every answer is another."""

    def __init__(self) -> None:
        self.paid = 0

    async def __call__(self) -> dict[str, object]:
        self.paid += 1
        return {"answer": self.paid}


class SometimesAway(FakeRecords):
    away_for = 0

    async def keep_outcome(
        self,
        message_id: str,
        media_index: int,
        step: ReadStep,
        outcome: dict[str, object],
        *,
        sender: str | None = None,
    ) -> dict[str, object]:
        if self.away_for:
            self.away_for -= 1
            raise DependencyAway(Dependency.POSTGRES, "gone")
        return await super().keep_outcome(message_id, media_index, step, outcome, sender=sender)


async def test_what_is_kept_is_used() -> None:
    model, kept = Model(), KeptOnce(FakeRecords([]))
    assert await kept.outcome(ROW, model, sender=ANA) == {"answer": 1}
    assert await kept.outcome(ROW, model, sender=ANA) == {"answer": 1}
    assert model.paid == 1


async def test_an_answer_that_could_not_be_kept_is_not_paid_again() -> None:
    records = SometimesAway([])
    records.away_for = 2
    model, kept = Model(), KeptOnce(records)
    for _ in range(2):
        with pytest.raises(DependencyAway):
            await kept.outcome(ROW, model, sender=ANA)
    assert await kept.outcome(ROW, model, sender=ANA) == {"answer": 1}
    assert model.paid == 1
    assert records.outcomes == {ROW: {"answer": 1}}


async def test_the_first_answer_kept_is_everybody_s_answer() -> None:
    records = SometimesAway([])
    records.away_for = 1
    here, elsewhere = KeptOnce(records), KeptOnce(records)
    with pytest.raises(DependencyAway):
        await here.outcome(ROW, Model(), sender=ANA)
    other = Model()
    other.paid = 6
    assert await elsewhere.outcome(ROW, other, sender=ANA) == {"answer": 7}
    assert await here.outcome(ROW, Model(), sender=ANA) == {"answer": 7}


async def test_only_so_many_answers_wait() -> None:
    records = SometimesAway([])
    records.away_for = kept_once.MOST_WAITING + 1
    model, kept = Model(), KeptOnce(records)
    for number in range(kept_once.MOST_WAITING + 1):
        with pytest.raises(DependencyAway):
            await kept.outcome((f"SM{number}", 0, ReadStep.INVOICE), model, sender=ANA)
    paid = model.paid
    await kept.outcome(("SM0", 0, ReadStep.INVOICE), model, sender=ANA)
    assert model.paid == paid + 1
