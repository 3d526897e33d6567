import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import redis

from shared.errors import DependencyAway
from shared.health import Health
from shared.messages import InvoiceImages, Media, Question, Reply
from shared.redis_manager import Sessions, open_sessions
from shared.safe_naming import Language, Service, UserState
from shared.session import Conflict, Record, Repeat, Session, Stored
from shared.settings import RedisSettings
from tests.ports import free_port

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
SENDER = "whatsapp:+34611222333"


def a_job(message_id: str = "MM1") -> InvoiceImages:
    photo = Media(url="https://media.test/1", content_type="image/jpeg")
    return InvoiceImages(message_id=message_id, sender=SENDER, media=(photo,), received_at=NOW)


def a_reply(message_id: str) -> Reply:
    return Reply(reply_id=f"{message_id}:done:1", to=SENDER, text="Saved!", in_reply_to=message_id)


def waiting_for(*message_ids: str, version: int = 1) -> Session:
    pending = dict.fromkeys(message_ids, int(NOW.timestamp()))
    return Session(state=UserState.PROCESSING, version=version, pending=pending, language=Language.GERMAN)


@pytest.fixture
async def sessions(redis_settings: RedisSettings) -> AsyncIterator[Sessions]:
    async with open_sessions(redis_settings, Health(Service.WEBHOOK)) as sessions:
        yield sessions


@pytest.fixture
def raw(redis_settings: RedisSettings) -> "redis.Redis":
    password = redis_settings.redis_password
    return redis.Redis(
        redis_settings.redis_host,
        redis_settings.redis_port,
        password=password.get_secret_value() if password else None,
        decode_responses=True,
    )


async def test_a_stranger_is_unknown(sessions: Sessions) -> None:
    look = await sessions.look(SENDER, "MM1")
    assert (look.record, look.session, look.known, look.written_this_minute) == (None, None, None, 1)


async def test_what_was_begun_is_seen_whole(sessions: Sessions) -> None:
    record = Record("Got it 🙂", NOW, a_job())
    assert await sessions.begin(SENDER, "MM1", record, session=waiting_for("MM1"), seen=None) == Stored()
    look = await sessions.look(SENDER, "MM1")
    assert (look.record, look.session, look.known) == (record, waiting_for("MM1"), Language.GERMAN)
    assert await sessions.unpublished(NOW + timedelta(seconds=1)) == [("MM1", record)]


async def test_a_question_is_remembered_as_a_question(sessions: Sessions) -> None:
    question = Question(message_id="SM1", sender=SENDER, text="how much?", received_at=NOW)
    await sessions.begin(SENDER, "SM1", Record("a", NOW, question), session=waiting_for("SM1"), seen=None)
    record = (await sessions.look(SENDER, "SM1")).record
    assert record
    assert record.job == question


async def test_the_same_message_is_begun_once(sessions: Sessions) -> None:
    record = Record("first", NOW, a_job())
    outcomes = await asyncio.gather(
        *(
            sessions.begin(SENDER, "MM1", Record(f"answer {number}", NOW, a_job()), session=waiting_for(), seen=None)
            for number in range(5)
        )
    )
    assert [type(outcome) for outcome in outcomes].count(Stored) == 1
    again = await sessions.begin(SENDER, "MM1", record, session=waiting_for(), seen=None)
    assert isinstance(again, Repeat)
    assert again.record.answer.startswith("answer")


async def test_a_session_that_changed_meanwhile_is_handed_back_and_nothing_is_stored(sessions: Sessions) -> None:
    await sessions.begin(SENDER, "MM1", Record("a", NOW, a_job()), session=waiting_for("MM1"), seen=None)
    late = await sessions.begin(SENDER, "MM2", Record("b", NOW, a_job("MM2")), session=waiting_for("MM2"), seen=None)
    assert late == Conflict(waiting_for("MM1"))
    assert (await sessions.look(SENDER, "MM2")).record is None


async def test_a_published_job_leaves_only_its_answer(sessions: Sessions) -> None:
    record = Record("a", NOW, a_job())
    await sessions.begin(SENDER, "MM1", record, session=waiting_for("MM1"), seen=None)
    await sessions.finish("MM1", record)
    assert (await sessions.look(SENDER, "MM1")).record == Record("a", NOW)
    assert await sessions.unpublished(NOW + timedelta(days=1)) == []


async def test_only_what_is_old_enough_is_left_over(sessions: Sessions) -> None:
    await sessions.begin(SENDER, "MM1", Record("a", NOW, a_job()), session=waiting_for("MM1"), seen=None)
    assert await sessions.unpublished(NOW - timedelta(seconds=5)) == []


async def test_records_outlive_a_day_and_sessions_do_not(
    sessions: Sessions, raw: "redis.Redis", redis_settings: RedisSettings
) -> None:
    await sessions.begin(SENDER, "MM1", Record("a", NOW), session=waiting_for("MM1"), seen=None)
    [record] = raw.keys("fintrak:message:*")
    [session] = raw.keys("fintrak:session:*")
    assert raw.ttl(record) > 24 * 3600
    assert 0 < raw.ttl(session) <= redis_settings.session_ttl_s


async def test_no_key_holds_a_phone_number(sessions: Sessions, raw: "redis.Redis") -> None:
    await sessions.look(SENDER, "MM1")
    await sessions.begin(SENDER, "MM1", Record("a", NOW, a_job()), session=waiting_for("MM1"), seen=None)
    assert [key for key in raw.keys("*") if "611222333" in key] == []


async def test_the_last_reply_ends_the_processing(sessions: Sessions) -> None:
    await sessions.begin(SENDER, "MM2", Record("a", NOW), session=waiting_for("MM1", "MM2"), seen=None)
    await sessions.answered(a_reply("MM1"))
    one = (await sessions.look(SENDER, "x")).session
    assert one == waiting_for("MM2", version=2)
    await sessions.answered(a_reply("MM2"))
    none = (await sessions.look(SENDER, "x")).session
    assert none == Session(state=UserState.CHOOSING, version=3, language=Language.GERMAN)


async def test_the_session_knows_after_the_answer_that_a_question_came_before(sessions: Sessions) -> None:
    asked = waiting_for("SM1").model_copy(update={"asked": True})
    await sessions.begin(SENDER, "SM1", Record("a", NOW), session=asked, seen=None)
    await sessions.answered(a_reply("SM1"))
    session = (await sessions.look(SENDER, "x")).session
    assert session
    assert (session.state, session.asked) == (UserState.CHOOSING, True)


async def test_a_reply_does_not_take_the_user_back_from_where_they_went(sessions: Sessions) -> None:
    moved = waiting_for("MM1").model_copy(update={"state": UserState.AWAITING_TEXT})
    await sessions.begin(SENDER, "SM2", Record("a", NOW), session=moved, seen=None)
    await sessions.answered(a_reply("MM1"))
    session = (await sessions.look(SENDER, "x")).session
    assert session
    assert (session.state, session.pending) == (UserState.AWAITING_TEXT, {})


async def test_a_reply_after_the_session_ended_changes_nothing(sessions: Sessions) -> None:
    await sessions.answered(a_reply("MM1"))
    assert (await sessions.look(SENDER, "x")).session is None


async def test_a_forgotten_user_is_a_stranger_and_on_the_list_until_their_data_is_gone(sessions: Sessions) -> None:
    session = waiting_for()
    await sessions.begin(SENDER, "MM1", Record("a", NOW), session=session, seen=None)
    await sessions.begin(SENDER, "SM2", Record("bye", NOW), session=None, seen=session, forget=True)
    look = await sessions.look(SENDER, "SM3")
    assert (look.session, look.known) == (None, None)
    assert await sessions.to_forget() == {"SM2": SENDER}
    await sessions.forgotten(SENDER, "SM2")
    assert await sessions.to_forget() == {}


async def test_texts_of_a_forgotten_user_are_gone_and_those_of_others_stay(
    sessions: Sessions, raw: "redis.Redis"
) -> None:
    other = a_reply("SM9").model_copy(update={"to": "whatsapp:+34600000009"})
    await sessions.remember_sent("SM0:done:1", a_reply("SM0"))
    await sessions.remember_sent("SM9:done:1", other)
    await sessions.park(a_reply("SM1"))
    await sessions.park(other)
    await sessions.forgotten(SENDER, "SM2")
    assert (await sessions.sent("SM0:done:1"), await sessions.parked(SENDER)) == (None, [])
    assert (await sessions.sent("SM9:done:1"), await sessions.parked(other.to)) == (other, [other])
    assert len(raw.keys("fintrak:sent-to:*")) == 1


async def test_the_list_of_what_was_sent_ends_with_what_it_lists(sessions: Sessions, raw: "redis.Redis") -> None:
    await sessions.remember_sent("SM0:done:1", a_reply("SM0"))
    [key] = raw.keys("fintrak:sent-to:*")
    raw.zadd(key, {"SM-of-last-week:done:1": 1.0})
    await sessions.remember_sent("SM1:done:1", a_reply("SM1"))
    assert raw.zcard(key) == 2
    assert 0 < raw.ttl(key) <= 24 * 3600


async def test_messages_of_a_minute_are_counted_but_not_their_repeats(sessions: Sessions) -> None:
    counts = [(await sessions.look(SENDER, f"SM{number}")).written_this_minute for number in range(3)]
    await sessions.begin(SENDER, "SM0", Record("a", NOW), session=waiting_for(), seen=None)
    await sessions.look(SENDER, "SM0")
    assert [*counts, (await sessions.look(SENDER, "SM9")).written_this_minute] == [1, 2, 3, 4]


async def test_a_parked_reply_waits_for_its_user(sessions: Sessions) -> None:
    await sessions.park(a_reply("SM0"))
    assert (await sessions.look(SENDER, "SM1")).parked == 1
    assert await sessions.parked(SENDER) == [a_reply("SM0")]
    await sessions.unparked(a_reply("SM0"))
    assert (await sessions.look(SENDER, "SM1")).parked == 0


async def test_what_was_sent_can_be_had_again(sessions: Sessions) -> None:
    await sessions.remember_sent("SM0:done:1", a_reply("SM0"))
    assert await sessions.sent("SM0:done:1") == a_reply("SM0")
    assert await sessions.sent("SM1:done:1") is None


async def test_a_server_that_lost_its_scripts_learns_them_again(sessions: Sessions, raw: "redis.Redis") -> None:
    await sessions.look(SENDER, "SM1")
    raw.script_flush()
    assert (await sessions.look(SENDER, "SM1")).written_this_minute == 2


async def test_a_server_that_is_away_is_said_to_be_away() -> None:
    settings = RedisSettings(redis_host="127.0.0.1", redis_port=free_port())
    health = Health(Service.WEBHOOK)
    async with open_sessions(settings, health) as sessions:
        with pytest.raises(DependencyAway):
            await sessions.look(SENDER, "SM1")
        assert "redis" in (await health.report()).problems
