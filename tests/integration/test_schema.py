"""fintrak_schema.sql and init_database on a real server, as an owner that is no superuser."""

import asyncio
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import asyncpg
import pytest

from shared import schema
from shared.errors import DependencyAway
from shared.invoices import InvoiceDraft
from shared.postgres import open_postgres
from shared.postgres_roles import app_role, reader_role
from shared.records import Records
from shared.reply_records import SID_KNOWN
from shared.safe_naming import EngineName
from shared.schema import SCHEMA_FILE, SchemaRefused, init_database
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import as_owner

OLD_TABLES = """
CREATE TABLE users (whatsapp_number varchar(25) PRIMARY KEY, username varchar(50) NOT NULL,
    created_at timestamp DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE invoices (invoice_id serial PRIMARY KEY, whatsapp_number varchar(25), invoice_date date,
    expense_amount numeric(10,2), vat numeric(10,2), payee_name varchar(100), payment_method varchar(25),
    raw_image_url text, created_at timestamp DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE queries (query_id serial PRIMARY KEY, whatsapp_number varchar(25) REFERENCES users,
    query_text text NOT NULL, query_result text, created_at timestamp DEFAULT CURRENT_TIMESTAMP);
INSERT INTO users VALUES ('whatsapp:+34600000001', 'Marta', '2024-01-01'), ('+34600000002', 'Otto', '2024-01-02'),
    ('whatsapp:+34600000002', 'Otto again', '2024-01-03');
INSERT INTO invoices VALUES
    (1, 'whatsapp:+34600000001', '2024-01-05', 12.30, 2.13, 'Shell', 'Cash', 'old/1', '2024-01-05 10:00'),
    (2, '+34600000002', '2024-01-06', 5.00, NULL, 'Aldi', NULL, NULL, NULL),
    (3, 'whatsapp:+34600000002', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, '+34600000009', '2024-01-07', 1.00, 0.1, 'Orphan', NULL, NULL, NULL);
INSERT INTO queries VALUES (1, 'whatsapp:+34600000001', 'how much?', '12.30', '2024-01-06');
SELECT setval(pg_get_serial_sequence('invoices', 'invoice_id'), 4);
"""
ODD_TABLES = """
CREATE TYPE way_of_payment AS ENUM ('cash', 'card');
CREATE TABLE users (whatsapp_number text, username text, created_at timestamptz DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE invoices (invoice_id serial PRIMARY KEY, whatsapp_number text, invoice_date text DEFAULT '',
    expense_amount double precision NOT NULL, vat numeric(10,3) NOT NULL, payee_name varchar(100) NOT NULL,
    payment_method way_of_payment, raw_image_url text NOT NULL, created_at timestamptz DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE queries (query_id serial PRIMARY KEY, whatsapp_number text, query_text text, query_result jsonb NOT NULL,
    created_at timestamptz DEFAULT CURRENT_TIMESTAMP);
INSERT INTO users VALUES ('+34600000001', NULL, '2024-01-01'), ('+34600000001', 'Marta', '2024-01-02'),
    (NULL, 'Nobody', NULL);
INSERT INTO invoices VALUES (1, '+34600000001', '2024-01-05', 12.3, 2.13, 'Shell', 'cash', 'old/1', NULL),
    (2, NULL, ' ', 0.1::float8 + 0.2::float8, 0, '', NULL, '', NULL);
INSERT INTO queries VALUES (1, '+34600000001', NULL, '{"total": 1}', NULL);
SELECT setval(pg_get_serial_sequence('invoices', 'invoice_id'), 2);
"""
_INVOICES = (
    "SELECT invoice_id, whatsapp_number, invoice_date::text, expense_amount::text, vat::text, payee_name,"
    " payment_method, raw_image_url, created_at::text FROM invoices ORDER BY 1"
)
_SHAPE = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' ORDER BY table_name, ordinal_position
"""


async def shape(settings: PostgresSettings) -> list[tuple[str, str]]:
    async with as_owner(settings) as owner:
        return [tuple(row) for row in await owner.fetch(_SHAPE)]


async def test_init_can_run_again_and_by_several_processes_at_once(empty_postgres_settings: PostgresSettings) -> None:
    await init_database(empty_postgres_settings)
    before = await shape(empty_postgres_settings)
    await asyncio.gather(*(init_database(empty_postgres_settings) for _ in range(3)))
    assert await shape(empty_postgres_settings) == before


async def test_the_customers_columns_come_first_and_in_their_order(postgres_settings: PostgresSettings) -> None:
    columns = await shape(postgres_settings)
    assert [name for table, name in columns if table == "invoices"][:9] == [
        "invoice_id",
        "whatsapp_number",
        "invoice_date",
        "expense_amount",
        "vat",
        "payee_name",
        "payment_method",
        "raw_image_url",
        "created_at",
    ]
    assert [name for table, name in columns if table == "users"][:3] == ["whatsapp_number", "username", "created_at"]
    assert [name for table, name in columns if table == "queries"][:5] == [
        "query_id",
        "whatsapp_number",
        "query_text",
        "query_result",
        "created_at",
    ]


async def test_an_older_database_is_upgraded_without_losing_a_row(empty_postgres_settings: PostgresSettings) -> None:
    async with as_owner(empty_postgres_settings) as owner:
        await owner.execute(OLD_TABLES)
    await init_database(empty_postgres_settings)
    await init_database(empty_postgres_settings)
    async with as_owner(empty_postgres_settings) as owner:
        invoices = await owner.fetch(_INVOICES)
        users = await owner.fetch("SELECT whatsapp_number, username, created_at::text FROM users ORDER BY 1")
        questions = await owner.fetch("SELECT query_id, whatsapp_number, query_text, query_result FROM queries")
        await owner.execute("INSERT INTO users (whatsapp_number, username) VALUES (repeat('x', 160), repeat('n', 100))")
        await owner.execute("UPDATE invoices SET expense_amount = 150000000000.00 WHERE invoice_id = 2")  # in rupiah
        next_id = await owner.fetchval(
            "INSERT INTO invoices (whatsapp_number) VALUES ('+34600000001') RETURNING invoice_id"
        )
    assert [tuple(row) for row in invoices] == [
        (1, "+34600000001", "2024-01-05", "12.30", "2.13", "Shell", "Cash", "old/1", "2024-01-05 10:00:00"),
        (2, "+34600000002", "2024-01-06", "5.00", None, "Aldi", None, None, None),
        (3, "+34600000002", *[None] * 7),
        (4, "+34600000009", "2024-01-07", "1.00", "0.10", "Orphan", None, None, None),
    ]
    assert [tuple(row) for row in users] == [
        ("+34600000001", "Marta", "2024-01-01 00:00:00"),
        ("+34600000002", "Otto", "2024-01-02 00:00:00"),
        ("+34600000009", "", users[2]["created_at"]),
    ]
    assert [tuple(row) for row in questions] == [(1, "+34600000001", "how much?", "12.30")]
    assert next_id == 5


async def test_tables_of_other_types_come_to_hold_what_services_write(
    empty_postgres_settings: PostgresSettings,
) -> None:
    async with as_owner(empty_postgres_settings) as owner:
        await owner.execute(ODD_TABLES)
    await init_database(empty_postgres_settings)
    await init_database(empty_postgres_settings)
    async with as_owner(empty_postgres_settings) as owner:
        invoices = await owner.fetch(_INVOICES)
        users = await owner.fetch("SELECT whatsapp_number, username FROM users ORDER BY 1")
        questions = await owner.fetch("SELECT query_text, query_result FROM queries")
    assert [tuple(row)[:8] for row in invoices] == [
        (1, "+34600000001", "2024-01-05", "12.30", "2.130", "Shell", "cash", "old/1"),
        (2, None, None, "0.30", "0.000", "", None, ""),
    ]
    assert [tuple(row) for row in users] == [("+34600000001", "Marta"), (None, "Nobody")]
    assert [tuple(row) for row in questions] == [(None, '{"total": 1}')]
    async with open_postgres(empty_postgres_settings, None, service="test") as database:
        records = Records(database)
        full = InvoiceDraft(invoice_date=date(2026, 1, 31), expense_amount=Decimal("1.00"), vat=Decimal("0.10"))
        for name, draft in (("SM1", InvoiceDraft()), ("SM2", full)):
            await records.add_invoice_once(
                sender="+34600000001",
                message_id=name,
                media_index=0,
                draft=draft,
                engine=EngineName.LOCAL,
                object_key=f"invoices/{name}",
                image_sha256="",
            )


@pytest.mark.parametrize(
    ("in_the_way", "said"),
    [
        pytest.param(
            "UPDATE invoices SET invoice_date = '01/02/2024'", r"invoice_date is text, and in 2 rows", id="ambiguous"
        ),
        pytest.param("UPDATE invoices SET invoice_date = '2024-02-31'", r"out of range", id="no-such-day"),
        pytest.param("CREATE VIEW totals AS SELECT expense_amount FROM invoices", r"view totals", id="view"),
    ],
)
async def test_what_cannot_be_upgraded_is_said_and_left_as_it_was(
    empty_postgres_settings: PostgresSettings, in_the_way: str, said: str
) -> None:
    before = "SELECT string_agg(invoices::text, ';' ORDER BY invoice_id) FROM invoices"
    async with as_owner(empty_postgres_settings) as owner:
        await owner.execute(ODD_TABLES + in_the_way)
        rows = await owner.fetchval(before)
    with pytest.raises(SchemaRefused, match=said):
        await init_database(empty_postgres_settings)
    async with as_owner(empty_postgres_settings) as owner:
        assert await owner.fetchval(before) == rows


async def test_a_process_without_the_schema_file_says_that_init_has_not_run(
    empty_postgres_settings: PostgresSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As in a service's image, which holds no schema."""
    monkeypatch.setattr(schema, "SCHEMA_FILE", tmp_path / "fintrak_schema.sql")
    async with open_postgres(empty_postgres_settings, None, service="test") as database:
        with pytest.raises(DependencyAway, match=r"not initialised.*main\.py init"):
            await database.ping()
        with pytest.raises(DependencyAway, match=r"not initialised.*main\.py init"):
            await database.ping()


async def test_whose_sid_it_is_needs_no_look_at_every_reply(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute("SET enable_seqscan = off")
        plan = await owner.fetch("EXPLAIN " + SID_KNOWN.replace("$1", "'MM1'"))
    lines = "\n".join(row[0] for row in plan)
    assert "replies_sid_key" in lines
    assert "replies_given_before" in lines


async def test_rows_can_be_replaced_with_explicit_ids(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute(
            "TRUNCATE queries, invoices, users RESTART IDENTITY CASCADE;"
            "INSERT INTO users VALUES ('+1', 'A', '2024-01-01 09:00');"
            "INSERT INTO invoices VALUES (7, '+1', '2024-01-02', 10.5, NULL, 'Shop', NULL, 'x', '2024-01-02 08:09');"
            "ALTER TABLE invoices ADD COLUMN IF NOT EXISTS currency char(3);"
            "SELECT setval(pg_get_serial_sequence('invoices', 'invoice_id'), 7)"
        )
        next_id = await owner.fetchval("INSERT INTO invoices (whatsapp_number) VALUES ('+1') RETURNING invoice_id")
    assert next_id == 8


async def test_tables_of_another_owner_are_named_before_anything_is_touched(
    postgres_server: object, empty_postgres_settings: PostgresSettings
) -> None:
    name = empty_postgres_settings.rds_database
    async with as_owner(empty_postgres_settings) as owner:
        await owner.execute(f"CREATE ROLE {name}_stranger; CREATE TABLE invoices (invoice_id int)")
        await owner.execute(f"GRANT CREATE ON SCHEMA public TO {name}_stranger")
        await _give_away(postgres_server, name)
    with pytest.raises(SchemaRefused, match=r"invoices \(owner .*_stranger\)"):
        await init_database(empty_postgres_settings)
    async with as_owner(empty_postgres_settings) as owner:
        tables = await owner.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert [row[0] for row in tables] == ["invoices"]


async def _give_away(server: object, name: str) -> None:
    """Only a superuser can."""
    arguments = {key: getattr(server, key) for key in ("host", "port", "user", "password")}
    connection = await asyncpg.connect(**arguments, database=name)
    try:
        await connection.execute(f"ALTER TABLE invoices OWNER TO {name}_stranger")
    finally:
        await connection.close()


@pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not installed")
async def test_psql_alone_makes_everything_but_the_passwords(empty_postgres_settings: PostgresSettings) -> None:
    settings = empty_postgres_settings
    url = f"host={settings.rds_host} port={settings.rds_port} user={settings.rds_user} dbname={settings.rds_database}"
    command = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(SCHEMA_FILE), url]
    environment = {"PGPASSWORD": settings.rds_password.get_secret_value(), "PATH": "/usr/bin:/bin"}
    done = await asyncio.to_thread(subprocess.run, command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    async with as_owner(settings) as owner:
        logins = await owner.fetch(
            "SELECT rolname, rolcanlogin FROM pg_roles WHERE rolname LIKE $1", f"{settings.rds_database}_ft%"
        )
    assert {tuple(row) for row in logins} == {
        (app_role(settings.rds_database), False),
        (reader_role(settings.rds_database), False),
    }


async def test_the_services_role_deletes_nothing_and_owns_nothing(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        rights = await owner.fetch(
            "SELECT has_table_privilege($1, oid, 'DELETE, TRUNCATE') FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
            app_role(postgres_settings.rds_database),
        )
        owned = await owner.fetchval(
            "SELECT count(*) FROM pg_class WHERE relowner = ANY (SELECT oid FROM pg_roles WHERE rolname IN ($1, $2))",
            app_role(postgres_settings.rds_database),
            reader_role(postgres_settings.rds_database),
        )
    assert {row[0] for row in rights} == {False}
    assert owned == 0


async def test_an_old_key_signs_no_more_but_still_counts(postgres_settings: PostgresSettings) -> None:
    async with as_owner(postgres_settings) as owner:
        await owner.execute("UPDATE fintrak_private.tenant_keys SET created_at = now() - interval '91 days'")
    await init_database(postgres_settings)
    await init_database(postgres_settings)
    async with as_owner(postgres_settings) as owner:
        keys = await owner.fetch("SELECT key_id FROM fintrak_private.tenant_keys ORDER BY 1")
        signing = await owner.fetchval("SELECT key_id FROM fintrak_private.signing_key()")
    assert len(keys) == 2
    assert signing == keys[1]["key_id"]
