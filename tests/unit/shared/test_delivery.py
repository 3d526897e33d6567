from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.delivery import MAX_CAPTION, MAX_TEXT, Verdict, parts_of, sent_again, split_text, verdict_on, width
from shared.messages import Picture, Reply

NOW = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)


def a_reply(text: str = "hello", **fields: object) -> Reply:
    return Reply(reply_id="SM0:done:1", to="whatsapp:+34611222333", text=text, in_reply_to="SM0", **fields)


def test_a_short_reply_is_one_message_under_its_own_id() -> None:
    assert parts_of(a_reply()) == (a_reply(),)


def test_a_long_reply_is_cut_at_line_breaks_and_numbered() -> None:
    lines = [f"line {number} of a long list of invoices" for number in range(100)]
    parts = parts_of(a_reply("\n".join(lines)))
    assert [part.text.split("\n")[0] for part in parts] == ["(1/3)", "(2/3)", "(3/3)"]
    assert [line for part in parts for line in part.text.split("\n")[1:]] == lines
    assert [part.reply_id for part in parts] == ["SM0:done:1:1", "SM0:done:1:2", "SM0:done:1:3"]


def test_the_file_goes_with_the_last_part() -> None:
    parts = parts_of(a_reply("word " * 400, media_key="reports/1.xlsx"))
    assert [part.media_key for part in parts] == [None] * (len(parts) - 1) + ["reports/1.xlsx"]
    assert all(width(part.text) <= MAX_CAPTION for part in parts)


def test_a_picture_follows_as_a_message_of_its_own() -> None:
    reply = a_reply(media_key="reports/1.xlsx", picture=Picture(key="reports/1.png", caption="Spent by month"))
    told, shown = parts_of(reply)
    assert (told.reply_id, told.text, told.media_key, told.picture) == ("SM0:done:1", "hello", "reports/1.xlsx", None)
    assert (shown.reply_id, shown.text, shown.media_key) == ("SM0:done:1:picture", "Spent by month", "reports/1.png")
    assert [parts_of(part) for part in (told, shown)] == [(told,), (shown,)]


def test_a_picture_that_whatsapp_refused_is_sent_again_alone() -> None:
    _, shown = parts_of(a_reply(picture=Picture(key="reports/1.png", caption="Spent by month")))
    again = sent_again(shown, Verdict.LINK, NOW)
    assert again is not None
    assert (again.reply_id, again.as_link, parts_of(again)) == ("SM0:done:1:picture.again1", True, (again,))


@given(st.text(max_size=6000))
def test_no_part_is_too_long_and_nothing_but_blanks_is_lost(text: str) -> None:
    parts = parts_of(a_reply(text))
    assert all(width(part.text) <= MAX_TEXT for part in parts)
    kept = "".join(split_text(text, MAX_TEXT))
    assert kept.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


def test_the_same_reply_is_always_cut_alike() -> None:
    reply = a_reply("some words and more of them " * 200)
    assert parts_of(reply) == parts_of(Reply.model_validate_json(reply.model_dump_json()))


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (63016, Verdict.PARK),
        (63018, Verdict.MUCH_LATER),
        (63019, Verdict.LINK),
        (11751, Verdict.LINK),
        (21610, Verdict.UNREACHABLE),
        (20003, Verdict.OURS),
        (20429, Verdict.LATER),
        (12345, Verdict.OURS),
    ],
)
def test_a_code_of_twilio_says_what_follows(code: int, verdict: Verdict) -> None:
    assert verdict_on(code) is verdict


def test_a_refused_file_is_sent_again_as_a_link_under_another_id() -> None:
    again = sent_again(a_reply(media_key="reports/1.xlsx"), Verdict.LINK, NOW)
    assert again == a_reply(media_key="reports/1.xlsx", as_link=True).model_copy(
        update={"reply_id": "SM0:done:1.again1"}
    )


def test_what_was_too_fast_waits() -> None:
    again = sent_again(a_reply(), Verdict.MUCH_LATER, NOW)
    assert again
    assert again.not_before
    assert again.not_before > NOW + timedelta(minutes=1)


@pytest.mark.parametrize("verdict", [Verdict.UNREACHABLE, Verdict.OURS])
def test_what_cannot_get_through_is_not_sent_again(verdict: Verdict) -> None:
    assert sent_again(a_reply(), verdict, NOW) is None


def test_a_refused_file_of_a_reply_without_one_is_no_reason_to_send_again() -> None:
    assert sent_again(a_reply(), Verdict.LINK, NOW) is None


def test_a_reply_is_parked_as_often_as_the_window_is_closed() -> None:
    reply = a_reply()
    for count in range(1, 31):
        again = sent_again(reply, Verdict.PARK, NOW)
        assert again
        assert again.reply_id == f"SM0:done:1.again{count}"
        reply = again


def test_a_reply_is_sent_again_twice_at_most() -> None:
    once = sent_again(a_reply(), Verdict.LATER, NOW)
    assert once
    twice = sent_again(once, Verdict.LATER, NOW)
    assert twice
    assert (once.reply_id, twice.reply_id) == ("SM0:done:1.again1", "SM0:done:1.again2")
    assert sent_again(twice, Verdict.LATER, NOW) is None
