"""The guard alone and with the layers below, on a real server with two people's rows."""

from datetime import date

import asyncpg

from services.query_generator_service.guard import secure
from shared.postgres import open_reader
from shared.settings import PostgresSettings
from tests.integration.postgres_parts import ME, OTHER, OTHERS_SECRETS, TWO_PEOPLE, as_owner
from tests.statements import statements

TODAY = date(2026, 3, 15)
OWN_TABLES = f"""
CREATE SCHEMA mine;
CREATE TABLE mine.invoices AS SELECT invoice_id, whatsapp_number, invoice_date, expense_amount, vat, payee_name,
    payment_method, raw_image_url, created_at, currency, net_amount, invoice_number
    FROM public.invoices WHERE whatsapp_number = '{ME}';
CREATE TABLE mine.users AS SELECT whatsapp_number, username, created_at FROM public.users
    WHERE whatsapp_number = '{ME}';
CREATE TABLE mine.queries AS SELECT query_id, whatsapp_number, query_text, query_result, created_at
    FROM public.queries WHERE whatsapp_number = '{ME}';
SET search_path = mine, pg_catalog;
SET timezone = 'UTC';
"""  # noqa: S608 - constants


def legitimate() -> list[str]:
    return [sql.replace(":me", f"'{ME}'") for sql in statements("legitimate.sql")]


async def test_legitimate_statements_mean_what_they_meant(postgres_settings: PostgresSettings) -> None:
    """Each gives the rows it gives, unguarded, in a database that holds nobody else's rows."""
    differing = []
    async with as_owner(postgres_settings) as owner, open_reader(postgres_settings) as reader:
        await owner.execute(TWO_PEOPLE)
        await owner.execute(OWN_TABLES)
        for sql in legitimate():
            plain = await owner.fetch(sql.replace("public.", "mine."))
            guarded = await reader.fetch(secure(sql, today=TODAY), ME)
            same = sorted(repr(tuple(row)) for row in plain) == sorted(map(repr, guarded.rows))
            differing += [sql] * (not same)
    assert differing == []


async def test_the_guard_alone_shows_own_rows_only(postgres_settings: PostgresSettings) -> None:
    """As the owner, whom no row-level security holds back."""
    leaks = []
    async with as_owner(postgres_settings) as owner:
        await owner.execute(TWO_PEOPLE)
        for sql in [*legitimate(), *OTHERS_ROWS]:
            shown = repr(await _owners_rows(owner, secure(sql, today=TODAY)))
            leaks += [(sql, secret) for secret in OTHERS_SECRETS if secret in shown and secret not in sql]
    assert leaks == []


async def _owners_rows(owner: asyncpg.Connection, sql: str) -> list[asyncpg.Record]:
    statement = await owner.prepare(sql)
    return list(await statement.fetch(*[ME] * len(statement.get_parameters())))


OTHERS_ROWS = [
    sql.replace(":other", f"'{OTHER}'")
    for sql in (
        "SELECT * FROM invoices WHERE whatsapp_number = :other",
        "SELECT * FROM invoices WHERE whatsapp_number = 'x' OR 1 = 1",
        "SELECT * FROM public.invoices",
        "SELECT * FROM users UNION SELECT * FROM users WHERE whatsapp_number = :other",
        "WITH invoices AS (SELECT * FROM invoices) SELECT * FROM invoices WHERE whatsapp_number <> 'x'",
        "WITH users AS (SELECT * FROM public.invoices), q AS (SELECT * FROM queries) SELECT * FROM users, q",
        "SELECT (SELECT string_agg(payee_name, ',') FROM invoices WHERE whatsapp_number = :other)",
        "SELECT x.* FROM invoices i CROSS JOIN LATERAL (SELECT * FROM invoices j WHERE j.whatsapp_number <> "
        "i.whatsapp_number) x",
        "SELECT * FROM queries WHERE query_result IS NOT NULL",
        "TABLE invoices",
        "SELECT 1 FROM invoices WHERE CASE WHEN whatsapp_number = :other THEN 1 / (vat - vat) > 0 ELSE FALSE END",
        "SELECT CAST(payee_name AS integer) FROM invoices WHERE whatsapp_number = :other",
        "SELECT max(expense_amount), min(payee_name), count(*) FROM invoices HAVING count(*) > 0",
        "SELECT percentile_cont(1) WITHIN GROUP (ORDER BY expense_amount) FROM invoices",
        "SELECT json_agg(i) FROM invoices i",
        "SELECT DISTINCT ON (i.whatsapp_number) i.* FROM public.invoices AS i ORDER BY i.whatsapp_number",
    )
]
