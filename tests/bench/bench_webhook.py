"""CPU of the webhook service per text message: `python -m tests.bench.bench_webhook [MESSAGES]`.

Starts the service as a process of its own on the servers that TEST_RABBITMQ_URL, TEST_REDIS_URL and the fixtures'
starters give, posts signed texts as Twilio does, and reads the process's CPU time before and after.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import aiohttp
from pydantic import SecretStr

from shared.settings import WebhookSettings
from tests import real_broker, real_servers
from tests.conftest import run_now
from tests.integration.service_fixtures import Caller, settings_of, until_up

TICKS_PER_S = os.sysconf("SC_CLK_TCK")
TEXTS = ("hello", "1", "0", "how much did I spend last month?")
USERS = 50


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
    try:
        await until_up(settings, asyncio.get_running_loop().create_future())
        async with aiohttp.ClientSession() as http:
            caller = Caller(http, f"http://127.0.0.1:{settings.service_port}")
            await post(caller, 200)
            for text in TEXTS:
                before, began = cpu_s(service.pid), perf_counter()
                await post(caller, messages, text)
                each = (cpu_s(service.pid) - before) / messages * 1000
                wall = (perf_counter() - began) / messages * 1000
                print(f"{text!r:40} {each:6.2f} ms of CPU, {wall:6.2f} ms each")  # noqa: T201 - its purpose
    finally:
        service.terminate()
        await service.wait()


async def post(caller: Caller, messages: int, text: str = "hello") -> None:
    for number in range(messages):
        answer = await caller.says(text, sender=f"whatsapp:+3461122{number % USERS:04d}")
        assert answer.status == 200


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_S


def as_environment(fields: Mapping[str, object]) -> dict[str, str]:
    return {name.upper(): _plain(value) for name, value in fields.items() if value is not None}


def _plain(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return ",".join(f"{item}" for item in value) if isinstance(value, tuple) else str(value)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
