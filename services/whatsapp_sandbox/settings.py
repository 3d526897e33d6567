"""What the sandbox's own process reads from the environment; it shares Twilio's names with the services."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from services.whatsapp_sandbox.twilio_twin_sends import ADDRESS
from shared.settings import ProcessSettings
from shared.settings_values import BaseUrl, Names, Port
from shared.stand_ins import looks_real

RETRIES = "#rc=2&rp=5xx,ct,rt&rt=4500"
"""The overrides the README tells operators to put behind their webhook URL at Twilio."""


class SandboxSettings(ProcessSettings):
    """`twilio_api_base_url` is where the services reach the twin, so it is also the start of every media URL."""

    sandbox_host: str = "127.0.0.1"
    sandbox_port: Port = 8080
    sandbox_data: Path = Path(".fintrak/sandbox")
    sandbox_users: Names = ("+34611222333 Ana", "+4915112345678 Jonas", "+972521234567 Noa")
    """Who is in the page at the first start: `number name`, comma-separated."""
    sandbox_allowed_hosts: Names = ()
    """Names beside localhost the page may be opened under, such as this laptop's address for a phone."""
    sandbox_cdn_base_url: BaseUrl | None = None
    """Where media requests are redirected to; unset: the twin itself, under a path that takes no credentials."""

    public_base_url: BaseUrl = "http://127.0.0.1:8000"
    webhook_url: str | None = None
    """As it would be typed into Twilio's console; unset: `PUBLIC_BASE_URL/whatsapp`. Without `#` overrides it
    gets those of the README."""
    webhook_connect_url: BaseUrl | None = None
    """Inside containers the public address leads nowhere: connect here instead, signatures stay the same."""

    twilio_account_sid: str
    twilio_auth_token: SecretStr
    twilio_phone_number: str
    twilio_api_base_url: BaseUrl | None = None
    status_delay_s: Annotated[float, Field(ge=0, le=60)] = 0.05

    @field_validator("twilio_account_sid")
    @classmethod
    def _stand_in(cls, value: str) -> str:
        if looks_real(value):
            raise ValueError("this is a real account; the sandbox only stands in for made-up ones")
        return value

    @field_validator("sandbox_users")
    @classmethod
    def _people(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [person for person in value if not ADDRESS.fullmatch(person.partition(" ")[0])]
        if wrong:
            raise ValueError(f"write each person as +34611222333 Name, with commas between; wrong: {wrong[0]!r}")
        return value

    @field_validator("twilio_phone_number")
    @classmethod
    def _with_channel(cls, value: str) -> str:
        return value if value.startswith("whatsapp:") else f"whatsapp:{value}"

    @model_validator(mode="after")
    def _reachable(self) -> "SandboxSettings":
        for url in (self.hook, self.api_base_url, self.cdn_base_url):
            if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
                raise ValueError(
                    "WEBHOOK_URL, TWILIO_API_BASE_URL and SANDBOX_CDN_BASE_URL must be absolute http(s) URLs"
                )
        return self

    @property
    def hook(self) -> str:
        url = self.webhook_url or f"{self.public_base_url}/whatsapp"
        return url if "#" in url else url + RETRIES

    @property
    def api_base_url(self) -> str:
        return self.twilio_api_base_url or f"http://127.0.0.1:{self.sandbox_port}"

    @property
    def cdn_base_url(self) -> str:
        return self.sandbox_cdn_base_url or self.api_base_url

    @property
    def allowed_hosts(self) -> frozenset[str]:
        urls = (self.api_base_url, self.cdn_base_url)
        return frozenset({"127.0.0.1", "localhost", "::1", *self.sandbox_allowed_hosts, *map(_host, urls)})


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
