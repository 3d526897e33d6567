"""`main.py check`: settings and every dependency, one line each, with what is wrong and how to fix it."""

import asyncio
import base64
import json
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from shared.errors import FintrakError, InvalidSettings
from shared.health import Health
from shared.safe_naming import Dependency, Service
from shared.settings import (
    TWILIO_API,
    EngineSettings,
    LinkSettings,
    PostgresSettings,
    ProcessSettings,
    RabbitSettings,
    RedisSettings,
    S3Settings,
    TwilioSettings,
    UserSettings,
    load,
)
from shared.stand_ins import on_loopback

PATIENCE_S = 15
WEB_TIMEOUT_S = 5
OPENAI = "https://api.openai.com/v1"

Settings = Any  # each part has its own class, and its own function that takes it


class NotUsable(FintrakError):
    """What is wrong, as a person reads it."""


@dataclass(frozen=True)
class Part:
    """`try_it` raises NotUsable, else says what answered; `hint` is what to look at when it does not."""

    name: str
    settings_class: type[Settings]
    try_it: Callable[[Settings], Awaitable[str]]
    hint: str = ""


def check() -> int:
    """0 when everything can be used."""
    return asyncio.run(_check(PARTS))


async def _check(parts: Sequence[Part]) -> int:
    """Quiet parts have nothing to try: only wrong settings are said."""
    answers = await asyncio.gather(*(_line(part) for part in parts))
    for usable, line in answers:
        if line:
            print(f"{'ok   ' if usable else 'WRONG'}  {line}")  # noqa: T201 - a command talks to a person
    return 0 if all(usable for usable, _ in answers) else 1


async def _line(part: Part) -> tuple[bool, str]:
    try:
        settings = load(part.settings_class)
        answer = await part.try_it(settings)
    except InvalidSettings as error:
        lines = str(error).splitlines()
        problems = "; ".join(line.strip() for line in lines[1:] or lines)  # the first is a heading, unless it is all
        return False, f"{part.name}: {problems}"
    except FintrakError as error:
        return False, f"{part.name}: {error} -> {part.hint}"
    return True, f"{part.name}: {answer}" if answer else ""


async def _nothing(_: Settings) -> str:
    return ""


async def _ask(dependency: Dependency, opened: Callable[[Health], AbstractAsyncContextManager[object]]) -> None:
    """Some connect in the background, so a first no is not yet an answer."""
    health = Health(Service.WEBHOOK)
    async with opened(health):
        try:
            await asyncio.wait_for(health.until_available(dependency), PATIENCE_S)
        except TimeoutError:
            problem = (await health.report()).problems.get(dependency, "no answer")
            raise NotUsable(problem) from None


async def _rabbitmq(settings: RabbitSettings) -> str:
    from shared.rabbitmq import open_rabbitmq

    await _ask(Dependency.RABBITMQ, lambda health: open_rabbitmq(settings, health, service=Service.WEBHOOK))
    return f"{settings.rabbitmq_host}:{settings.rabbitmq_port}{settings.rabbitmq_vhost} answers, queues are declared"


async def _redis(settings: RedisSettings) -> str:
    from shared.redis_manager import open_sessions

    await _ask(Dependency.REDIS, lambda health: open_sessions(settings, health))
    return f"{settings.redis_host}:{settings.redis_port} answers"


async def _postgres(settings: PostgresSettings) -> str:
    from shared.postgres import open_postgres

    await _ask(Dependency.POSTGRES, lambda health: open_postgres(settings, health, service="check"))
    return f"{settings.rds_host}:{settings.rds_port}/{settings.rds_database} answers, schema and roles are there"


async def _s3(settings: S3Settings) -> str:
    from shared.s3_connection import open_s3

    await _ask(Dependency.S3, lambda health: open_s3(settings, health))
    return f"bucket {settings.s3_bucket_name} can be reached"


async def _twilio(settings: TwilioSettings) -> str:
    """Asks for one message, as only that proves the token."""
    login = f"{settings.twilio_account_sid}:{settings.twilio_auth_token.get_secret_value()}"
    url = f"{settings.twilio_api_base_url}/2010-04-01/Accounts/{settings.twilio_account_sid}/Messages.json?PageSize=1"
    await asyncio.to_thread(_fetch, url, {"Authorization": f"Basic {base64.b64encode(login.encode()).decode()}"})
    return f"{settings.twilio_api_base_url} accepts the account, sending as {settings.twilio_phone_number}"


class AddressSettings(LinkSettings):
    twilio_api_base_url: str = TWILIO_API


async def _public_address(settings: AddressSettings) -> str:
    url = f"{settings.public_base_url}/health/live"
    on_this_machine = on_loopback(url)
    if on_this_machine and settings.twilio_api_base_url == TWILIO_API:
        raise NotUsable(f"{settings.public_base_url} is this machine alone, where Twilio reaches nothing")
    try:
        await asyncio.to_thread(_fetch, url, {})
    except NotUsable:
        if not on_this_machine:
            raise
        return (
            f"{settings.public_base_url} can be tried on its own machine only, which is enough for a stand-in of Twilio"
        )
    return f"{settings.public_base_url} leads to the webhook service"


async def _engine(settings: EngineSettings) -> str:
    if not settings.gpt_api_key:
        return "local, as GPT_API_KEY is not set"
    address = settings.gpt_base_url or OPENAI
    key = {"Authorization": f"Bearer {settings.gpt_api_key.get_secret_value()}"}
    listed = json.loads(await asyncio.to_thread(_fetch, f"{address}/models", key) or b"{}").get("data", [])
    wanted = {settings.gpt_model, settings.gpt_vision_model or "", settings.gpt_sql_model or ""} - {""}
    if missing := wanted - {model.get("id") for model in listed if isinstance(model, dict)}:
        raise NotUsable(f"{address} does not list the model {', '.join(sorted(missing))}")
    return f"GPT at {address}, model {settings.gpt_model}"


def _fetch(url: str, headers: dict[str, str]) -> bytes:
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - an operator's own setting
        with urllib.request.urlopen(request, timeout=WEB_TIMEOUT_S) as response:  # noqa: S310
            body: bytes = response.read(1_000_000)
            return body
    except urllib.error.HTTPError as error:
        raise NotUsable(f"{url} answers {error.code}") from error
    except (OSError, ValueError) as error:
        raise NotUsable(f"{url} does not answer ({getattr(error, 'reason', error)})") from error


PARTS = (
    Part("process", ProcessSettings, _nothing),
    Part("users", UserSettings, _nothing),
    Part(
        "RabbitMQ", RabbitSettings, _rabbitmq, "is it running? else see RABBITMQ_HOST, _PORT, _USER, _PASSWORD, _VHOST"
    ),
    Part("Redis", RedisSettings, _redis, "is it running? else see REDIS_HOST, REDIS_PORT, REDIS_PASSWORD, REDIS_TLS"),
    Part(
        "PostgreSQL",
        PostgresSettings,
        _postgres,
        "does the security group let this machine in? else see RDS_HOST, _PORT, _USER, _PASSWORD; then `main.py init`",
    ),
    Part("S3", S3Settings, _s3, "see S3_BUCKET_NAME, AWS_REGION and the keys, or the instance's role"),
    Part("Twilio", TwilioSettings, _twilio, "see TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in Twilio's console"),
    Part(
        "public address",
        AddressSettings,
        _public_address,
        "see PUBLIC_BASE_URL, the proxy and port 8000's security group",
    ),
    Part("engine", EngineSettings, _engine, "see GPT_API_KEY, GPT_MODEL and GPT_BASE_URL"),
)
