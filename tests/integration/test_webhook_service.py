import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from services.whatsapp_webhook_service.main import serve
from shared import dead_letters
from shared.health import Health
from shared.invoices import InvoiceDraft
from shared.links import link_key, make_link
from shared.messages import InvoiceImages, Question, Reply
from shared.postgres import open_postgres
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.records import Records
from shared.redis_manager import Sessions, open_sessions
from shared.replies import Sentence, say
from shared.reply_records import AlreadySent
from shared.s3_connection import ObjectStore, open_s3
from shared.safe_naming import Dependency, EngineName, Language, Queue, Service, UserState
from shared.settings import PostgresSettings, RabbitSettings, RedisSettings, S3Settings, WebhookSettings
from tests.fakes.twilio import TOKEN
from tests.integration.service_fixtures import (
    USER,
    Caller,
    collecting,
    running,
    settings_of,
)
from tests.ports import free_port

ENGLISH = Language.ENGLISH


@dataclass(frozen=True)
class Servers:
    settings: WebhookSettings
    rabbit: Rabbit
    sessions: Sessions
    records: Records
    store: ObjectStore


@pytest.fixture
async def servers(
    postgres_settings: PostgresSettings,
    redis_settings: RedisSettings,
    s3_settings: S3Settings,
    rabbit_settings: RabbitSettings,
) -> AsyncIterator[Servers]:
    settings = settings_of(WebhookSettings, postgres_settings, redis_settings, s3_settings, rabbit_settings)
    health = Health(Service.RESPONSE)
    async with (
        open_rabbitmq(rabbit_settings, health, service=Service.RESPONSE) as rabbit,
        open_sessions(redis_settings, health) as sessions,
        open_postgres(postgres_settings, health, service=Service.RESPONSE) as database,
        open_s3(s3_settings, health) as store,
    ):
        await health.until_available()
        yield Servers(settings, rabbit, sessions, Records(database), store)


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def twilio(servers: Servers, http: aiohttp.ClientSession) -> AsyncIterator[Caller]:
    async with running(serve, servers.settings, Service.WEBHOOK) as health:
        await health.until_available()
        yield Caller(http, f"http://127.0.0.1:{servers.settings.service_port}")


async def test_a_whole_dialogue_in_a_few_words(twilio: Caller) -> None:
    hello = await twilio.says("hello", Unheard="of", ProfileName="Ana <& Søn>")
    assert (hello.status, hello.headers["Content-Type"].partition(";")[0]) == (200, "text/xml")
    assert say(Sentence.PRIVACY, ENGLISH) in hello.said
    assert (await twilio.says("1 ")).said == say(Sentence.SEND_A_PHOTO, ENGLISH)
    assert (await twilio.says("cancel")).said.startswith(say(Sentence.CANCELLED, ENGLISH))
    assert (await twilio.says("2")).said == say(Sentence.ASK_A_QUESTION, ENGLISH)


async def test_a_photo_and_a_question_become_jobs(twilio: Caller, servers: Servers) -> None:
    async with collecting(servers.rabbit, InvoiceImages) as photos, collecting(servers.rabbit, Question) as questions:
        assert say(Sentence.READING, ENGLISH) in (await twilio.sends_photo(sid="MM1")).said
        assert (await twilio.says("how much did I spend last month?", sid="SM2")).said == say(
            Sentence.LOOKING_UP, ENGLISH
        )
        [photo], [question] = await photos.take(1), await questions.take(1)
    assert isinstance(photo, InvoiceImages)
    assert (photo.message_id, photo.sender, photo.media[0].url) == ("MM1", USER, "https://media.test/1")
    assert abs(photo.received_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert isinstance(question, Question)
    assert (question.text, question.language) == ("how much did I spend last month?", ENGLISH)
    session = (await servers.sessions.look(USER, "x")).session
    assert session
    assert (session.state, set(session.pending)) == (UserState.PROCESSING, {"MM1", "SM2"})


async def test_the_same_message_five_times_at_once_is_one_job_and_one_answer(twilio: Caller, servers: Servers) -> None:
    async with collecting(servers.rabbit, InvoiceImages) as photos:
        answers = await asyncio.gather(*(twilio.sends_photo(sid="MM1") for _ in range(5)))
        later = await twilio.sends_photo(sid="MM1")
        await twilio.sends_photo(sid="MM2")
        jobs = await photos.take(2)
    assert len({answer.said for answer in [*answers, later]}) == 1
    assert [job.delivery_id for job in jobs] == ["MM1", "MM2"]


async def test_two_messages_at_once_are_both_heard(twilio: Caller, servers: Servers) -> None:
    await twilio.says("hello")
    async with collecting(servers.rabbit, InvoiceImages) as photos:
        photo, menu = await asyncio.gather(twilio.sends_photo(sid="MM1"), twilio.says("0"))
        await photos.take(1)
    assert photo.said == say(Sentence.READING, ENGLISH)
    assert menu.said == say(Sentence.MENU, ENGLISH)
    session = (await servers.sessions.look(USER, "x")).session
    assert session
    assert (set(session.pending), session.version) == ({"MM1"}, 3)


async def test_ten_photos_within_a_second_are_ten_jobs(twilio: Caller, servers: Servers) -> None:
    async with collecting(servers.rabbit, InvoiceImages) as photos:
        await asyncio.gather(*(twilio.sends_photo(sid=f"MM{number}") for number in range(10)))
        jobs = await photos.take(10)
    assert {job.delivery_id for job in jobs} == {f"MM{number}" for number in range(10)}
    session = (await servers.sessions.look(USER, "x")).session
    assert session
    assert len(session.pending) == 10


async def test_what_twilio_did_not_sign_has_no_effect(twilio: Caller, servers: Servers) -> None:
    fields = {"MessageSid": "SM1", "From": USER, "Body": "hello", "MessageStatus": "sent"}
    unsigned: tuple[dict[str, str], ...] = ({}, {"X-Twilio-Signature": ""}, {"X-Twilio-Signature": "bm8="})
    for path in ("/whatsapp", "/twilio/status/SM1%3Adone%3A1"):
        for headers in unsigned:
            answer = await twilio.request("POST", path, data=fields, headers=headers)
            assert answer.status == 403
            assert USER.encode() not in answer.body
    look = await servers.sessions.look(USER, "SM1")
    assert (look.record, look.session, look.written_this_minute) == (None, None, 1)


async def test_what_is_no_form_is_refused(twilio: Caller) -> None:
    signed = {"X-Twilio-Signature": "bm8="}
    assert (await twilio.request("POST", "/whatsapp", json={"Body": "x"}, headers=signed)).status == 415
    assert (await twilio.request("POST", "/whatsapp", data={"Body": "x" * 200_000}, headers=signed)).status == 413
    many = {f"field{number}": "" for number in range(600)}
    assert (await twilio.request("POST", "/whatsapp", data=many, headers=signed)).status == 400


async def test_other_doors_are_closed_and_nothing_is_redirected(twilio: Caller) -> None:
    closed = (("GET", "/whatsapp", 405), ("POST", "/whatsapp/", 404), ("GET", "/metrics", 404), ("GET", "/docs", 404))
    for method, path, status in closed:
        assert (await twilio.request(method, path)).status == status
    silent = await twilio.post("/whatsapp", {"AccountSid": "AC1"})  # a form, but no message
    assert (silent.status, silent.said) == (200, "")


async def test_health_metrics_and_description(twilio: Caller, servers: Servers, http: aiohttp.ClientSession) -> None:
    assert (await twilio.request("GET", "/health")).status == 200
    assert (await twilio.request("GET", "/health/live")).status == 200
    assert b'"/whatsapp"' in (await twilio.request("GET", "/openapi.json")).body
    async with http.get(f"http://127.0.0.1:{servers.settings.metrics_port}/metrics") as response:
        assert "fintrak_signature_failures_total" in await response.text()


async def test_a_file_is_served_to_whoever_holds_its_link(twilio: Caller, servers: Servers) -> None:
    await servers.store.put("reports/1.xlsx", b"workbook" * 1000, content_type="text/x", filename="report.xlsx")
    path = make_link("", link_key(servers.settings, TOKEN), "reports/1.xlsx", now=datetime.now(UTC))
    got, head = await twilio.request("GET", path), await twilio.request("HEAD", path)
    assert (got.status, got.body) == (200, b"workbook" * 1000)
    assert (head.status, head.body) == (200, b"")
    for answer in (got, head):
        assert answer.headers["Content-Type"].partition(";")[0] == "text/x"
        assert answer.headers["Content-Length"] == "8000"
        assert answer.headers["Content-Disposition"] == 'inline; filename="report.xlsx"'


async def test_a_dead_link_is_not_found(twilio: Caller, servers: Servers) -> None:
    key = link_key(servers.settings, TOKEN)
    long_ago = datetime.now(UTC) - timedelta(days=3)
    await servers.store.put("invoices/x/original.jpg", b"x", content_type="image/jpeg")  # its invoice is deleted
    await servers.store.put("reports/1.xlsx", b"x", content_type="text/x")
    for path in (
        make_link("", key, "reports/1.xlsx", now=long_ago),
        make_link("", b"another key", "reports/1.xlsx", now=datetime.now(UTC)),
        make_link("", key, "reports/missing.xlsx", now=datetime.now(UTC)),
        make_link("", key, "invoices/x/original.jpg", now=datetime.now(UTC)),
        "/media/nonsense",
    ):
        assert (await twilio.request("GET", path)).status == 404
        assert (await twilio.request("HEAD", path)).status == 404


def a_report(status: str, code: str = "") -> dict[str, str]:
    return {"MessageSid": "SM77", "MessageStatus": status, "ErrorCode": code}


async def test_a_status_report_settles_a_reply(twilio: Caller, servers: Servers) -> None:
    await servers.records.claim_reply("SM1:done:1", USER)
    answer = await twilio.post("/twilio/status/SM1%3Adone%3A1", a_report("delivered"))
    assert answer.status == 204
    assert await servers.records.claim_reply("SM1:done:1", USER) == AlreadySent("SM77")


async def test_a_file_that_is_refused_late_is_sent_again_as_a_link(twilio: Caller, servers: Servers) -> None:
    reply = Reply(reply_id="SM1:done:1", to=USER, text="Saved!", media_key="reports/1.xlsx", in_reply_to="SM1")
    await servers.records.claim_reply(reply.reply_id, USER)
    await servers.sessions.remember_sent(reply.reply_id, reply)
    async with collecting(servers.rabbit, Reply) as replies:
        for _ in range(2):
            await twilio.post("/twilio/status/SM1:done:1", a_report("undelivered", "63019"))
        [again, _] = await replies.take(2)
    assert again == reply.model_copy(update={"reply_id": "SM1:done:1.again1", "as_link": True})


async def test_what_comes_too_late_for_whatsapp_waits_for_the_user(twilio: Caller, servers: Servers) -> None:
    reply = Reply(reply_id="SM1:done:1", to=USER, text="Saved!", in_reply_to="SM1")
    await servers.sessions.remember_sent(reply.reply_id, reply)
    await twilio.post("/twilio/status/SM1:done:1", a_report("failed", "63016"))
    async with collecting(servers.rabbit, Reply) as replies:
        await twilio.says("hello")
        [again] = await replies.take(1)
    assert again.delivery_id == "SM1:done:1.again1"
    assert await servers.sessions.parked(USER) == []


async def until_gone(store: ObjectStore, key: str) -> None:
    async with asyncio.timeout(60):
        while await store.head(key):  # noqa: ASYNC110 - the store tells nobody
            await asyncio.sleep(0.1)


async def die(rabbit: Rabbit, question: Question) -> None:
    """Nobody can process it, so it is parked."""
    parked = asyncio.Event()

    async def has_a_bug(_: Question) -> None:
        raise KeyError

    async def told(_message: Question, _reason: str) -> None:
        parked.set()

    async def never(_message: Question, reason: Exception) -> None:
        raise reason

    async with asyncio.timeout(20), rabbit.consuming(Question, has_a_bug, on_give_up=told, refused=never):
        await rabbit.publish(question)
        await parked.wait()


async def test_everything_about_a_user_is_deleted_when_they_say_so_twice(twilio: Caller, servers: Servers) -> None:
    draft = InvoiceDraft(payee_name="Café Sol")
    await servers.store.put("invoices/1/original.jpg", b"x", content_type="image/jpeg")
    await servers.records.add_invoice_once(
        sender=USER,
        message_id="MM1",
        media_index=0,
        draft=draft,
        engine=EngineName.LOCAL,
        object_key="invoices/1/original.jpg",
        image_sha256="0" * 64,
    )
    await die(servers.rabbit, Question(message_id="SM0", sender=USER, text="how much?", received_at=datetime.now(UTC)))
    assert (await twilio.says("delete my data")).said.endswith(say(Sentence.CONFIRM_DELETION, ENGLISH))
    assert (await twilio.says("yes, delete")).said == say(Sentence.DELETION_BEGUN, ENGLISH)
    await until_gone(servers.store, "invoices/1/original.jpg")
    assert await servers.records.payee_names(USER) == ()
    assert await dead_letters.show(servers.settings, Queue.QUERY_QUEUE) == []
    assert say(Sentence.PRIVACY, ENGLISH) in (await twilio.says("hello")).said


async def test_a_job_that_rabbitmq_could_not_take_is_published_later(
    servers: Servers, http: aiohttp.ClientSession
) -> None:
    away = servers.settings.model_copy(update={"rabbitmq_port": free_port()})
    async with running(serve, away, Service.WEBHOOK):
        twilio = Caller(http, f"http://127.0.0.1:{away.service_port}")
        assert say(Sentence.READING, ENGLISH) in (await twilio.sends_photo(sid="MM1")).said
        health = await twilio.request("GET", "/health")
        assert (health.status, b'"rabbitmq":"' in health.body) == (503, True)
    async with collecting(servers.rabbit, InvoiceImages) as photos, running(serve, servers.settings, Service.WEBHOOK):
        [job] = await photos.take(1)
    assert job.delivery_id == "MM1"
    assert await servers.sessions.unpublished(datetime.now(UTC)) == []


async def test_with_redis_away_photos_are_taken_in_and_texts_are_not(
    servers: Servers, http: aiohttp.ClientSession
) -> None:
    away = servers.settings.model_copy(update={"redis_port": free_port()})
    async with running(serve, away, Service.WEBHOOK) as health:
        await health.until_available(Dependency.RABBITMQ)
        twilio = Caller(http, f"http://127.0.0.1:{away.service_port}")
        async with collecting(servers.rabbit, InvoiceImages) as photos:
            assert (await twilio.sends_photo(sid="MM1")).said == say(Sentence.READING, ENGLISH)
            await photos.take(1)
        assert (await twilio.says("hello")).said == say(Sentence.TRY_AGAIN_IN_A_MOMENT, ENGLISH)


async def test_a_number_that_is_not_on_the_list_has_no_effect(servers: Servers, http: aiohttp.ClientSession) -> None:
    settings = servers.settings.model_copy(update={"allowed_numbers": ("+44 20 7946 0000",)})
    async with running(serve, settings, Service.WEBHOOK):
        twilio = Caller(http, f"http://127.0.0.1:{settings.service_port}")
        answers = [(await twilio.sends_photo(sid="MM1")).said, (await twilio.says("hello")).said]
    assert answers == [say(Sentence.NOT_INVITED, ENGLISH), ""]
    assert (await servers.sessions.look(USER, "MM1")).session is None
