"""Checks a request to send as Twilio does before it accepts one. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from services.whatsapp_sandbox.twilio_twin_errors import TwilioRefusal

ADDRESS = re.compile(r"\+\d{7,15}|[A-Z]{2}\.[A-Za-z0-9]{1,128}")
"""A number, or the identifier of a user who hides theirs."""

MAX_BODY_CHARS = 1600
_MAX_CALLBACK_CHARS = 4000


@dataclass(frozen=True)
class SendRequest:
    to: str
    sender: str
    body: str
    media_urls: tuple[str, ...] = ()
    status_callback: str | None = None


def parse_send(fields: Sequence[tuple[str, str]], own_number: str) -> SendRequest:
    """Raises TwilioRefusal with the first thing that is wrong."""
    given = dict(fields)
    request = SendRequest(
        to=given.get("To", ""),
        sender=given.get("From", ""),
        body=given.get("Body", ""),
        media_urls=tuple(value for name, value in fields if name == "MediaUrl" and value),
        status_callback=given.get("StatusCallback") or None,
    )
    problem = _problem(request, own_number)
    if problem:
        raise TwilioRefusal(problem)
    return request


def _problem(request: SendRequest, own_number: str) -> int | None:
    checks = (
        (21604, not request.to),
        (21603, not request.sender),
        (21211, not is_whatsapp_address(request.to)),
        (63007, request.sender != own_number),
        (21619, not request.body.strip() and not request.media_urls),
        (21617, len(request.body) > MAX_BODY_CHARS),
        (21623, len(request.media_urls) > 1),  # WhatsApp takes one medium a message
        (21620, not all(_is_web_address(url) for url in request.media_urls)),
        (21609, request.status_callback is not None and not _is_callback(request.status_callback)),
    )
    return next((code for code, wrong in checks if wrong), None)


def is_whatsapp_address(address: str) -> bool:
    return address.startswith("whatsapp:") and bool(ADDRESS.fullmatch(address.removeprefix("whatsapp:")))


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _is_callback(url: str) -> bool:
    return _is_web_address(url) and len(url) <= _MAX_CALLBACK_CHARS and "_" not in (urlsplit(url).hostname or "")
