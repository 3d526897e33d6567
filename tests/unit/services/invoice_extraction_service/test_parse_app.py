import asyncio
import hashlib
import logging
from datetime import date, timedelta

import pytest

from shared.documents import DocumentProblem
from shared.errors import DependencyAway, FintrakError, Refused, TemporaryFailure
from shared.gpt_spending import MAX_PAID_CALLS
from shared.invoices import NotAnInvoice
from shared.safe_naming import Dependency, InvoiceField, ReadStep, StandIn
from shared.sentences.names import Sentence
from shared.twilio_media import MediaGone, MediaNotThere, MediaRefused, MediaTooLarge
from tests.unit.services.invoice_extraction_service.fakes import DRAFT, JPEG, World, an_invoice_image

GPT_DOWN = TemporaryFailure("gpt is down")
REFUSES = FintrakError("DeleteObject: AccessDenied")


async def test_a_photo_becomes_one_picture_one_row_and_one_reply() -> None:
    world = World()
    await world.extraction.handle(an_invoice_image())
    ((key, stored),) = world.pictures.objects.items()
    assert stored == (JPEG, "image/jpeg")
    invoice = world.records.invoices["SM1", 0]
    assert invoice["object_key"] == key
    assert invoice["image_sha256"] == hashlib.sha256(JPEG).hexdigest()
    assert invoice["draft"].expense_amount == DRAFT.expense_amount
    assert [reply.reply_id for reply in world.replies.published] == ["SM1:done:1"]
    assert world.records.users == [("whatsapp:+34611222333", "Ana")]


async def test_a_twilio_that_is_slow_to_delete_media_costs_the_time_of_one() -> None:
    """One after the other they outlasted the handler, and whoever had got their answer was told that it failed."""
    world = World()
    world.media.together = asyncio.Barrier(10)
    async with asyncio.timeout(20):
        await world.extraction.handle(an_invoice_image(media=10))
    assert sum(step.startswith("delete ") for step in world.journal) == 10


async def test_effects_come_in_the_order_that_survives_a_crash() -> None:
    world = World()
    await world.extraction.handle(an_invoice_image())
    assert world.journal == [
        "lock",
        "download https://api/0",
        "put",
        "read",
        "keep",
        "add",
        "publish",
        "unlock",
        "delete https://api/0",
    ]


async def test_the_picture_is_stored_under_a_name_that_tells_nothing_and_never_changes() -> None:
    first, second = World(), World()
    await first.extraction.handle(an_invoice_image())
    await second.extraction.handle(an_invoice_image())
    (key,) = first.pictures.objects
    assert list(second.pictures.objects) == [key]
    assert key.startswith("invoices/")
    assert key.endswith("/original.jpg")
    assert "SM1" not in key
    assert "34611" not in key


async def test_a_message_that_comes_again_is_neither_downloaded_nor_read_again() -> None:
    world = World()
    await world.extraction.handle(an_invoice_image())
    world.journal.clear()
    await world.extraction.handle(an_invoice_image())
    assert world.journal == ["lock", "add", "publish", "unlock", "delete https://api/0"]
    assert len(world.records.invoices) == 1
    assert world.replies.published[0] == world.replies.published[1]


async def test_the_engine_is_told_the_date_where_the_sender_is() -> None:
    world = World()
    await world.extraction.handle(an_invoice_image())
    assert world.engine.todays == [date(2026, 3, 16)]


async def test_readings_are_checked_before_they_are_kept() -> None:
    world = World(DRAFT.model_copy(update={"invoice_date": date(2031, 1, 1)}))
    await world.extraction.handle(an_invoice_image())
    assert world.records.invoices["SM1", 0]["draft"].doubtful == {InvoiceField.INVOICE_DATE}


async def test_a_picture_that_is_no_invoice_is_told_and_not_kept() -> None:
    world = World(NotAnInvoice())
    await world.extraction.handle(an_invoice_image())
    assert world.pictures.objects == {}
    assert world.records.invoices == {}
    assert [reply.reply_id for reply in world.replies.published] == ["SM1:refused:1"]
    world.journal.clear()
    await world.extraction.handle(an_invoice_image())
    assert "read" not in world.journal


async def test_a_script_the_engine_does_not_know_is_said_to_be_one_and_the_picture_not_kept() -> None:
    world = World(NotAnInvoice(letters_unknown=True))
    await world.extraction.handle(an_invoice_image())
    assert world.pictures.objects == {}
    (reply,) = world.replies.published
    assert "Latin script only" in reply.text


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (MediaTooLarge(), "under 16 MB"),
        (MediaGone(), "no longer has this file"),
    ],
)
async def test_a_file_that_cannot_be_had_is_told(problem: Exception, said: str) -> None:
    world = World()
    world.media.problems = {"https://api/0": [problem]}
    await world.extraction.handle(an_invoice_image())
    assert said in world.replies.published[0].text
    assert "read" not in world.journal


async def test_a_file_that_cannot_be_opened_is_told_with_its_own_sentence() -> None:
    world = World()
    world.decode_problem = DocumentProblem(Sentence.FILE_TOO_LARGE, limit="10 MB")
    await world.extraction.handle(an_invoice_image())
    assert "under 10 MB" in world.replies.published[0].text
    assert world.pictures.objects == {}
    assert world.records.outcomes["SM1", 0, ReadStep.INVOICE]["kind"] == "refused"


async def test_media_missing_right_after_the_message_are_waited_for() -> None:
    world = World()
    world.media.problems = {"https://api/0": [MediaNotThere("404")]}
    with pytest.raises(TemporaryFailure):
        await world.extraction.handle(an_invoice_image())
    assert world.records.outcomes == {}


async def test_media_still_missing_after_a_minute_are_gone() -> None:
    world = World()
    world.now += timedelta(seconds=61)
    world.media.problems = {"https://api/0": [MediaNotThere("404")]}
    await world.extraction.handle(an_invoice_image())
    assert "no longer has this file" in world.replies.published[0].text


async def test_a_refused_download_is_nothing_the_user_can_mend() -> None:
    world = World()
    world.media.problems = {"https://api/0": [MediaRefused("401")]}
    with pytest.raises(MediaRefused):
        await world.extraction.handle(an_invoice_image())
    assert world.replies.published == []


async def test_one_medium_in_trouble_does_not_keep_the_others_waiting() -> None:
    world = World()
    world.media.problems = {"https://api/0": [TemporaryFailure("503")]}
    with pytest.raises(TemporaryFailure):
        await world.extraction.handle(an_invoice_image(media=3))
    assert sorted(world.records.invoices) == [("SM1", 1), ("SM1", 2)]
    assert world.replies.published == []
    await world.extraction.handle(an_invoice_image(media=3))
    assert sorted(world.records.invoices) == [("SM1", 0), ("SM1", 1), ("SM1", 2)]
    assert world.journal.count("read") == 3
    assert len(world.replies.published) == 1


async def test_several_media_get_one_reply_that_names_what_was_no_invoice() -> None:
    world = World(DRAFT, NotAnInvoice(), DRAFT)
    await world.extraction.handle(an_invoice_image(media=3))
    (reply,) = world.replies.published
    assert reply.text.startswith("Saved 2 of 3:")
    assert "*2.* I could not find an invoice" in reply.text
    assert sorted(world.records.invoices) == [("SM1", 0), ("SM1", 2)]


async def test_a_store_that_is_away_costs_no_paid_call() -> None:
    world = World()
    world.pictures.problem = DependencyAway(Dependency.S3, "no answer")
    with pytest.raises(DependencyAway):
        await world.extraction.handle(an_invoice_image(media=2))
    assert world.journal == ["lock", "download https://api/0", "put"]


async def test_a_reply_that_cannot_be_published_leaves_the_media_for_the_next_time() -> None:
    world = World()
    world.replies.problem = DependencyAway(Dependency.RABBITMQ, "gone")
    with pytest.raises(DependencyAway):
        await world.extraction.handle(an_invoice_image())
    assert not any(entry.startswith("delete") for entry in world.journal)


async def test_a_medium_is_never_paid_for_more_often_than_agreed() -> None:
    world = World(GPT_DOWN)
    for _ in range(MAX_PAID_CALLS):
        with pytest.raises(TemporaryFailure):
            await world.extraction.handle(an_invoice_image())
    await world.extraction.handle(an_invoice_image())
    assert world.journal.count("read") == MAX_PAID_CALLS
    assert "sharper photo" in world.replies.published[0].text


async def test_paid_calls_are_counted_for_each_medium() -> None:
    world = World()
    await world.extraction.handle(an_invoice_image(media=2))
    assert world.records.paid == {("SM1", 0, ReadStep.INVOICE): 1, ("SM1", 1, ReadStep.INVOICE): 1}


@pytest.mark.parametrize("problem", [TemporaryFailure("slow down"), DependencyAway(Dependency.S3, "gone"), REFUSES])
async def test_a_picture_the_store_will_not_delete_is_left_to_the_sweeper_and_the_user_answered(
    problem: FintrakError,
) -> None:
    world = World(NotAnInvoice())
    world.pictures.undeletable = problem
    await world.extraction.handle(an_invoice_image())
    assert [reply.reply_id for reply in world.replies.published] == ["SM1:refused:1"]
    assert world.records.doomed == set(world.pictures.objects)


async def test_what_is_no_invoice_is_kept_before_its_picture_is_deleted() -> None:
    """The other way round a crash between them cost another reading."""
    world = World(NotAnInvoice())
    await world.extraction.handle(an_invoice_image())
    steps = [step for step in world.journal if " " not in step]
    assert steps == ["lock", "put", "read", "keep", "remove", "publish", "unlock"]


async def test_a_process_that_died_before_deleting_a_picture_leaves_it_to_the_next() -> None:
    died, after = World(NotAnInvoice()), World()
    died.pictures.undeletable = TemporaryFailure("its last moment")
    await died.extraction.handle(an_invoice_image())
    after.records.outcomes, after.pictures.objects = died.records.outcomes, died.pictures.objects
    await after.extraction.handle(an_invoice_image())
    assert after.pictures.objects == {}
    assert "read" not in after.journal


async def test_of_two_that_read_the_same_picture_the_one_that_kept_first_decides_about_it() -> None:
    """The lock may be lost with its connection, and a model does not always answer the same."""
    first, second = World(DRAFT), World(NotAnInvoice())
    await first.extraction.handle(an_invoice_image())
    second.pictures.objects = first.pictures.objects
    second.media.meanwhile = lambda: second.records.outcomes.update(first.records.outcomes)
    await second.extraction.handle(an_invoice_image())
    assert "read" in second.journal
    assert [row["object_key"] for row in second.records.invoices.values()] == list(second.pictures.objects)
    assert second.replies.published == first.replies.published


async def test_what_comes_again_after_its_sender_was_forgotten_brings_nothing_back() -> None:
    """Their rows and files are gone, so nothing says that it was read; the medium was deleted at Twilio, too."""
    world = World()
    world.media.problems = {"https://api/0": [MediaGone()]}
    await world.extraction.handle(an_invoice_image())
    assert world.records.invoices == {}
    assert world.pictures.objects == {}


async def test_no_line_says_who_sent_what(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    world = World(DRAFT, NotAnInvoice(), NotAnInvoice())
    world.pictures.undeletable = TemporaryFailure("the store answered 503 SlowDown")
    world.media.problems = {"https://api/2": [MediaGone()]}
    await world.extraction.handle(an_invoice_image(media=3))
    await world.extraction.give_up(an_invoice_image(message_id="SM2"), "gave up after 4 retries")
    usual = vars(logging.makeLogRecord({}))  # times and numbers of processes may hold any digits
    lines = [
        f"{record.getMessage()} {record.exc_info} {[vars(record)[name] for name in vars(record) if name not in usual]}"
        for record in caplog.records
    ]
    assert len(lines) > 2
    private = ("34611222333", "Ana", "Sol", "12.1", "https://", "invoices/")
    assert [line for line in lines for word in private if word in line] == []


async def test_a_message_without_media_is_refused() -> None:
    world = World()
    with pytest.raises(Refused):
        await world.extraction.handle(an_invoice_image(media=0))


async def test_giving_up_and_refusing_tell_the_user_under_ids_of_their_own() -> None:
    world = World()
    await world.extraction.give_up(an_invoice_image(), "gave up after 4 retries")
    await world.extraction.refuse(an_invoice_image(), Refused("Please send it again."))
    assert [reply.reply_id for reply in world.replies.published] == ["SM1:gave-up:1", "SM1:refused:1"]
    assert "gave up after" not in world.replies.published[0].text
    assert world.replies.published[1].text == "Please send it again."


async def test_a_picture_that_was_given_up_on_is_not_kept_but_those_that_were_read_are() -> None:
    world = World(DRAFT, TemporaryFailure("the model's server answered 500"))
    message = an_invoice_image(media=2)
    with pytest.raises(TemporaryFailure):
        await world.extraction.handle(message)
    assert len(world.pictures.objects) == 2
    await world.extraction.give_up(message, "gave up after 4 retries")
    [row] = world.records.invoices.values()
    assert list(world.pictures.objects) == [row["object_key"]]


async def test_what_was_given_up_on_and_cannot_be_deleted_is_left_to_the_sweeper() -> None:
    world = World(TemporaryFailure("the model's server answered 500"))
    with pytest.raises(TemporaryFailure):
        await world.extraction.handle(an_invoice_image())
    world.pictures.undeletable = REFUSES
    await world.extraction.give_up(an_invoice_image(), "gave up after 4 retries")
    assert set(world.pictures.objects) < world.records.doomed


@pytest.mark.parametrize(("why", "words"), [(StandIn.AWAY, "model is away"), (StandIn.BUDGET, "budget")])
async def test_a_reading_by_the_stand_in_says_so(why: StandIn, words: str) -> None:
    world = World()
    world.engine.stood_in = why
    await world.extraction.handle(an_invoice_image())
    assert words in world.replies.published[0].text
