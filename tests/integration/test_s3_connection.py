"""The object store against a real S3 server, and against ones that refuse, fail or are not there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.s3_connection import CHUNK_BYTES, ObjectMissing, ObjectStore, StoreRefuses, open_s3
from shared.safe_naming import Dependency, Service
from shared.settings import S3Settings
from tests.fakes.s3 import metadata_service, refusing_s3, settings_at
from tests.ports import free_port


@pytest_asyncio.fixture
async def store(s3_settings: S3Settings) -> AsyncIterator[ObjectStore]:
    async with open_s3(s3_settings) as opened:
        yield opened


async def test_an_object_comes_back_as_it_was_put(store: ObjectStore) -> None:
    await store.put("reports/a.xlsx", b"rows", content_type="application/zip", filename="gastos año.xlsx")
    assert await store.get("reports/a.xlsx") == b"rows"
    found = await store.head("reports/a.xlsx")
    assert found is not None
    assert (found.content_type, found.size, found.filename) == ("application/zip", 4, "gastos año.xlsx")


async def test_an_object_without_a_file_name_has_none(store: ObjectStore) -> None:
    await store.put("invoices/a", b"x", content_type="image/jpeg")
    found = await store.head("invoices/a")
    assert found is not None
    assert found.filename is None


async def test_the_same_key_again_replaces_the_object(store: ObjectStore) -> None:
    await store.put("invoices/a", b"old", content_type="image/jpeg")
    await store.put("invoices/a", b"new", content_type="image/jpeg")
    assert await store.get("invoices/a") == b"new"


async def test_a_large_object_streams_in_chunks(store: ObjectStore) -> None:
    data = bytes(range(256)) * (CHUNK_BYTES // 256) * 3
    await store.put("invoices/large", data, content_type="image/png")
    opened = await store.open("invoices/large")
    assert opened is not None
    assert (opened.stored.content_type, opened.stored.size) == ("image/png", len(data))
    chunks = [chunk async for chunk in opened.chunks]
    assert max(len(chunk) for chunk in chunks) <= CHUNK_BYTES
    assert b"".join(chunks) == data


async def test_a_missing_object_has_no_head_and_cannot_be_read(store: ObjectStore) -> None:
    assert await store.head("invoices/none") is None
    assert await store.open("invoices/none") is None
    with pytest.raises(ObjectMissing):
        await store.get("invoices/none")


async def test_deleting_works_once_and_again(store: ObjectStore) -> None:
    await store.put("invoices/a", b"x", content_type="image/jpeg")
    await store.delete("invoices/a")
    await store.delete("invoices/a")
    assert await store.head("invoices/a") is None


async def test_a_bucket_is_made_once_and_again(s3_settings: S3Settings) -> None:
    settings = s3_settings.model_copy(update={"s3_bucket_name": f"{s3_settings.s3_bucket_name}-b"})
    async with open_s3(settings) as store:
        with pytest.raises(StoreRefuses, match="NoSuchBucket"):
            await store.get("a")
        await store.ensure_bucket()
        await store.ensure_bucket()
        await store.put("a", b"x", content_type="image/jpeg")
        assert await store.get("a") == b"x"


async def test_health_is_well_with_a_bucket(s3_settings: S3Settings) -> None:
    health = Health(Service.EXTRACTION)
    async with open_s3(s3_settings, health):
        assert (await health.report()).able


async def test_a_stand_in_that_lost_its_bucket_gets_it_again(s3_settings: S3Settings) -> None:
    lost = s3_settings.model_copy(update={"s3_bucket_name": f"{s3_settings.s3_bucket_name}-lost"})
    async with open_s3(lost) as store:
        await store.ping()
        await store.put("a", b"x", content_type="image/jpeg")
        assert await store.get("a") == b"x"


async def test_health_names_what_is_wrong_with_the_store() -> None:
    health = Health(Service.EXTRACTION)
    async with refusing_s3(403, "InvalidAccessKeyId") as settings, open_s3(settings, health) as store:
        with pytest.raises(TemporaryFailure):
            await store.ping()  # a client's first call loads much: on a busy machine longer than health waits
        report = await health.report()
    assert "InvalidAccessKeyId" in report.problems[Dependency.S3]


async def test_a_store_that_is_not_there_is_a_dependency_away() -> None:
    async with open_s3(settings_at(free_port())) as store:
        with pytest.raises(DependencyAway) as caught:
            await store.put("a", b"x", content_type="image/jpeg")
        with pytest.raises(DependencyAway):
            await store.ping()
    assert caught.value.dependency is Dependency.S3


@pytest.mark.parametrize(("status", "code"), [(503, "SlowDown"), (500, "InternalError"), (429, "Throttling")])
async def test_a_store_in_trouble_is_tried_again_later(status: int, code: str) -> None:
    async with refusing_s3(status, code) as settings, open_s3(settings) as store:
        with pytest.raises(TemporaryFailure) as caught:
            await store.put("a", b"x", content_type="image/jpeg")
    assert not isinstance(caught.value, DependencyAway)


@pytest.mark.parametrize("code", ["AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"])
async def test_a_store_that_refuses_us_needs_an_operator(caplog: pytest.LogCaptureFixture, code: str) -> None:
    async with refusing_s3(403, code) as settings, open_s3(settings) as store:
        with pytest.raises(StoreRefuses):
            await store.put("a", b"x", content_type="image/jpeg")
    assert [record.__dict__["code"] for record in caplog.records] == [code]


async def test_health_names_wrong_keys_but_needs_no_right_to_list() -> None:
    async with refusing_s3(403, "InvalidAccessKeyId") as settings, open_s3(settings) as store:
        with pytest.raises(DependencyAway, match="InvalidAccessKeyId"):
            await store.ping()
    async with refusing_s3(403, "AccessDenied") as settings, open_s3(settings) as store:
        await store.ping()


async def test_a_role_that_the_instance_offers_late_is_found(
    s3_settings: S3Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without keys, as on EC2; the metadata service is what the instance asks for its role."""
    monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("HOME", str(tmp_path))
    keyless = s3_settings.model_copy(update={"aws_access_key_id": None, "aws_secret_access_key": None})
    async with open_s3(keyless) as store:
        with pytest.raises(DependencyAway, match="NoCredentialsError"):
            await store.put("invoices/role", b"x", content_type="image/png")
        async with metadata_service(s3_settings) as address:
            monkeypatch.setenv("AWS_EC2_METADATA_SERVICE_ENDPOINT", address)
            with pytest.raises(DependencyAway, match="the instance offers no role"):
                await store.ping()
            await store.ping()
            await store.put("invoices/role", b"x", content_type="image/png")
        assert await store.get("invoices/role") == b"x"
