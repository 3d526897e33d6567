import asyncio

from services.client_response_service.unreported import UnreportedReplies
from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.safe_naming import Dependency, Service
from shared.twilio_api import Fate


class Desk:
    def __init__(self, *, away: bool = False, unknown_sid: str = "") -> None:
        self.taken_in: list[tuple[str, str, str, int | None]] = []
        self.stop = asyncio.Event()
        self._away = away
        self._unknown_sid = unknown_sid
        self.unreported_replies = UnreportedReplies(rows=self, twilio=self, reports=self)

    async def unreported(self) -> list[tuple[str, str]]:
        self.stop.set()
        if self._away:
            raise DependencyAway(Dependency.POSTGRES, "away")
        return [("SM1:done:1", "SMx"), ("SM2:done:1", "SMy")]

    async def fate_of(self, sid: str) -> Fate:
        if sid == self._unknown_sid:
            raise TemporaryFailure("Twilio does not show a message: 404")
        return {"SMx": Fate("undelivered", 63019), "SMy": Fate("delivered", None)}[sid]

    async def take_in(self, reply_id: str, *, sid: str, status: str, error_code: int | None) -> None:
        self.taken_in.append((reply_id, sid, status, error_code))


async def test_what_twilio_never_reported_is_asked_for_and_taken_in() -> None:
    desk = Desk()
    await desk.unreported_replies.ask()
    assert desk.taken_in == [("SM1:done:1", "SMx", "undelivered", 63019), ("SM2:done:1", "SMy", "delivered", None)]


async def test_a_message_twilio_does_not_show_keeps_no_other_from_being_asked_for() -> None:
    desk = Desk(unknown_sid="SMx")
    await desk.unreported_replies.ask()
    assert desk.taken_in == [("SM2:done:1", "SMy", "delivered", None)]


async def test_a_database_that_is_away_is_no_reason_to_stop() -> None:
    desk = Desk(away=True)
    await desk.unreported_replies.run(desk.stop, Health(Service.RESPONSE))
    assert desk.taken_in == []
