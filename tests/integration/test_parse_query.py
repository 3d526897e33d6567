"""The query generator as a process between real servers, without a key: question in, answer and workbook out."""

import asyncio
import io
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest_asyncio
from openpyxl import load_workbook

from shared.errors import Refused
from shared.health import Health
from shared.messages import Question, Reply
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.s3_connection import open_s3
from shared.safe_naming import Language, Service
from shared.settings import LinkSettings, PostgresSettings, RabbitSettings, S3Settings, TwilioSettings
from tests.service_process import environment_of, running_service

MODULE = "services.query_generator_service.main"
ANSWER_WITHIN_S = 90
SENDER = "whatsapp:+34611222333"
_ADD = """
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, currency, raw_image_url)
VALUES ($1, $2::text::date, $3::text::numeric, 1, $4, 'EUR', 'invoices/a/original.jpg')
"""


@dataclass
class Surroundings:
    rabbit: Rabbit
    replies: asyncio.Queue[Reply]
    postgres: PostgresSettings
    s3: S3Settings

    async def ask(self, text: str, language: Language = Language.ENGLISH, message_id: str = "") -> Reply:
        message = Question(
            message_id=message_id or f"SM{uuid.uuid4().hex}",
            sender=SENDER,
            profile_name="Ana",
            text=text,
            language=language,
            received_at=datetime(2026, 3, 15, 12, tzinfo=UTC),
        )
        await self.rabbit.publish(message)
        async with asyncio.timeout(ANSWER_WITHIN_S):
            return await self.replies.get()

    async def rows(self, statement: str) -> list[asyncpg.Record]:
        connection = await connected(self.postgres)
        try:
            return list(await connection.fetch(statement))
        finally:
            await connection.close()


async def connected(settings: PostgresSettings) -> asyncpg.Connection:
    return await asyncpg.connect(
        host=settings.rds_host,
        port=settings.rds_port,
        database=settings.rds_database,
        user=settings.rds_user,
        password=settings.rds_password.get_secret_value(),
    )


async def add_invoices(settings: PostgresSettings) -> None:
    connection = await connected(settings)
    try:
        for number in ("+34611222333", "+34699000111"):
            await connection.execute("INSERT INTO users (whatsapp_number, username) VALUES ($1, 'x')", number)
        await connection.execute(_ADD, "+34611222333", "2026-02-10", "10.50", "Shell")
        await connection.execute(_ADD, "+34611222333", "2026-02-11", "4.25", "=1+1")
        await connection.execute(_ADD, "+34699000111", "2026-02-12", "999.99", "Secret Ltd")
    finally:
        await connection.close()


@pytest_asyncio.fixture
async def around(
    postgres_settings: PostgresSettings, s3_settings: S3Settings, rabbit_settings: RabbitSettings, tmp_path: Path
) -> AsyncIterator[Surroundings]:
    replies: asyncio.Queue[Reply] = asyncio.Queue()

    async def refused(reply: Reply, reason: Refused) -> None:
        raise reason

    async def gave_up(reply: Reply, reason: str) -> None:
        raise AssertionError(reason)

    twilio = TwilioSettings.model_validate(
        {
            "twilio_account_sid": "AC1",
            "twilio_auth_token": "token",
            "twilio_phone_number": "+14155238886",
            "twilio_api_base_url": "http://127.0.0.1:9",
        }
    )
    links = LinkSettings.model_validate({"public_base_url": "https://fintrak.example"})
    health = Health(Service.WEBHOOK)
    await add_invoices(postgres_settings)
    environment = environment_of(postgres_settings, s3_settings, rabbit_settings, twilio, links)
    async with (
        running_service(MODULE, environment, tmp_path) as service,
        open_rabbitmq(rabbit_settings, health, service=Service.WEBHOOK) as rabbit,
        rabbit.consuming(Reply, replies.put, on_give_up=gave_up, refused=refused),
    ):
        await health.until_available()
        await service.until_able()
        yield Surroundings(rabbit, replies, postgres_settings, s3_settings)


async def test_a_question_ends_as_a_sentence_a_workbook_and_one_row(around: Surroundings) -> None:
    reply = await around.ask("how much did I spend last month?")
    assert reply.to == SENDER
    assert (
        reply.text == "You spent 14.75 EUR from 2026-02-01 to 2026-02-28 (2 invoices).\n"
        "• 2026-02-11, =1+1: 4.25 EUR\n• 2026-02-10, Shell: 10.50 EUR\nYou can go on with: _by vendor_"
    )
    assert reply.media_key is not None
    async with open_s3(around.s3, None) as store:
        book = load_workbook(io.BytesIO(await store.get(reply.media_key)))
    payees = [row[2].value for row in book["Invoices"].iter_rows(min_row=2)]
    assert sorted(map(str, payees)) == ["=1+1", "Shell"]
    link = book["Invoices"][2][-1].hyperlink.target
    assert link.startswith("https://fintrak.example/media/")
    (query,) = await around.rows("SELECT * FROM queries")
    assert query["query_text"] == "how much did I spend last month?"
    assert query["query_result"] == reply.text.rpartition("\n")[0]
    assert query["whatsapp_number"] == "+34611222333"


async def test_a_breakdown_brings_a_picture_and_a_list_the_pictures_of_its_invoices(around: Surroundings) -> None:
    reply = await around.ask("how much did I spend by vendor?")
    assert reply.picture is not None
    listed = await around.ask("list my invoices")
    assert listed.picture is None
    assert listed.media_key is not None
    async with open_s3(around.s3, None) as store:
        picture = await store.get(reply.picture.key)
        book = load_workbook(io.BytesIO(await store.get(listed.media_key)))
    assert picture.startswith(b"\x89PNG")
    links = [row[-1].hyperlink.target for row in book["Invoices"].iter_rows(min_row=2)]
    assert len(links) == 2
    assert all(link.startswith("https://fintrak.example/media/") for link in links)
    keys = await around.rows("SELECT report_key, chart_key FROM queries ORDER BY query_id")
    assert [tuple(row) for row in keys] == [(reply.media_key, reply.picture.key), (listed.media_key, None)]


async def test_the_same_message_twice_is_answered_alike_and_kept_once(around: Surroundings) -> None:
    first = await around.ask("¿cuánto gasté en Shell?", Language.SPANISH, message_id="SM1")
    second = await around.ask("¿cuánto gasté en Shell?", Language.SPANISH, message_id="SM1")
    assert first == second
    assert first.text.startswith("Gastaste 10,50 EUR")
    assert len(await around.rows("SELECT 1 FROM queries")) == 1


async def test_what_cannot_be_answered_is_refused_kindly(around: Surroundings) -> None:
    reply = await around.ask("tell me a joke")
    assert reply.reply_id.endswith(":refused:1")
    assert reply.media_key is None
