import pytest
from starlette.datastructures import MultiDict
from twilio.request_validator import RequestValidator

from shared.twilio_signature import Form, SignatureCheck

TOKEN = "0123456789abcdef0123456789abcdef"
BASE = "https://fintrak.test"
FORM = Form({"From": ["whatsapp:+34611222333"], "Body": [""], "ProfileName": ["  Ana & Søn "], "Extra": ["1", "2"]})


def signature(url: str = f"{BASE}/whatsapp", form: Form = FORM, token: str = TOKEN) -> str:
    """By Twilio's own code."""
    pairs = MultiDict([(name, value) for name, values in form.items() for value in values])
    return str(RequestValidator(token).compute_signature(url, pairs))


def a_scope(path: str = "/whatsapp", query: str = "") -> dict[str, object]:
    return {"raw_path": path.encode(), "query_string": query.encode(), "headers": [(b"host", b"evil.test")]}


CHECK = SignatureCheck(TOKEN, BASE)


def test_what_twilio_signed_is_genuine_blank_values_and_all() -> None:
    assert CHECK.is_genuine(a_scope(), FORM, signature())


def test_the_query_is_part_of_what_was_signed() -> None:
    signed = signature(f"{BASE}/whatsapp?a=1&b=%20")
    assert CHECK.is_genuine(a_scope(query="a=1&b=%20"), FORM, signed)
    assert not CHECK.is_genuine(a_scope(), FORM, signed)


@pytest.mark.parametrize(
    ("base", "signed_as"),
    [
        ("https://fintrak.test", "https://fintrak.test:443"),
        ("http://fintrak.test", "http://fintrak.test:80"),
        ("http://localhost:8000", "http://localhost"),
        ("https://fintrak.test:8443/chat", "https://fintrak.test/chat"),
    ],
)
def test_twilio_may_sign_the_url_with_its_port_or_without(base: str, signed_as: str) -> None:
    check = SignatureCheck(TOKEN, base)
    assert check.is_genuine(a_scope(), FORM, signature(f"{base}/whatsapp"))
    assert check.is_genuine(a_scope(), FORM, signature(f"{signed_as}/whatsapp"))
    assert not check.is_genuine(a_scope(), FORM, signature("https://other.test/whatsapp"))


def test_repeated_values_count_once_in_whatever_order_they_came() -> None:
    repeated = Form.parse(b"Body=b&Body=a&Body=b&From=x")
    assert CHECK.is_genuine(a_scope(), repeated, signature(form=Form({"From": ["x"], "Body": ["a", "b"]})))
    assert CHECK.is_genuine(a_scope(), repeated, signature(form=repeated))


def test_a_quoted_path_is_taken_as_it_was_sent() -> None:
    path = "/twilio/status/SM0%3Adone%3A1"
    assert CHECK.is_genuine(a_scope(path), FORM, signature(BASE + path))


@pytest.mark.parametrize(
    "changed",
    [{**FORM, "Body": ["0"]}, {**FORM, "New": [""]}, {name: value for name, value in FORM.items() if name != "Body"}],
)
def test_a_changed_form_is_not_genuine(changed: dict[str, list[str]]) -> None:
    assert not CHECK.is_genuine(a_scope(), Form(changed), signature())


@pytest.mark.parametrize("wrong", ["", "x", "é", signature(token="another"), signature(f"{BASE}/other")])
def test_a_wrong_signature_is_not_genuine(wrong: str) -> None:
    assert not CHECK.is_genuine(a_scope(), FORM, wrong)


def test_a_form_keeps_blanks_repeats_and_foreign_letters() -> None:
    assert Form.parse(b"Body=&A=1&A=2&Name=%D7%A9+x&B") == {"Body": [""], "A": ["1", "2"], "Name": ["ש x"], "B": [""]}


def test_a_form_with_absurdly_many_fields_is_no_form() -> None:
    with pytest.raises(ValueError, match="fields"):
        Form.parse(b"&".join(b"a=1" for _ in range(501)))
