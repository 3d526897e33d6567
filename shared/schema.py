"""Makes or upgrades the database with the owner's login: tables, roles, keys and what hardening the server allows."""

import logging
from pathlib import Path

import asyncpg

from shared.errors import FintrakError
from shared.postgres_connection import SchemaMissing, connect_arguments, translated
from shared.postgres_roles import app_password, app_role, reader_password, reader_role, scram_verifier
from shared.settings import PostgresSettings

logger = logging.getLogger(__name__)

SCHEMA_FILE = Path(__file__).resolve().parent.parent / "fintrak_schema.sql"

_READER_SETTINGS = {
    "default_transaction_read_only": "on",
    "statement_timeout": "3s",
    "lock_timeout": "1s",
    "idle_in_transaction_session_timeout": "10s",
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
    "temp_file_limit": "64MB",
    "track_activities": "off",  # else pg_stat_activity shows one user's statement to another
}
# Not set_config: the driver needs it for some types, and the signed token makes it harmless.
_DANGEROUS_FUNCTIONS = (
    "query_to_xml(text, boolean, boolean, text)",
    "query_to_xml_and_xmlschema(text, boolean, boolean, text)",
    "query_to_xmlschema(text, boolean, boolean, text)",
    "table_to_xml(regclass, boolean, boolean, text)",
    "database_to_xml(boolean, boolean, text)",
    "schema_to_xml(name, boolean, boolean, text)",
    "pg_sleep(double precision)",
    "pg_sleep_for(interval)",
    "pg_sleep_until(timestamp with time zone)",
    "pg_notify(text, text)",
    "pg_stat_get_activity(integer)",
    "lo_creat(integer)",
    "lo_create(oid)",
    "lo_from_bytea(oid, bytea)",
    "pg_terminate_backend(integer, bigint)",
    "pg_cancel_backend(integer)",
)


class SchemaRefused(FintrakError):
    """The owner's login cannot make the schema; the text says what PostgreSQL objects to."""


async def init_database(settings: PostgresSettings) -> None:
    """Any number of times, by several processes at once, as a superuser or as an owner that may create roles."""
    owner = connect_arguments(settings, settings.rds_user, settings.rds_password.get_secret_value())
    with translated():
        schema = _schema()
        connection = await asyncpg.connect(**owner, command_timeout=120, server_settings={"application_name": "init"})
        try:
            await connection.execute(schema)
            await _set_passwords(connection, settings)
            missed = [line for line in await _hardening(connection, settings) if not await _tried(connection, line)]
        except asyncpg.PostgresError as error:
            if error.sqlstate and error.sqlstate[:2] in ("42", "P0", "22", "23", "0A"):
                raise SchemaRefused(f"the schema cannot be applied: {_explained(error)}") from error
            raise
        finally:
            await connection.close(timeout=5)
    logger.info("database is initialised", extra={"hardening_not_permitted": len(missed)})


def _explained(error: asyncpg.PostgresError) -> str:
    """The detail names a view in the way (0A), but with other errors a person's data."""
    detail = getattr(error, "detail", None) if error.sqlstate == asyncpg.FeatureNotSupportedError.sqlstate else None
    return " ".join(part for part in (str(error), detail, getattr(error, "hint", None)) if part)


def _schema() -> str:
    """A service's image does not hold the file: there `init`, in the administration's image, must have run."""
    try:
        return SCHEMA_FILE.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SchemaMissing("no schema file here") from None


async def _set_passwords(connection: asyncpg.Connection, settings: PostgresSettings) -> None:
    """Under the same lock as the schema file: two writers of one role's row would collide."""
    logins = {
        app_role(settings.rds_database): app_password(settings),
        reader_role(settings.rds_database): reader_password(settings),
    }
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext('fintrak schema'))")
        for role, password in logins.items():
            verifier = scram_verifier(password)
            await connection.execute(f"ALTER ROLE {_quoted(role)} LOGIN PASSWORD '{verifier}'")


async def _hardening(connection: asyncpg.Connection, settings: PostgresSettings) -> list[str]:
    """Statements a superuser may run and an owner on RDS may not; the other layers do without them."""
    reader, app = (_quoted(name(settings.rds_database)) for name in (reader_role, app_role))
    owner = _quoted(settings.rds_user)
    lines = [
        f"REVOKE TEMPORARY ON DATABASE {_quoted(settings.rds_database)} FROM PUBLIC",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        *(f"ALTER ROLE {reader} SET {name} = '{value}'" for name, value in _READER_SETTINGS.items()),
    ]
    if await connection.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        for function in _DANGEROUS_FUNCTIONS:
            lines.append(f"REVOKE EXECUTE ON FUNCTION pg_catalog.{function} FROM PUBLIC")
            lines.append(f"GRANT EXECUTE ON FUNCTION pg_catalog.{function} TO {owner}, {app}")
    return lines


async def _tried(connection: asyncpg.Connection, statement: str) -> bool:
    try:
        await connection.execute(statement)
    except (asyncpg.InsufficientPrivilegeError, asyncpg.UndefinedFunctionError):
        logger.debug("hardening not permitted", extra={"statement": statement})
        return False
    return True


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
