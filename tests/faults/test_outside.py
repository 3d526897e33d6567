"""Twilio and the model err, refuse, hang and answer nonsense while users write."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from shared.safe_naming import Service
from tests.fakes.gpt import Answer, fails, never, says
from tests.faults.quiet import queue_lengths
from tests.faults.runs import MESSAGES, STUCK_S, USERS, Run, note, play
from tests.faults.traffic import Traffic
from tests.faults.world import World, owner_connection

pytestmark = [pytest.mark.faults, pytest.mark.asyncio(loop_scope="session")]

_FAULT_S = 8.0
_WINDOW_CLOSED, _OPTED_OUT = 63016, 21610
_ROWS_OF_TEN = 10  # of ten messages five are one invoice, one is two, three are questions


def _twilio(*faults: dict[str, object]) -> Callable[[World], Awaitable[None]]:
    async def err(world: World) -> None:
        for fault in faults:
            await world.phone.add_fault(**fault)
        await asyncio.sleep(_FAULT_S)
        await world.all_is_well_at_twilio()

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


async def test_what_whatsapp_found_too_fast_is_sent_again_minutes_later(world: World) -> None:
    fault = _twilio({"operation": "deliver", "code": 63018, "times": 5})
    tally = await play(world, Run("twilio 63018 by callback", fault, spread_s=_FAULT_S, stuck_s=420))
    assert tally.clean, tally


@pytest.mark.parametrize("operation", ["send", "deliver"])
async def test_what_whatsapp_refuses_after_a_day_comes_with_the_next_message_of_the_user(
    world: World, operation: str
) -> None:
    """The responder was away while they wrote, and found the window closed."""
    await world.make_well()
    traffic = await _of_users(world, USERS)
    await world.stop(Service.RESPONSE)
    await traffic.send(MESSAGES)
    await world.phone.add_fault(operation=operation, status=400, code=_WINDOW_CLOSED)
    await world.start(Service.RESPONSE)
    await _until_refused(world, traffic, len(traffic.sent))
    await world.all_is_well_at_twilio()
    for user in traffic.users:
        await traffic.ask(user)
    tally = await traffic.until_quiet(STUCK_S)
    note(f"twilio 63016 {'by callback' if operation == 'deliver' else 'at once'}", tally)
    assert tally.clean, tally


async def test_a_user_who_cannot_be_reached_costs_the_others_nothing_and_is_not_stuck(world: World) -> None:
    await world.make_well()
    others, gone = await _of_users(world, USERS - 1), await _of_users(world, 1)
    await world.phone.add_fault(operation="send", status=400, code=_OPTED_OUT, number=gone.users[0])
    before = await queue_lengths(world)
    await asyncio.gather(gone.send(10), others.send(MESSAGES - 10))
    tally = await others.until_quiet(STUCK_S)
    note("twilio 21610 for one of ten users, the others", tally)
    assert tally.clean, tally
    await gone.until(lambda tally: tally.rows == _ROWS_OF_TEN, 4 * STUCK_S)
    await _until_refused(world, gone, len(gone.sent))
    assert (await queue_lengths(world))["response_queue.dead"] == before["response_queue.dead"]

    await world.all_is_well_at_twilio()
    back = await _of_users(world, 0)
    await back.ask(gone.users[0])
    again = await back.until_quiet(STUCK_S)
    assert (again.clean, again.replies, (await gone.tally()).replies) == (True, 1, 0), again


async def _of_users(world: World, count: int) -> Traffic:
    traffic = Traffic(world)
    await traffic.users_join(count)
    return traffic


async def _until_refused(world: World, traffic: Traffic, count: int) -> None:
    connection = await owner_connection(world)
    query = "SELECT count(*) FROM replies WHERE error_code IS NOT NULL AND whatsapp_number = ANY ($1)"
    try:
        async with asyncio.timeout(4 * STUCK_S):
            while await connection.fetchval(query, traffic.users) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.5)
    finally:
        await connection.close()


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


@pytest.mark.parametrize(
    ("name", "answer"),
    [("time-out", never()), ("malformed", says("what a lovely picture")), ("refusal", says(None, refusal="no"))],
)
async def test_a_model_that_is_no_use_is_paid_three_times_at_most_and_the_user_is_told(
    world: World, name: str, answer: Answer
) -> None:
    tally = await play(world, Run(f"gpt {name}", _model(answer), spread_s=_FAULT_S))
    assert tally.safe, tally
