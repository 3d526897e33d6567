from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from yarl import URL

from services.client_response_service.response import LinkMaker, ResponseDelivery, Undeliverable
from shared.errors import TemporaryFailure
from shared.links import open_token
from shared.messages import Reply
from shared.reply_records import AlreadySent, Claim, Claimed, GivenUp, HeldUntil, UnknownSince
from shared.twilio_api import FateUnknown, NotReached, SentMessage, TwilioRefused
from tests.unit.services.client_response_service.fakes import FakeConversations, FakeRows, FakeTwilio

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
SENDER = "whatsapp:+34611222333"
KEY = b"k" * 32
ID = "SM0:done:1"


def a_reply(text: str = "You spent 12.00 EUR.", **fields: object) -> Reply:
    return Reply(reply_id=ID, to=SENDER, text=text, in_reply_to="SM0", **fields)


def listed(body: str = "You spent 12.00 EUR.", sid: str = "SM9") -> SentMessage:
    message = {"sid": sid, "from": "whatsapp:+15550100", "to": SENDER, "body": body, "direction": "outbound-api"}
    return SentMessage.model_validate({**message, "date_created": "Sun, 15 Mar 2026 09:00:01 +0000"})


class Desk:
    """A responder with everything around it faked."""

    def __init__(
        self,
        *,
        claims: Sequence[Claim] = (),
        resend: Claim | None = None,
        troubles: Sequence[Exception] = (),
        lists: Sequence[Sequence[SentMessage]] = (),
        redis_away: bool = False,
    ) -> None:
        self.rows = FakeRows(claims=list(claims), resend=resend)
        self.twilio = FakeTwilio(troubles=list(troubles), listed=list(lists))
        self.conversations = FakeConversations(away=redis_away)
        self.pauses: list[float] = []
        self.delivery = ResponseDelivery(
            rows=self.rows,
            twilio=self.twilio,
            conversations=self.conversations,
            links=LinkMaker("https://fintrak.test", KEY),
            now=lambda: NOW,
            pause=self._pause,
        )

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    @property
    def bodies(self) -> list[str]:
        return [message.body for message in self.twilio.taken]


async def test_a_reply_is_sent_and_ends_the_waiting() -> None:
    desk = Desk()
    await desk.delivery.handle(a_reply())
    [message] = desk.twilio.taken
    assert (message.to, message.body, message.media_url) == (SENDER, "You spent 12.00 EUR.", None)
    assert message.status_callback == "https://fintrak.test/twilio/status/SM0:done:1"
    assert desk.rows.sent == {ID: "SM1"}
    assert desk.conversations.over == [a_reply()]


async def test_the_address_of_reports_is_the_same_after_a_client_has_normalised_it() -> None:
    """Every report was refused, as the signature is over the address as we gave it."""
    desk = Desk()
    await desk.delivery.handle(a_reply())
    [message] = desk.twilio.taken
    assert str(URL(message.status_callback)) == message.status_callback


async def test_the_same_reply_again_is_not_sent_again() -> None:
    desk = Desk()
    await desk.delivery.handle(a_reply())
    await desk.delivery.handle(a_reply())
    assert len(desk.twilio.taken) == 1


async def test_a_long_reply_is_sent_in_numbered_parts_each_once() -> None:
    desk = Desk()
    desk.rows.sent[f"{ID}:1"] = "SM7"
    await desk.delivery.handle(a_reply("\n".join(["one line of the list"] * 150)))
    assert [body[:6] for body in desk.bodies] == ["(2/2)\n"]
    assert set(desk.rows.sent) == {f"{ID}:1", f"{ID}:2"}


async def test_a_file_travels_as_a_signed_link() -> None:
    desk = Desk()
    await desk.delivery.handle(a_reply(media_key="reports/1.xlsx"))
    url = desk.twilio.taken[0].media_url
    assert url
    assert open_token(url.rpartition("/")[2], KEY, NOW) == "reports/1.xlsx"


async def test_a_file_that_whatsapp_refuses_becomes_a_link_in_the_text() -> None:
    desk = Desk(troubles=[TwilioRefused(63021)])
    await desk.delivery.handle(a_reply(media_key="reports/1.xlsx"))
    [message] = desk.twilio.taken
    assert message.media_url is None
    assert message.body.startswith("You spent 12.00 EUR.\n\n")
    assert "https://fintrak.test/media/" in message.body


async def test_a_file_that_went_out_as_a_link_is_recognised_at_twilio() -> None:
    body = "You spent 12.00 EUR.\n\nOpen it here: https://fintrak.test/media/x"
    desk = Desk(claims=[UnknownSince(NOW, 1, NOW)], lists=[[listed(body)]])
    await desk.delivery.handle(a_reply(media_key="reports/1.xlsx"))
    assert (desk.rows.sent, desk.bodies) == ({ID: "SM9"}, [])


@pytest.mark.parametrize("code", [20429, 429, 63018, 21611])
async def test_a_hiccup_of_twilio_frees_the_claim_for_the_next_try(code: int) -> None:
    desk = Desk(troubles=[TwilioRefused(code, retry_after_s=7)])
    with pytest.raises(TemporaryFailure) as failure:
        await desk.delivery.handle(a_reply())
    assert failure.value.retry_after_s == 7
    assert desk.rows.failed == [(ID, code, False)]


@pytest.mark.parametrize("code", [20003, 401, 403, 63007, 21617, 99999])
async def test_what_an_operator_must_mend_is_not_tried_again_by_itself(code: int) -> None:
    desk = Desk(troubles=[TwilioRefused(code)])
    with pytest.raises(Undeliverable):
        await desk.delivery.handle(a_reply())
    assert desk.rows.failed == [(ID, code, False)]  # a replay may send it


@pytest.mark.parametrize("code", [21211, 21610, 63003, 63024])
async def test_a_user_who_cannot_be_reached_is_left_alone(code: int) -> None:
    desk = Desk(troubles=[TwilioRefused(code)])
    await desk.delivery.handle(a_reply())
    assert desk.rows.failed == [(ID, code, True)]
    assert desk.conversations.over == [a_reply()]


async def test_outside_the_24_hours_a_reply_is_parked_until_the_user_writes() -> None:
    desk = Desk(troubles=[TwilioRefused(63016)])
    await desk.delivery.handle(a_reply())
    assert [reply.reply_id for reply in desk.conversations.parked] == [f"{ID}.again1"]
    assert desk.rows.failed == [(ID, 63016, True)]


async def test_when_twilio_cannot_be_reached_the_claim_is_free_at_once() -> None:
    desk = Desk(troubles=[NotReached("test")])
    with pytest.raises(NotReached):
        await desk.delivery.handle(a_reply())
    assert desk.rows.failed == [(ID, None, False)]


async def test_a_lost_answer_is_found_in_twilios_list() -> None:
    desk = Desk(troubles=[FateUnknown("test")], lists=[[], [listed()]])
    await desk.delivery.handle(a_reply())
    assert desk.rows.sent == {ID: "SM9"}
    assert len(desk.pauses) == 2


async def test_a_lost_answer_that_is_not_found_keeps_the_claim() -> None:
    desk = Desk(troubles=[FateUnknown("test")])
    with pytest.raises(TemporaryFailure):
        await desk.delivery.handle(a_reply())
    assert (desk.rows.sent, desk.rows.failed) == ({}, [])


@pytest.mark.parametrize("message", [listed("You spent 13.00 EUR."), listed(sid="SM-of-another-reply")])
async def test_another_message_in_twilios_list_is_not_taken_for_ours(message: SentMessage) -> None:
    desk = Desk(claims=[UnknownSince(NOW, 1, NOW)], resend=UnknownSince(NOW, 1, NOW), lists=[[message]])
    desk.rows.known_sids = {"SM-of-another-reply"}
    with pytest.raises(TemporaryFailure):
        await desk.delivery.handle(a_reply())
    assert desk.twilio.taken == []


async def test_a_reply_that_look_ups_never_found_is_sent_again() -> None:
    desk = Desk(claims=[UnknownSince(NOW, 3, NOW)], resend=Claimed(2))
    await desk.delivery.handle(a_reply())
    assert desk.rows.sent == {ID: "SM1"}


async def test_a_reply_that_somebody_else_is_sending_waits_for_their_lease() -> None:
    desk = Desk(claims=[HeldUntil(NOW + timedelta(seconds=40))])
    with pytest.raises(TemporaryFailure) as failure:
        await desk.delivery.handle(a_reply())
    assert failure.value.retry_after_s == 40
    assert desk.twilio.taken == []


@pytest.mark.parametrize("claim", [AlreadySent("SM5"), GivenUp("63024")])
async def test_a_reply_whose_fate_is_known_only_ends_the_waiting(claim: Claim) -> None:
    desk = Desk(claims=[claim])
    await desk.delivery.handle(a_reply())
    assert (desk.twilio.taken, desk.conversations.over) == ([], [a_reply()])


async def test_a_reply_for_later_waits() -> None:
    desk = Desk()
    with pytest.raises(TemporaryFailure) as failure:
        await desk.delivery.handle(a_reply(not_before=NOW + timedelta(minutes=4)))
    assert failure.value.retry_after_s == 240


async def test_with_redis_away_replies_are_sent_all_the_same() -> None:
    desk = Desk(redis_away=True)
    await desk.delivery.handle(a_reply())
    assert desk.rows.sent == {ID: "SM1"}


async def test_what_was_sent_is_remembered_for_late_refusals() -> None:
    desk = Desk()
    await desk.delivery.handle(a_reply(media_key="reports/1.xlsx"))
    assert desk.conversations.kept == {ID: a_reply(media_key="reports/1.xlsx")}


async def test_nobody_waits_for_a_reply_that_was_given_up() -> None:
    desk = Desk()
    await desk.delivery.give_up(a_reply(), "test")
    assert desk.conversations.over == [a_reply()]
