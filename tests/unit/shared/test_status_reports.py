from datetime import UTC, datetime

import pytest

from shared.errors import DependencyAway
from shared.messages import QueueMessage, Reply
from shared.safe_naming import Dependency
from shared.status_reports import StatusReports

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
REPLY = Reply(
    reply_id="SM1:done:1", to="whatsapp:+34611222333", text="hi", media_key="reports/1.xlsx", in_reply_to="SM1"
)
FETCH_FAILED, WINDOW_CLOSED = 63019, 63016


class Desk:
    """Plays all three collaborators and remembers what they were told, in order."""

    def __init__(self, *, broker_away: bool = False) -> None:
        self.done: list[str] = []
        self._broker_away = broker_away
        self.reports = StatusReports(fates=self, sessions=self, publisher=self, now=lambda: NOW)

    async def settle_reply(self, reply_id: str, _sid: str, status: str, _code: int | None) -> None:
        self.done.append(f"settled {reply_id} as {status}")

    async def sent(self, _part_id: str) -> Reply | None:
        return REPLY

    async def park(self, reply: Reply) -> None:
        self.done.append(f"parked {reply.reply_id}")

    async def publish(self, message: QueueMessage, *, timeout_s: float = 5) -> None:
        if self._broker_away:
            raise DependencyAway(Dependency.RABBITMQ, "away")
        self.done.append(f"published {message.delivery_id}")

    async def take_in(self, status: str, code: int | None = None) -> None:
        await self.reports.take_in(REPLY.reply_id, sid="SMx", status=status, error_code=code)


async def test_a_delivered_reply_is_settled() -> None:
    desk = Desk()
    await desk.take_in("delivered")
    assert desk.done == ["settled SM1:done:1 as delivered"]


async def test_a_reply_whose_file_could_not_be_fetched_goes_out_again_as_a_link() -> None:
    desk = Desk()
    await desk.take_in("undelivered", FETCH_FAILED)
    assert desk.done == ["published SM1:done:1.again1", "settled SM1:done:1 as undelivered"]


async def test_a_reply_outside_the_window_waits_for_the_user() -> None:
    desk = Desk()
    await desk.take_in("failed", WINDOW_CLOSED)
    assert desk.done == ["parked SM1:done:1.again1", "settled SM1:done:1 as failed"]


async def test_a_failure_that_could_not_be_answered_is_not_settled() -> None:
    """It was settled first: with the broker away the reply was neither sent again nor ever asked for."""
    desk = Desk(broker_away=True)
    with pytest.raises(DependencyAway):
        await desk.take_in("undelivered", FETCH_FAILED)
    assert desk.done == []
