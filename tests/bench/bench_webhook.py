"""CPU of the webhook service per text message, and how many it takes: `python -m tests.bench.bench_webhook [MESSAGES]`.

Starts the service as a process of its own on the servers that TEST_RABBITMQ_URL, TEST_REDIS_URL and the fixtures'
starters give, posts signed texts as Twilio does, and reads the process's CPU time before and after. Other work on the
machine only ever adds to it, so of many short rounds the cheapest counts.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from time import perf_counter

import aiohttp
from pydantic import SecretStr
from twilio.request_validator import RequestValidator

from shared.settings import WebhookSettings
from tests import real_broker, real_servers
from tests.bench.cpu import cpu_s, say
from tests.conftest import run_now
from tests.fakes.twilio import ACCOUNT, SENDER, TOKEN
from tests.integration.service_fixtures import PUBLIC, settings_of, until_up

TEXTS = ("hello", "1", "0", "how much did I spend last month?")
USERS = 50
ROUNDS = 20
Signed = tuple[dict[str, str], dict[str, str]]
"""The form and its headers, made before the clock runs."""


def main(messages: int) -> None:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        postgres = stack.enter_context(real_servers.postgres_server(Path(folder, "pg")))
        settings = settings_of(
            WebhookSettings,
            run_now(postgres.make_database()),
            stack.enter_context(real_servers.redis_server(Path(folder, "redis"))),
            stack.enter_context(real_servers.s3_server(Path(folder, "s3"))),
            stack.enter_context(real_broker.rabbitmq_server(Path(folder, "rabbit"))),
            rate_limit_per_minute=1_000_000,
        )
        asyncio.run(measure(settings, messages))


async def measure(settings: WebhookSettings, messages: int) -> None:
    environment = {**os.environ, **as_environment(settings.model_dump())}
    command = (sys.executable, "-m", "services.whatsapp_webhook_service.main")
    service = await asyncio.create_subprocess_exec(*command, env=environment, stdout=asyncio.subprocess.DEVNULL)
    url = f"http://127.0.0.1:{settings.service_port}/whatsapp"
    sids = count()
    try:
        await until_up(settings, asyncio.get_running_loop().create_future())
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            await post(http, url, signed("hello", sids, 200))
            for text in TEXTS:
                rounds = [await cpu_ms(service.pid, http, url, signed(text, sids, messages)) for _ in range(ROUNDS)]
                half = sorted(rounds)[ROUNDS // 2]
                say(f"{text!r:40} {min(rounds):6.2f} ms of CPU (half of {ROUNDS} rounds below {half:.2f})")
            for text in (TEXTS[0], TEXTS[-1]):
                say(f"{text!r:40} {await throughput(service.pid, http, url, signed(text, sids, messages * ROUNDS))}")
    finally:
        service.terminate()
        await service.wait()


def signed(text: str, sids: Iterator[int], messages: int) -> list[Signed]:
    validator = RequestValidator(TOKEN)
    forms = [form_of(text, next(sids), number % USERS) for number in range(messages)]
    return [(form, {"X-Twilio-Signature": validator.compute_signature(f"{PUBLIC}/whatsapp", form)}) for form in forms]


def form_of(text: str, sid: int, user: int) -> dict[str, str]:
    """As many fields as Twilio sends."""
    number = f"3461122{user:04d}"
    return {
        "SmsMessageSid": f"SM{sid:032d}",
        "NumMedia": "0",
        "ProfileName": "Ana",
        "MessageType": "text",
        "SmsSid": f"SM{sid:032d}",
        "WaId": number,
        "SmsStatus": "received",
        "Body": text,
        "To": SENDER,
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": f"SM{sid:032d}",
        "AccountSid": ACCOUNT,
        "ChannelMetadata": f'{{"type":"whatsapp","data":{{"context":{{"ProfileName":"Ana","WaId":"{number}"}}}}}}',
        "From": f"whatsapp:+{number}",
        "ApiVersion": "2010-04-01",
    }


async def cpu_ms(pid: int, http: aiohttp.ClientSession, url: str, posts: Sequence[Signed]) -> float:
    before = cpu_s(pid)
    await post(http, url, posts)
    return (cpu_s(pid) - before) / len(posts) * 1000


async def post(http: aiohttp.ClientSession, url: str, posts: Sequence[Signed]) -> list[float]:
    """How many seconds each took."""
    seconds = []
    for form, headers in posts:
        began = perf_counter()
        async with http.post(url, data=form, headers=headers) as answer:
            await answer.read()
            assert answer.status == 200
        seconds.append(perf_counter() - began)
    return seconds


async def throughput(pid: int, http: aiohttp.ClientSession, url: str, posts: Sequence[Signed]) -> str:
    """Each user writes the next message when the one before is answered; the client shares the machine."""
    began, before = perf_counter(), cpu_s(pid)
    per_user = await asyncio.gather(*(post(http, url, posts[user::USERS]) for user in range(USERS)))
    wall, cpu = perf_counter() - began, (cpu_s(pid) - before) / len(posts) * 1000
    took = sorted(second * 1000 for seconds in per_user for second in seconds)
    half, most = took[len(took) // 2], took[len(took) * 99 // 100]
    speed = f"{len(posts) / wall:.0f} a second with {USERS} users at once"
    return f"{speed}, half within {half:.0f} ms, 99 % within {most:.0f} ms, {cpu:.2f} ms of CPU"


def as_environment(fields: Mapping[str, object]) -> dict[str, str]:
    return {name.upper(): _plain(value) for name, value in fields.items() if value is not None}


def _plain(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return ",".join(f"{item}" for item in value) if isinstance(value, tuple) else str(value)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
