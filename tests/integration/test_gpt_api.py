"""The GPT engine against a local server that behaves in every way such servers do."""

import base64
import io
import json
import logging
import os
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from decimal import Decimal
from email.utils import format_datetime

import pytest
import pytest_asyncio
from PIL import Image
from pydantic import SecretStr

from shared.engine import CannotAnswer, Document, Page, SqlDraft, SqlRequest, Usage
from shared.errors import TemporaryFailure
from shared.gpt_api import GptEngine, open_gpt_engine
from shared.gpt_documents import MAX_JPEG_BYTES
from shared.gpt_errors import GptRequestRejected, GptUnavailable, paying_at
from shared.invoices import InvoiceDraft, NotAnInvoice
from shared.metrics import GPT_TOKENS
from shared.safe_naming import EngineName, InvoiceField, Language, PaymentMethod
from shared.settings import EngineSettings
from tests.fakes.gpt import Answer, FakeGpt, fails, fake_gpt, never, says, sends, sends_page
from tests.ports import free_port

TODAY = date(2026, 3, 15)
READING = {
    "is_invoice": True,
    "invoice_date": "2026-03-01",
    "expense_amount": "12.10",
    "vat": "2.10",
    "net_amount": "10.00",
    "payee_name": "Bakery *Sol*",
    "payment_method": "card",
    "currency": "EUR",
    "invoice_number": "A-7",
    "doubtful": ["vat"],
}
STATEMENT = {
    "cannot_answer": None,
    "sql": "SELECT currency, SUM(expense_amount) FROM invoices GROUP BY currency;",
    "invoices_sql": "SELECT invoice_id FROM invoices",
    "measure": "total",
    "period_start": "2026-02-01",
    "period_end": "2026-02-28",
    "filters": ["only cash"],
}
UBL = b"""<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
 xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<b:ID>A-7</b:ID><b:IssueDate>2026-03-01</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
<a:AccountingSupplierParty><a:Party><a:PartyName><b:Name>Sol</b:Name></a:PartyName></a:Party></a:AccountingSupplierParty>
<a:TaxTotal><b:TaxAmount currencyID="EUR">21.00</b:TaxAmount></a:TaxTotal>
<a:LegalMonetaryTotal><b:TaxExclusiveAmount currencyID="EUR">100.00</b:TaxExclusiveAmount>
<b:TaxInclusiveAmount currencyID="EUR">121.00</b:TaxInclusiveAmount></a:LegalMonetaryTotal></Invoice>"""
QUESTION = SqlRequest(text="what did I spend?", today=TODAY, language=Language.SPANISH, payees=("Café Ñ",))


def a_document(pages: int = 1, text: str = "") -> Document:
    return Document(pages=tuple(Page(64, 32, b"\xff" * (64 * 32 * 3)) for _ in range(pages)), text=text)


def settings_for(base_url: str, **changes: object) -> EngineSettings:
    return EngineSettings.model_validate(
        {"gpt_api_key": SecretStr("sk-test"), "gpt_base_url": base_url, "gpt_timeout_s": 5, **changes}
    )


@pytest_asyncio.fixture
async def gpt() -> AsyncIterator[FakeGpt]:
    async with fake_gpt() as fake:
        yield fake


@pytest_asyncio.fixture
async def engine(gpt: FakeGpt) -> AsyncIterator[GptEngine]:
    async with open_gpt_engine(settings_for(gpt.base_url)) as opened:
        yield opened


class CountingTill:
    def __init__(self) -> None:
        self.calls = 0
        self.free = 0
        self.bills: list[tuple[str, float]] = []
        self.expected_usd = 0.0

    async def before(self, model: str, expected_usd: float) -> "CountingTill":
        self.calls += 1
        self.expected_usd = expected_usd
        return self

    async def not_charged(self) -> None:
        self.free += 1

    async def charged(self, usage: Usage, cost_usd: float) -> None:
        self.bills.append((usage.model, cost_usd))


async def test_a_reading_comes_back_typed_with_what_it_cost(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(READING, tokens=(1500, 90)))
    result = await engine.read_invoice(a_document(), today=TODAY)
    assert result.engine is EngineName.GPT
    assert isinstance(result.reading, InvoiceDraft)
    assert result.reading.expense_amount == Decimal("12.10")
    assert result.reading.invoice_date == date(2026, 3, 1)
    assert result.reading.payment_method is PaymentMethod.CARD
    assert result.reading.doubtful == {InvoiceField.VAT}
    assert result.usage is not None
    assert (result.usage.prompt_tokens, result.usage.completion_tokens) == (1500, 90)
    assert result.usage.request_id == "req_7"


async def test_tokens_are_counted_by_the_configured_model(gpt: FakeGpt, engine: GptEngine) -> None:
    def counted() -> float:
        return float(GPT_TOKENS.labels("gpt-6-luna", "in")._value.get())

    before = counted()
    gpt.will(says(READING, tokens=(1500, 90)))
    await engine.read_invoice(a_document(), today=TODAY)
    assert counted() - before == 1500


async def test_all_pages_and_the_text_layer_travel_in_one_strict_request(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(READING))
    await engine.read_invoice(a_document(pages=3, text='Total "12.10"'), today=TODAY)
    (request,) = gpt.requests
    form = request["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    assert set(form["json_schema"]["schema"]["required"]) == set(form["json_schema"]["schema"]["properties"])
    parts = request["messages"][1]["content"]
    pictures = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
    assert len(pictures) == 3
    assert Image.open(io.BytesIO(base64.b64decode(pictures[0].split(",")[1]))).size == (64, 32)
    assert any(json.dumps('Total "12.10"') in part.get("text", "") for part in parts)
    assert "Total" not in request["messages"][0]["content"]


async def test_a_picture_of_fine_detail_is_made_small_enough_to_send(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(READING))
    noise = os.urandom(3 * 1500 * 1500)
    await engine.read_invoice(Document(pages=(Page(1500, 1500, noise),)), today=TODAY)
    (picture,) = [part for part in gpt.requests[0]["messages"][1]["content"] if part["type"] == "image_url"]
    assert len(base64.b64decode(picture["image_url"]["url"].split(",")[1])) <= MAX_JPEG_BYTES


async def test_an_electronic_invoice_is_read_exactly_and_without_the_model(gpt: FakeGpt, engine: GptEngine) -> None:
    stated = InvoiceDraft(expense_amount=Decimal("121.00"))
    result = await engine.read_invoice(Document(pages=a_document().pages, stated=stated), today=TODAY)
    assert isinstance(result.reading, InvoiceDraft)
    assert result.reading.expense_amount == Decimal("121.00")
    assert result.engine is EngineName.LOCAL
    assert gpt.requests == []


async def test_a_file_that_only_holds_data_is_sent_as_text(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(READING))
    await engine.read_invoice(Document(pages=(), xml=b"<Invoice>of our own making</Invoice>"), today=TODAY)
    parts = gpt.requests[0]["messages"][1]["content"]
    assert [part["type"] for part in parts] == ["text", "text"]
    assert "of our own making" in parts[1]["text"]


async def test_only_configured_parameters_are_sent(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(READING))
    await engine.read_invoice(a_document(), today=TODAY)
    (request,) = gpt.requests
    assert set(request) == {"model", "messages", "response_format", "max_completion_tokens"}
    assert gpt.headers[0]["Authorization"] == "Bearer sk-test"


async def test_models_and_effort_can_be_chosen_for_each_task(gpt: FakeGpt) -> None:
    settings = settings_for(gpt.base_url, gpt_vision_model="eyes", gpt_sql_model="hands", gpt_reasoning_effort="low")
    async with open_gpt_engine(settings) as engine:
        gpt.will(says(READING), says(STATEMENT))
        await engine.read_invoice(a_document(), today=TODAY)
        await engine.write_sql(QUESTION)
    assert [request["model"] for request in gpt.requests] == ["eyes", "hands"]
    assert gpt.requests[0]["reasoning_effort"] == "low"


@pytest.mark.parametrize(("mode", "response_format"), [("json_object", {"type": "json_object"}), ("prompt", None)])
async def test_servers_without_schemas_get_it_in_words(
    gpt: FakeGpt, mode: str, response_format: dict[str, str] | None
) -> None:
    async with open_gpt_engine(settings_for(gpt.base_url, gpt_structured_mode=mode)) as engine:
        gpt.will(says(READING))
        await engine.read_invoice(a_document(), today=TODAY)
    assert gpt.requests[0].get("response_format") == response_format
    assert '"payee_name"' in gpt.requests[0]["messages"][0]["content"]


@pytest.mark.parametrize(
    "declined",
    [
        pytest.param(says(None, refusal="I cannot help with that"), id="refusal"),
        pytest.param(says(None, finish_reason="content_filter"), id="content-filter"),
        pytest.param(fails(400, "content_filter"), id="azure-filter-refuses-the-request"),
    ],
)
async def test_a_model_that_declines_gives_a_value(gpt: FakeGpt, engine: GptEngine, declined: Answer) -> None:
    gpt.will(declined)
    assert isinstance((await engine.read_invoice(a_document(), today=TODAY)).reading, NotAnInvoice)
    answer = await engine.write_sql(QUESTION)
    assert isinstance(answer, CannotAnswer)
    assert answer.why == "not_allowed"
    assert len(gpt.requests) == 2


@pytest.mark.parametrize("empty", [None, "", "  \n"])
async def test_an_empty_answer_is_asked_for_once_more(gpt: FakeGpt, engine: GptEngine, empty: str | None) -> None:
    gpt.will(says(empty), says(READING))
    result = await engine.read_invoice(a_document(), today=TODAY)
    assert isinstance(result.reading, InvoiceDraft)
    assert result.usage is not None
    assert result.usage.prompt_tokens == 200  # both calls were paid for
    assert [message["role"] for message in gpt.requests[1]["messages"]] == ["system", "user", "user"]


async def test_two_empty_answers_are_a_temporary_failure(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(None))
    with pytest.raises(TemporaryFailure):
        await engine.read_invoice(a_document(), today=TODAY)
    with pytest.raises(TemporaryFailure):
        await engine.write_sql(QUESTION)
    assert len(gpt.requests) == 4


async def test_nonsense_is_shown_to_the_model_with_what_is_wrong(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says("A lovely receipt!"), says(READING))
    result = await engine.read_invoice(a_document(), today=TODAY)
    assert isinstance(result.reading, InvoiceDraft)
    assert gpt.requests[1]["messages"][2] == {"role": "assistant", "content": "A lovely receipt!"}
    assert "no JSON object" in gpt.requests[1]["messages"][3]["content"]


async def test_a_cut_off_answer_is_asked_for_once_with_more_room(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says('{"is_inv', finish_reason="length"), says(READING))
    result = await engine.read_invoice(a_document(), today=TODAY)
    assert isinstance(result.reading, InvoiceDraft)
    first, second = (request["max_completion_tokens"] for request in gpt.requests)
    assert second > first


async def test_an_answer_cut_off_twice_is_a_temporary_failure(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says("{", finish_reason="length"))
    with pytest.raises(TemporaryFailure):
        await engine.read_invoice(a_document(), today=TODAY)
    assert len(gpt.requests) == 2


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        pytest.param({"retry-after": "17"}, 17, 17, id="in-seconds"),
        pytest.param({"retry-after-ms": "1500", "retry-after": "2"}, 1.5, 1.5, id="in-milliseconds"),
        pytest.param({"retry-after": format_datetime(datetime(2200, 1, 1, tzinfo=UTC))}, 1e9, 1e10, id="at-a-date"),
    ],
)
async def test_too_many_requests_wait_as_long_as_the_server_asks(
    gpt: FakeGpt, engine: GptEngine, headers: dict[str, str], least: float, most: float
) -> None:
    gpt.will(fails(429, "rate_limit_exceeded", headers=headers))
    with pytest.raises(TemporaryFailure) as caught:
        await engine.read_invoice(a_document(), today=TODAY)
    assert caught.value.retry_after_s is not None
    assert least <= caught.value.retry_after_s <= most
    assert not isinstance(caught.value, GptUnavailable)
    assert len(gpt.requests) == 1


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (429, "insufficient_quota"),
        (429, "credit_balance_exhausted"),
        (401, "invalid_api_key"),
        (403, ""),
        (404, "model_not_found"),
    ],
)
async def test_what_only_an_operator_can_repair_is_said_once_until_it_works_again(
    gpt: FakeGpt, engine: GptEngine, caplog: pytest.LogCaptureFixture, status: int, code: str
) -> None:
    gpt.will(fails(status, code))
    for _ in range(3):
        with pytest.raises(GptUnavailable):
            await engine.read_invoice(a_document(), today=TODAY)
    gpt.will(says(READING), fails(status, code))
    await engine.read_invoice(a_document(), today=TODAY)
    with pytest.raises(GptUnavailable):
        await engine.read_invoice(a_document(), today=TODAY)
    assert [record.message for record in caplog.records if record.levelno == logging.ERROR] == [
        "GPT cannot be used"
    ] * 2


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503])
async def test_a_server_in_trouble_is_tried_again_later(gpt: FakeGpt, engine: GptEngine, status: int) -> None:
    gpt.will(fails(status))
    with pytest.raises(TemporaryFailure):
        await engine.read_invoice(a_document(), today=TODAY)
    assert len(gpt.requests) == 1


async def test_a_request_the_server_will_never_take_is_a_bug(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(fails(400, "invalid_request"))
    with pytest.raises(GptRequestRejected):
        await engine.read_invoice(a_document(), today=TODAY)


async def test_silence_ends_at_the_time_out(gpt: FakeGpt) -> None:
    async with open_gpt_engine(settings_for(gpt.base_url, gpt_timeout_s=0.2)) as engine:
        gpt.will(never())
        with pytest.raises(TemporaryFailure):
            await engine.read_invoice(a_document(), today=TODAY)
    assert len(gpt.requests) == 1


async def test_a_server_that_is_not_there_is_tried_again_later_and_costs_nothing() -> None:
    till = CountingTill()
    async with open_gpt_engine(settings_for(f"http://127.0.0.1:{free_port()}/v1")) as engine:
        with paying_at(till), pytest.raises(TemporaryFailure):
            await engine.read_invoice(a_document(), today=TODAY)
    assert (till.calls, till.free) == (1, 1)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(sends_page("<html>sign in</html>"), id="a-web-page"),
        pytest.param(sends({}), id="an-empty-object"),
        pytest.param(sends([]), id="a-list"),
        pytest.param(sends({"choices": []}), id="no-choice"),
        pytest.param(sends({"choices": [None]}), id="a-null-choice"),
        pytest.param(sends("hello"), id="a-string"),
    ],
)
async def test_an_answer_of_another_kind_is_a_temporary_failure(
    gpt: FakeGpt, engine: GptEngine, broken: Answer
) -> None:
    gpt.will(broken)
    with pytest.raises(TemporaryFailure):
        await engine.read_invoice(a_document(), today=TODAY)


async def test_a_bare_completion_without_usage_or_finish_reason_is_enough(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(sends({"choices": [{"message": {"content": json.dumps(READING)}}]}))
    result = await engine.read_invoice(a_document(), today=TODAY)
    assert isinstance(result.reading, InvoiceDraft)
    assert result.usage is not None
    assert result.usage.prompt_tokens is None


async def test_content_in_parts_is_read_as_one_text(gpt: FakeGpt, engine: GptEngine) -> None:
    text = json.dumps(READING)
    gpt.will(says([{"type": "text", "text": text[:20]}, {"type": "text", "text": text[20:]}]))
    assert isinstance((await engine.read_invoice(a_document(), today=TODAY)).reading, InvoiceDraft)


async def test_an_answer_that_ends_in_half_a_character_can_be_read_and_shown_to_the_model(
    gpt: FakeGpt, engine: GptEngine
) -> None:
    gpt.will(says("A lovely receipt! \ud83d"), says(READING))
    assert isinstance((await engine.read_invoice(a_document(), today=TODAY)).reading, InvoiceDraft)


async def test_every_call_passes_the_till_and_failed_ones_come_back(gpt: FakeGpt, engine: GptEngine) -> None:
    till = CountingTill()
    with paying_at(till):
        gpt.will(says("no"), says(READING))
        await engine.read_invoice(a_document(), today=TODAY)
        gpt.will(fails(500))
        with pytest.raises(TemporaryFailure):
            await engine.read_invoice(a_document(), today=TODAY)
    assert (till.calls, till.free) == (3, 1)
    assert [model for model, _ in till.bills] == ["gpt-6-luna-2026-05-01"] * 2
    assert sum(cost for _, cost in till.bills) == pytest.approx(2 * (100 * 0.10 + 20 * 0.50) / 1_000_000)


async def test_a_question_becomes_a_draft_with_period_and_filters(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(STATEMENT))
    draft = await engine.write_sql(QUESTION)
    assert isinstance(draft, SqlDraft)
    assert draft.sql == "SELECT currency, SUM(expense_amount) FROM invoices GROUP BY currency"
    assert draft.measure == "total"
    assert draft.filters == ("only cash",)
    assert draft.period is not None
    assert (draft.period.start, draft.period.end) == (date(2026, 2, 1), date(2026, 2, 28))
    assert draft.usage is not None


async def test_question_and_payees_are_what_a_user_said_never_instructions(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says(STATEMENT))
    await engine.write_sql(QUESTION)
    system, payees, question = gpt.requests[0]["messages"]
    assert "2026-03-15 (Sunday)" in system["content"]
    assert "Café" not in system["content"]
    assert payees["role"] == "user"
    assert '["Café Ñ"]' in payees["content"]
    assert question == {"role": "user", "content": "what did I spend?"}


async def test_what_cannot_be_answered_says_why(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says({**STATEMENT, "cannot_answer": "off_topic", "sql": None}))
    answer = await engine.write_sql(QUESTION)
    assert isinstance(answer, CannotAnswer)
    assert answer.why == "off_topic"


async def test_prose_instead_of_sql_twice_means_not_understood(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says("It depends."))
    answer = await engine.write_sql(QUESTION)
    assert isinstance(answer, CannotAnswer)
    assert answer.why == "not_understood"
    assert len(gpt.requests) == 2
