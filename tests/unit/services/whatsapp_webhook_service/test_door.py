import pytest

from services.whatsapp_webhook_service.door import Door, Entry

SENDER = "whatsapp:+34611222333"


@pytest.mark.parametrize("listed", ["+34611222333", "34611222333", "whatsapp:+34611222333", "+34 611-222-333"])
def test_a_number_on_the_list_is_let_in_however_it_was_typed(listed: str) -> None:
    assert Door((listed,), 10).entry(SENDER, written_this_minute=1) is Entry.WELCOME


def test_without_a_list_everybody_is_let_in() -> None:
    assert Door((), 10).entry("whatsapp:ES.a1b2", written_this_minute=1) is Entry.WELCOME


@pytest.mark.parametrize(("count", "entry"), [(1, Entry.NOT_INVITED), (2, Entry.SILENCE)])
def test_a_stranger_is_told_once_a_minute(count: int, entry: Entry) -> None:
    assert Door(("+15550100",), 10).entry(SENDER, written_this_minute=count) is entry


@pytest.mark.parametrize(
    ("count", "entry"), [(10, Entry.WELCOME), (11, Entry.TOO_MANY), (12, Entry.SILENCE), (99, Entry.SILENCE)]
)
def test_the_limit_is_said_once_a_minute(count: int, entry: Entry) -> None:
    assert Door((), 10).entry(SENDER, written_this_minute=count) is entry
