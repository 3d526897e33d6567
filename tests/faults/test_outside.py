"""Twilio and the model err, refuse, hang and answer nonsense while users write."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.fakes.gpt import Answer, fails, never, says
from tests.faults.runs import Run, play
from tests.faults.world import World

pytestmark = [pytest.mark.faults, pytest.mark.asyncio(loop_scope="session")]

_FAULT_S = 8.0
_PAID_AT_MOST = 3


def _twilio(*faults: dict[str, object]) -> Callable[[World], Awaitable[None]]:
    async def err(world: World) -> None:
        for fault in faults:
            await world.phone.add_fault(**fault)
        await asyncio.sleep(_FAULT_S)
        await world.phone.clear_faults()

    return err


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("429", [{"operation": "send", "status": 429, "retry_after_s": 2}]),
        ("500", [{"operation": "send", "status": 500}]),
        ("500 after accepting", [{"operation": "send", "status": 500, "after_accepting": True, "times": 10}]),
        (
            "time-out after accepting, list late",
            [
                {"operation": "list", "hide_s": 8},
                {"operation": "send", "hang_s": 15, "after_accepting": True, "times": 6},
            ],
        ),
        ("callbacks lost", [{"operation": "callback"}]),
        ("63018 by callback", [{"operation": "deliver", "code": 63018, "times": 5}]),
        ("63019 by callback", [{"operation": "fetch", "times": 5}]),
        ("media not there yet", [{"operation": "media", "status": 404, "times": 20}]),
        ("media 503", [{"operation": "media", "status": 503, "times": 20}]),
    ],
)
async def test_what_twilio_fails_to_do_is_done_later_and_once(
    world: World, name: str, faults: list[dict[str, object]]
) -> None:
    tally = await play(world, Run(f"twilio {name}", _twilio(*faults), spread_s=_FAULT_S))
    assert tally.clean, tally


def _model(answer: Answer) -> Callable[[World], Awaitable[None]]:
    async def err(world: World) -> None:
        world.model.instead = lambda _: answer
        await asyncio.sleep(_FAULT_S)
        world.model.instead = lambda _: None

    return err


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("429", fails(429, "rate_limit_exceeded")),
        ("500", fails(500)),
        ("insufficient_quota", fails(429, "insufficient_quota")),
    ],
)
async def test_without_the_model_everyone_is_answered_later_or_by_the_local_engine(
    world: World, name: str, answer: Answer
) -> None:
    """Which cannot read the stripes of our pictures: those it took are counted as declined."""
    tally = await play(world, Run(f"gpt {name}", _model(answer), spread_s=_FAULT_S))
    assert tally.safe, tally
    assert max(world.model.paid.values()) <= _PAID_AT_MOST


@pytest.mark.parametrize(
    ("name", "answer"),
    [("time-out", never()), ("malformed", says("what a lovely picture")), ("refusal", says(None, refusal="no"))],
)
async def test_a_model_that_is_no_use_is_paid_three_times_at_most_and_the_user_is_told(
    world: World, name: str, answer: Answer
) -> None:
    tally = await play(world, Run(f"gpt {name}", _model(answer), spread_s=_FAULT_S))
    assert tally.safe, tally
    assert max(world.model.paid.values()) <= _PAID_AT_MOST
