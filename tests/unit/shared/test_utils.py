import pytest

from shared.utils import clean_text, escape_markup, mask_phone, whatsapp_number


@pytest.mark.parametrize(
    ("sender", "number"),
    [
        ("whatsapp:+34611222333", "+34611222333"),
        ("+34611222333", "+34611222333"),
        ("whatsapp:ES.abc123", "ES.abc123"),
        ("whatsapp:" + "9" * 300, "9" * 160),
    ],
)
def test_the_number_is_the_sender_without_its_channel(sender: str, number: str) -> None:
    assert whatsapp_number(sender) == number


@pytest.mark.parametrize("sender", ["whatsapp:+34611222333", "+972501234567", "ES.abcdefghi"])
def test_a_masked_number_cannot_be_called(sender: str) -> None:
    masked = mask_phone(sender)
    assert whatsapp_number(sender)[3:-3] not in masked
    assert len(masked) == 7


def test_a_short_identifier_is_masked_whole() -> None:
    assert mask_phone("12345678") == "…"


def test_clean_text_drops_what_could_break_a_line_or_turn_the_text_round() -> None:
    assert clean_text(" a\n b\t\x07c\u202e d\u2066 ", 20) == "a b c d"


def test_clean_text_is_cut_to_its_limit() -> None:
    assert clean_text("x" * 50, 10) == "x" * 10


def test_escaped_markup_keeps_its_characters_but_no_adjacent_pair() -> None:
    escaped = escape_markup("*A_B*")
    assert escaped.replace("\u2060", "") == "*A_B*"
    assert "A_B" not in escaped
