import xml.etree.ElementTree as ElementTree

import pytest

from services.whatsapp_webhook_service.conversation import Kind
from services.whatsapp_webhook_service.twilio_forms import incoming_of, twiml
from shared.messages import Media
from shared.twilio_signature import Form
from tests.unit.services.whatsapp_webhook_service.builders import NOW, SENDER


def a_form(**fields: str) -> Form:
    everything = {"MessageSid": "SM1", "From": SENDER, "Body": "", "NumMedia": "0", **fields}
    return Form({name: [value] for name, value in everything.items()})


def parsed(answer: str) -> ElementTree.Element:
    return ElementTree.fromstring(twiml(answer))  # noqa: S314 - our own XML


def with_media(*types: str) -> dict[str, str]:
    fields = {"NumMedia": str(len(types))}
    for index, kind in enumerate(types):
        fields |= {f"MediaUrl{index}": f"https://media.test/{index}", f"MediaContentType{index}": kind}
    return fields


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        pytest.param({"Body": "hello"}, Kind.TEXT, id="text"),
        pytest.param({}, Kind.TEXT, id="nothing-at-all"),
        pytest.param(with_media("image/jpeg"), Kind.MEDIA, id="photo"),
        pytest.param(with_media("image/webp"), Kind.MEDIA, id="webp-photo"),
        pytest.param(with_media("application/pdf"), Kind.MEDIA, id="pdf"),
        pytest.param(with_media("application/octet-stream"), Kind.MEDIA, id="a-document-of-unknown-type"),
        pytest.param({**with_media("image/webp"), "MessageType": "sticker"}, Kind.STICKER, id="sticker"),
        pytest.param(with_media("audio/ogg; codecs=opus"), Kind.VOICE, id="voice"),
        pytest.param(with_media("video/mp4"), Kind.OTHER_FILE, id="video"),
        pytest.param(with_media("text/vcard"), Kind.CONTACT, id="contact"),
        pytest.param({"MessageType": "contacts"}, Kind.CONTACT, id="contact-without-media"),
        pytest.param({"Latitude": "41.4", "Longitude": "2.2", "MessageType": "location"}, Kind.LOCATION, id="location"),
        pytest.param(with_media("application/msword"), Kind.OTHER_FILE, id="word-document"),
        pytest.param(with_media("audio/ogg", "image/png"), Kind.MEDIA, id="one-of-two-is-a-photo"),
    ],
)
def test_a_form_is_a_message_of_its_kind(fields: dict[str, str], kind: Kind) -> None:
    incoming = incoming_of(a_form(**fields), NOW)
    assert incoming
    assert incoming.kind is kind


def test_all_media_of_a_form_travel_together() -> None:
    incoming = incoming_of(a_form(**with_media("image/jpeg", "video/mp4", "application/pdf"), Body="lunch"), NOW)
    assert incoming
    assert incoming.media == (
        Media(url="https://media.test/0", content_type="image/jpeg"),
        Media(url="https://media.test/2", content_type="application/pdf"),
    )
    assert (incoming.left_out, incoming.text) == (1, "lunch")


@pytest.mark.parametrize(
    "fields", [{"ButtonPayload": "1", "ButtonText": "Invoice", "Body": "Invoice"}, {"ListId": "1", "Body": "Invoice"}]
)
def test_a_tapped_button_counts_as_the_choice_it_stands_for(fields: dict[str, str]) -> None:
    incoming = incoming_of(a_form(**fields), NOW)
    assert incoming
    assert incoming.text == "1"


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_form_without_sender_or_id_is_no_message(missing: str) -> None:
    assert incoming_of(a_form(**{missing: ""}), NOW) is None


@pytest.mark.parametrize("count", ["", "-1", "x", "²"])
def test_an_odd_number_of_media_is_none(count: str) -> None:
    incoming = incoming_of(a_form(NumMedia=count), NOW)
    assert incoming
    assert incoming.media == ()


@pytest.mark.parametrize("text", ["a & b < c", "]]>", "*bold* “quotes”", "🙂 שלום", "line\nbreak"])
def test_an_answer_arrives_as_it_was_meant(text: str) -> None:
    message = parsed(text).find("Message")
    assert message is not None
    assert message.text == text


def test_what_xml_cannot_hold_is_left_out() -> None:
    message = parsed("a\x00\x0b\ud800b").find("Message")
    assert message is not None
    assert message.text == "ab"


def test_silence_is_an_empty_response() -> None:
    assert list(parsed("")) == []
