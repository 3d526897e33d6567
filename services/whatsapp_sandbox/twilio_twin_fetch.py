"""Fetches what FinTrak wants sent: HEAD and GET on its link, checked as Twilio and WhatsApp do."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import aiohttp

from services.whatsapp_sandbox.twilio_twin_forms import file_extension
from services.whatsapp_sandbox.twilio_twin_webhook import Reach, read_at_most
from shared.errors import FintrakError

_MAX_BYTES = 16 * 1024 * 1024
_MAX_IMAGE_BYTES = 5 * 1024 * 1024
_OOXML = "application/vnd.openxmlformats-officedocument."
_ZIP = b"PK\x03\x04"
_STARTS_WITH = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n",
    "image/webp": b"RIFF",
    "application/pdf": b"%PDF",
    f"{_OOXML}spreadsheetml.sheet": _ZIP,
    f"{_OOXML}wordprocessingml.document": _ZIP,
    f"{_OOXML}presentationml.presentation": _ZIP,
}
"""What WhatsApp relays of what FinTrak could send, and how each begins."""

_FILENAME = re.compile(r'filename="?([^";]+)"?')


class CannotDeliver(FintrakError):
    """`code` is what the status callback says."""

    def __init__(self, code: int) -> None:
        super().__init__(f"error {code}")
        self.code = code


@dataclass(frozen=True)
class Fetched:
    data: bytes
    content_type: str
    filename: str


async def fetch_media(session: aiohttp.ClientSession, url: str, reach: Reach, *, timeout_s: float = 10) -> Fetched:
    target, host = reach.target(url)
    timeout = aiohttp.ClientTimeout(total=timeout_s)
    try:
        async with session.head(target, headers=host, timeout=timeout, allow_redirects=True) as head:
            announced = _announced(head)
        async with session.get(target, headers=host, timeout=timeout) as response:
            if _announced(response) != announced:
                raise CannotDeliver(63021)
            data = await read_at_most(response, _MAX_BYTES + 1)
    except (aiohttp.ClientError, TimeoutError, UnicodeError):  # the last for host names that cannot be
        raise CannotDeliver(63019) from None
    _check(data, announced)
    return Fetched(data, announced, _filename(url, response.headers.get("Content-Disposition", ""), announced))


def _announced(response: aiohttp.ClientResponse) -> str:
    if response.status != 200:
        raise CannotDeliver(63019)
    return response.headers.get("Content-Type", "").split(";")[0].strip().lower()


def _check(data: bytes, content_type: str) -> None:
    if not data:
        raise CannotDeliver(63019)
    start = _STARTS_WITH.get(content_type)
    if start is None or not data.startswith(start):
        raise CannotDeliver(63021)
    if len(data) > (_MAX_IMAGE_BYTES if content_type.startswith("image/") else _MAX_BYTES):
        raise CannotDeliver(11751)


def _filename(url: str, disposition: str, content_type: str) -> str:
    named = _FILENAME.search(disposition)
    if named:
        return named[1]
    last = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    return last if "." in last else f"file{file_extension(content_type)}"
