"""What users and Twilio do at once, again and too much; what nobody could process; and what the logs hold of it."""

import asyncio
import sys

import pytest

from services.whatsapp_sandbox.chat_messages import Tick
from shared.safe_naming import Service
from tests.fakes.gpt import Answer, fails
from tests.faults import runs
from tests.faults.phones import chat_of
from tests.faults.quiet import queue_lengths
from tests.faults.runs import STUCK_S
from tests.faults.traffic import Traffic
from tests.faults.world import ROOT, World

pytestmark = [pytest.mark.faults, pytest.mark.asyncio(loop_scope="session")]

_WITHIN_S = STUCK_S
_FORBIDDEN = 403
_WRONG_SENDER = 63007
_UNAVAILABLE = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


@pytest.mark.short
async def test_the_same_webhook_five_times_at_once_has_one_effect(world: World) -> None:
    traffic = await _of_users(world, 4)
    for user in traffic.users:
        await traffic.show(user, traffic.next_number(), copies=5)
        await traffic.ask(user, copies=5)
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note("the same webhook 5 times at once", tally)
    assert tally.clean, tally


async def test_a_webhook_repeated_while_the_first_is_in_progress_has_one_effect(world: World) -> None:
    """Publishing hangs: repeats come while the first waits for it, and after the job was left to the sweeper."""
    traffic = await _of_users(world, 10)
    world.proxies["rabbitmq"].silent = True
    for user in traffic.users:
        await traffic.show(user, traffic.next_number(), copies=5, apart_s=1.7)
    await asyncio.sleep(9)
    await world.proxies["rabbitmq"].come_back()
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note("the same webhook while the first is in progress", tally)
    assert tally.clean, tally


@pytest.mark.parametrize("failure", ["answers lost", "answers 503"])
async def test_a_webhook_that_failed_comes_again_in_another_order_and_has_one_effect(
    world: World, failure: str
) -> None:
    traffic = await _of_users(world, 10)
    door = world.proxies["webhook"]
    door.swallows, door.says = failure == "answers lost", _UNAVAILABLE if failure == "answers 503" else None
    door.cut()
    await traffic.send(runs.MESSAGES)
    await _until_twilio_gave_up(world, traffic)
    await door.come_back()
    for sent in reversed(traffic.sent):
        await world.phone.retry(sent.message)
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note(f"webhook failed, {failure}, all again in reverse order", tally)
    assert tally.clean, tally


@pytest.mark.short
async def test_ten_photos_of_one_user_within_a_second_each_get_a_row_and_a_reply(world: World) -> None:
    traffic = await _of_users(world, 1)
    await asyncio.gather(*(traffic.show(traffic.users[0], traffic.next_number()) for _ in range(10)))
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note("10 photos of one user within a second", tally)
    assert (tally.clean, tally.rows, tally.replies) == (True, 10, 10), tally


async def test_pictures_that_get_the_same_words_each_get_their_reply_although_the_responder_dies(world: World) -> None:
    """Replies of the same words are told apart at Twilio by nothing but their number."""
    traffic = await _of_users(world, 1)
    await asyncio.gather(*(traffic.show(traffic.users[0], traffic.next_no_invoice()) for _ in range(8)))
    world.arm({Service.RESPONSE: ("twilio.before", "twilio.after", "claim.after", "sent-row.before")})
    await asyncio.gather(*(traffic.show(traffic.users[0], traffic.next_no_invoice()) for _ in range(8)))
    tally = await traffic.until_quiet(_WITHIN_S)
    world.arm({Service.RESPONSE: ()})
    runs.note("16 replies of the same words, responder killed", tally)
    assert tally.safe, tally


@pytest.mark.short
async def test_of_three_media_one_fails_at_first_and_one_is_no_invoice(world: World) -> None:
    traffic = await _of_users(world, 1)
    first, failing = traffic.next_number(), traffic.next_number()
    refusals = [fails(500), fails(500)]

    def at_first(number: int) -> Answer | None:
        return refusals.pop() if number == failing and refusals else None

    world.model.instead = at_first
    await traffic.show(traffic.users[0], first, traffic.next_no_invoice(), failing)
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note("3 media, one no invoice, one fails at first", tally)
    assert (tally.clean, tally.rows, tally.replies) == (True, 2, 1), tally
    assert (world.model.paid[first], world.model.paid[failing]) == (1, 1)


@pytest.mark.short
async def test_what_nobody_can_process_is_told_parked_and_replayed_to_one_row_and_one_reply(world: World) -> None:
    traffic = await _of_users(world, 1)
    await world.phone.add_fault(operation="media", status=_FORBIDDEN)
    await traffic.show(traffic.users[0], traffic.next_number())
    told = await traffic.until_quiet(_WITHIN_S)
    assert (told.gave_up, told.replies, told.rows) == (1, 1, 0), told
    assert (await queue_lengths(world))["message_queue.dead"] == 1
    shown = await _dead_letters(world, "show")
    assert "MediaRefused" in shown
    assert traffic.users[0] not in shown

    await world.all_is_well_at_twilio()
    assert "1 sent again" in await _dead_letters(world, "replay", "message_queue")
    await traffic.until(lambda tally: tally.rows == 1 and tally.replies == 2, _WITHIN_S)
    after = await traffic.until_quiet(5)
    assert (after.rows, after.replies) == (1, 2), after
    assert (await queue_lengths(world))["message_queue.dead"] == 0
    # the apology and the confirmation: one of each, so nothing is doubled
    after.doubled, after.losses = 0, []
    runs.note("dead letter told, replayed", after)


async def test_a_reply_refused_for_a_fault_of_ours_is_parked_and_replayed_to_one_reply(world: World) -> None:
    traffic = await _of_users(world, 1)
    await world.phone.add_fault(operation="send", status=400, code=_WRONG_SENDER, number=traffic.users[0])
    await traffic.show(traffic.users[0], traffic.next_number())
    async with asyncio.timeout(4 * _WITHIN_S):
        while not (await queue_lengths(world))["response_queue.dead"]:  # noqa: ASYNC110
            await asyncio.sleep(0.5)
    assert "Undeliverable" in await _dead_letters(world, "show", "response_queue")

    await world.all_is_well_at_twilio()
    assert "1 sent again" in await _dead_letters(world, "replay", "response_queue")
    tally = await traffic.until_quiet(_WITHIN_S)
    runs.note("reply refused for good, replayed", tally)
    assert (tally.clean, tally.rows, tally.replies) == (True, 1, 1), tally


async def _until_twilio_gave_up(world: World, traffic: Traffic) -> None:
    ours = {sent.message.sid for sent in traffic.sent}
    async with asyncio.timeout(4 * _WITHIN_S):
        while ours - {seen.sid for seen in chat_of(world, traffic.users) if seen.tick is Tick.FAILED}:  # noqa: ASYNC110
            await asyncio.sleep(0.5)


async def _of_users(world: World, count: int) -> Traffic:
    await world.make_well()
    traffic = Traffic(world)
    await traffic.users_join(count)
    return traffic


async def _dead_letters(world: World, *arguments: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "main.py"), "dead-letters", *arguments),
        env=world.environment,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return out.decode()
