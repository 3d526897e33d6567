"""The servers of local mode: which there are, and the database's owner as a cloud provider would make it."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

import asyncpg

from services.whatsapp_sandbox.local_environment import DATABASE
from services.whatsapp_sandbox.local_state import LocalState
from services.whatsapp_sandbox.servers.broker import start_broker
from services.whatsapp_sandbox.servers.children import Child
from services.whatsapp_sandbox.servers.ports import HOST
from services.whatsapp_sandbox.servers.postgres import SUPERUSER, start_postgres
from services.whatsapp_sandbox.servers.s3 import start_s3
from services.whatsapp_sandbox.servers.valkey import start_valkey


def server_starters(
    state: LocalState, folder: Path, log: Callable[[str], Path], given: frozenset[str]
) -> dict[str, Callable[[], Child]]:
    """In starting order; servers that are given are left out."""
    ports = state.ports
    starters: dict[str, Callable[[], Child]] = {
        "rabbitmq": partial(
            start_broker,
            folder / "rabbitmq",
            ports["rabbitmq"],
            user="fintrak",
            password=state.rabbitmq_password,
            log=log("rabbitmq"),
        ),
        "postgres": partial(
            start_postgres, folder / "postgres", ports["postgres"], state.database_password, log=log("postgres")
        ),
        "redis": partial(start_valkey, folder / "redis", ports["redis"], state.redis_password, log=log("redis")),
        "s3": partial(start_s3, folder / "s3", ports["s3"], "fintrak-local", state.s3_secret, log=log("s3")),
    }
    return {name: start for name, start in starters.items() if name not in given}


def make_database(state: LocalState) -> None:
    """An owner who is no superuser, as on RDS: what works here works there."""
    asyncio.run(_make_database(state))


async def _make_database(state: LocalState) -> None:
    connection = await asyncpg.connect(
        host=HOST,
        port=state.ports["postgres"],
        user=SUPERUSER,
        password=state.database_password,
        database="postgres",
        timeout=10,
    )
    try:
        if not await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", DATABASE):
            await connection.execute(f"CREATE ROLE {DATABASE} LOGIN CREATEROLE PASSWORD '{state.database_password}'")
        if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", DATABASE):
            await connection.execute(f"CREATE DATABASE {DATABASE} OWNER {DATABASE}")
    finally:
        await connection.close()
