import pytest

from services.whatsapp_webhook_service.conversation import Incoming, Kind, next_step
from shared.messages import InvoiceImages, Media, Question
from shared.replies import Sentence, say
from shared.safe_naming import Language, UserState
from shared.session import Session
from tests.unit.services.whatsapp_webhook_service.builders import (
    A_PHOTO,
    NOW,
    SENDER,
    a_photo,
    a_session,
    a_text,
    busy,
)

ENGLISH = Language.ENGLISH
CHOOSING, AWAITING_IMAGE, AWAITING_TEXT = UserState.CHOOSING, UserState.AWAITING_IMAGE, UserState.AWAITING_TEXT
PROCESSING, START, ERROR = UserState.PROCESSING, UserState.START, UserState.ERROR
ALL_STATES = list(UserState)


def words(*sentences: Sentence, language: Language = ENGLISH) -> str:
    return "\n\n".join(say(sentence, language) for sentence in sentences)


@pytest.mark.parametrize(
    ("state", "text", "said", "then"),
    [
        pytest.param(CHOOSING, "1", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one"),
        pytest.param(CHOOSING, "1 ", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one-and-a-blank"),
        pytest.param(CHOOSING, " 1. ", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one-and-a-dot"),
        pytest.param(CHOOSING, "1️⃣", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one-as-a-keycap"),
        pytest.param(CHOOSING, "१", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one-in-devanagari"),
        pytest.param(CHOOSING, "Process an invoice", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="the-options-words"),
        pytest.param(CHOOSING, "2", (Sentence.ASK_A_QUESTION,), AWAITING_TEXT, id="two"),
        pytest.param(CHOOSING, "Ask about your invoices", (Sentence.ASK_A_QUESTION,), AWAITING_TEXT, id="its-words"),
        pytest.param(CHOOSING, "0", (Sentence.MENU,), CHOOSING, id="zero"),
        pytest.param(CHOOSING, "blah", (Sentence.DID_NOT_UNDERSTAND, Sentence.MENU), CHOOSING, id="nonsense"),
        pytest.param(CHOOSING, "", (Sentence.DID_NOT_UNDERSTAND, Sentence.MENU), CHOOSING, id="nothing"),
        pytest.param(CHOOSING, "12", (Sentence.DID_NOT_UNDERSTAND, Sentence.MENU), CHOOSING, id="another-number"),
        pytest.param(AWAITING_IMAGE, "2", (Sentence.ASK_A_QUESTION,), AWAITING_TEXT, id="changed-their-mind"),
        pytest.param(AWAITING_IMAGE, "cancel", (Sentence.CANCELLED, Sentence.MENU), CHOOSING, id="cancelled"),
        pytest.param(
            AWAITING_IMAGE,
            "here it comes soon",
            (Sentence.DID_NOT_UNDERSTAND, Sentence.SEND_A_PHOTO),
            AWAITING_IMAGE,
            id="words-instead-of-a-photo",
        ),
        pytest.param(
            AWAITING_TEXT, "??", (Sentence.DID_NOT_UNDERSTAND, Sentence.ASK_A_QUESTION), AWAITING_TEXT, id="no-letters"
        ),
        pytest.param(AWAITING_TEXT, "1", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="one-instead-of-a-question"),
        pytest.param(START, "hello", (Sentence.MENU,), CHOOSING, id="a-stored-start"),
        pytest.param(ERROR, "hm", (Sentence.MENU,), CHOOSING, id="an-error-starts-anew"),
        pytest.param(ERROR, "1", (Sentence.SEND_A_PHOTO,), AWAITING_IMAGE, id="an-option-after-an-error"),
    ],
)
def test_text_moves_the_conversation(state: UserState, text: str, said: tuple[Sentence, ...], then: UserState) -> None:
    step = next_step(a_session(state), a_text(text), known=ENGLISH)
    assert (step.reply, step.session and step.session.state, step.job) == (words(*said), then, None)


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0", (Sentence.MENU,)),
        ("menu", (Sentence.MENU,)),
        ("Help!", (Sentence.MENU,)),
        ("cancel", (Sentence.CANCELLED, Sentence.MENU)),
    ],
)
def test_the_menu_is_always_one_word_away(state: UserState, text: str, said: tuple[Sentence, ...]) -> None:
    step = next_step(busy(state), a_text(text), known=ENGLISH)
    assert step.reply == words(*said)
    assert step.session
    assert step.session.state is CHOOSING


@pytest.mark.parametrize("state", ALL_STATES)
def test_a_photo_is_accepted_in_every_state(state: UserState) -> None:
    step = next_step(a_session(state), a_photo(caption="lunch"), known=ENGLISH)
    assert step.job == InvoiceImages(
        message_id="MM1", sender=SENDER, media=(A_PHOTO,), caption="lunch", received_at=NOW
    )
    assert step.session == Session(state=PROCESSING, version=4, pending={"MM1": int(NOW.timestamp())})
    assert step.reply == words(Sentence.READING)


def test_several_files_of_one_message_are_one_job() -> None:
    pdf = Media(url="https://media.test/2", content_type="application/pdf")
    step = next_step(a_session(CHOOSING), a_photo(media=(A_PHOTO, pdf)), known=ENGLISH)
    assert isinstance(step.job, InvoiceImages)
    assert step.job.media == (A_PHOTO, pdf)


def test_photos_that_follow_each_other_are_all_waited_for() -> None:
    step = next_step(busy(), a_photo(message_id="MM2"), known=ENGLISH)
    assert step.session
    assert set(step.session.pending) == {"MM0", "MM2"}


@pytest.mark.parametrize("state", [CHOOSING, START, ERROR, AWAITING_TEXT, PROCESSING])
@pytest.mark.parametrize("text", ["how much did I spend last month?", "Total March?", "¿Cuánto gasté en enero?"])
def test_a_question_long_enough_to_be_one_is_looked_up(state: UserState, text: str) -> None:
    step = next_step(a_session(state), a_text(text), known=ENGLISH)
    assert isinstance(step.job, Question)
    assert step.job.text == text
    assert step.session
    assert step.session.state is PROCESSING


def test_a_single_word_is_a_question_when_one_was_asked_for() -> None:
    step = next_step(a_session(AWAITING_TEXT), a_text("total"), known=ENGLISH)
    assert isinstance(step.job, Question)


@pytest.mark.parametrize("text", ["by vendor", "only cash", "March", "the largest", "לפי ספק"])
def test_a_few_words_go_on_with_the_question_before(text: str) -> None:
    asked = next_step(a_session(CHOOSING), a_text("how much did I spend last month?"), known=ENGLISH).session
    assert asked
    answered = asked.model_copy(update={"state": CHOOSING, "pending": {}})  # as the responder's script leaves it
    step = next_step(answered, a_text(text), known=ENGLISH)
    assert isinstance(step.job, Question)
    assert step.job.text == text


@pytest.mark.parametrize("text", ["by vendor", "March"])
def test_without_a_question_before_a_few_words_are_none(text: str) -> None:
    step = next_step(a_session(CHOOSING), a_text(text), known=ENGLISH)
    assert (step.reply, step.job) == (words(Sentence.DID_NOT_UNDERSTAND, Sentence.MENU), None)


def test_a_choice_after_an_answer_is_a_choice() -> None:
    answered = a_session(CHOOSING).model_copy(update={"asked": True})
    assert next_step(answered, a_text("thanks"), known=ENGLISH).job is None
    step = next_step(answered, a_text("1"), known=ENGLISH)
    assert (step.reply, step.job) == (words(Sentence.SEND_A_PHOTO), None)


def test_a_question_mark_makes_a_question_of_words_instead_of_a_photo() -> None:
    step = next_step(a_session(AWAITING_IMAGE), a_text("how much did I spend?"), known=ENGLISH)
    assert isinstance(step.job, Question)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.VOICE, Sentence.NO_VOICE),
        (Kind.STICKER, Sentence.NO_STICKER),
        (Kind.LOCATION, Sentence.NO_LOCATION),
        (Kind.CONTACT, Sentence.NO_CONTACT),
        (Kind.OTHER_FILE, Sentence.NO_SUCH_FILE_TYPE),
    ],
)
@pytest.mark.parametrize("state", [CHOOSING, AWAITING_IMAGE, AWAITING_TEXT, PROCESSING])
def test_what_cannot_be_used_is_declined_and_changes_nothing(kind: Kind, sentence: Sentence, state: UserState) -> None:
    incoming = Incoming(message_id="MM1", sender=SENDER, kind=kind, received_at=NOW)
    step = next_step(busy(state), incoming, known=ENGLISH)
    assert (step.reply, step.job) == (words(sentence), None)
    assert step.session == busy(state).model_copy(update={"version": 4})


def test_files_that_cannot_be_read_are_mentioned_beside_those_that_can() -> None:
    incoming = Incoming(message_id="MM1", sender=SENDER, kind=Kind.MEDIA, received_at=NOW, media=(A_PHOTO,), left_out=1)
    step = next_step(a_session(CHOOSING), incoming, known=ENGLISH)
    assert step.reply == words(Sentence.READING, Sentence.NO_SUCH_FILE_TYPE)


@pytest.mark.parametrize(
    ("text", "rest"), [("hello", Sentence.MENU), ("1", Sentence.SEND_A_PHOTO), ("what?", Sentence.MENU)]
)
def test_the_first_message_ever_says_what_is_stored(text: str, rest: Sentence) -> None:
    step = next_step(None, a_text(text), known=None)
    assert step.reply == f"{say(Sentence.WELCOME, ENGLISH)}\n{say(Sentence.PRIVACY, ENGLISH)}\n\n{say(rest, ENGLISH)}"


def test_a_photo_as_first_message_ever_is_read_and_says_what_is_stored() -> None:
    step = next_step(None, a_photo(), known=None)
    assert say(Sentence.PRIVACY, ENGLISH) in step.reply
    assert isinstance(step.job, InvoiceImages)


def test_after_a_long_while_the_conversation_starts_over_and_says_so() -> None:
    step = next_step(None, a_text("hello"), known=ENGLISH)
    assert step.reply == words(Sentence.SESSION_EXPIRED, Sentence.MENU)


def test_after_a_long_while_a_choice_is_still_a_choice() -> None:
    assert next_step(None, a_text("1"), known=ENGLISH).reply == words(Sentence.SEND_A_PHOTO)


@pytest.mark.parametrize("text", ["hello", "and?"])
def test_whoever_waits_for_an_answer_is_told_so(text: str) -> None:
    step = next_step(busy(minutes_ago=2), a_text(text), known=ENGLISH)
    assert step.reply == words(Sentence.STILL_WORKING)


def test_nobody_waits_for_an_answer_that_will_never_come() -> None:
    step = next_step(busy(minutes_ago=30), a_text("hello"), known=ENGLISH)
    assert step.reply == words(Sentence.MENU)
    assert step.session == Session(state=CHOOSING, version=4)


@pytest.mark.parametrize("state", ALL_STATES)
def test_deleting_everything_is_asked_for_twice(state: UserState) -> None:
    asked = next_step(a_session(state), a_text("Delete my data"), known=ENGLISH)
    assert asked.reply == words(Sentence.CONFIRM_DELETION)
    confirmed = next_step(asked.session, a_text("yes, delete"), known=ENGLISH)
    assert confirmed.reply == words(Sentence.DELETION_BEGUN)
    assert confirmed.forget


def test_anything_but_yes_keeps_the_data() -> None:
    asked = next_step(a_session(CHOOSING), a_text("delete my data"), known=ENGLISH)
    kept = next_step(asked.session, a_text("no"), known=ENGLISH)
    assert kept.reply == words(Sentence.DELETION_CANCELLED, Sentence.MENU)
    assert not kept.forget
    assert not next_step(kept.session, a_text("yes, delete"), known=ENGLISH).forget


def test_a_yes_nobody_asked_for_deletes_nothing() -> None:
    assert not next_step(a_session(CHOOSING), a_text("yes, delete"), known=ENGLISH).forget


def test_what_is_being_read_must_end_before_everything_is_deleted() -> None:
    asked = next_step(busy(), a_text("delete my data"), known=ENGLISH)
    waiting = next_step(asked.session, a_text("yes, delete"), known=ENGLISH)
    assert waiting.reply == words(Sentence.STILL_WORKING)
    assert waiting.session
    assert next_step(waiting.session.model_copy(update={"pending": {}}), a_text("yes"), known=ENGLISH).forget


def test_the_language_of_a_text_is_kept_for_what_has_no_words() -> None:
    spanish = next_step(a_session(CHOOSING), a_text("hola"), known=ENGLISH)
    assert spanish.session
    assert spanish.session.language is Language.SPANISH
    photo = next_step(spanish.session, a_photo(), known=ENGLISH)
    assert photo.job
    assert photo.job.language is Language.SPANISH
    assert photo.reply == words(Sentence.READING, language=Language.SPANISH)


def test_the_language_outlives_the_session() -> None:
    step = next_step(None, a_text("1"), known=Language.GERMAN)
    assert step.reply == words(Sentence.SEND_A_PHOTO, language=Language.GERMAN)


@pytest.mark.parametrize("state", ALL_STATES)
@pytest.mark.parametrize("text", ["1", "hello", "how much did I spend?", "x", "delete my data"])
def test_every_step_counts_the_version_up(state: UserState, text: str) -> None:
    step = next_step(a_session(state, version=7), a_text(text), known=ENGLISH)
    assert step.session
    assert step.session.version == 8
