"""One question from the queue to the reply: kept, paid for once, repaired once, refused kindly."""

from datetime import date
from decimal import Decimal

import pytest

from services.query_generator_service.lookup import without_own_number
from services.query_generator_service.parse_query import MANY_INVOICES
from shared.bidi import RIGHT_TO_LEFT_MARK
from shared.delivery import MAX_CAPTION, parts_of
from shared.engine import CannotAnswer, Period
from shared.safe_naming import EngineName, Language
from shared.tables import Table
from tests.unit.services.query_generator_service.parts import (
    LISTED,
    SENDER,
    FakeRows,
    FakeWriter,
    Service,
    a_draft,
    a_question,
)

EUROS = Table(("currency", "total", "invoices"), (("EUR", Decimal("1234.50"), 7),))
MONTHS = Table(
    ("month", "currency", "total", "invoices"),
    (("2026-01", "EUR", Decimal("7.50"), 2), ("2026-03", "EUR", Decimal(9), 1)),
)
NOTHING = Table(("currency", "total", "invoices"), ())


async def test_the_answer_comes_with_a_workbook_under_a_key_that_names_nobody() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert service.reply.text == "You spent 1,234.50 EUR (7 invoices).\nYou can go on with: _by month_"
    assert service.reply.to == SENDER
    assert service.reply.media_key in service.store.put_
    assert service.reply.media_key is not None
    assert "34611222333" not in service.reply.media_key
    assert service.store.put_[service.reply.media_key][2] == "fintrak-report.xlsx"


async def test_the_question_is_kept_in_the_users_words_with_answer_and_sql() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question("how MUCH??"))
    kept = service.records.queries[0]
    assert kept["text"] == "how MUCH??"
    assert kept["result"] == service.reply.text.split("\n")[0]
    assert kept["sql"] == a_draft().sql
    assert kept["row_count"] == 1


async def test_a_repeated_message_asks_and_pays_nobody_again() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question())
    await service.answering.handle(a_question())
    assert len(service.writer.requests) == 1
    assert service.records.paid == 1
    assert service.replies.published[0] == service.replies.published[1]


async def test_every_statement_runs_guarded_and_as_the_sender() -> None:
    service = Service(FakeWriter(a_draft(invoices_sql="SELECT invoice_id FROM invoices")), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert len(service.rows.asked) == 2
    assert all("whatsapp_number = $1" in sql and sender == SENDER for sql, sender in service.rows.asked)


async def test_a_model_may_repair_a_statement_that_the_guard_refused() -> None:
    service = Service(FakeWriter(a_draft("SELECT * FROM pg_shadow"), a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert service.writer.requests[1].failed_sql == "SELECT * FROM pg_shadow"
    assert service.writer.requests[1].failed_because
    assert service.reply.text.startswith("You spent")


async def test_a_second_useless_statement_ends_in_a_kind_sentence() -> None:
    service = Service(FakeWriter(a_draft("DROP TABLE invoices"), a_draft("SELECT 1; SELECT 2")), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert service.rows.asked == []
    assert "did not understand" in service.reply.text
    assert service.reply.media_key is None


async def test_what_the_database_refuses_is_not_shown_to_the_user() -> None:
    service = Service(
        FakeWriter(a_draft(), a_draft("SELECT AVG(vat) AS average FROM invoices")), FakeRows(EUROS, refuse="SUM")
    )
    await service.answering.handle(a_question())
    assert "database" not in service.reply.text
    assert service.writer.requests[1].failed_because == "the database refused the statement"


async def test_rules_are_not_asked_to_repair_what_they_wrote() -> None:
    writer = FakeWriter(a_draft(engine=EngineName.LOCAL), name=EngineName.LOCAL)
    service = Service(writer, FakeRows(EUROS, refuse="SUM"))
    await service.answering.handle(a_question())
    assert len(writer.requests) == 1
    assert "did not understand" in service.reply.text


async def test_a_refusal_is_said_in_the_users_language_and_kept() -> None:
    service = Service(FakeWriter(CannotAnswer(why="off_topic", engine=EngineName.GPT)), FakeRows(EUROS))
    await service.answering.handle(a_question("tell me a joke"))
    assert "invoices you sent me" in service.reply.text
    assert service.records.queries[0]["sql"] is None
    assert service.rows.asked == []


async def test_nothing_found_has_no_workbook() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(NOTHING))
    await service.answering.handle(a_question())
    assert service.reply.text == "I found nothing."
    assert service.reply.media_key is None
    assert service.store.put_ == {}


async def test_an_answer_by_rules_where_a_model_was_expected_says_so() -> None:
    service = Service(FakeWriter(a_draft(engine=EngineName.LOCAL)), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert "by rules" in service.reply.text


async def test_nobody_pays_a_fourth_time_for_one_question() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    service.records.paid = 3
    await service.answering.handle(a_question())
    assert service.writer.requests == []
    assert "went wrong on my side" in service.reply.text


async def test_deleted_invoices_of_the_period_are_said_to_be_left_out() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    service.records.deleted = 2
    await service.answering.handle(a_question())
    assert "Deleted invoices do not count (2 invoices)." in service.records.queries[0]["result"]


async def test_of_a_period_of_sending_nothing_is_said_about_deleted_invoices() -> None:
    period = Period(start=date(2026, 3, 1), end=date(2026, 3, 31))
    service = Service(FakeWriter(a_draft(period=period, undated_sql=None)), FakeRows(EUROS))
    service.records.deleted = 2
    await service.answering.handle(a_question())
    assert "Deleted" not in service.reply.text


async def test_every_line_of_a_hebrew_answer_starts_on_the_right() -> None:
    service = Service(FakeWriter(a_draft(engine=EngineName.LOCAL)), FakeRows(EUROS))
    await service.answering.handle(a_question(language=Language.HEBREW))
    lines = service.reply.text.split("\n")
    assert len(lines) == 3
    assert all(line.startswith(RIGHT_TO_LEFT_MARK) for line in lines)


async def test_giving_up_tells_the_user() -> None:
    service = Service(FakeWriter(), FakeRows(EUROS))
    await service.answering.give_up(a_question(language=Language.ENGLISH), "reason")
    assert service.reply.reply_id == "SM1:gave-up:1"


async def test_files_of_a_question_given_up_are_doomed_as_no_row_may_name_them() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question())
    await service.answering.give_up(a_question(), "reason")
    assert service.store.put_.keys() <= set(service.records.doomed)
    assert len(service.records.doomed) == 2


@pytest.mark.parametrize("number", ["+34611222333", "34 611 222 333"])
def test_who_asks_with_their_own_number_asks_for_themselves(number: str) -> None:
    assert without_own_number(f"how much did {number} spend", SENDER) == "how much did  spend"
    assert "+972501234567" in without_own_number("how much did +972501234567 spend", SENDER)


async def test_a_workbook_of_very_many_invoices_is_announced() -> None:
    many = Table(("invoice_id", "currency"), tuple((number, "EUR") for number in range(MANY_INVOICES + 1)))
    service = Service(FakeWriter(a_draft(measure="list", invoices_sql=LISTED)), FakeRows(many))
    await service.answering.handle(a_question())
    texts = [reply.text for reply in service.replies.published]
    assert "takes a moment" in texts[0]
    assert len({reply.reply_id for reply in service.replies.published}) == len(texts) == 2
    assert [reply.in_reply_to for reply in service.replies.published] == ["", "SM1"]


async def test_a_breakdown_is_one_reply_with_a_workbook_and_a_picture() -> None:
    service = Service(FakeWriter(a_draft(measure="breakdown", adds_up=True)), FakeRows(MONTHS))
    await service.answering.handle(a_question())
    (reply,) = service.replies.published
    assert reply.picture is not None
    assert reply.picture.caption == "Spent · by month"
    data, content_type, name = service.store.put_[reply.picture.key]
    assert data.startswith(b"\x89PNG")
    assert (content_type, name) == ("image/png", "fintrak-chart.png")
    kept = service.records.queries[0]
    assert (kept["report_key"], kept["chart_key"]) == (reply.media_key, reply.picture.key)


async def test_a_repeated_message_draws_the_same_picture_under_the_same_key() -> None:
    service = Service(FakeWriter(a_draft(measure="breakdown", adds_up=True)), FakeRows(MONTHS))
    await service.answering.handle(a_question())
    first = dict(service.store.put_)
    await service.answering.handle(a_question())
    assert service.store.put_ == first
    assert service.replies.published[0] == service.replies.published[1]


async def test_a_figure_has_no_picture() -> None:
    service = Service(FakeWriter(a_draft()), FakeRows(EUROS))
    await service.answering.handle(a_question())
    assert service.reply.picture is None
    assert service.records.queries[0]["chart_key"] is None


@pytest.mark.parametrize("language", list(Language))
async def test_answers_fit_into_the_caption_of_their_workbook(language: Language) -> None:
    long_name = "A payee with a name that is as long as such names ever get in practice, and then some"
    rows = tuple((f"{number} {long_name}", "EUR", Decimal(10_000_000 + number), 999) for number in range(40))
    table = Table(("payee_name", "currency", "total", "invoices"), rows)
    draft = a_draft(measure="breakdown", adds_up=True, engine=EngineName.LOCAL, filters=(long_name[:60],) * 4)
    service = Service(FakeWriter(draft), FakeRows(table))
    await service.answering.handle(a_question(language=language))
    assert len(parts_of(service.reply)) == 2
    assert len(service.reply.text) <= MAX_CAPTION
