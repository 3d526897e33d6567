"""Which requests to send are accepted, and by which code the others are refused."""

import pytest

from services.whatsapp_sandbox.twilio_twin_errors import TwilioRefusal, refusal_for_status
from services.whatsapp_sandbox.twilio_twin_sends import SendRequest, parse_send

OWN = "whatsapp:+14155238886"
GOOD = {"To": "whatsapp:+34611222333", "From": OWN, "Body": "hi"}


def test_a_good_request_is_understood() -> None:
    fields = [*GOOD.items(), ("MediaUrl", "https://x.example/m"), ("Unknown", "1")]
    assert parse_send(fields, OWN) == SendRequest(GOOD["To"], OWN, "hi", ("https://x.example/m",))


def test_a_user_without_a_number_can_be_written_to() -> None:
    assert parse_send(list((GOOD | {"To": "whatsapp:ES.1a2B3c"}).items()), OWN).to == "whatsapp:ES.1a2B3c"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"To": "whatsapp:+1"}, 21211),
        ({"To": "+34611222333"}, 21211),
        ({"From": "whatsapp:+1999"}, 63007),
        ({"Body": " "}, 21619),
        ({"Body": "x" * 1601}, 21617),
        ({"MediaUrl": "x.pdf"}, 21620),
        ({"MediaUrl": "http://[::1/x.pdf"}, 21620),
        ({"StatusCallback": "https://my_host.example/s"}, 21609),
        ({"StatusCallback": "https://x.example/" + "s" * 4000}, 21609),
    ],
)
def test_the_first_thing_that_is_wrong_gives_the_code(changes: dict[str, str], code: int) -> None:
    with pytest.raises(TwilioRefusal) as refusal:
        parse_send(list((GOOD | changes).items()), OWN)
    assert refusal.value.code == code


def test_whatsapp_takes_one_medium_a_message() -> None:
    twice = [*GOOD.items(), ("MediaUrl", "https://x.example/1"), ("MediaUrl", "https://x.example/2")]
    with pytest.raises(TwilioRefusal) as refusal:
        parse_send(twice, OWN)
    assert refusal.value.code == 21623


@pytest.mark.parametrize(("status", "code"), [(429, 20429), (401, 20003), (404, 20404), (503, 20500)])
def test_a_bare_status_gets_twilios_code(status: int, code: int) -> None:
    refusal = refusal_for_status(status, retry_after_s=2)
    assert (refusal.status, refusal.code) == (status, code)
    assert refusal.response().headers["Retry-After"] == "2"
