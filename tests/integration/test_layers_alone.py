"""What each layer below the guard stops when the other layers are switched off."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from shared.postgres import open_reader
from shared.postgres_connection import connect_arguments
from shared.postgres_reader import SigningKey, tenant_token
from shared.postgres_roles import reader_password, reader_role
from shared.settings import PostgresSettings
from shared.tables import QueryRefused
from tests.integration.postgres_parts import ME, OTHERS_SECRETS, TWO_PEOPLE, as_owner

TABLES = "public.users, public.invoices, public.queries"
READ_OR_CHANGED = (
    "SELECT * FROM public.invoices",
    "SELECT * FROM public.users u FULL JOIN public.queries q ON TRUE",
    "UPDATE public.invoices SET vat = 0 RETURNING *",
    "DELETE FROM public.queries RETURNING *",
    "SELECT * FROM public.invoices FOR UPDATE",
    "MERGE INTO public.invoices i USING public.users u ON TRUE WHEN MATCHED THEN DELETE",
)
FORBIDDEN = (
    "INSERT INTO public.users (whatsapp_number, username) VALUES ('x', 'y')",
    "UPDATE public.invoices SET vat = 0",
    "DELETE FROM public.queries",
    "TRUNCATE public.invoices",
    "SELECT source_message_id FROM public.invoices",
    "SELECT * FROM public.reads",
    "SELECT * FROM fintrak_private.tenant_keys",
    "SELECT nextval('public.invoices_invoice_id_seq')",
    "SELECT payee_name FROM public.invoices FOR SHARE",
    "CREATE TEMP TABLE t (a int)",
    "CREATE TABLE public.t (a int)",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "ALTER TABLE public.invoices DISABLE ROW LEVEL SECURITY",
    "SET ROLE postgres",
    "COPY public.invoices (payee_name) TO PROGRAM 'cat'",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT lo_import('/etc/hostname')",
)
TOO_MUCH = (
    "WITH gone AS (DELETE FROM public.queries RETURNING *) SELECT count(*) FROM gone",
    "SELECT nextval('public.invoices_invoice_id_seq')",
    "SELECT pg_sleep(30)",
    "SELECT count(*) FROM generate_series(1, 10000000000)",
    "SELECT repeat('x', 5000000)",
    "SELECT repeat('x', 100000) FROM generate_series(1, 100)",
    "SELECT payee_name FROM public.invoices FOR UPDATE",
    "SELECT 1) AS x; DELETE FROM public.queries; --",
)


@pytest.fixture
async def of_two(postgres_settings: PostgresSettings) -> PostgresSettings:
    async with as_owner(postgres_settings) as owner:
        await owner.execute(TWO_PEOPLE)
    return postgres_settings


async def switch_off_row_security(settings: PostgresSettings) -> None:
    async with as_owner(settings) as owner:
        for table in TABLES.split(", "):
            await owner.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


async def allow_everything(settings: PostgresSettings) -> None:
    reader = reader_role(settings.rds_database)
    async with as_owner(settings) as owner:
        await owner.execute(f"GRANT ALL ON {TABLES} TO {reader}")
        await owner.execute(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {reader}")


@asynccontextmanager
async def free_session(settings: PostgresSettings) -> AsyncIterator[asyncpg.Connection]:
    """The reader's login without the reader's limits: it may write, and takes its time."""
    database = settings.rds_database
    login = connect_arguments(settings, reader_role(database), reader_password(settings))
    async with as_owner(settings) as owner:
        key = SigningKey(*await owner.fetchrow("SELECT key_id, key FROM fintrak_private.signing_key()"))
    connection = await asyncpg.connect(**login)
    try:
        await connection.execute("SET default_transaction_read_only = off")
        pid, now = await connection.fetchrow("SELECT pg_backend_pid(), extract(epoch FROM clock_timestamp())::bigint")
        await connection.execute(f"SET fintrak.token = '{tenant_token(key, pid=pid, expires=now + 60, sender=ME)}'")
        yield connection
    finally:
        await connection.close()


async def test_row_security_alone_keeps_others_rows_from_who_may_do_everything(of_two: PostgresSettings) -> None:
    await allow_everything(of_two)
    shown = ""
    async with as_owner(of_two) as owner, free_session(of_two) as session:
        before = await others_rows(owner)
        for sql in READ_OR_CHANGED:
            shown += await rows_or_error(session, sql)
        assert await others_rows(owner) == before
    assert "Mercado" in shown
    assert [secret for secret in OTHERS_SECRETS if secret in shown] == []


async def rows_or_error(session: asyncpg.Connection, sql: str) -> str:
    try:
        return repr(await session.fetch(sql))
    except asyncpg.PostgresError as error:
        return str(error)


async def others_rows(owner: asyncpg.Connection) -> str:
    counted = "SELECT * FROM public.invoices WHERE whatsapp_number <> $1 ORDER BY 1"
    asked = "SELECT * FROM public.queries WHERE whatsapp_number <> $1 ORDER BY 1"
    return repr((await owner.fetch(counted, ME), await owner.fetch(asked, ME)))


async def test_the_role_alone_may_read_named_columns_and_nothing_else(of_two: PostgresSettings) -> None:
    """Row-level security is off, and the session may write."""
    await switch_off_row_security(of_two)
    async with free_session(of_two) as session:
        assert await session.fetchval("SELECT count(payee_name) FROM public.invoices") == 7
        for sql in FORBIDDEN:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await session.execute(sql)


async def test_the_limits_alone_stop_what_writes_waits_or_is_huge(of_two: PostgresSettings) -> None:
    """The role may do everything, and row-level security is off."""
    await switch_off_row_security(of_two)
    await allow_everything(of_two)
    async with open_reader(of_two) as reader:
        for sql in TOO_MUCH:
            with pytest.raises(QueryRefused):
                await reader.fetch(sql, ME)
        assert (await reader.fetch("SELECT count(*) FROM public.queries", ME)).rows == ((2,),)
        many = await reader.fetch("SELECT * FROM generate_series(1, 2000)", ME)
        assert (len(many.rows), many.truncated) == (1000, True)
