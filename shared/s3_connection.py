"""The private bucket of invoices and reports: boto3 in threads of its own, its errors made ours."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote, unquote

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    HTTPClientError,
    IncompleteReadError,
    NoCredentialsError,
    ReadTimeoutError,
    ResponseStreamingError,
)
from botocore.exceptions import ConnectionError as BotoConnectionError

from shared.errors import DependencyAway, FintrakError, TemporaryFailure
from shared.health import Health
from shared.safe_naming import Dependency
from shared.settings import S3Settings

if TYPE_CHECKING:
    from botocore.response import StreamingBody
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import (
        GetObjectOutputTypeDef,
        HeadObjectOutputTypeDef,
        PublicAccessBlockConfigurationTypeDef,
    )

logger = logging.getLogger(__name__)

THREADS = 8
_PATIENT = Config(connect_timeout=3, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 3})
_BRIEF = Config(connect_timeout=2, read_timeout=2, retries={"total_max_attempts": 1})
_NOTHING_PUBLIC: "PublicAccessBlockConfigurationTypeDef" = {
    "BlockPublicAcls": True,
    "IgnorePublicAcls": True,
    "BlockPublicPolicy": True,
    "RestrictPublicBuckets": True,
}
CHUNK_BYTES = 256 * 1024
PING_KEY = "ping"  # never written: a store that says it is missing has understood us
_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})
_SLOW_DOWN = frozenset({"SlowDown", "Throttling", "ThrottlingException", "RequestTimeout", "InternalError", "429"})
_FILENAME = "filename*=UTF-8''"

Result = TypeVar("Result")


class ObjectMissing(FintrakError):
    """No object has this key, or no longer."""


class StoreRefuses(FintrakError):
    """Keys, bucket or permissions are wrong; waiting does not help, an operator does."""


@dataclass(frozen=True)
class StoredObject:
    content_type: str
    size: int
    filename: str | None = None


@dataclass(frozen=True)
class OpenedObject:
    stored: StoredObject
    chunks: AsyncGenerator[bytes, None]


class ObjectStore:
    """Every call is bounded: 3 s to connect, 10 s of silence, three attempts."""

    def __init__(
        self, client: "S3Client", pinger: "S3Client", settings: S3Settings, threads: ThreadPoolExecutor
    ) -> None:
        self._client = client
        self._pinger = pinger
        self._settings = settings
        self._bucket = settings.s3_bucket_name
        self._region = settings.aws_region
        self._on_aws = settings.s3_endpoint_url is None
        self._threads = threads
        self._ping: asyncio.Future[None] | None = None

    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None:
        """The same key again replaces the object. `filename` is what a browser would save it as."""
        disposition = f"inline; {_FILENAME}{quote(filename)}" if filename else "inline"
        await self._run(
            lambda: self._client.put_object(
                Bucket=self._bucket, Key=key, Body=data, ContentType=content_type, ContentDisposition=disposition
            )
        )

    async def head(self, key: str) -> StoredObject | None:
        try:
            return _described(await self._run(lambda: self._client.head_object(Bucket=self._bucket, Key=key)))
        except ObjectMissing:
            return None

    async def get(self, key: str) -> bytes:
        opened = await self.open(key)
        if opened is None:
            raise ObjectMissing
        return b"".join([chunk async for chunk in opened.chunks])

    async def open(self, key: str) -> OpenedObject | None:
        """One request for everything about it."""
        try:
            found = await self._run(lambda: self._client.get_object(Bucket=self._bucket, Key=key))
        except ObjectMissing:
            return None
        return OpenedObject(_described(found), self._chunks(found["Body"]))

    async def _chunks(self, body: "StreamingBody") -> AsyncGenerator[bytes, None]:
        with closing(body):
            while chunk := await self._run(lambda: body.read(CHUNK_BYTES)):
                yield chunk

    async def delete(self, key: str) -> None:
        """Nothing happens when there is no such object."""
        await self._run(lambda: self._client.delete_object(Bucket=self._bucket, Key=key))

    async def ensure_bucket(self) -> None:
        """For `init` and local mode: services have no right to make buckets."""
        await self._run(self._make_bucket)

    def _make_bucket(self) -> None:
        if self._trouble() != "NoSuchBucket":
            return
        if self._region == "us-east-1":  # the one region that must not be named
            self._client.create_bucket(Bucket=self._bucket)
        else:
            where = {"LocationConstraint": self._region}
            self._client.create_bucket(Bucket=self._bucket, CreateBucketConfiguration=where)  # type: ignore[arg-type]
        if self._on_aws:
            self._client.put_public_access_block(Bucket=self._bucket, PublicAccessBlockConfiguration=_NOTHING_PUBLIC)

    async def ping(self) -> None:
        """Raises TemporaryFailure with the reason. One at a time: a store that hangs must not use up the threads."""
        if self._ping is not None and not self._ping.done():
            raise DependencyAway(Dependency.S3, "no answer")
        self._ping = asyncio.get_running_loop().run_in_executor(self._threads, self._probe)
        self._ping.add_done_callback(lambda ping: ping.cancelled() or ping.exception())  # nobody may wait for it
        await asyncio.shield(self._ping)

    def _probe(self) -> None:
        """A stand-in for S3 that lost its bucket gets it again; on AWS a bucket is an operator's to make."""
        try:
            code = self._trouble()
            if code == "NoSuchBucket" and not self._on_aws:
                self._make_bucket()
                code = ""
        except NoCredentialsError as error:
            self._look_for_keys_again()
            raise DependencyAway(Dependency.S3, "no keys are set, and the instance offers no role") from error
        except (BotoCoreError, ClientError) as error:
            raise DependencyAway(Dependency.S3, type(error).__name__) from error
        if code:
            raise DependencyAway(Dependency.S3, code)

    def _look_for_keys_again(self) -> None:
        """The instance's role is asked for only when a client is made; it may come after us."""
        for client in (self._client, self._pinger):
            client.close()
        self._client, self._pinger = _client(self._settings, _PATIENT), _client(self._settings, _BRIEF)

    def close(self) -> None:
        self._client.close()
        self._pinger.close()

    def _trouble(self) -> str:
        """A GET, as only its answers tell a wrong key from a missing right to list, which we do not need."""
        try:
            self._pinger.get_object(Bucket=self._bucket, Key=PING_KEY)
        except ClientError as error:
            return "" if _code(error) in (*_MISSING, "AccessDenied") else _code(error)
        return ""

    async def _run(self, call: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, _translating, call)


def _described(found: "HeadObjectOutputTypeDef | GetObjectOutputTypeDef") -> StoredObject:
    _, _, filename = found.get("ContentDisposition", "").partition(_FILENAME)
    return StoredObject(found["ContentType"], found["ContentLength"], unquote(filename) or None)


def _translating(call: Callable[[], Result]) -> Result:
    try:
        return call()
    except ClientError as error:
        raise _ours(error) from error
    except (ReadTimeoutError, ResponseStreamingError, IncompleteReadError) as error:
        raise TemporaryFailure("the store was too slow") from error
    except (HTTPClientError, BotoConnectionError, NoCredentialsError, CredentialRetrievalError) as error:
        raise DependencyAway(Dependency.S3, type(error).__name__) from error
    except BotoCoreError as error:
        logger.error("the store cannot be used", extra={"reason": type(error).__name__})
        raise StoreRefuses(type(error).__name__) from error


def _ours(error: ClientError) -> FintrakError:
    code, status = _code(error), error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _MISSING:
        return ObjectMissing()
    if code in _SLOW_DOWN or status == 429 or status >= 500:
        return TemporaryFailure(f"the store answered {status} {code}")
    logger.error(
        "the store refuses us: check the keys, the bucket's name and its permissions",
        extra={"status": status, "code": code, "operation": error.operation_name},
    )
    return StoreRefuses(f"{error.operation_name}: {code}")


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


@asynccontextmanager
async def open_s3(settings: S3Settings, health: Health | None = None) -> AsyncIterator[ObjectStore]:
    """Returns at once; whether the store answers is asked by `health`."""
    with closing_threads(ThreadPoolExecutor(THREADS, thread_name_prefix="s3")) as threads:
        client = await asyncio.get_running_loop().run_in_executor(threads, _client, settings, _PATIENT)
        pinger = await asyncio.get_running_loop().run_in_executor(threads, _client, settings, _BRIEF)
        store = ObjectStore(client, pinger, settings, threads)
        if health is not None:
            health.watch(Dependency.S3, store.ping)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def closing_threads(threads: ThreadPoolExecutor) -> Iterator[ThreadPoolExecutor]:
    """A call that hangs ends by its own time limit; stopping does not wait for it."""
    try:
        yield threads
    finally:
        threads.shutdown(wait=False, cancel_futures=True)


def _client(settings: S3Settings, limits: Config) -> "S3Client":
    secret = settings.aws_secret_access_key
    style = Config(
        signature_version="s3v4",
        s3={"addressing_style": "path" if settings.s3_endpoint_url else "virtual"},
        max_pool_connections=2 * THREADS,  # a file being streamed holds one between two chunks
    )
    if settings.s3_endpoint_url:  # other stores do not all know the newer checksums
        plain = Config(request_checksum_calculation="when_required", response_checksum_validation="when_required")
        style = style.merge(plain)
    client: S3Client = boto3.session.Session().client(
        "s3",
        region_name=settings.aws_region,
        endpoint_url=settings.s3_endpoint_url,
        aws_access_key_id=settings.aws_access_key_id,
        aws_secret_access_key=secret.get_secret_value() if secret else None,
        config=style.merge(limits),
    )
    return client
