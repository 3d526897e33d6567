"""Posts to FinTrak as Twilio does: signed, within its time limits, repeated as the URL's overrides say."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urldefrag, urlencode, urlsplit, urlunsplit
from uuid import uuid4
from xml.etree import ElementTree

import aiohttp
from twilio.request_validator import RequestValidator
from yarl import URL

from services.whatsapp_sandbox.twilio_twin_forms import Form
from shared.errors import FintrakError

logger = logging.getLogger(__name__)

_MAX_ANSWER_BYTES = 64 * 1024
_PAUSE_BETWEEN_TRIES_S = 0.25


class WebhookFailed(FintrakError):
    """`code` is the one Twilio's debugger shows; the text says it in words."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"{reason} ({code})")
        self.code = code


class _Failed(Exception):
    """One try failed; `kind` is the word that overrides use for it."""

    def __init__(self, kind: str, code: int, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.failure = kind, WebhookFailed(code, reason)


@dataclass(frozen=True)
class Overrides:
    """Connection overrides of a webhook URL's fragment, Twilio's defaults otherwise."""

    connect_s: float = 5
    read_s: float = 15
    total_s: float = 15
    retries: int = 1
    retry_on: frozenset[str] = frozenset({"ct"})

    @classmethod
    def of(cls, url: str) -> "Overrides":
        given = dict(parse_qsl(urldefrag(url).fragment))

        def number(name: str, default: float) -> float:
            return int(given[name]) if given.get(name, "").isdigit() else default

        def seconds(name: str, default: float, most: float = 15) -> float:
            return min(max(number(name, default * 1000) / 1000, 0.1), most)

        return cls(
            connect_s=seconds("ct", cls.connect_s, most=10),
            read_s=seconds("rt", cls.read_s),
            total_s=seconds("tt", cls.total_s),
            retries=min(int(number("rc", cls.retries)), 5),
            retry_on=frozenset(given.get("rp", "ct").split(",")),
        )

    def retries_after(self, kind: str) -> bool:
        return bool(self.retry_on & {kind, "all"})


@dataclass(frozen=True)
class Reach:
    """Connects to `instead` where a URL names `public`; the URL that is signed stays the public one."""

    public: str
    instead: str | None = None

    def target(self, url: str) -> tuple[str, dict[str, str]]:
        """The URL to connect to, and the Host header that keeps the public name."""
        there, public = urlsplit(url), urlsplit(self.public)
        if self.instead is None or (there.scheme, there.netloc) != (public.scheme, public.netloc):
            return url, {}
        inner = urlsplit(self.instead)
        return urlunsplit((inner.scheme, inner.netloc, there.path, there.query, "")), {"Host": there.netloc}


class Webhooks:
    """One HTTP session for everything the twin posts."""

    def __init__(self, *, session: aiohttp.ClientSession, auth_token: str, reach: Reach) -> None:
        self._session = session
        self._validator = RequestValidator(auth_token)
        self._reach = reach

    async def post(self, url: str, form: Form) -> str:
        """The body of the answer; raises WebhookFailed once the overrides allow no further try."""
        overrides = Overrides.of(url)
        token = str(uuid4())  # the same for every try, so that the receiver can tell them apart from new ones
        try:
            async with asyncio.timeout(overrides.total_s):
                return await self._tries(urldefrag(url).url, form, overrides, token)
        except TimeoutError:
            raise WebhookFailed(11205, "no answer in time") from None

    async def _tries(self, url: str, form: Form, overrides: Overrides, token: str) -> str:
        for tries_left in range(overrides.retries, -1, -1):
            try:
                return await self._post_once(url, form, overrides, token)
            except _Failed as failed:
                if not tries_left or not overrides.retries_after(failed.kind):
                    raise failed.failure from None
                logger.info("webhook is tried again", extra={"why": failed.kind})
                await asyncio.sleep(_PAUSE_BETWEEN_TRIES_S)
        raise AssertionError("the last try returns or raises")

    async def _post_once(self, url: str, form: Form, overrides: Overrides, token: str) -> str:
        target, host = self._reach.target(url)
        headers = self._headers(url, form, token) | host
        limits = aiohttp.ClientTimeout(total=None, sock_connect=overrides.connect_s, sock_read=overrides.read_s)
        try:
            async with self._session.post(
                URL(target, encoded=True), data=urlencode(form), headers=headers, timeout=limits, allow_redirects=False
            ) as response:
                body = await read_at_most(response, _MAX_ANSWER_BYTES + 1)
                return _checked(response.status, response.headers, body)
        except aiohttp.ConnectionTimeoutError:
            raise _Failed("ct", 11205, "cannot connect in time") from None
        except (aiohttp.ClientConnectorError, UnicodeError):  # the latter for host names that cannot be
            raise _Failed("ct", 11200, "cannot connect") from None
        except TimeoutError:
            raise _Failed("rt", 11200, "no answer in time") from None
        except aiohttp.ClientError as error:
            raise _Failed("rt", 11200, f"the connection broke: {type(error).__name__}") from None

    def _headers(self, url: str, form: Form, token: str) -> dict[str, str]:
        return {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
            "I-Twilio-Idempotency-Token": token,
            "X-Twilio-Signature": self._validator.compute_signature(url, dict(form)),
        }


async def read_at_most(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """Whole, however many pieces it comes in; of a longer one the beginning."""
    body = bytearray()
    async for part in response.content.iter_chunked(64 * 1024):
        body += part
        if len(body) >= limit:
            break
    return bytes(body[:limit])


def _checked(status: int, headers: Mapping[str, str], body: bytes) -> str:
    if status >= 500:
        raise _Failed("5xx", 11200, f"the webhook answered {status}")
    if status >= 300:
        raise _Failed("4xx", 11200, f"the webhook answered {status}")
    if len(body) > _MAX_ANSWER_BYTES:
        raise _Failed("-", 11750, "the answer is over 64 KB")
    if body and "Content-Type" not in headers:
        raise _Failed("-", 12300, "the answer has no Content-Type")
    return body.decode("utf-8", errors="replace")


def twiml_texts(body: str) -> list[str]:
    """The texts of the answer's messages; raises WebhookFailed for what Twilio would not understand."""
    if not body.strip():
        return []
    not_twiml = WebhookFailed(12100, "the answer is no TwiML")
    if "<!" in body.replace("<![CDATA[", "").replace("<!--", ""):  # no document types: nothing in them can expand
        raise not_twiml
    try:
        root = ElementTree.fromstring(body)  # noqa: S314 - see above
    except ElementTree.ParseError:
        raise not_twiml from None
    if root.tag != "Response":
        raise not_twiml
    texts = [_text(message) for message in root.iter("Message")]
    if any(not text or len(text) > 1600 for text in texts):
        raise WebhookFailed(14103, "a message in the answer is empty or over 1600 characters")
    return texts


def _text(message: ElementTree.Element) -> str:
    body = message.find("Body")
    return "".join((message if body is None else body).itertext()).strip()
