"""The sandbox on Twilio's wire: signed webhooks, guarded media, the Messages API, its errors and callbacks."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest
from starlette.responses import Response, StreamingResponse
from twilio.rest import Client

from services.whatsapp_sandbox.chat_messages import Direction, Kind, Tick
from services.whatsapp_sandbox.client import SandboxError, Upload
from tests.sandboxes import (
    ACCOUNT_SID,
    ANA,
    AUTH_TOKEN,
    FINTRAK,
    XLSX,
    RunningSandbox,
    basic_auth,
    running_sandbox,
    twiml,
)

JPEG = b"\xff\xd8\xff\xe0 not much of a photo"
WORKBOOK = b"PK\x03\x04 not much of a workbook"


@pytest.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[RunningSandbox]:
    async with running_sandbox(tmp_path) as running:
        yield running


# From the phone to the webhook


async def test_a_text_arrives_as_twilios_form_with_a_genuine_signature(sandbox: RunningSandbox) -> None:
    sent = await sandbox.phone.send_text(ANA, "hello")
    post = await sandbox.webhook.next_post()
    assert post.genuine
    assert post.form["MessageSid"] == post.form["SmsMessageSid"] == sent.sid
    assert {
        name: post.form[name] for name in ("From", "To", "Body", "NumMedia", "ProfileName", "WaId", "MessageType")
    } == {
        "From": f"whatsapp:{ANA}",
        "To": FINTRAK,
        "Body": "hello",
        "NumMedia": "0",
        "ProfileName": "Ana",
        "WaId": "34611222333",
        "MessageType": "text",
    }
    assert post.form["AccountSid"] == ACCOUNT_SID
    assert post.headers["content-type"] == "application/x-www-form-urlencoded; charset=UTF-8"


async def test_the_public_address_is_signed_even_where_another_one_is_connected_to(tmp_path: Path) -> None:
    async with running_sandbox(tmp_path, public_base_url="https://fintrak.example.org") as sandbox:
        await sandbox.phone.send_text(ANA, "hello")
        post = await sandbox.webhook.next_post()
    assert post.genuine
    assert post.headers["host"] == "fintrak.example.org"


async def test_the_answer_is_shown_and_marks_the_message_read(sandbox: RunningSandbox) -> None:
    sandbox.webhook.answer = lambda _: twiml("first", "*second* & last")
    sent = await sandbox.phone.send_text(ANA, "hello")
    first = await sandbox.phone.wait_for_reply(ANA, after=sent.id)
    second = await sandbox.phone.wait_for_reply(ANA, after=first.id)
    assert [first.text, second.text] == ["first", "*second* & last"]
    assert (await sandbox.phone.wait_for_tick(sent, Tick.READ)).error is None


async def test_a_server_error_is_tried_again_with_the_same_id_and_token(sandbox: RunningSandbox) -> None:
    sandbox.webhook.failures = [500, 503]
    sent = await sandbox.phone.send_text(ANA, "hello")
    posts = [await sandbox.webhook.next_post() for _ in range(3)]
    assert {post.form["MessageSid"] for post in posts} == {sent.sid}
    assert len({post.headers["i-twilio-idempotency-token"] for post in posts}) == 1
    await sandbox.phone.wait_for_tick(sent, Tick.DELIVERED)


async def test_a_message_that_failed_can_be_sent_again_under_its_id(sandbox: RunningSandbox) -> None:
    sandbox.webhook.failures = [403]
    sent = await sandbox.phone.send_text(ANA, "hello")
    failed = await sandbox.phone.wait_for_tick(sent, Tick.FAILED)
    assert "403" in (failed.error or "")
    await sandbox.phone.retry(failed)
    await sandbox.phone.wait_for_tick(sent, Tick.DELIVERED)
    assert (await sandbox.webhook.next_post()).form["MessageSid"] == (await sandbox.webhook.next_post()).form[
        "MessageSid"
    ]


async def test_a_webhook_that_is_down_fails_the_message_and_says_why(tmp_path: Path) -> None:
    async with running_sandbox(tmp_path, webhook_url="http://127.0.0.1:9/whatsapp") as sandbox:
        sent = await sandbox.phone.send_text(ANA, "hello")
        failed = await sandbox.phone.wait_for_tick(sent, Tick.FAILED)
        assert "cannot connect" in (failed.error or "")
        assert [alert["code"] for alert in await sandbox.phone.alerts()] == [11200]


async def test_an_answer_that_is_no_twiml_is_an_alert(sandbox: RunningSandbox) -> None:
    sandbox.webhook.answer = lambda _: Response("{}", media_type="application/json")
    sent = await sandbox.phone.send_text(ANA, "hello")
    await sandbox.phone.wait_for_tick(sent, Tick.DELIVERED)
    assert [alert["code"] for alert in await sandbox.phone.alerts()] == [12100]


async def test_an_answer_that_comes_in_pieces_is_shown_whole(sandbox: RunningSandbox) -> None:
    async def pieces() -> AsyncIterator[str]:
        yield "<Response><Message>first half, "
        await asyncio.sleep(0.1)
        yield "second half</Message></Response>"

    sandbox.webhook.answer = lambda _: StreamingResponse(pieces(), media_type="text/xml")
    sent = await sandbox.phone.send_text(ANA, "hello")
    assert (await sandbox.phone.wait_for_reply(ANA, after=sent.id)).text == "first half, second half"


async def test_copies_are_the_same_webhook_several_times_and_one_answer(sandbox: RunningSandbox) -> None:
    sandbox.webhook.answer = lambda _: twiml("once")
    sent = await sandbox.phone.send_text(ANA, "hello", copies=5)
    posts = [await sandbox.webhook.next_post() for _ in range(5)]
    assert {post.form["MessageSid"] for post in posts} == {sent.sid}
    await sandbox.phone.wait_for_reply(ANA, after=sent.id)
    assert [message.text for message in await sandbox.phone.messages(ANA)] == ["hello", "once"]


@pytest.mark.parametrize(
    ("content_type", "kind", "expected"),
    [
        ("image/jpeg", None, "image"),
        ("application/pdf", None, "document"),
        ("audio/ogg", None, "audio"),
        ("image/webp", Kind.STICKER, "sticker"),
        ("text/vcard", None, "contacts"),
    ],
)
async def test_a_file_is_announced_by_its_kind(
    sandbox: RunningSandbox, content_type: str, kind: Kind | None, expected: str
) -> None:
    await sandbox.phone.send_file(ANA, JPEG, content_type, "file", kind=kind)
    post = await sandbox.webhook.next_post()
    assert (post.form["MessageType"], post.form["NumMedia"], post.form["Body"]) == (expected, "1", "")
    assert post.form["MediaContentType0"] == content_type
    assert post.form["MessageSid"].startswith("MM")


async def test_one_message_can_carry_several_media(sandbox: RunningSandbox) -> None:
    files = [Upload(JPEG, "image/jpeg", "a.jpg"), Upload(b"%PDF-1.7", "application/pdf", "b.pdf")]
    await sandbox.phone.send_files(ANA, files, "both")
    post = await sandbox.webhook.next_post()
    assert (post.form["NumMedia"], post.form["MediaContentType1"], post.form["Body"]) == (
        "2",
        "application/pdf",
        "both",
    )


async def test_a_location_has_coordinates_and_no_media(sandbox: RunningSandbox) -> None:
    await sandbox.phone.send_location(ANA, 40.4169, -3.7036, "Puerta del Sol")
    post = await sandbox.webhook.next_post()
    assert (post.form["MessageType"], post.form["Latitude"], post.form["Label"]) == (
        "location",
        "40.416900",
        "Puerta del Sol",
    )


# Media


async def media_path(sandbox: RunningSandbox) -> str:
    await sandbox.phone.send_file(ANA, JPEG, "image/jpeg", "receipt.jpg", "lunch")
    url = (await sandbox.webhook.next_post()).form["MediaUrl0"]
    return url.partition(f"{ACCOUNT_SID}/")[2]


async def test_media_needs_credentials_and_redirects_to_where_they_are_refused(sandbox: RunningSandbox) -> None:
    path = await media_path(sandbox)
    assert (await sandbox.api("GET", path, auth=False))[0] == 401
    status, answer = await sandbox.api("GET", path)
    assert status == 307
    async with sandbox.http.get(answer["location"]) as served:
        assert (served.status, served.headers["Content-Type"], await served.read()) == (200, "image/jpeg", JPEG)
    async with sandbox.http.get(answer["location"], headers=basic_auth()) as refused:
        assert refused.status == 400
    assert ["credentials" in alert["text"] for alert in await sandbox.phone.alerts()] == [True]


async def test_a_redirect_target_that_was_made_up_is_refused(sandbox: RunningSandbox) -> None:
    _, answer = await sandbox.api("GET", await media_path(sandbox))
    async with sandbox.http.get(answer["location"][:-1] + "x") as refused:
        assert refused.status == 403


async def test_deleted_media_is_gone_at_twilio_and_stays_on_the_phone(sandbox: RunningSandbox) -> None:
    path = await media_path(sandbox)
    assert (await sandbox.api("DELETE", f"{path}.json"))[0] == 204
    assert (await sandbox.api("GET", path))[0] == 404
    (message,) = await sandbox.phone.messages(ANA)
    assert await sandbox.phone.fetch_attachment(message) == JPEG


async def test_media_can_be_late(sandbox: RunningSandbox) -> None:
    path = await media_path(sandbox)
    await sandbox.phone.add_fault(operation="media", status=404, times=2)
    assert [(await sandbox.api("GET", path))[0] for _ in range(3)] == [404, 404, 307]


# From FinTrak to the phone


async def spoken_to(sandbox: RunningSandbox) -> None:
    """WhatsApp lets a business write only after the user did."""
    await sandbox.phone.send_text(ANA, "hello")
    await sandbox.webhook.next_post()


async def test_a_sent_message_reaches_the_phone_and_every_status_is_called_back(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    status, message = await sandbox.send("Saved!", StatusCallback=sandbox.callback())
    assert (status, message["status"], message["direction"]) == (201, "queued", "outbound-api")
    assert message["date_created"].endswith("+0000")
    shown = await sandbox.phone.wait_for_reply(ANA, after=0)
    assert (shown.sid, shown.text) == (message["sid"], "Saved!")
    assert [await sandbox.webhook.next_status() for _ in range(2)] == ["sent", "delivered"]
    await sandbox.phone.mark_read(ANA)
    assert await sandbox.webhook.next_status() == "read"
    assert (await sandbox.api("GET", f"Messages/{message['sid']}.json"))[1]["status"] == "read"


@pytest.mark.parametrize("reply", ["SM1:done:1", "SM1%3Adone%3A1"])
async def test_callbacks_are_signed_and_name_the_message(sandbox: RunningSandbox, reply: str) -> None:
    await spoken_to(sandbox)
    _, message = await sandbox.send(StatusCallback=sandbox.callback(reply))
    post = await asyncio.wait_for(sandbox.webhook.statuses.get(), 60)
    assert post.genuine
    assert (post.path, post.form["MessageSid"]) == ("/twilio/status/SM1:done:1", message["sid"])


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        pytest.param({"To": ""}, 400, 21604, id="no recipient"),
        pytest.param({"To": "whatsapp:hello"}, 400, 21211, id="recipient is no number"),
        pytest.param({"To": ANA}, 400, 21211, id="recipient without the channel"),
        pytest.param({"From": "whatsapp:+15550001111"}, 400, 63007, id="somebody else's number"),
        pytest.param({"Body": ""}, 400, 21619, id="nothing to say"),
        pytest.param({"Body": "x" * 1601}, 400, 21617, id="too long"),
        pytest.param({"MediaUrl": "ftp://example.org/x"}, 400, 21620, id="media that is no web address"),
        pytest.param({"StatusCallback": "https://my_host/x"}, 400, 21609, id="underscore in the callback's host"),
    ],
)
async def test_a_wrong_request_is_refused_as_twilio_does(
    sandbox: RunningSandbox, fields: dict[str, str], status: int, code: int
) -> None:
    form = {"To": f"whatsapp:{ANA}", "From": FINTRAK, "Body": "hi"} | fields
    answered, body = await sandbox.api("POST", "Messages.json", data=form)
    assert (answered, body["code"], body["status"]) == (status, code, status)


async def test_wrong_credentials_are_refused(sandbox: RunningSandbox) -> None:
    status, body = await sandbox.api("POST", "Messages.json", auth=False, data={"Body": "hi"})
    assert (status, body["code"]) == (401, 20003)


async def test_media_is_fetched_with_head_and_get_and_kept_for_the_phone(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    sandbox.webhook.media["report.xlsx"] = (XLSX, WORKBOOK)
    await sandbox.send("Your invoices", MediaUrl=sandbox.media("report.xlsx"))
    shown = await sandbox.phone.wait_for_reply(ANA, after=0)
    assert sandbox.webhook.media_requests == ["HEAD", "GET"]
    assert (shown.attachments[0].filename, shown.kind) == ("report.xlsx", Kind.DOCUMENT)
    assert await sandbox.phone.fetch_attachment(shown) == WORKBOOK


async def test_what_was_accepted_first_arrives_first_although_its_file_takes_longer(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    sandbox.webhook.media["report.xlsx"] = (XLSX, WORKBOOK)
    await sandbox.send("with a workbook", MediaUrl=sandbox.media("report.xlsx"))
    await sandbox.send("at once")
    first = await sandbox.phone.wait_for_reply(ANA, after=0)
    second = await sandbox.phone.wait_for_reply(ANA, after=first.id)
    assert [first.text, second.text] == ["with a workbook", "at once"]


@pytest.mark.parametrize(
    ("name", "content_type", "data", "code"),
    [
        pytest.param("lost.xlsx", XLSX, b"", "63019", id="empty"),
        pytest.param("a.xlsx", XLSX, JPEG, "63021", id="bytes are something else"),
        pytest.param("a.csv", "text/csv", b"a,b", "63021", id="a type WhatsApp does not relay"),
        pytest.param("a.jpg", "image/jpeg", JPEG + bytes(5 * 1024 * 1024), "11751", id="too large a picture"),
    ],
)
async def test_media_that_whatsapp_would_not_take_ends_undelivered(
    sandbox: RunningSandbox, name: str, content_type: str, data: bytes, code: str
) -> None:
    await spoken_to(sandbox)
    sandbox.webhook.media[name] = (content_type, data)
    await sandbox.send(MediaUrl=sandbox.media(name), StatusCallback=sandbox.callback())
    post = await asyncio.wait_for(sandbox.webhook.statuses.get(), 60)
    assert (post.form["MessageStatus"], post.form["ErrorCode"]) == ("undelivered", code)
    assert [message.direction for message in await sandbox.phone.messages(ANA)] == [Direction.SENT]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/x", "http://a..b/x", "http://xn--/x"])
async def test_media_that_cannot_be_fetched_ends_undelivered(sandbox: RunningSandbox, url: str) -> None:
    await spoken_to(sandbox)
    await sandbox.send(MediaUrl=url, StatusCallback=sandbox.callback())
    post = await asyncio.wait_for(sandbox.webhook.statuses.get(), 60)
    assert (post.form["MessageStatus"], post.form["ErrorCode"]) == ("undelivered", "63019")


@pytest.mark.parametrize(("to", "code"), [(ANA, "63016"), ("+34699999999", "63024")])
async def test_nobody_is_written_to_who_has_not_written_first(sandbox: RunningSandbox, to: str, code: str) -> None:
    status, _ = await sandbox.send(to=to, StatusCallback=sandbox.callback())
    post = await asyncio.wait_for(sandbox.webhook.statuses.get(), 60)
    assert (status, post.form["ErrorCode"]) == (201, code)


async def test_the_list_is_filtered_and_may_hide_what_is_new(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.send("seen")
    await sandbox.phone.add_fault(operation="list", hide_s=60)
    await sandbox.send("hidden")
    query = f"To=whatsapp%3A%2B34611222333&From={FINTRAK.replace(':', '%3A').replace('+', '%2B')}"
    _, listed = await sandbox.api("GET", f"Messages.json?{query}&DateSent%3E=2020-01-01T00:00:00Z&PageSize=20")
    assert [message["body"] for message in listed["messages"]] == ["seen"]
    _, future = await sandbox.api("GET", f"Messages.json?{query}&DateSent%3E=2999-01-01")
    assert future["messages"] == []


async def test_long_lists_come_in_pages(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.send("older")
    await sandbox.send("newer")
    _, page = await sandbox.api("GET", "Messages.json?From=whatsapp%3A%2B14155238886&PageSize=1")
    assert [message["body"] for message in page["messages"]] == ["newer"]
    following = page["next_page_uri"].partition(f"{ACCOUNT_SID}/")[2]
    _, rest = await sandbox.api("GET", following)
    assert [message["body"] for message in rest["messages"]] == ["older"]
    assert rest["next_page_uri"] is None


async def test_twilios_own_client_gets_along_with_the_twin(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)

    def send_and_list() -> list[str]:
        client = Client(ACCOUNT_SID, AUTH_TOKEN)
        client.api.base_url = client.messaging.base_url = sandbox.base_url
        created = client.messages.create(to=f"whatsapp:{ANA}", from_=FINTRAK, body="from the SDK")
        (inbound,) = client.messages.list(from_=f"whatsapp:{ANA}")
        client.messaging.v2.typing_indicator.create(channel="whatsapp", message_id=inbound.sid)
        return [created.sid, *(message.sid for message in client.messages.list(to=f"whatsapp:{ANA}"))]

    created, listed = await asyncio.to_thread(send_and_list)
    assert created == listed


async def test_the_typing_indicator_marks_the_message_read(sandbox: RunningSandbox) -> None:
    sent = await sandbox.phone.send_text(ANA, "hello")
    await sandbox.phone.wait_for_tick(sent, Tick.DELIVERED)
    url = f"{sandbox.base_url}/v2/Indicators/Typing.json"
    form = {"messageId": sent.sid, "channel": "whatsapp"}
    async with sandbox.http.post(url, data=form, headers=basic_auth()) as response:
        assert response.status == 200
    await sandbox.phone.wait_for_tick(sent, Tick.READ)
    async with sandbox.http.post(url, data=form | {"messageId": "SM0"}, headers=basic_auth()) as unknown:
        assert unknown.status == 404


# Faults


async def test_refusals_are_made_as_often_as_asked(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.phone.add_fault(operation="send", status=429, times=2, retry_after_s=1)
    answers = [await sandbox.send() for _ in range(3)]
    assert [status for status, _ in answers] == [429, 429, 201]
    assert answers[0][1]["code"] == 20429


async def test_a_time_out_after_accepting_still_delivers(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.phone.add_fault(operation="send", after_accepting=True, hang_s=30, times=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await sandbox.send("accepted")
    assert (await sandbox.phone.wait_for_reply(ANA, after=0)).text == "accepted"


async def test_a_permanent_error_can_come_by_answer_or_by_callback(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.phone.add_fault(operation="send", status=400, code=21610, number=ANA, times=1)
    assert (await sandbox.send())[1]["code"] == 21610
    await sandbox.phone.add_fault(operation="deliver", code=63018, number=ANA, times=1)
    await sandbox.send(StatusCallback=sandbox.callback())
    post = await asyncio.wait_for(sandbox.webhook.statuses.get(), 60)
    assert post.form["ErrorCode"] == "63018"


async def test_faults_end_when_they_are_cleared(sandbox: RunningSandbox) -> None:
    await spoken_to(sandbox)
    await sandbox.phone.add_fault(operation="send", status=500)
    assert (await sandbox.send())[0] == 500
    await sandbox.phone.clear_faults()
    assert (await sandbox.send())[0] == 201
    with pytest.raises(SandboxError, match="400"):
        await sandbox.phone.add_fault(operation="coffee")


# The door of the sandbox


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example.org"}, id="a name that was pointed at this machine"),
        pytest.param({"Origin": "https://evil.example.org"}, id="a form on another page"),
        pytest.param({"Origin": "null"}, id="a page without an origin"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="a link from another page"),
    ],
)
async def test_other_pages_in_the_browser_cannot_write(sandbox: RunningSandbox, headers: dict[str, str]) -> None:
    url = f"{sandbox.base_url}/sandbox/users/{ANA}/messages"
    async with sandbox.http.post(url, data={"text": "spam"}, headers=headers) as response:
        assert response.status == 403
    assert await sandbox.phone.messages(ANA) == []


async def test_uploads_are_limited(sandbox: RunningSandbox) -> None:
    form = aiohttp.FormData()
    form.add_field("file", io.BytesIO(bytes(21 * 1024 * 1024)), filename="big.jpg", content_type="image/jpeg")
    try:
        async with sandbox.http.post(f"{sandbox.base_url}/sandbox/users/{ANA}/messages", data=form) as response:
            status = response.status
    except aiohttp.ClientError:
        status = 413  # the server may hang up before the whole body was written
    assert status == 413
    assert await sandbox.phone.messages(ANA) == []


async def test_uploaded_pages_cannot_run_in_the_browser(sandbox: RunningSandbox) -> None:
    sent = await sandbox.phone.send_file(ANA, b"<script>1</script>", "text/html", "x.html")
    async with sandbox.http.get(sandbox.base_url + sent.attachments[0].url) as response:
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response.headers["Content-Security-Policy"]


async def test_chats_and_files_survive_a_restart(tmp_path: Path) -> None:
    async with running_sandbox(tmp_path) as sandbox:
        await sandbox.phone.add_user("+441632960001", "Oli")
        sent = await sandbox.phone.send_file("+441632960001", JPEG, "image/jpeg", "a.jpg", "lunch")
        await sandbox.phone.wait_for_tick(sent, Tick.DELIVERED)
    async with running_sandbox(tmp_path) as again:
        assert "Oli" in [user.name for user in await again.phone.users()]
        (kept,) = await again.phone.messages("+441632960001")
        assert (kept.id, kept.text) == (sent.id, "lunch")
        assert await again.phone.fetch_attachment(kept) == JPEG


@pytest.mark.parametrize(
    ("number", "fields"),
    [
        pytest.param(ANA, {"text": " "}, id="nothing"),
        pytest.param(ANA, {"text": "x" * 4097}, id="too long"),
        pytest.param(ANA, {"text": "x", "kind": "telegram"}, id="a kind WhatsApp does not have"),
        pytest.param(ANA, {"latitude": "north"}, id="a place that is nowhere"),
        pytest.param("+34000000000", {"text": "x"}, id="nobody"),
    ],
)
async def test_what_a_phone_could_not_send_is_refused(
    sandbox: RunningSandbox, number: str, fields: dict[str, str]
) -> None:
    async with sandbox.http.post(f"{sandbox.base_url}/sandbox/users/{number}/messages", data=fields) as response:
        assert response.status in (400, 404)
        assert "error" in await response.json()


async def test_open_streams_do_not_keep_the_sandbox_from_stopping(tmp_path: Path) -> None:
    async with asyncio.timeout(60), aiohttp.ClientSession() as page, AsyncExitStack() as opened:
        async with running_sandbox(tmp_path) as sandbox:
            stream = await opened.enter_async_context(page.get(f"{sandbox.base_url}/sandbox/events"))
            assert await stream.content.readline() == b"retry: 1000\n"
        assert b"webhook" in await stream.read()
