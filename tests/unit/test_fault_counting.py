"""Which reply belongs to which message is counted by its words where Twilio's list cannot tell them apart."""

from tests.faults.phones import OnPhone, shared_out

ANA = "+34600000001"
FIRST = OnPhone("SM1:done:1", "SMa", ANA, "I found nothing.")
AGAIN = OnPhone("SM1:done:1", "SMb", ANA, "I found nothing.")
OTHER_WORDS = OnPhone("SM1:done:1", "SMb", ANA, "Saved!")


def test_replies_of_the_same_words_may_change_places() -> None:
    shared = shared_out([FIRST, AGAIN], {"SMa": ("SM2:done:1", ANA), "SMb": ("SM1:done:1", ANA)})
    assert [reply.answers for reply in shared] == ["SM2", "SM1"]


def test_a_reply_with_other_words_stays_doubled() -> None:
    shared = shared_out([FIRST, OTHER_WORDS], {"SMa": ("SM2:done:1", ANA), "SMb": ("SM1:done:1", ANA)})
    assert [reply.answers for reply in shared] == ["SM1", "SM1"]


def test_a_reply_that_came_once_stays_with_its_message() -> None:
    assert shared_out([FIRST], {"SMa": ("SM2:done:1", ANA)}) == [FIRST]


def test_a_reply_to_another_phone_stays_doubled() -> None:
    shared = shared_out([FIRST, AGAIN], {"SMa": ("SM2:done:1", "+34600000002")})
    assert [reply.answers for reply in shared] == ["SM1", "SM1"]
