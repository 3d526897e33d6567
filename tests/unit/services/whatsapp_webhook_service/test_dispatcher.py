from datetime import timedelta

import pytest

from services.whatsapp_webhook_service.conversation import next_step
from services.whatsapp_webhook_service.dispatcher import Dispatcher
from services.whatsapp_webhook_service.door import Door
from shared.messages import Reply
from shared.replies import Sentence, say
from shared.safe_naming import Language, UserState
from shared.session import Conflict, Look, Record, Repeat, Session
from tests.unit.services.whatsapp_webhook_service.builders import NOW, SENDER, a_photo, a_session, a_text
from tests.unit.services.whatsapp_webhook_service.fakes import FakeDeletions, FakePublisher, FakeSessions

ENGLISH = Language.ENGLISH
JOB = next_step(a_session(UserState.CHOOSING), a_photo(), known=ENGLISH).job
AN_HOUR_AGO = NOW - timedelta(hours=1)


def a_dispatcher(
    sessions: FakeSessions,
    publisher: FakePublisher,
    door: Door | None = None,
    deletions: FakeDeletions | None = None,
) -> Dispatcher:
    return Dispatcher(
        sessions=sessions,
        publisher=publisher,
        door=door or Door((), 300),
        take_over_deletion=(deletions or FakeDeletions()).take_over,
    )


def a_known_user(**facts: object) -> Look:
    return Look(session=a_session(UserState.CHOOSING), known=ENGLISH, **facts)  # type: ignore[arg-type]


async def test_a_photo_is_stored_then_published_then_marked_done() -> None:
    sessions, publisher = FakeSessions(look_at=a_known_user()), FakePublisher()
    answer = await a_dispatcher(sessions, publisher).answer(a_photo())
    [(record, session, seen, forget)] = sessions.begun
    assert (record.answer, record.job, seen, forget) == (answer, JOB, a_known_user().session, False)
    assert session
    assert session.state is UserState.PROCESSING
    assert publisher.published == [JOB]
    assert sessions.finished == ["MM1"]


async def test_a_text_without_a_job_publishes_nothing() -> None:
    sessions, publisher = FakeSessions(look_at=a_known_user()), FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_text("1")) == say(Sentence.SEND_A_PHOTO, ENGLISH)
    assert publisher.published == []


async def test_a_repeat_of_something_done_hears_the_same_and_does_nothing() -> None:
    sessions = FakeSessions(look_at=Look(record=Record("as before", AN_HOUR_AGO)))
    publisher = FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_photo()) == "as before"
    assert (sessions.begun, publisher.published) == ([], [])


async def test_a_repeat_of_something_left_behind_publishes_the_stored_job() -> None:
    sessions = FakeSessions(look_at=Look(record=Record("as before", AN_HOUR_AGO, JOB)))
    publisher = FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_photo()) == "as before"
    assert publisher.published == [JOB]


async def test_a_repeat_of_something_in_progress_is_left_to_whoever_began_it() -> None:
    sessions = FakeSessions(look_at=Look(record=Record("as before", NOW - timedelta(seconds=1), JOB)))
    publisher = FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_photo()) == "as before"
    assert publisher.published == []


async def test_a_repeat_that_is_noticed_late_hears_what_the_first_decided() -> None:
    sessions = FakeSessions(look_at=a_known_user(), answers=[Repeat(Record("the first", NOW, JOB))])
    publisher = FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_photo()) == "the first"
    assert publisher.published == []


async def test_a_lost_race_is_decided_anew_on_what_is_true_now() -> None:
    now = Session(state=UserState.PROCESSING, version=9, pending={"MM0": int(NOW.timestamp())})
    sessions, publisher = FakeSessions(look_at=a_known_user(), answers=[Conflict(now)]), FakePublisher()
    await a_dispatcher(sessions, publisher).answer(a_photo())
    _, (_, session, seen, _) = sessions.begun
    assert seen == now
    assert session
    assert (set(session.pending), session.version) == ({"MM0", "MM1"}, 10)
    assert len(publisher.published) == 1


async def test_with_rabbitmq_away_the_job_is_safe_and_the_user_hears_nothing_of_it() -> None:
    sessions = FakeSessions(look_at=a_known_user())
    answer = await a_dispatcher(sessions, FakePublisher(away=True)).answer(a_photo())
    assert answer == say(Sentence.READING, ENGLISH)
    assert sessions.finished == []


async def test_a_published_job_that_cannot_be_marked_done_is_answered_all_the_same() -> None:
    sessions, publisher = FakeSessions(look_at=a_known_user(), finish_away=True), FakePublisher()
    assert await a_dispatcher(sessions, publisher).answer(a_photo()) == say(Sentence.READING, ENGLISH)


async def test_with_redis_away_a_photo_is_published_without_a_session() -> None:
    publisher = FakePublisher()
    answer = await a_dispatcher(FakeSessions(away=True), publisher).answer(a_photo())
    assert (answer, publisher.published) == (say(Sentence.READING, ENGLISH), [JOB])


async def test_with_redis_away_a_text_is_asked_for_again() -> None:
    publisher = FakePublisher()
    answer = await a_dispatcher(FakeSessions(away=True), publisher).answer(a_text("hola"))
    assert (answer, publisher.published) == (say(Sentence.TRY_AGAIN_IN_A_MOMENT, Language.SPANISH), [])


async def test_an_outage_of_redis_is_one_line_however_many_write(caplog: pytest.LogCaptureFixture) -> None:
    sessions = FakeSessions(away=True, look_at=a_known_user())
    dispatcher = a_dispatcher(sessions, FakePublisher())
    for _ in range(3):
        await dispatcher.answer(a_text("hello"))
    sessions.away = False
    await dispatcher.answer(a_text("hello"))
    sessions.away = True
    await dispatcher.answer(a_photo())
    lines = [record.getMessage() for record in caplog.records]
    assert lines == ["photos are taken in without a session, texts are not"] * 2


async def test_with_redis_and_rabbitmq_away_a_photo_is_asked_for_again() -> None:
    answer = await a_dispatcher(FakeSessions(away=True), FakePublisher(away=True)).answer(a_photo())
    assert answer == say(Sentence.SEND_IT_AGAIN, ENGLISH)


async def test_deleting_is_stored_together_with_the_answer() -> None:
    asked = Session(state=UserState.CHOOSING, version=3, confirming_deletion=True)
    sessions, deletions = FakeSessions(look_at=Look(session=asked, known=ENGLISH)), FakeDeletions()
    await a_dispatcher(sessions, FakePublisher(), deletions=deletions).answer(a_text("yes, delete"))
    [(_, session, seen, forget)] = sessions.begun
    assert (session, seen, forget) == (None, asked, True)
    assert deletions.taken_over == [(SENDER, a_text("").message_id)]


async def test_a_deletion_is_taken_over_later_when_the_database_is_away() -> None:
    asked = Session(state=UserState.CHOOSING, version=3, confirming_deletion=True)
    sessions = FakeSessions(look_at=Look(session=asked, known=ENGLISH))
    dispatcher = a_dispatcher(sessions, FakePublisher(), deletions=FakeDeletions(away=True))
    assert await dispatcher.answer(a_text("yes, delete")) == say(Sentence.DELETION_BEGUN, ENGLISH)


@pytest.mark.parametrize("away", [False, True])
async def test_who_is_not_on_the_list_has_no_effect(away: bool) -> None:
    sessions, publisher = FakeSessions(away=away), FakePublisher()
    answer = await a_dispatcher(sessions, publisher, Door(("+44 20 7946 0000",), 300)).answer(a_photo())
    assert answer == say(Sentence.NOT_INVITED, ENGLISH)
    assert (sessions.begun, publisher.published) == ([], [])


async def test_too_many_messages_are_declined_once_then_in_silence() -> None:
    sessions, publisher = FakeSessions(look_at=a_known_user(written_this_minute=6)), FakePublisher()
    dispatcher = a_dispatcher(sessions, publisher, Door((), 5))
    assert await dispatcher.answer(a_photo()) == say(Sentence.TOO_MANY, ENGLISH)
    sessions.look_at = a_known_user(written_this_minute=7)
    assert await dispatcher.answer(a_photo()) == ""
    assert (sessions.begun, publisher.published) == ([], [])


async def test_what_whatsapp_refused_is_sent_when_the_user_writes_again() -> None:
    reply = Reply(reply_id="SM0:done:1.again1", to=SENDER, text="12.00 EUR", in_reply_to="SM0")
    sessions, publisher = FakeSessions(look_at=a_known_user(parked=1), waiting=[reply]), FakePublisher()
    await a_dispatcher(sessions, publisher).answer(a_text("0"))
    assert (publisher.published, sessions.waiting) == ([reply], [])
