"""Each layer below the guard alone: the reader runs statements no guard has seen and still shows own rows only."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from shared.errors import DependencyAway, TemporaryFailure
from shared.postgres import Reader, open_reader
from shared.postgres_connection import connect_arguments
from shared.postgres_reader import SigningKey, tenant_token
from shared.postgres_roles import reader_password, reader_role
from shared.schema import init_database
from shared.settings import PostgresSettings
from shared.tables import QueryRefused
from tests.conftest import run_now
from tests.integration.postgres_parts import ME, OTHER, OTHERS_SECRETS, TWO_PEOPLE, as_owner
from tests.real_servers import PostgresServer


@pytest.fixture(scope="module")
def settings_of_two(postgres_server: PostgresServer) -> Iterator[PostgresSettings]:
    """One database for the tests that only read."""
    settings = run_now(postgres_server.make_database())
    run_now(_fill(settings))
    yield settings
    run_now(postgres_server.drop_database(settings))


async def _fill(settings: PostgresSettings) -> None:
    await init_database(settings)
    async with as_owner(settings) as owner:
        await owner.execute(TWO_PEOPLE)


@pytest.fixture
async def reader(settings_of_two: PostgresSettings) -> AsyncIterator[Reader]:
    async with open_reader(settings_of_two) as opened:
        yield opened


@pytest.fixture
async def own_reader(postgres_settings: PostgresSettings) -> AsyncIterator[Reader]:
    """Of a database the test may change."""
    await _fill(postgres_settings)
    async with open_reader(postgres_settings) as opened:
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT payee_name, expense_amount, vat, whatsapp_number, raw_image_url FROM public.invoices",
        f"SELECT payee_name FROM public.invoices WHERE whatsapp_number = '{OTHER}'",  # noqa: S608
        "SELECT username, whatsapp_number FROM public.users",
        "SELECT query_text, query_result FROM public.queries",
        "SELECT string_agg(payee_name, ',') FROM public.invoices",
        "SELECT set_config('fintrak.token', '', true), payee_name FROM public.invoices",
        "SELECT u.username, i.payee_name FROM public.users u FULL JOIN public.invoices i ON TRUE",
        "SELECT most_common_vals::text FROM pg_stats WHERE tablename = 'invoices'",
    ],
)
async def test_row_level_security_alone_shows_own_rows_only(reader: Reader, sql: str) -> None:
    table = await reader.fetch(sql, ME)
    shown = repr(table.rows).replace(OTHER if OTHER in sql else "\x00", "")
    assert [secret for secret in OTHERS_SECRETS if secret in shown] == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM public.invoices",  # some columns are not the reader's
        "SELECT sql_text FROM public.queries",
        "SELECT * FROM public.reads",
        "SELECT * FROM public.replies",
        "SELECT * FROM fintrak_private.tenant_keys",
        "SELECT fintrak_private.sender()",
        "SELECT fintrak_private.signing_key()",
        f"SELECT fintrak_private.forget('{OTHER}')",
        "INSERT INTO public.users VALUES ('x', 'y')",
        "DELETE FROM public.invoices RETURNING *",
        "WITH gone AS (DELETE FROM public.invoices RETURNING *) SELECT * FROM gone",
        "SELECT payee_name FROM public.invoices FOR UPDATE",
        "SELECT 1) AS x; DELETE FROM public.invoices; --",
        "SET ROLE postgres",
        "SELECT set_config('role', 'postgres', true)",
        "CREATE TEMP TABLE t (a int)",
        "SELECT nextval('public.invoices_invoice_id_seq')",
        "SELECT payee_name::int FROM public.invoices",
        "SELECT repeat('x', 5000000)",
        "SELECT repeat('x', 100000) FROM generate_series(1, 100)",
        "SELECT pg_sleep(30)",
        "SELECT no_such_column",
        "",
    ],
)
async def test_the_database_refuses_what_the_reader_may_not(reader: Reader, sql: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        await reader.fetch(sql, ME)
    assert [secret for secret in (*OTHERS_SECRETS, "Mercado") if secret in str(refused.value)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "BEGIN; SELECT payee_name FROM public.invoices",
        "SET fintrak.token = ''",
        "SET fintrak.token = '1.2.3.4.5'",
        "SET SESSION AUTHORIZATION postgres",
    ],
)
async def test_without_a_valid_token_there_are_no_rows_even_for_a_thief_of_the_login(
    settings_of_two: PostgresSettings, statement: str
) -> None:
    database = settings_of_two.rds_database
    login = connect_arguments(settings_of_two, reader_role(database), reader_password(settings_of_two))
    connection = await asyncpg.connect(**login)
    try:
        with pytest.raises(asyncpg.PostgresError):
            await connection.execute(f"{statement}; SELECT payee_name FROM public.invoices")  # noqa: S608
    finally:
        await connection.close()


@pytest.mark.parametrize(("pid", "lifetime"), [(1, 60), (0, -60)], ids=["of-another-backend", "expired"])
async def test_a_token_is_good_for_one_backend_and_some_seconds(
    settings_of_two: PostgresSettings, pid: int, lifetime: int
) -> None:
    async with as_owner(settings_of_two) as owner:
        key = SigningKey(*await owner.fetchrow("SELECT key_id, key FROM fintrak_private.signing_key()"))
    database = settings_of_two.rds_database
    login = connect_arguments(settings_of_two, reader_role(database), reader_password(settings_of_two))
    connection = await asyncpg.connect(**login)
    try:
        own, now = await connection.fetchrow("SELECT pg_backend_pid(), extract(epoch FROM now())::int")
        good = tenant_token(key, pid=own, expires=now + 60, sender=ME)
        await connection.execute(f"SET fintrak.token = '{good}'")
        assert await connection.fetchval("SELECT count(payee_name) FROM public.invoices") == 5
        bad = tenant_token(key, pid=pid or own, expires=now + lifetime, sender=ME)
        await connection.execute(f"SET fintrak.token = '{bad}'")
        with pytest.raises(asyncpg.PostgresError, match="no valid tenant token"):
            await connection.fetchval("SELECT count(payee_name) FROM public.invoices")
    finally:
        await connection.close()


async def test_one_backend_serves_one_person_after_another(reader: Reader) -> None:
    for _ in range(6):
        mine = await reader.fetch("SELECT count(payee_name) FROM public.invoices", f"whatsapp:{ME}")
        others = await reader.fetch("SELECT count(payee_name) FROM public.invoices", OTHER)
        assert (mine.rows, others.rows) == (((5,),), ((2,),))


async def test_people_asking_at_once_never_see_each_other(reader: Reader) -> None:
    asked = [ME, OTHER] * 20
    answers = await asyncio.gather(
        *(reader.fetch("SELECT DISTINCT whatsapp_number FROM public.invoices", who) for who in asked)
    )
    assert [answer.rows for answer in answers] == [((who,),) for who in asked]


async def test_a_stranger_sees_nothing(reader: Reader) -> None:
    assert (await reader.fetch("SELECT payee_name FROM public.invoices", "CC.unknown-identifier")).rows == ()


async def test_deleted_invoices_are_left_out(own_reader: Reader, postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute("UPDATE invoices SET deleted_at = now() WHERE payee_name = 'Shell'")
    assert (await own_reader.fetch("SELECT count(payee_name) FROM public.invoices", ME)).rows == ((4,),)


async def test_the_reader_goes_on_after_its_keys_were_rotated(
    own_reader: Reader, postgres_settings: PostgresSettings
) -> None:
    await own_reader.fetch("SELECT 1", ME)
    async with as_owner(postgres_settings) as owner:
        await owner.execute(
            "UPDATE fintrak_private.tenant_keys SET key_id = key_id + 100, inner_pad = outer_pad, key = sha256(key)"
        )
        await owner.execute(
            "UPDATE fintrak_private.tenant_keys SET inner_pad = fintrak_private.padded(key, 54), "
            "outer_pad = fintrak_private.padded(key, 92)"
        )
    assert (await own_reader.fetch("SELECT count(payee_name) FROM public.invoices", ME)).rows == ((5,),)


async def test_rows_beyond_the_cap_are_cut_and_said_so(reader: Reader) -> None:
    table = await reader.fetch("SELECT n FROM generate_series(1, 2000) AS n", ME, row_cap=120)
    assert (len(table.rows), table.rows[-1], table.truncated) == (120, (120,), True)
    whole = await reader.fetch("SELECT n FROM generate_series(1, 120) AS n", ME, row_cap=120)
    assert (len(whole.rows), whole.truncated) == (120, False)


async def test_equal_column_names_are_told_apart(reader: Reader) -> None:
    assert (await reader.fetch("SELECT 1 AS sum, 2 AS sum", ME)).columns == ("sum", "sum_2")


async def test_a_range_is_read_as_postgresql_writes_it(reader: Reader) -> None:
    sql = "SELECT daterange('2026-01-01', '2026-02-01'), numrange(1, NULL, '()'), int4range(2, 2), 7"
    assert (await reader.fetch(sql, ME)).rows == (("[2026-01-01,2026-02-01)", "(1,)", "empty", 7),)


async def test_after_a_slow_statement_the_reader_works(reader: Reader) -> None:
    with pytest.raises(QueryRefused, match="too long"):
        await reader.fetch("SELECT count(*) FROM generate_series(1, 1000000000)", ME)
    assert (await reader.fetch("SELECT 1", ME)).rows == ((1,),)


async def test_a_locked_table_is_no_fault_of_the_statement(
    own_reader: Reader, postgres_settings: PostgresSettings
) -> None:
    async with as_owner(postgres_settings) as owner, owner.transaction():
        await owner.execute("LOCK TABLE invoices IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(TemporaryFailure):
            await own_reader.fetch("SELECT count(*) FROM public.invoices", ME)


async def test_a_reader_without_server_says_so(postgres_settings: PostgresSettings) -> None:
    away = postgres_settings.model_copy(update={"rds_port": 1})
    async with open_reader(away) as reader:
        with pytest.raises(DependencyAway):
            await reader.fetch("SELECT 1", ME)


async def test_a_reader_of_an_empty_database_initialises_it(empty_postgres_settings: PostgresSettings) -> None:
    async with open_reader(empty_postgres_settings) as reader:
        assert (await reader.fetch("SELECT count(payee_name) FROM public.invoices", ME)).rows == ((0,),)
