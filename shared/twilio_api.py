"""Twilio's Messages API over one kept-open aiohttp session: send once, look up what became of a send."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from shared.errors import DependencyAway, FintrakError, TemporaryFailure
from shared.health import Health
from shared.metrics import TWILIO_SENDS
from shared.retry_after import seconds_asked_for
from shared.safe_naming import Dependency
from shared.settings import TwilioSettings

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
_MAX_PAGES = 5
_NO_LIST = frozenset({404, 405, 501, 20404})  # a stand-in that keeps none: the wait for a callback must do
_KEPT_OPEN_S = 4  # below the server's idle limit: a POST on a connection it just closed has an unknown fate
_CLOCKS_DIFFER_BY = timedelta(seconds=10)
_NEWEST_FIRST_WITHIN = timedelta(hours=4)  # as long as Twilio queues a message
_MULTIPLE_CHOICES = 300
_SERVER_ERROR = 500


class TwilioRefused(FintrakError):
    """Twilio answered that it did not take the message; `code` is its error code, else the HTTP status."""

    def __init__(self, code: int, *, retry_after_s: float | None = None) -> None:
        super().__init__(f"Twilio refused with {code}")
        self.code = code
        self.retry_after_s = retry_after_s


class NotReached(DependencyAway):
    """No connection: Twilio certainly has not got the message."""

    def __init__(self, reason: str) -> None:
        super().__init__(Dependency.TWILIO, reason)


class FateUnknown(TemporaryFailure):
    """Twilio may have got the message: it must be looked up before it is sent again."""


class SentMessage(BaseModel):
    """A message as Twilio remembers it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sid: str
    sender: str = Field(validation_alias="from")
    to: str
    body: str = ""
    direction: str = ""
    created_at: datetime = Field(validation_alias="date_created")

    @field_validator("created_at", mode="before")
    @classmethod
    def _from_mail_date(cls, value: object) -> object:
        return parsedate_to_datetime(value) if isinstance(value, str) else value


_MESSAGES = TypeAdapter(list[SentMessage])


@dataclass(frozen=True)
class Outgoing:
    """One WhatsApp message; `body` may be empty only beside a file."""

    to: str
    body: str
    status_callback: str
    media_url: str | None = None


@dataclass(frozen=True)
class Fate:
    """`status` in Twilio's words; `error_code` where it was not delivered."""

    status: str
    error_code: int | None


class TwilioApi:
    def __init__(self, http: aiohttp.ClientSession, settings: TwilioSettings) -> None:
        self._http = http
        self._sender = settings.twilio_phone_number
        self._base = settings.twilio_api_base_url
        self._reached = True
        self._account = settings.twilio_account_sid
        self._messages = f"{self._base}/2010-04-01/Accounts/{self._account}/Messages.json"

    async def send(self, message: Outgoing) -> str:
        """The SID. Raises TwilioRefused, NotReached or FateUnknown; never tries twice."""
        form = {
            "From": self._sender,
            "To": message.to,
            "Body": message.body,
            "StatusCallback": message.status_callback,
        }
        if message.media_url:
            form["MediaUrl"] = message.media_url
        answer = await self._ask("POST", self._messages, data=form)
        sid = answer.get("sid")
        if not isinstance(sid, str) or not sid:
            raise FateUnknown("Twilio's answer holds no sid")
        TWILIO_SENDS.labels("201").inc()
        return sid

    async def sent_since(self, to: str, since: datetime) -> list[SentMessage]:
        """What we sent to that user since then, as far as Twilio lists it yet."""
        query = {"To": to, "From": self._sender, "PageSize": "100"}  # DateSent would hide what still waits to be sent
        found: list[SentMessage] = []
        answer = await self._list(self._messages, query)
        for _ in range(_MAX_PAGES):
            page = _messages(answer)
            found += page
            following = answer.get("next_page_uri")
            if (
                not isinstance(following, str)
                or not following.startswith("/")
                or not page
                or page[-1].created_at < since - _NEWEST_FIRST_WITHIN
            ):
                break
            answer = await self._list(self._base + following)
        return [message for message in found if self._is_ours(message, to, since)]

    async def fate_of(self, sid: str) -> Fate:
        """What became of a message that was accepted."""
        try:
            answer = await self._ask("GET", f"{self._base}/2010-04-01/Accounts/{self._account}/Messages/{sid}.json")
        except TwilioRefused as refusal:
            raise TemporaryFailure(f"Twilio does not show a message: {refusal.code}") from refusal
        code = answer.get("error_code")
        return Fate(str(answer.get("status") or ""), code if isinstance(code, int) else None)

    async def ping(self) -> None:
        """Asks only when the last call did not get through: a health check is no reason to bother Twilio."""
        if self._reached:
            return
        try:
            await self._ask("HEAD", f"{self._base}/")
        except (TwilioRefused, FateUnknown):
            return  # an answer of any kind

    def _is_ours(self, message: SentMessage, to: str, since: datetime) -> bool:
        """Twilio's clock is not ours, and its times are whole seconds."""
        ours = message.sender == self._sender and message.direction == "outbound-api"
        return ours and message.to == to and message.created_at >= since - _CLOCKS_DIFFER_BY

    async def _list(self, url: str, query: Mapping[str, str] | None = None) -> dict[str, object]:
        try:
            return await self._ask("GET", url, params=query)
        except TwilioRefused as refusal:
            if refusal.code in _NO_LIST:
                return {}
            raise TemporaryFailure(f"Twilio lists no messages: {refusal.code}") from refusal

    async def _ask(
        self, method: str, url: str, *, data: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> dict[str, object]:
        try:
            async with self._http.request(method, url, data=data, params=params, allow_redirects=False) as response:
                answer = _json(await response.read())
                status, wait = response.status, response.headers.get("Retry-After", "")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            self._reached = False
            raise NotReached(type(error).__name__) from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise FateUnknown(f"no answer of Twilio: {type(error).__name__}") from error
        self._reached = True
        if status < _MULTIPLE_CHOICES:
            return answer
        told = answer.get("code")
        code = told if isinstance(told, int) else status
        if method == "POST":
            TWILIO_SENDS.labels(str(code)).inc()
        raise _failure(status, code, wait)


def _json(raw: bytes) -> dict[str, object]:
    """Proxies answer in HTML; then only the status counts."""
    try:
        answer = json.loads(raw)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _failure(status: int, code: int, wait: str) -> FintrakError:
    if status >= _SERVER_ERROR:
        return FateUnknown(f"Twilio answered {status}")
    return TwilioRefused(code, retry_after_s=seconds_asked_for(wait, datetime.now(UTC)))


def _messages(answer: Mapping[str, object]) -> list[SentMessage]:
    try:
        return _MESSAGES.validate_python(answer.get("messages", []))
    except ValidationError as error:
        raise TemporaryFailure("Twilio's list of messages could not be read") from error


@asynccontextmanager
async def open_twilio(settings: TwilioSettings, health: Health) -> AsyncIterator[TwilioApi]:
    token = settings.twilio_auth_token.get_secret_value()
    login = {"Authorization": aiohttp.encode_basic_auth(settings.twilio_account_sid, token)}
    connector = aiohttp.TCPConnector(keepalive_timeout=_KEPT_OPEN_S)
    async with aiohttp.ClientSession(headers=login, timeout=TIMEOUT, connector=connector) as http:
        twilio = TwilioApi(http, settings)
        health.watch(Dependency.TWILIO, twilio.ping)
        yield twilio
