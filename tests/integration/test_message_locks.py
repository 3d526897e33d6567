"""Locks on messages when the connection that holds them is lost, as at every restart of PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from shared import message_locks
from shared.message_locks import MessageLocks
from shared.postgres import Database, open_postgres
from shared.safe_naming import Service
from shared.settings import PostgresSettings

OTHERS = "FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()"


@pytest.fixture
async def database(postgres_settings: PostgresSettings) -> AsyncIterator[Database]:
    async with open_postgres(postgres_settings, None, service=Service.EXTRACTION) as opened:
        yield opened


async def test_a_lost_connection_ends_neither_this_reading_nor_the_next(database: Database) -> None:
    """A restart of PostgreSQL made every later message a bug: dead-lettered, until the process was restarted."""
    locks = MessageLocks(database)
    async with locks.reading("SM1"):
        await database.rows(f"SELECT pg_terminate_backend(pid) {OTHERS}")
        await database.value("SELECT pg_sleep(0.2)")  # meanwhile our end hears of it
    async with asyncio.timeout(60), locks.reading("SM2"):
        assert await database.value(f"SELECT count(*) {OTHERS}") == 1


async def test_a_lock_that_could_not_be_given_back_does_not_stay(
    database: Database, postgres_settings: PostgresSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with MessageLocks(database).reading("SM1"):
        monkeypatch.setattr(message_locks, "_KEY", "1")  # a statement that fails
    monkeypatch.undo()
    async with (
        open_postgres(postgres_settings, None, service=Service.QUERY) as another,
        asyncio.timeout(60),
        MessageLocks(another).reading("SM1"),
    ):
        pass
