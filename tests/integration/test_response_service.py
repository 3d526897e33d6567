import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from services.client_response_service.main import serve
from shared.health import Health
from shared.messages import Picture, Reply
from shared.postgres import Database, open_postgres
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.redis_manager import Sessions, open_sessions
from shared.safe_naming import Service, UserState
from shared.session import Record, Session
from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, ResponseSettings
from tests.fakes.twilio import FakeTwilio, fake_twilio
from tests.integration.service_fixtures import PUBLIC, USER, running, settings_of
from tests.unit.services.whatsapp_webhook_service.builders import NOW


@dataclass(frozen=True)
class Desk:
    """A running response service and what surrounds it."""

    rabbit: Rabbit
    sessions: Sessions
    database: Database
    twilio: FakeTwilio

    async def fate_of(self, reply_id: str, state: str) -> tuple[str | None, str | None]:
        """SID and error code, once the reply has come to that state: that is a moment after Twilio took it."""
        query = "SELECT sid, error_code FROM replies WHERE reply_id = $1 AND state = $2"
        async with asyncio.timeout(60):
            while (row := await self.database.row(query, reply_id, state)) is None:  # noqa: ASYNC110 - rows tell nobody
                await asyncio.sleep(0.05)
        return row["sid"], row["error_code"]


@pytest.fixture
async def desk(
    postgres_settings: PostgresSettings, redis_settings: RedisSettings, rabbit_settings: RabbitSettings
) -> AsyncIterator[Desk]:
    health = Health(Service.QUERY)
    quick = rabbit_settings.model_copy(update={"retry_delays_s": (0.2, 0.2, 0.2, 0.2)})
    async with (
        fake_twilio() as twilio,
        open_rabbitmq(quick, health, service=Service.QUERY) as rabbit,
        open_sessions(redis_settings, health) as sessions,
        open_postgres(postgres_settings, health, service=Service.QUERY) as database,
    ):
        settings = settings_of(
            ResponseSettings, postgres_settings, redis_settings, quick, twilio_api_base_url=twilio.base_url
        )
        await health.until_available()
        async with running(serve, settings, Service.RESPONSE) as service_health:
            await service_health.until_available()
            yield Desk(rabbit, sessions, database, twilio)


def a_reply(reply_id: str = "SM0:done:1", text: str = "You spent 12.00 EUR.", **fields: object) -> Reply:
    return Reply(reply_id=reply_id, to=USER, text=text, in_reply_to="SM0", **fields)


async def test_replies_go_out_once_and_end_the_waiting(desk: Desk) -> None:
    waiting = Session(state=UserState.PROCESSING, version=1, pending={"SM0": int(NOW.timestamp())})
    await desk.sessions.begin(USER, "SM0", Record("a", NOW), session=waiting, seen=None)
    for reply in (a_reply(), a_reply(), a_reply("SM0:done:2", media_key="reports/1.xlsx")):
        await desk.rabbit.publish(reply)
    await desk.twilio.until_taken(2)
    sids = {(await desk.fate_of(f"SM0:done:{part}", "sent"))[0] for part in (1, 2)}
    assert sids == {message["sid"] for message in desk.twilio.taken}
    text, file = sorted(desk.twilio.taken, key=len)
    assert (text["To"], text["Body"]) == (USER, "You spent 12.00 EUR.")
    assert text["StatusCallback"] == f"{PUBLIC}/twilio/status/SM0:done:1"
    assert file["MediaUrl"].startswith(f"{PUBLIC}/media/")
    session = (await desk.sessions.look(USER, "x")).session
    assert session
    assert (session.state, session.pending) == (UserState.CHOOSING, {})
    assert len(desk.twilio.taken) == 2


async def test_a_picture_goes_out_after_its_answer_each_once(desk: Desk) -> None:
    reply = a_reply(
        media_key="reports/1.xlsx", picture=Picture(key="reports/1.png", caption="Spent by month"), text="Here it is"
    )
    for _ in range(2):
        await desk.rabbit.publish(reply)
    await desk.twilio.until_taken(2)
    sids = [(await desk.fate_of(part, "sent"))[0] for part in ("SM0:done:1", "SM0:done:1:picture")]
    assert [message["sid"] for message in desk.twilio.taken] == sids
    assert [message["Body"] for message in desk.twilio.taken] == ["Here it is", "Spent by month"]


async def test_a_hiccup_is_tried_again_and_a_lost_answer_is_not_sent_twice(desk: Desk) -> None:
    desk.twilio.faults = [(429, 20429), "lose"]
    await desk.rabbit.publish(a_reply())
    fate = await desk.fate_of("SM0:done:1", "sent")
    assert [fate] == [(message["sid"], None) for message in desk.twilio.taken]


async def test_a_user_who_cannot_be_reached_is_left_alone(desk: Desk) -> None:
    desk.twilio.faults = [(400, 21610)]
    await desk.rabbit.publish(a_reply())
    assert await desk.fate_of("SM0:done:1", "failed") == (None, "21610")
    assert desk.twilio.taken == []
