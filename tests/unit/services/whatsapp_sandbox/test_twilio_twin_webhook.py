"""How often the twin tries again, where it connects, and what it understands of an answer."""

import pytest

from services.whatsapp_sandbox.twilio_twin_webhook import Overrides, Reach, WebhookFailed, twiml_texts


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://x/w", Overrides(), id="Twilio's defaults"),
        pytest.param("https://x/w#rc=two&section", Overrides(), id="a fragment that means something else"),
        pytest.param(
            "https://x/w#rc=2&rp=5xx,ct,rt&rt=4500",
            Overrides(read_s=4.5, retries=2, retry_on=frozenset({"5xx", "ct", "rt"})),
            id="the README's",
        ),
        pytest.param(
            "https://x/w#ct=20000&tt=1&rc=9",
            Overrides(connect_s=10, total_s=0.1, retries=5),
            id="within Twilio's limits",
        ),
    ],
)
def test_overrides_are_read_from_the_fragment(url: str, expected: Overrides) -> None:
    assert Overrides.of(url) == expected


def test_only_named_failures_are_tried_again() -> None:
    assert Overrides.of("https://x/w#rp=5xx").retries_after("5xx")
    assert not Overrides.of("https://x/w#rp=5xx").retries_after("4xx")
    assert Overrides.of("https://x/w#rp=all").retries_after("4xx")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://fintrak.example/whatsapp", ("http://webhook:8000/whatsapp", {"Host": "fintrak.example"})),
        ("https://fintrak.example/media/a?b=c", ("http://webhook:8000/media/a?b=c", {"Host": "fintrak.example"})),
        ("https://other.example/x", ("https://other.example/x", {})),
    ],
)
def test_the_public_address_is_reached_where_it_really_is(url: str, expected: tuple[str, dict[str, str]]) -> None:
    assert Reach("https://fintrak.example", "http://webhook:8000").target(url) == expected


def test_without_another_place_the_url_is_used_as_it_is() -> None:
    assert Reach("http://a").target("http://a/b") == ("http://a/b", {})


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("", []),
        ("<Response/>", []),
        ("<Response><Message>a &amp; b</Message></Response>", ["a & b"]),
        ("<Response><Message><Body>a</Body></Message><Message>b</Message></Response>", ["a", "b"]),
        ("<Response><Message><![CDATA[<b>]]></Message></Response>", ["<b>"]),
        ('<?xml version="1.0" encoding="UTF-8"?><Response><Message>ñ</Message></Response>', ["ñ"]),
    ],
)
def test_the_messages_of_an_answer_are_found(body: str, texts: list[str]) -> None:
    assert twiml_texts(body) == texts


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{}", 12100),
        ("<html></html>", 12100),
        ('<!DOCTYPE x [<!ENTITY a "b">]><Response><Message>&a;</Message></Response>', 12100),
        ("<Response><Message> </Message></Response>", 14103),
        (f"<Response><Message>{'x' * 1601}</Message></Response>", 14103),
    ],
)
def test_an_answer_twilio_would_not_take_is_named_by_its_code(body: str, code: int) -> None:
    with pytest.raises(WebhookFailed) as failed:
        twiml_texts(body)
    assert failed.value.code == code
