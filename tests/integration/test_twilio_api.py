from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from shared.errors import TemporaryFailure
from shared.health import Health
from shared.metrics import TWILIO_SENDS
from shared.safe_naming import Service
from shared.settings import TwilioSettings
from shared.twilio_api import FateUnknown, NotReached, Outgoing, TwilioApi, TwilioRefused, open_twilio
from tests.fakes.twilio import ACCOUNT, SENDER, TOKEN, FakeTwilio, fake_twilio
from tests.ports import free_port

USER = "whatsapp:+34611222333"
CALLBACK = "https://fintrak.test/twilio/status/SM1%3Adone%3A1"


def settings_for(base_url: str) -> TwilioSettings:
    return TwilioSettings(
        twilio_account_sid=ACCOUNT,
        twilio_auth_token=SecretStr(TOKEN),
        twilio_phone_number=SENDER,
        twilio_api_base_url=base_url,
    )


@pytest.fixture
async def fake() -> AsyncIterator[FakeTwilio]:
    async with fake_twilio() as twilio:
        yield twilio


@pytest.fixture
async def api(fake: FakeTwilio) -> AsyncIterator[TwilioApi]:
    async with open_twilio(settings_for(fake.base_url), Health(Service.RESPONSE)) as api:
        yield api


def a_message(body: str = "hello", media_url: str | None = None, to: str = USER) -> Outgoing:
    return Outgoing(to=to, body=body, status_callback=CALLBACK, media_url=media_url)


async def test_a_message_goes_out_as_twilio_wants_it(fake: FakeTwilio, api: TwilioApi) -> None:
    sid = await api.send(a_message("you & me", "https://fintrak.test/media/x"))
    [taken] = fake.taken
    assert sid == taken["sid"]
    assert {name: taken[name] for name in ("From", "To", "Body", "MediaUrl", "StatusCallback")} == {
        "From": SENDER,
        "To": USER,
        "Body": "you & me",
        "MediaUrl": "https://fintrak.test/media/x",
        "StatusCallback": CALLBACK,
    }
    assert fake.logins == {f"{ACCOUNT}:{TOKEN}"}


@pytest.mark.parametrize(("fault", "code"), [((400, 21610), 21610), ((429, 20429), 20429), ((401, 0), 401)])
async def test_a_refusal_carries_twilios_code(
    fake: FakeTwilio, api: TwilioApi, fault: tuple[int, int], code: int
) -> None:
    fake.faults = [fault]
    with pytest.raises(TwilioRefused) as refusal:
        await api.send(a_message())
    assert refusal.value.code == code
    assert fake.taken == []


async def test_a_lost_answer_leaves_the_fate_unknown_and_nothing_is_sent_twice(
    fake: FakeTwilio, api: TwilioApi
) -> None:
    fake.faults = ["lose"]
    with pytest.raises(FateUnknown):
        await api.send(a_message())
    assert len(fake.taken) == 1


async def test_a_broken_twilio_leaves_the_fate_unknown(fake: FakeTwilio, api: TwilioApi) -> None:
    fake.faults = [(500, 0)]
    with pytest.raises(FateUnknown):
        await api.send(a_message())


async def test_when_nobody_listens_nothing_was_sent_and_health_says_so() -> None:
    health = Health(Service.RESPONSE)
    async with open_twilio(settings_for(f"http://127.0.0.1:{free_port()}"), health) as api:
        assert (await health.report()).able
        with pytest.raises(NotReached):
            await api.send(a_message())
        with pytest.raises(NotReached):
            await api.ping()


async def test_after_a_lost_answer_the_message_is_found(fake: FakeTwilio, api: TwilioApi) -> None:
    since = datetime.now(UTC)
    fake.faults = ["lose"]
    with pytest.raises(FateUnknown):
        await api.send(a_message("to be found"))
    [found] = await api.sent_since(USER, since)
    assert (found.sid, found.body, found.to) == (fake.taken[0]["sid"], "to be found", USER)


async def test_messages_to_others_and_older_ones_are_not_found(fake: FakeTwilio, api: TwilioApi) -> None:
    await api.send(a_message(to="whatsapp:+4915112345678"))
    await api.send(a_message())
    assert await api.sent_since(USER, datetime.now(UTC) + timedelta(minutes=5)) == []


async def test_every_page_of_the_list_is_read(fake: FakeTwilio, api: TwilioApi) -> None:
    since = datetime.now(UTC)
    for number in range(5):
        await api.send(a_message(f"message {number}"))
    found = await api.sent_since(USER, since)
    assert {message.body for message in found} == {f"message {number}" for number in range(5)}


async def test_a_list_that_is_refused_is_asked_for_later(fake: FakeTwilio, api: TwilioApi) -> None:
    fake.faults = [(429, 20429)]
    with pytest.raises(TemporaryFailure):
        await api.sent_since(USER, datetime.now(UTC))


async def test_only_what_is_sent_counts_as_sent(fake: FakeTwilio, api: TwilioApi) -> None:
    def counted() -> float:
        return float(TWILIO_SENDS.labels("20429")._value.get())

    before = counted()
    fake.faults = [(429, 20429), (429, 20429)]
    with pytest.raises(TemporaryFailure):
        await api.sent_since(USER, datetime.now(UTC))
    with pytest.raises(TwilioRefused):
        await api.send(a_message())
    assert counted() - before == 1


async def test_a_stand_in_without_a_list_shows_nothing_instead_of_failing_for_ever(
    fake: FakeTwilio, api: TwilioApi
) -> None:
    fake.faults = [(404, 20404)]
    assert await api.sent_since(USER, datetime.now(UTC)) == []
