"""Servers that speak the same protocol, each in its own way: all of them give the same reading."""

import json
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from shared.engine import Document, Page
from shared.gpt_api import GptEngine, open_gpt_engine
from shared.gpt_errors import GptRequestRejected, GptUnavailable
from shared.invoices import InvoiceDraft
from shared.safe_naming import InvoiceField
from shared.settings import EngineSettings
from tests.fakes.gpt import FakeGpt, fails, fake_gpt, says, sends

TODAY = date(2026, 3, 15)
PAGE = Document((Page(64, 32, b"\xff" * (64 * 32 * 3)),))
READING = {
    "invoice_date": "2026-03-01",
    "expense_amount": "121.00",
    "vat": "21.00",
    "payee_name": "Sol",
    "payment_method": "card",
    "currency": "EUR",
}
AS_TEXT = json.dumps(READING)


def message(content: object, **more: object) -> dict[str, object]:
    return {"role": "assistant", "content": content, **more}


def choice(content: object, **more: object) -> dict[str, object]:
    return {"index": 0, "message": message(content), "finish_reason": "stop", **more}


OLLAMA = {
    "id": "chatcmpl-4",
    "object": "chat.completion",
    "created": 1,
    "model": "llava:13b",
    "system_fingerprint": "fp_ollama",
    "choices": [choice(f"Here is the JSON:\n```json\n{AS_TEXT}\n```\nLet me know!")],
    "usage": {"prompt_tokens": 900, "completion_tokens": 60, "total_tokens": 960},
}
VLLM = {
    "id": "cmpl-9",
    "model": "Qwen/Qwen3-VL",
    "choices": [
        choice(
            f'<think>maybe {{"expense_amount": "999999.00"}}?</think>{AS_TEXT}',
            finish_reason="stop_sequence",
            stop_reason=7,
            logprobs=None,
        )
    ],
    "usage": {"prompt_tokens": 5, "completion_tokens": None, "prompt_tokens_details": None},
    "kv_transfer_params": None,
}
AZURE = {
    "id": "chatcmpl-1",
    "model": "gpt-6-luna-2026-05-01",
    "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": {"jailbreak": {"detected": False}}}],
    "choices": [choice(AS_TEXT, content_filter_results={"hate": {"filtered": False, "severity": "safe"}})],
    "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
}
BARE: dict[str, Any] = {"choices": [{"message": {"content": AS_TEXT}}]}


@pytest_asyncio.fixture
async def gpt() -> AsyncIterator[FakeGpt]:
    async with fake_gpt() as fake:
        yield fake


@pytest_asyncio.fixture
async def engine(gpt: FakeGpt) -> AsyncIterator[GptEngine]:
    async with open_gpt_engine(settings_for(gpt)) as opened:
        yield opened


def settings_for(gpt: FakeGpt, **changes: object) -> EngineSettings:
    return EngineSettings.model_validate(
        {"gpt_api_key": SecretStr("sk-test"), "gpt_base_url": gpt.base_url, "gpt_timeout_s": 5, **changes}
    )


async def draft_of(engine: GptEngine) -> InvoiceDraft:
    reading = (await engine.read_invoice(PAGE, today=TODAY)).reading
    assert isinstance(reading, InvoiceDraft)
    return reading


@pytest.mark.parametrize(
    "completion",
    [
        pytest.param(OLLAMA, id="ollama-fences-and-chats"),
        pytest.param(VLLM, id="vllm-thinks-aloud-and-has-keys-of-its-own"),
        pytest.param(AZURE, id="azure-tells-of-its-filters"),
        pytest.param(BARE, id="nothing-but-a-message"),
        pytest.param({**BARE, "usage": None}, id="usage-of-null"),
        pytest.param({**BARE, "usage": {}}, id="usage-without-figures"),
        pytest.param({**BARE, "usage": "n/a"}, id="usage-in-words"),
        pytest.param({**BARE, "usage": {"prompt_tokens": "12", "completion_tokens": -1}}, id="usage-of-wrong-types"),
        pytest.param({**BARE, "id": None, "model": None, "created": "now"}, id="no-id-no-model"),
        pytest.param({"choices": [choice(AS_TEXT, finish_reason=None)]}, id="finish-reason-of-null"),
        pytest.param({"choices": [choice(AS_TEXT, finish_reason="eos_token")]}, id="unknown-finish-reason"),
        pytest.param({"choices": [{"message": AS_TEXT}]}, id="the-message-is-the-text"),
        pytest.param({"choices": [{"text": AS_TEXT}]}, id="a-completion-of-the-old-kind"),
        pytest.param({"choices": [choice([{"type": "text", "text": AS_TEXT}])]}, id="content-in-parts"),
    ],
)
async def test_every_kind_of_server_is_understood(
    gpt: FakeGpt, engine: GptEngine, completion: dict[str, object]
) -> None:
    gpt.will(sends(completion))
    draft = await draft_of(engine)
    assert (draft.expense_amount, draft.vat, draft.payee_name) == (Decimal("121.00"), Decimal("21.00"), "Sol")
    assert draft.invoice_date == date(2026, 3, 1)
    assert not draft.doubtful
    assert len(gpt.requests) == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"invoiceDate": "2026-03-01", "expenseAmount": 121.0, "payeeName": "Sol"}, id="camel-case"),
        pytest.param({"Invoice Date": "2026-03-01", "Expense Amount": "121", "Payee Name": "Sol"}, id="headings"),
        pytest.param({**READING, "vat": "null", "currency": "", "payment_method": "N/A"}, id="nulls-in-words"),
        pytest.param({**READING, "vat": [], "currency": 978, "payment_method": {"x": 1}}, id="wrong-types"),
        pytest.param({**READING, "line_items": [{"total": 1}], "confidence": 0.9}, id="extra-keys"),
        pytest.param({"data": {**READING, "is_invoice": "true"}}, id="wrapped"),
    ],
)
async def test_a_schema_that_was_ignored_does_no_harm(gpt: FakeGpt, engine: GptEngine, answer: object) -> None:
    gpt.will(says(answer))
    draft = await draft_of(engine)
    assert (draft.invoice_date, draft.expense_amount) == (date(2026, 3, 1), Decimal("121.00"))
    assert draft.payee_name == "Sol"


@pytest.mark.parametrize(
    ("refusal", "left_out", "sent_instead"),
    [
        ("'response_format.type' must be 'text'", "response_format", "messages"),
        ("This model does not support json_schema", "response_format", "messages"),
        ("Unrecognized request argument supplied: max_completion_tokens", "max_completion_tokens", "max_tokens"),
        ("Unsupported parameter: 'reasoning_effort'", "reasoning_effort", "model"),
    ],
)
async def test_a_parameter_a_server_does_not_know_is_left_out_from_then_on(
    gpt: FakeGpt, refusal: str, left_out: str, sent_instead: str
) -> None:
    error = {"error": {"message": refusal, "type": "invalid_request_error", "code": None, "param": None}}
    async with open_gpt_engine(settings_for(gpt, gpt_reasoning_effort="low")) as engine:
        gpt.will(sends(error, status=400), says(READING))
        await draft_of(engine)
        await draft_of(engine)
    assert [left_out in request for request in gpt.requests] == [True, False, False]
    assert all(sent_instead in request for request in gpt.requests[1:])
    in_words = ['"payee_name"' in request["messages"][0]["content"] for request in gpt.requests]
    assert in_words == [False] + [left_out == "response_format"] * 2


async def test_a_server_that_keeps_refusing_is_not_asked_for_ever(gpt: FakeGpt, engine: GptEngine) -> None:
    error = {"error": {"message": "response_format, max_completion_tokens, reasoning_effort: no"}}
    gpt.will(sends(error, status=400))
    with pytest.raises(GptRequestRejected):
        await engine.read_invoice(PAGE, today=TODAY)
    assert len(gpt.requests) == 2


async def test_a_bill_that_was_not_paid_needs_an_operator(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(fails(402))
    with pytest.raises(GptUnavailable):
        await engine.read_invoice(PAGE, today=TODAY)


async def test_sums_that_do_not_add_up_are_marked_whoever_read_them(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says({**READING, "net_amount": "90.00", "invoice_date": "2031-01-01"}))
    assert (await draft_of(engine)).doubtful == {
        InvoiceField.EXPENSE_AMOUNT,
        InvoiceField.VAT,
        InvoiceField.INVOICE_DATE,
    }


async def test_tax_that_the_totals_imply_is_worked_out(gpt: FakeGpt, engine: GptEngine) -> None:
    gpt.will(says({**READING, "vat": None, "net_amount": "100.00"}), says({**READING, "vat": None, "net_amount": "20"}))
    assert (await draft_of(engine)).vat == Decimal("21.00")
    assert (await draft_of(engine)).vat is None
