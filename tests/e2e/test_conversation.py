"""Whole chats through the four services, real servers and Twilio's wire."""

import json
import urllib.request
from datetime import UTC, datetime

import pytest

from services.whatsapp_sandbox import demo_checks
from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction
from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.demo import QUESTION
from services.whatsapp_sandbox.samples import Sample, holiday_picture, samples
from services.whatsapp_sandbox.stack import Stack
from shared.replies import say
from shared.safe_naming import Language, Service
from shared.sentences.names import Sentence

ANSWER_S = 60


@pytest.mark.parametrize("service", Service)
def test_every_service_says_that_it_can_work(stack: Stack, service: Service) -> None:
    with urllib.request.urlopen(f"{stack.service_url(service)}/health", timeout=30) as response:  # noqa: S310 - ours
        report = json.load(response)
    assert (report["status"], report["service"]) == ("ok", service)
    assert set(report["dependencies"].values()) == {"ok"}


async def test_a_whole_conversation_from_hello_to_the_workbook(stack: Stack, phone: SandboxClient, number: str) -> None:
    today = datetime.now(UTC).date()
    receipt, a4, pdf, _ = samples(today)
    await _ask(phone, number, "hello", "1")
    await _ask(phone, number, "1", say(Sentence.SEND_A_PHOTO, Language.ENGLISH))
    await _show(phone, number, receipt, "36.30")
    await _show(phone, number, a4, "540.00")
    await _show(phone, number, pdf, "119.00")
    await _ask(phone, number, "2", "")
    answer = await _reply(phone, await phone.send_text(number, QUESTION), "36.30")
    workbook = await phone.fetch_attachment(answer)
    assert await demo_checks.check(stack.environment, number, (receipt, a4, pdf), answer, workbook, today)


async def test_a_picture_that_is_no_invoice_is_named_so(phone: SandboxClient, number: str) -> None:
    await _show(phone, number, holiday_picture(), say(Sentence.NOT_AN_INVOICE, Language.ENGLISH))


async def test_a_webhook_that_comes_three_times_at_once_has_one_effect(
    stack: Stack, phone: SandboxClient, number: str
) -> None:
    pdf = samples(datetime.now(UTC).date())[2]
    sent = await phone.send_file(number, pdf.data, pdf.content_type, pdf.filename, copies=3)
    await _reply(phone, sent, "119.00")
    await _ask(phone, number, "menu", "1")
    confirmations = [message for message in await phone.messages(number) if "119.00" in message.text]
    assert (await _count_invoices(stack, number), len(confirmations)) == (1, 1)


async def test_two_people_never_see_each_other_s_invoices(stack: Stack, phone: SandboxClient, number: str) -> None:
    pdf = samples(datetime.now(UTC).date())[2]
    await _show(phone, number, pdf, "119.00")
    await phone.add_user(stranger := f"{number}9", "Noa")
    await _ask(phone, stranger, "2", "")
    answer = await _reply(phone, await phone.send_text(stranger, "how much did I spend in total?"), "")
    assert "119.00" not in answer.text


async def _ask(phone: SandboxClient, number: str, text: str, wanted: str) -> ChatMessage:
    return await _reply(phone, await phone.send_text(number, text), wanted)


async def _show(phone: SandboxClient, number: str, sample: Sample, wanted: str) -> ChatMessage:
    return await _reply(phone, await phone.send_file(number, sample.data, sample.content_type, sample.filename), wanted)


async def _reply(phone: SandboxClient, sent: ChatMessage, wanted: str) -> ChatMessage:
    return await phone.wait_for_message(
        sent.number,
        lambda message: message.direction is Direction.RECEIVED and wanted in message.text,
        after=sent.id,
        timeout_s=ANSWER_S,
    )


async def _count_invoices(stack: Stack, number: str) -> int:
    connection = await demo_checks.owner_connection(stack.environment)
    count: int = await connection.fetchval("SELECT count(*) FROM invoices WHERE whatsapp_number = $1", number)
    await connection.close()
    return count
