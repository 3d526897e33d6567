"""The kinds of values that settings have, and what each of them must be: for settings.py."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import NoDecode

from shared.time_zones import is_zone


def _split(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _absolute(url: str) -> str:
    parts = urlsplit(url)
    _ = parts.port  # raises where it is none
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an absolute http(s) URL")
    return url.rstrip("/")


def _known_zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError("must be an IANA time zone, such as Europe/Madrid")
    return name


Port = Annotated[int, Field(ge=1, le=65535)]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
_Delay = Annotated[float, Field(gt=0, le=24 * 3600)]
Delays = Annotated[tuple[_Delay, ...], NoDecode, BeforeValidator(_split), Field(min_length=1)]
_ModelPrice = Annotated[str, Field(pattern=r"^[^:]+(:[^:]+)*:\d+(\.\d+)?:\d+(\.\d+)?$")]
Prices = Annotated[tuple[_ModelPrice, ...], NoDecode, BeforeValidator(_split)]
BaseUrl = Annotated[str, AfterValidator(_absolute)]
VersionedUrl = Annotated[BaseUrl, AfterValidator(lambda url: url if urlsplit(url).path else f"{url}/v1")]
TimeZone = Annotated[str, AfterValidator(_known_zone)]
