"""PostgreSQL for the services: short statements of the app role; records.py holds the statements."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from shared.health import Health
from shared.postgres_connection import RolePool, open_role_pool
from shared.postgres_reader import Reader, open_reader
from shared.postgres_roles import app_password, app_role
from shared.safe_naming import Dependency, Service
from shared.schema import init_database
from shared.settings import PostgresSettings

__all__ = ["Database", "Reader", "open_postgres", "open_reader"]

POOL_SIZE = 10
STATEMENT_TIMEOUT_S = 15


class Database:
    """One statement is one transaction; nothing here outlives a call but the pool."""

    def __init__(self, pool: RolePool) -> None:
        self.pool = pool

    async def row(self, statement: str, *values: object) -> asyncpg.Record | None:
        async with self.pool.connection() as connection:
            return await connection.fetchrow(statement, *values)

    async def rows(self, statement: str, *values: object) -> list[asyncpg.Record]:
        async with self.pool.connection() as connection:
            return list(await connection.fetch(statement, *values))

    async def value(self, statement: str, *values: object) -> object:
        async with self.pool.connection() as connection:
            return await connection.fetchval(statement, *values)

    async def ping(self) -> None:
        await self.value("SELECT 1")


async def _nothing_to_reset(_: asyncpg.Connection) -> None:
    """Our single statements leave nothing behind, and message_locks.py gives back its locks: a round trip saved."""


@asynccontextmanager
async def open_postgres(
    settings: PostgresSettings, health: Health | None, *, service: Service | str
) -> AsyncIterator[Database]:
    """Returns at once; whoever uses it while PostgreSQL is away gets DependencyAway."""
    async with open_role_pool(
        settings,
        init_database,
        user=app_role(settings.rds_database),
        password=app_password(settings),
        size=POOL_SIZE,
        reset=_nothing_to_reset,
        command_timeout=STATEMENT_TIMEOUT_S + 5,
        server_settings={
            "application_name": str(service),
            "statement_timeout": f"{STATEMENT_TIMEOUT_S}s",
            "idle_in_transaction_session_timeout": f"{STATEMENT_TIMEOUT_S}s",
            "tcp_keepalives_idle": "30",  # a machine that vanished must not hold its locks for hours
            "tcp_keepalives_interval": "10",
            "tcp_keepalives_count": "3",
            "timezone": "UTC",
            "search_path": "public, pg_temp",
        },
    ) as pool:
        database = Database(pool)
        if health:
            health.watch(Dependency.POSTGRES, database.ping)
        yield database
