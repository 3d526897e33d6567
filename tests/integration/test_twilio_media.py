"""Downloading media from a local server that behaves like Twilio on good and bad days."""

import socket
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.abc import AbstractResolver, ResolveResult

from shared.errors import TemporaryFailure
from shared.media_hosts import MediaHosts
from shared.settings import TwilioSettings
from shared.twilio_media import (
    MAX_MEDIA_BYTES,
    MediaGone,
    MediaNotThere,
    MediaRefused,
    MediaTooLarge,
    PublicOnly,
    TwilioMedia,
    open_twilio_media,
)
from tests.fakes.media import FakeMedia, breaks_off, fake_media, has, says, streams
from tests.ports import free_port

MEDIUM = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"
JPEG = b"\xff\xd8\xff picture"


def settings_for(api_base_url: str, *listed: str) -> TwilioSettings:
    return TwilioSettings.model_validate(
        {
            "twilio_account_sid": "AC1",
            "twilio_auth_token": "token",
            "twilio_phone_number": "+14155238886",
            "twilio_api_base_url": api_base_url,
            "media_allowed_hosts": listed,
        }
    )


@pytest_asyncio.fixture
async def twilio() -> AsyncIterator[FakeMedia]:
    async with fake_media() as fake:
        yield fake


@pytest_asyncio.fixture
async def content_network() -> AsyncIterator[FakeMedia]:
    async with fake_media() as fake:
        yield fake


@pytest_asyncio.fixture
async def media(twilio: FakeMedia) -> AsyncIterator[TwilioMedia]:
    hosts = MediaHosts(twilio.base_url)
    async with aiohttp.ClientSession() as http:
        yield TwilioMedia(http, hosts, aiohttp.encode_basic_auth("AC1", "token"), not_yet_delays_s=(0, 0))


async def test_media_are_fetched_with_our_credentials(twilio: FakeMedia) -> None:
    url = twilio.will(MEDIUM, has(JPEG, "image/jpeg"))
    async with open_twilio_media(settings_for(twilio.base_url)) as media:
        downloaded = await media.download(url)
    assert downloaded == JPEG
    assert twilio.asked == [("GET", MEDIUM, "AC1")]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed_without_credentials(
    twilio: FakeMedia, content_network: FakeMedia, media: TwilioMedia, status: int
) -> None:
    target = content_network.will("/x", has(JPEG))
    downloaded = await media.download(twilio.will(MEDIUM, says(status, Location=target)))
    assert downloaded == JPEG
    assert twilio.asked == [("GET", MEDIUM, "AC1")]
    assert content_network.asked == [("GET", "/x", None)]


async def test_a_redirect_back_to_the_api_gets_no_credentials_either(twilio: FakeMedia, media: TwilioMedia) -> None:
    twilio.will("/x", has(JPEG))
    await media.download(twilio.will(MEDIUM, says(307, Location="/x")))
    assert twilio.asked == [("GET", MEDIUM, "AC1"), ("GET", "/x", None)]


async def test_a_signed_target_is_asked_for_exactly_as_it_was_written(twilio: FakeMedia, media: TwilioMedia) -> None:
    twilio.will("/a b", has(JPEG))
    await media.download(twilio.will(MEDIUM, says(307, Location="/a%20b?Signature=a%2Fb%3D&x=~")))
    assert twilio.asked[1][1] == "/a b"


async def test_a_host_that_is_only_listed_gets_no_credentials(content_network: FakeMedia) -> None:
    port = content_network.base_url.rpartition(":")[2]
    content_network.will("/x", has(JPEG))
    async with open_twilio_media(settings_for("https://api.twilio.com", f"127.0.0.1:{port}")) as media:
        await media.download(content_network.base_url + "/x")
    assert content_network.asked == [("GET", "/x", None)]


async def test_a_foreign_host_is_never_asked(content_network: FakeMedia) -> None:
    url = content_network.will("/x", has(JPEG))
    async with open_twilio_media(settings_for("https://api.twilio.com")) as media:
        with pytest.raises(MediaRefused):
            await media.download(url)
    assert content_network.asked == []


async def test_a_redirect_to_a_foreign_host_is_not_followed(twilio: FakeMedia, media: TwilioMedia) -> None:
    url = twilio.will(MEDIUM, says(302, Location="http://169.254.169.254/latest/meta-data"))
    with pytest.raises(MediaRefused):
        await media.download(url)


async def test_redirects_without_end_are_left(twilio: FakeMedia, media: TwilioMedia) -> None:
    with pytest.raises(MediaRefused):
        await media.download(twilio.will(MEDIUM, says(302, Location=MEDIUM)))
    assert len(twilio.asked) == 4


async def test_media_that_appear_late_are_waited_for(twilio: FakeMedia, media: TwilioMedia) -> None:
    url = twilio.will(MEDIUM, says(404), says(404), has(JPEG))
    assert await media.download(url) == JPEG


async def test_media_that_stay_missing_are_left_to_the_queue(twilio: FakeMedia, media: TwilioMedia) -> None:
    with pytest.raises(MediaNotThere) as caught:
        await media.download(twilio.will(MEDIUM, says(404)))
    assert isinstance(caught.value, TemporaryFailure)
    assert len(twilio.asked) == 3


async def test_deleted_media_are_gone(twilio: FakeMedia, media: TwilioMedia) -> None:
    with pytest.raises(MediaGone):
        await media.download(twilio.will(MEDIUM, says(410)))


@pytest.mark.parametrize("status", [401, 403, 400])
async def test_refused_credentials_need_an_operator(twilio: FakeMedia, media: TwilioMedia, status: int) -> None:
    with pytest.raises(MediaRefused):
        await media.download(twilio.will(MEDIUM, says(status)))
    assert len(twilio.asked) == 1


async def test_a_busy_server_is_asked_again_when_it_says(twilio: FakeMedia, media: TwilioMedia) -> None:
    with pytest.raises(TemporaryFailure) as caught:
        await media.download(twilio.will(MEDIUM, says(429, **{"Retry-After": "7"})))
    assert caught.value.retry_after_s == 7


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_server_in_trouble_is_asked_again_later(twilio: FakeMedia, media: TwilioMedia, status: int) -> None:
    with pytest.raises(TemporaryFailure):
        await media.download(twilio.will(MEDIUM, says(status)))


async def test_a_broken_connection_is_a_temporary_failure(twilio: FakeMedia, media: TwilioMedia) -> None:
    with pytest.raises(TemporaryFailure):
        await media.download(twilio.will(MEDIUM, breaks_off()))


async def test_no_server_is_a_temporary_failure() -> None:
    base_url = f"http://127.0.0.1:{free_port()}"
    async with open_twilio_media(settings_for(base_url)) as media:
        with pytest.raises(TemporaryFailure):
            await media.download(base_url + MEDIUM)


async def test_a_stream_without_a_length_ends_at_the_limit(twilio: FakeMedia, media: TwilioMedia) -> None:
    chunk = b"x" * 1_048_576
    with pytest.raises(MediaTooLarge):
        await media.download(twilio.will(MEDIUM, streams(MAX_MEDIA_BYTES // len(chunk) + 1, chunk)))


async def test_media_of_exactly_the_limit_are_taken(twilio: FakeMedia, media: TwilioMedia) -> None:
    downloaded = await media.download(twilio.will(MEDIUM, has(b"x" * MAX_MEDIA_BYTES)))
    assert len(downloaded) == MAX_MEDIA_BYTES


async def test_stored_media_are_deleted_at_twilio(twilio: FakeMedia, media: TwilioMedia) -> None:
    await media.delete(twilio.will(MEDIUM, says(204)))
    assert twilio.asked == [("DELETE", MEDIUM, "AC1")]


async def test_a_failed_deletion_is_logged_and_nothing_else(
    twilio: FakeMedia, media: TwilioMedia, caplog: pytest.LogCaptureFixture
) -> None:
    await media.delete(twilio.will(MEDIUM, says(500)))
    await media.delete("https://mms.twiliocdn.com/x")
    assert [record.message for record in caplog.records] == ["medium stays at Twilio"]


class OneAddress(AbstractResolver):
    def __init__(self, address: str) -> None:
        self._address = address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host=self._address, port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None:
        return None


async def test_a_public_name_may_not_lead_into_our_network() -> None:
    hosts = MediaHosts("https://api.twilio.com", ["media.internal"])
    resolver = PublicOnly(hosts, OneAddress("10.0.0.7"))
    with pytest.raises(MediaRefused):
        await resolver.resolve("mms.twiliocdn.com", 443)
    assert (await resolver.resolve("media.internal", 443))[0]["host"] == "10.0.0.7"
    assert await PublicOnly(hosts, OneAddress("52.1.2.3")).resolve("mms.twiliocdn.com", 443)


async def test_the_session_resolves_through_the_same_check() -> None:
    hosts = MediaHosts("https://api.twilio.com")
    connector = aiohttp.TCPConnector(resolver=PublicOnly(hosts, OneAddress("127.0.0.1")))
    async with aiohttp.ClientSession(connector=connector) as http:
        media = TwilioMedia(http, hosts, aiohttp.encode_basic_auth("AC1", "token"))
        with pytest.raises(MediaRefused):
            await media.download("https://mms.twiliocdn.com/x")
