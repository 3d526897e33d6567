"""Media of incoming messages: fetched from Twilio with hard limits on size, hosts and redirects, then deleted there."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from shared.errors import FintrakError, TemporaryFailure
from shared.media_hosts import MediaHosts, is_public
from shared.retry_after import seconds_asked_for
from shared.settings import TwilioSettings

logger = logging.getLogger(__name__)

MAX_MEDIA_BYTES = 16 * 1024 * 1024
MAX_REDIRECTS = 3
NOT_YET_DELAYS_S = (1.0, 2.0)
"""A medium may be announced before it can be fetched; longer waits belong to the queue."""
_TIMEOUT = aiohttp.ClientTimeout(total=45, connect=5, sock_read=15)
_DELETION = aiohttp.ClientTimeout(total=10, connect=5)
_CHUNK_BYTES = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class MediaNotThere(TemporaryFailure):
    """404: not yet, or no longer; the age of the message tells which."""


class MediaGone(FintrakError):
    """410: deleted for good."""


class MediaTooLarge(FintrakError):
    """More than MAX_MEDIA_BYTES, whatever was announced."""


class MediaRefused(FintrakError):
    """Twilio does not accept our credentials, or the URL leads where we do not go: an operator must act."""


class TwilioMedia:
    def __init__(
        self,
        http: aiohttp.ClientSession,
        hosts: MediaHosts,
        authorization: str,
        *,
        not_yet_delays_s: Sequence[float] = NOT_YET_DELAYS_S,
    ) -> None:
        self._http = http
        self._hosts = hosts
        self._authorization = authorization
        self._not_yet_delays_s = not_yet_delays_s

    async def download(self, url: str) -> bytes:
        """What the server says they are counts for nothing; the decoder looks."""
        for delay_s in self._not_yet_delays_s:
            try:
                return await self._follow(url)
            except MediaNotThere:
                await asyncio.sleep(delay_s)
        return await self._follow(url)

    async def delete(self, url: str) -> None:
        """Best effort: what we stored need not stay at Twilio. A failure is logged and nothing else."""
        if not self._hosts.is_api(url):
            return
        headers = {"Authorization": self._authorization}
        try:
            async with self._http.delete(
                URL(url, encoded=True), headers=headers, allow_redirects=False, timeout=_DELETION
            ) as answer:
                failed = "" if answer.status in (200, 204, 404, 410) else str(answer.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            failed = type(error).__name__
        if failed:
            logger.warning("medium stays at Twilio", extra={"problem": failed})

    async def _follow(self, url: str) -> bytes:
        """Redirects by hand, as each target is checked and none of them gets our credentials."""
        authorization = self._authorization if self._hosts.is_api(url) else None
        for _ in range(MAX_REDIRECTS + 1):
            if not self._hosts.allows(url):
                logger.error("media host is not allowed", extra={"host": URL(url, encoded=True).host})
                raise MediaRefused("media host is not allowed; see MEDIA_ALLOWED_HOSTS")
            answer = await self._fetch(url, authorization)
            if isinstance(answer, bytes):
                return answer
            url, authorization = urljoin(url, answer), None
        raise MediaRefused("more redirects than Twilio ever needs")

    async def _fetch(self, url: str, authorization: str | None) -> bytes | str:
        """The medium, or where else it is."""
        headers = {"Authorization": authorization} if authorization else {}
        try:
            async with self._http.get(URL(url, encoded=True), headers=headers, allow_redirects=False) as answer:
                if answer.status in _REDIRECTS and "Location" in answer.headers:
                    return answer.headers["Location"]
                if answer.status != 200:
                    raise _failure(answer)
                return await _limited(answer)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise TemporaryFailure(f"media could not be fetched: {type(error).__name__}") from error


async def _limited(answer: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
        data += chunk
        if len(data) > MAX_MEDIA_BYTES:
            raise MediaTooLarge
    return bytes(data)


def _failure(answer: aiohttp.ClientResponse) -> FintrakError:
    status, wait = answer.status, answer.headers.get("Retry-After", "")
    if status == 404:
        return MediaNotThere("no such medium, or not yet")
    if status == 410:
        return MediaGone()
    if status in (408, 425, 429) or status >= 500:
        wait_s = seconds_asked_for(wait, datetime.now(UTC))
        return TemporaryFailure(f"media server answered {status}", retry_after_s=wait_s)
    if status in (401, 403):
        logger.error(
            "media server refuses us: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN", extra={"status": status}
        )
    return MediaRefused(f"media server answered {status}")


class PublicOnly(AbstractResolver):
    """Names resolve to public addresses only, unless the operator vouches for the name."""

    def __init__(self, hosts: MediaHosts, resolver: AbstractResolver) -> None:
        self._hosts = hosts
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if self._hosts.may_be_private(host):
            return found
        public = [entry for entry in found if is_public(entry["host"])]
        if not public:
            logger.error("media host has a private address", extra={"host": host})
            raise MediaRefused("media host has a private address; see MEDIA_ALLOWED_HOSTS")
        return public

    async def close(self) -> None:
        await self._resolver.close()


@asynccontextmanager
async def open_twilio_media(settings: TwilioSettings) -> AsyncIterator[TwilioMedia]:
    hosts = MediaHosts(settings.twilio_api_base_url, settings.media_allowed_hosts)
    token = settings.twilio_auth_token.get_secret_value()
    authorization = aiohttp.encode_basic_auth(settings.twilio_account_sid, token)
    session = aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=PublicOnly(hosts, aiohttp.ThreadedResolver())),
        timeout=_TIMEOUT,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,  # a small compressed body could be a large one
        headers={"Accept-Encoding": "identity"},
    )
    async with session as http:
        yield TwilioMedia(http, hosts, authorization)
