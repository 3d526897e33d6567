"""How any role reaches PostgreSQL: connect arguments, a lazy pool, and the library's errors said in our words."""

import asyncio
import logging
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import asyncpg

from shared.errors import DependencyAway, TemporaryFailure
from shared.safe_naming import Dependency
from shared.settings import PostgresSettings

logger = logging.getLogger(__name__)

SCHEMA_VERSION = 4
"""The number in the comment on table `invoices`; fintrak_schema.sql writes it."""

CONNECT_TIMEOUT_S = 5.0
ACQUIRE_TIMEOUT_S = 10.0
CLOSE_TIMEOUT_S = 5.0
_INIT_AGAIN_S = 60.0
_HOW_TO = "run `python main.py init` (compose: `docker compose up -d init`) with the owner's RDS_USER and RDS_PASSWORD"
_LOGIN = "check RDS_USER, RDS_PASSWORD, RDS_DATABASE and RDS_SSLMODE (`disable` where the server wants TLS)"
_CERTIFICATE = "check RDS_CA_FILE and, with verify-full, that RDS_HOST is the name in the certificate"

_AWAY = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection lost in the middle of a statement
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,  # shutdown, crash, starting up
    asyncpg.TooManyConnectionsError,
    asyncpg.ReadOnlySQLTransactionError,  # a standby, while RDS fails over
)
_HICCUP = (
    asyncpg.TransactionRollbackError,  # serialization, deadlock
    asyncpg.InsufficientResourcesError,  # disk full, out of memory
    asyncpg.QueryCanceledError,
    asyncpg.LockNotAvailableError,
    asyncpg.PostgresSystemError,
    asyncpg.UniqueViolationError,  # two took the same thing at once: the second looks again and finds it taken
)
_NO_LOGIN = (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError)

Initialise = Callable[[PostgresSettings], Awaitable[None]]


class SchemaMissing(Exception):
    """Connected, but the tables are not there or older than this code."""


def connect_arguments(settings: PostgresSettings, user: str, password: str) -> dict[str, Any]:
    return {
        "host": settings.rds_host,
        "port": settings.rds_port,
        "database": settings.rds_database,
        "user": user,
        "password": password,
        "ssl": _tls(settings),
        "timeout": CONNECT_TIMEOUT_S,
    }


def _tls(settings: PostgresSettings) -> ssl.SSLContext | str:
    """asyncpg reads the mode's name, but looks for certificates only in the home directory."""
    if not settings.rds_sslmode.startswith("verify"):
        return settings.rds_sslmode
    context = ssl.create_default_context(cafile=str(settings.rds_ca_file) if settings.rds_ca_file else None)
    context.check_hostname = settings.rds_sslmode == "verify-full"
    return context


@contextmanager
def translated() -> Iterator[None]:
    """Unreachable -> DependencyAway, a hiccup -> TemporaryFailure; the texts name no data."""
    try:
        yield
    except asyncpg.QueryCanceledError as error:
        raise TemporaryFailure("postgres: the statement took too long") from error
    except ssl.SSLCertVerificationError as error:
        raise DependencyAway(
            Dependency.POSTGRES, f"certificate refused ({error.verify_message}): {_CERTIFICATE}"
        ) from error
    except _AWAY as error:
        raise DependencyAway(Dependency.POSTGRES, f"unreachable ({type(error).__name__})") from error
    except SchemaMissing as error:
        raise DependencyAway(Dependency.POSTGRES, f"not initialised: {_HOW_TO}") from error
    except _NO_LOGIN as error:
        why = f"not initialised, or the login is refused ({type(error).__name__})"
        raise DependencyAway(Dependency.POSTGRES, f"{why}: {_LOGIN}, then {_HOW_TO}") from error
    except _HICCUP as error:
        raise TemporaryFailure(f"postgres: {type(error).__name__}") from error


class RolePool:
    """Connections of one role, made when first needed; a database without our schema is initialised once."""

    def __init__(
        self, pool: "asyncpg.Pool[asyncpg.Record]", settings: PostgresSettings, initialise: Initialise
    ) -> None:
        self._pool = pool
        self._settings = settings
        self._initialise = initialise
        self._initialising = asyncio.Lock()
        self._initialised_at: float | None = None

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[asyncpg.Connection]:
        """Errors of acquiring and of the body alike come out as ours."""
        with translated():
            connection = await self._acquire()
            try:
                yield connection
            finally:
                with suppress(*_AWAY):  # a connection lost on the way back has told its story already
                    await self._pool.release(connection, timeout=CLOSE_TIMEOUT_S)

    async def _acquire(self) -> asyncpg.Connection:
        try:
            return await self._pool.acquire(timeout=ACQUIRE_TIMEOUT_S)
        except (SchemaMissing, *_NO_LOGIN) as error:
            await self._initialise_once(error)
        return await self._pool.acquire(timeout=ACQUIRE_TIMEOUT_S)

    async def _initialise_once(self, reason: Exception) -> None:
        async with self._initialising:
            if self._initialised_at and time.monotonic() - self._initialised_at < _INIT_AGAIN_S:
                return
            self._initialised_at = time.monotonic()
            await self._initialise(self._settings)
            logger.warning("the database was not initialised, and is now", extra={"reason": type(reason).__name__})


async def ensure_current(connection: asyncpg.Connection) -> None:
    """For every new connection of a pool: are the tables there, and as new as this code?"""
    mark = await connection.fetchval("SELECT obj_description(to_regclass('public.invoices'), 'pg_class')")
    number = str(mark or "").removeprefix("FinTrak schema ")
    if not number.isdigit() or int(number) < SCHEMA_VERSION:
        raise SchemaMissing("the tables of this version are missing")


@asynccontextmanager
async def open_role_pool(
    settings: PostgresSettings,
    initialise: Initialise,
    *,
    user: str,
    password: str,
    size: int,
    **options: object,
) -> AsyncIterator[RolePool]:
    """Returns at once; the first use connects."""
    pool = await asyncpg.create_pool(
        **connect_arguments(settings, user, password), min_size=0, max_size=size, init=ensure_current, **options
    )
    try:
        yield RolePool(pool, settings, initialise)
    finally:
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await pool.close()
        except (TimeoutError, *_AWAY):
            pool.terminate()
