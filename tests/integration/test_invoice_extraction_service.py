"""The extraction service as a process between real servers; only Twilio and GPT are stand-ins."""

import asyncio
import io
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import aiohttp
import asyncpg
import pytest_asyncio
from PIL import Image

from services.whatsapp_sandbox.samples import till_receipt
from shared.errors import Refused
from shared.health import Health
from shared.messages import InvoiceImages, Media, Reply
from shared.rabbitmq import Rabbit, open_rabbitmq
from shared.s3_connection import open_s3
from shared.safe_naming import Service
from shared.settings import EngineSettings, PostgresSettings, RabbitSettings, S3Settings, TwilioSettings
from tests.fakes import gpt as gpt_says
from tests.fakes import media as media_says
from tests.fakes.gpt import FakeGpt, fake_gpt
from tests.fakes.media import FakeMedia, fake_media
from tests.fakes.s3 import settings_at
from tests.ports import free_port
from tests.service_process import ServiceProcess, environment_of, running_service

MODULE = "services.invoice_extraction_service.main"
READING = {"is_invoice": True, "invoice_date": "2026-03-01", "expense_amount": 12.1, "payee_name": "Sol"}
ANSWER_WITHIN_S = 90


@dataclass
class Surroundings:
    """What the service talks to, with the replies it publishes."""

    service: ServiceProcess
    rabbit: Rabbit
    replies: asyncio.Queue[Reply]
    twilio: FakeMedia
    gpt: FakeGpt
    postgres: PostgresSettings
    s3: S3Settings

    async def send(self, *answers: media_says.Answer, message_id: str = "") -> InvoiceImages:
        """One message with a medium for each answer of Twilio's."""
        message_id = message_id or f"SM{uuid.uuid4().hex}"
        paths = [f"/2010-04-01/Accounts/AC1/Messages/{message_id}/Media/ME{index}" for index in range(len(answers))]
        urls = [self.twilio.will(path, answer) for path, answer in zip(paths, answers, strict=True)]
        message = InvoiceImages(
            message_id=message_id,
            sender="whatsapp:+34611222333",
            profile_name="Ana",
            media=tuple(Media(url=url, content_type="image/jpeg") for url in urls),
            received_at=datetime.now(UTC),
        )
        await self.rabbit.publish(message)
        return message

    async def reply(self) -> Reply:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            return await self.replies.get()

    async def invoices(self) -> list[asyncpg.Record]:
        connection = await asyncpg.connect(
            host=self.postgres.rds_host,
            port=self.postgres.rds_port,
            database=self.postgres.rds_database,
            user=self.postgres.rds_user,
            password=self.postgres.rds_password.get_secret_value(),
        )
        try:
            rows: list[asyncpg.Record] = await connection.fetch("SELECT * FROM invoices ORDER BY invoice_id")
            return rows
        finally:
            await connection.close()


def a_photo(color: str = "white") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 480), color).save(file, "JPEG")
    return file.getvalue()


def twilio_at(base_url: str) -> TwilioSettings:
    return TwilioSettings.model_validate(
        {
            "twilio_account_sid": "AC1",
            "twilio_auth_token": "token",
            "twilio_phone_number": "+14155238886",
            "twilio_api_base_url": base_url,
        }
    )


@pytest_asyncio.fixture
async def around(
    postgres_settings: PostgresSettings, s3_settings: S3Settings, rabbit_settings: RabbitSettings, tmp_path: Path
) -> AsyncIterator[Surroundings]:
    replies: asyncio.Queue[Reply] = asyncio.Queue()

    async def refused(reply: Reply, reason: Refused) -> None:
        raise reason

    async def gave_up(reply: Reply, reason: str) -> None:
        raise AssertionError(reason)

    async with fake_media() as twilio, fake_gpt() as gpt:
        settings = (
            postgres_settings,
            s3_settings,
            rabbit_settings.model_copy(update={"retry_delays_s": (1, 1, 1, 1)}),
            twilio_at(twilio.base_url),
            EngineSettings.model_validate({"gpt_api_key": "sk-test", "gpt_base_url": gpt.base_url}),
        )
        health = Health(Service.WEBHOOK)
        gpt.will(gpt_says.says(READING))
        async with (
            running_service(MODULE, environment_of(*settings), tmp_path) as service,
            open_rabbitmq(settings[2], health, service=Service.WEBHOOK) as rabbit,
            rabbit.consuming(Reply, replies.put, on_give_up=gave_up, refused=refused),
        ):
            await health.until_available()
            await service.until_able()
            yield Surroundings(service, rabbit, replies, twilio, gpt, postgres_settings, s3_settings)


async def test_a_photo_ends_as_one_row_one_picture_and_one_reply(around: Surroundings) -> None:
    photo = a_photo()
    message = await around.send(media_says.has(photo))
    reply = await around.reply()
    assert reply.reply_id == f"{message.message_id}:done:1"
    assert reply.to == "whatsapp:+34611222333"
    assert "*Total:* 12.10" in reply.text
    (invoice,) = await around.invoices()
    assert invoice["whatsapp_number"] == "+34611222333"
    assert str(invoice["expense_amount"]) == "12.10"
    async with open_s3(around.s3) as store:
        assert await store.get(invoice["raw_image_url"]) == photo


async def test_the_service_says_how_it_is_and_stops_cleanly_when_told(around: Surroundings) -> None:
    async with aiohttp.ClientSession(around.service.base_url) as http:
        async with http.get("/health") as answer:
            health = await answer.json()
        async with http.get("/metrics") as answer:
            metrics = await answer.text()
    assert set(health["dependencies"]) == {"rabbitmq", "postgres", "s3"}
    assert "fintrak_reads_total" in metrics
    await around.send(media_says.has(a_photo()))
    await around.reply()
    assert await around.service.stop() == 0
    assert [method for method, _, _ in around.twilio.asked] == ["GET", "DELETE"]


async def test_the_same_message_twice_is_read_once(around: Surroundings) -> None:
    message = await around.send(media_says.has(a_photo()))
    first = await around.reply()
    await around.rabbit.publish(message)
    assert await around.reply() == first
    assert len(await around.invoices()) == 1
    assert len(around.gpt.requests) == 1


async def test_several_media_of_every_kind_get_one_reply(around: Surroundings) -> None:
    around.gpt.will(gpt_says.says({"is_invoice": False}), gpt_says.says(READING))
    await around.send(media_says.has(a_photo()), media_says.has(b"not a picture"), media_says.has(a_photo("grey")))
    reply = await around.reply()
    assert reply.text.startswith("Saved 1 of 3:")
    assert [invoice["media_index"] for invoice in await around.invoices()] == [2]


async def test_trouble_with_the_model_is_sat_out_without_counting_as_paid(around: Surroundings) -> None:
    around.gpt.will(gpt_says.fails(500), gpt_says.fails(429), gpt_says.says(READING))
    message = await around.send(media_says.has(a_photo()))
    assert (await around.reply()).reply_id == f"{message.message_id}:done:1"
    assert len(await around.invoices()) == 1


async def test_a_model_that_never_makes_sense_is_asked_three_times_at_most(around: Surroundings) -> None:
    around.gpt.will(gpt_says.says("what a nice day"))
    message = await around.send(media_says.has(a_photo()))
    reply = await around.reply()
    assert reply.reply_id == f"{message.message_id}:refused:1"
    assert len(around.gpt.requests) == 3


async def test_without_credit_the_local_engine_reads_at_once_and_the_user_is_told(around: Surroundings) -> None:
    around.gpt.will(gpt_says.fails(429, "insufficient_quota"))
    await around.send(media_says.has(till_receipt(date(2026, 3, 1)).data))
    assert "The language model is away" in (await around.reply()).text
    (invoice,) = await around.invoices()
    assert invoice["engine"] == "local"
    assert len(around.gpt.requests) == 1


async def test_a_store_that_is_away_is_named_and_waited_for(
    postgres_settings: PostgresSettings, rabbit_settings: RabbitSettings, tmp_path: Path
) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/v1"
    gpt = EngineSettings.model_validate({"gpt_api_key": "sk-test", "gpt_base_url": nowhere})
    settings = (postgres_settings, rabbit_settings, settings_at(free_port()), twilio_at(nowhere), gpt)
    async with running_service(MODULE, environment_of(*settings), tmp_path) as service:
        dependencies = await service.until_unable()
        assert dependencies["s3"] != "ok"
        assert await service.stop() == 0
