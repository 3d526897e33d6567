"""The forms are Twilio's, field by field."""

import json
from datetime import UTC, datetime

import pytest

from services.whatsapp_sandbox.chat_messages import Attachment, ChatMessage, ChatUser, Direction, Kind, Place, Tick
from services.whatsapp_sandbox.twilio_twin_forms import inbound_form, status_form
from services.whatsapp_sandbox.twilio_twin_messages import TwilioMessage

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ANA = ChatUser(number="+34611222333", name="Ana 😀")


def a_resource(**changes: object) -> TwilioMessage:
    fields = {
        "sid": "MM1",
        "account_sid": "AC1",
        "sender": "whatsapp:+34611222333",
        "to": "whatsapp:+14155238886",
        "body": "",
        "direction": "inbound",
        "status": "received",
        "created": NOW,
        "updated": NOW,
    }
    return TwilioMessage.model_validate(fields | changes)


def a_chat_message(**changes: object) -> ChatMessage:
    fields = {
        "id": 1,
        "revision": 1,
        "sid": "MM1",
        "number": ANA.number,
        "direction": Direction.SENT,
        "kind": Kind.TEXT,
        "text": "",
        "tick": Tick.SENT,
        "at": NOW,
    }
    return ChatMessage.model_validate(fields | changes)


def test_media_are_numbered_and_live_below_the_account() -> None:
    files = tuple(
        Attachment(sid=f"ME{n}", url="", content_type=kind, filename="f", size=1)
        for n, kind in enumerate(("image/jpeg", "application/pdf"))
    )
    form = dict(inbound_form(a_resource(), a_chat_message(attachments=files), ANA, "http://twin"))
    assert form["NumMedia"] == "2"
    assert form["MediaContentType1"] == "application/pdf"
    assert form["MediaUrl0"] == "http://twin/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME0"


def test_the_person_is_in_every_field_that_names_them() -> None:
    form = dict(inbound_form(a_resource(), a_chat_message(), ANA, "http://twin"))
    assert (form["ProfileName"], form["WaId"], form["From"]) == ("Ana 😀", "34611222333", "whatsapp:+34611222333")
    assert json.loads(form["ChannelMetadata"])["data"]["context"]["WaId"] == "34611222333"
    assert form["ExternalUserId"].startswith("whatsapp:ZZ.")


def test_a_place_is_sent_with_its_name() -> None:
    place = Place(latitude=1.5, longitude=-2, label="Café", address="Street 1")
    form = dict(inbound_form(a_resource(), a_chat_message(kind=Kind.LOCATION, place=place), ANA, "http://twin"))
    assert (form["MessageType"], form["Latitude"], form["Longitude"], form["Label"]) == (
        "location",
        "1.500000",
        "-2.000000",
        "Café",
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "delivered"}, {"MessageStatus": "delivered", "EventType": "DELIVERED"}),
        ({"status": "undelivered", "error_code": 63019}, {"MessageStatus": "undelivered", "ErrorCode": "63019"}),
    ],
)
def test_a_status_names_what_happened(changes: dict[str, object], expected: dict[str, str]) -> None:
    assert expected.items() <= dict(status_form(a_resource(**changes))).items()
