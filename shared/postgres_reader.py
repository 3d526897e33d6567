"""Runs guarded SQL as a role that owns nothing, sees only the sender's rows and cannot change who the sender is."""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from shared.errors import DependencyAway
from shared.health import Health
from shared.postgres_connection import RolePool, connect_arguments, ensure_current, open_role_pool, translated
from shared.postgres_roles import app_password, app_role, reader_password, reader_role
from shared.safe_naming import Dependency
from shared.schema import init_database
from shared.settings import PostgresSettings
from shared.tables import QueryRefused, Table, unique_names
from shared.utils import whatsapp_number

ROW_CAP = 1_000
BYTE_CAP = 1_500_000
STATEMENT_TIMEOUT_S = 3
_TOTAL_TIMEOUT_S = 4.0  # the server's own limit counts each batch of the cursor apart
_TOKEN_LIFETIME_S = 10
_LONG_TIMEOUT_S = 9.0  # tens of thousands of rows for a workbook; within the token's life
_BATCH, _LARGE_BATCH = 50, 500
_MANY_ROWS = 1_000
_POOL_SIZE = 4
_FALSE_TOKEN = "FT001"  # noqa: S105 - the SQLSTATE fintrak_private.sender() raises

_HICCUPS = (asyncpg.DiskFullError, asyncpg.TransactionRollbackError, asyncpg.LockNotAvailableError)
"""No fault of the statement: it is run again later. A standby cancels queries with a rollback of its own."""

_SETTINGS = {
    "application_name": "reader",
    "default_transaction_read_only": "on",
    "statement_timeout": f"{STATEMENT_TIMEOUT_S}s",
    "lock_timeout": "1s",
    "idle_in_transaction_session_timeout": "10s",
    "work_mem": "8MB",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "timezone": "UTC",
    "search_path": "pg_catalog, pg_temp",  # the guard's own CTEs name their tables in full
    "standard_conforming_strings": "on",
}


@dataclass(frozen=True)
class SigningKey:
    key_id: int
    key: bytes


def tenant_token(signing: SigningKey, *, pid: int, expires: int, sender: str) -> str:
    """What fintrak_private.sender() accepts, on that backend and until then only."""
    claim = f"{signing.key_id}.{pid}.{expires}.{sender.encode().hex()}"
    return f"{claim}.{hmac.new(signing.key, claim.encode(), hashlib.sha256).hexdigest()}"


class Reader:
    """Knows nothing about SQL: whatever the text says, it sees the rows of `sender` and changes nothing."""

    def __init__(self, pool: RolePool, settings: PostgresSettings) -> None:
        self._pool = pool
        self._settings = settings
        self._signing: SigningKey | None = None

    async def fetch(self, safe_sql: str, sender: str, *, row_cap: int = ROW_CAP, byte_cap: int = BYTE_CAP) -> Table:
        """`$1` in the text is the sender. Raises QueryRefused for whatever is wrong with the statement."""
        number = whatsapp_number(sender)
        try:
            return await self._fetch(safe_sql, number, row_cap, byte_cap)
        except _TokenRefused:
            self._signing = None  # the keys were rotated, or the statement tampered with its token
        try:
            return await self._fetch(safe_sql, number, row_cap, byte_cap)
        except _TokenRefused:
            raise QueryRefused("the statement has no valid tenant") from None

    async def ping(self) -> None:
        async with self._pool.connection() as connection:
            await connection.fetchval("SELECT 1")

    async def _fetch(self, sql: str, number: str, row_cap: int, byte_cap: int) -> Table:
        signing = self._signing or await self._fetch_signing_key()
        async with self._pool.connection() as connection:
            transaction = connection.transaction(readonly=True)
            await transaction.start()
            try:
                await _become(connection, signing, number)
                return await _run(connection, sql, number, row_cap, byte_cap)
            finally:
                if not connection.is_closed():
                    await transaction.rollback()

    async def _fetch_signing_key(self) -> SigningKey:
        """With the services' login: the reader's own must not be able to read it."""
        database = self._settings.rds_database
        arguments = connect_arguments(self._settings, app_role(database), app_password(self._settings))
        async with self._pool.connection():
            pass  # a database without schema is initialised by this
        with translated():
            connection = await asyncpg.connect(**arguments)
            try:
                await ensure_current(connection)
                row = await connection.fetchrow("SELECT key_id, key FROM fintrak_private.signing_key()")
            finally:
                await connection.close(timeout=5)
        if row is None or row["key"] is None:
            raise DependencyAway(Dependency.POSTGRES, "no signing key: run `python main.py init`")
        self._signing = SigningKey(row["key_id"], row["key"])
        return self._signing


class _TokenRefused(Exception):
    """fintrak_private.sender() does not accept the token."""


async def _become(connection: asyncpg.Connection, signing: SigningKey, number: str) -> None:
    """The server's pid and clock, so that neither a pooler in between nor a slow clock of ours matters."""
    pid, now = await connection.fetchrow("SELECT pg_backend_pid(), extract(epoch FROM clock_timestamp())::bigint")
    token = tenant_token(signing, pid=pid, expires=now + _TOKEN_LIFETIME_S, sender=number)
    await connection.execute(f"SET LOCAL fintrak.token = '{token}'")  # digits, dots and hex only


async def _run(connection: asyncpg.Connection, sql: str, number: str, row_cap: int, byte_cap: int) -> Table:
    try:
        async with asyncio.timeout(_TOTAL_TIMEOUT_S if row_cap <= _MANY_ROWS else _LONG_TIMEOUT_S):
            return await _read(connection, sql, number, row_cap, byte_cap)
    except TimeoutError as error:
        raise QueryRefused("the statement took too long") from error
    except asyncpg.OperatorInterventionError as error:
        if isinstance(error, asyncpg.QueryCanceledError):
            raise QueryRefused("the statement took too long") from error
        raise
    except (asyncpg.PostgresConnectionError, *_HICCUPS):
        raise
    except asyncpg.PostgresError as error:
        if error.sqlstate == _FALSE_TOKEN:
            raise _TokenRefused from error
        raise QueryRefused(f"the database refused the statement ({type(error).__name__})") from None
    except (asyncpg.InterfaceError, asyncpg.InternalClientError, OverflowError, ValueError) as error:
        if connection.is_closed():
            raise
        raise QueryRefused(f"the result cannot be read ({type(error).__name__})") from None


def _batch(rows: list[tuple[object, ...]]) -> int:
    """Small while it is unknown how large rows are; then not a thousand round trips for a workbook."""
    return _BATCH if len(rows) < _MANY_ROWS else _LARGE_BATCH


async def _read(connection: asyncpg.Connection, sql: str, number: str, row_cap: int, byte_cap: int) -> Table:
    """As a subquery only a SELECT is possible; the server itself refuses to send a row beyond the cap."""
    statement = await connection.prepare(
        f"SELECT answer.*, pg_catalog.pg_column_size(answer) FROM (\n{sql}\n) AS answer"  # noqa: S608 - that is its job
        f" WHERE 1 / (pg_catalog.pg_column_size(answer) <= {int(byte_cap)})::integer = 1"
    )
    cursor = await statement.cursor(*([number] if statement.get_parameters() else []))
    columns = unique_names(tuple(attribute.name for attribute in statement.get_attributes())[:-1])
    has_ranges = any(attribute.type.name.endswith("range") for attribute in statement.get_attributes())
    rows: list[tuple[object, ...]] = []
    size = 0
    while len(rows) <= row_cap and (batch := await cursor.fetch(min(_batch(rows), row_cap + 1 - len(rows)))):
        size += sum(record[-1] for record in batch)
        if size > byte_cap:
            raise QueryRefused("the result is too large")
        found = [tuple(record)[:-1] for record in batch]
        rows.extend([tuple(map(_without_range, row)) for row in found] if has_ranges else found)
    return Table(columns, tuple(rows[:row_cap]), truncated=len(rows) > row_cap)


def _without_range(value: object) -> object:
    """As PostgreSQL writes it: `[2026-01-01,2026-02-01)`."""
    if not isinstance(value, asyncpg.Range):
        return value
    if value.isempty:
        return "empty"
    lower, upper = ("" if end is None else str(end) for end in (value.lower, value.upper))
    return f"{'[' if value.lower_inc else '('}{lower},{upper}{']' if value.upper_inc else ')'}"


@asynccontextmanager
async def open_reader(settings: PostgresSettings, health: Health | None = None) -> AsyncIterator[Reader]:
    """Statements are never cached: pg_prepared_statements would show one user's text to another."""
    async with open_role_pool(
        settings,
        init_database,
        user=reader_role(settings.rds_database),
        password=reader_password(settings),
        size=_POOL_SIZE,
        command_timeout=_TOTAL_TIMEOUT_S + 2,
        statement_cache_size=0,
        server_settings=_SETTINGS,
    ) as pool:
        reader = Reader(pool, settings)
        if health:
            health.watch(Dependency.POSTGRES, reader.ping)
        yield reader
