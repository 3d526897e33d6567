"""The services' connection: waits, initialises, and says what is wrong in our words."""

import pytest
from pydantic import SecretStr

from shared.errors import DependencyAway, TemporaryFailure
from shared.health import Health
from shared.postgres import Database, open_postgres
from shared.records import Records
from shared.safe_naming import Service
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import ME, as_owner


async def test_the_first_service_initialises_an_empty_database(empty_postgres_settings: PostgresSettings) -> None:
    async with open_postgres(empty_postgres_settings, None, service=Service.QUERY) as database:
        assert await Records(database).payee_names(ME) == ()


async def test_recreated_tables_are_initialised_again(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute("DROP TABLE invoices CASCADE")
    async with open_postgres(postgres_settings, None, service=Service.QUERY) as database:
        assert await Records(database).payee_names(ME) == ()


async def test_a_changed_owner_password_reaches_the_roles(postgres_settings: PostgresSettings) -> None:
    changed = SecretStr("another")
    async with as_owner(postgres_settings) as owner:
        await owner.execute(f"ALTER ROLE {postgres_settings.rds_user} PASSWORD 'another'")
    settings = postgres_settings.model_copy(update={"rds_password": changed})
    async with open_postgres(settings, None, service=Service.QUERY) as database:
        await database.ping()


async def test_opening_never_fails_and_health_names_what_is_missing(postgres_settings: PostgresSettings) -> None:
    health = Health(Service.QUERY)
    away = postgres_settings.model_copy(update={"rds_port": 1})
    async with open_postgres(away, health, service=Service.QUERY) as database:
        report = await health.report()
        with pytest.raises(DependencyAway):
            await database.ping()
    assert list(report.problems) == ["postgres"]


async def test_a_database_that_cannot_be_initialised_says_what_to_run(
    empty_postgres_settings: PostgresSettings,
) -> None:
    wrong = empty_postgres_settings.model_copy(update={"rds_database": f"{empty_postgres_settings.rds_database}_none"})
    async with open_postgres(wrong, None, service=Service.QUERY) as database:
        with pytest.raises(DependencyAway, match=r"python main\.py init"):
            await database.ping()


async def test_terminated_connections_are_replaced(postgres_settings: PostgresSettings) -> None:
    async with open_postgres(postgres_settings, None, service=Service.QUERY) as database:
        with pytest.raises((DependencyAway, TemporaryFailure)):
            await database.value("SELECT pg_terminate_backend(pg_backend_pid())")
        await database.ping()


async def test_a_slow_statement_is_tried_again_later(postgres_settings: PostgresSettings) -> None:
    async with open_postgres(postgres_settings, None, service=Service.QUERY) as database:
        with pytest.raises(TemporaryFailure, match="too long"):
            await _slow(database)


async def _slow(database: Database) -> None:
    async with database.pool.connection() as connection:
        await connection.execute("SET statement_timeout = 50")
        await connection.fetch("SELECT pg_sleep(5)")
