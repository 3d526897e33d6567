"""The guard alone: what passes, what is refused, and what the text it returns says."""

from datetime import date

import pytest
import sqlglot

from services.query_generator_service.guard import GuardRefusal, secure
from services.query_generator_service.guard_dialect import Verbatim
from tests.statements import statements

TODAY = date(2026, 3, 15)


def secured(sql: str) -> str:
    return secure(sql, today=TODAY)


def body(sql: str) -> str:
    """What was made of the statement itself, without the sender's rows in front."""
    return secured(sql).split(") SELECT ", 1)[-1].removeprefix("SELECT ")


@pytest.mark.parametrize("sql", statements("legitimate.sql"))
def test_a_legitimate_statement_passes(sql: str) -> None:
    assert secured(sql.replace(":me", "'+34600000001'"))


@pytest.mark.parametrize("sql", statements("legitimate.sql"))
def test_the_text_that_runs_has_the_tree_that_was_checked(sql: str) -> None:
    text = secured(sql.replace(":me", "'+34600000001'")).replace("$1", "'+34600000001'")
    tree = sqlglot.parse_one(text, dialect=Verbatim)
    assert tree.sql(dialect=Verbatim).replace('"', "") == text.replace('"', "")


@pytest.mark.parametrize("sql", statements("attacks.sql"))
def test_an_attack_is_refused(sql: str) -> None:
    with pytest.raises(GuardRefusal):
        secured(sql.replace(":victim", "'+34600000002'"))


@pytest.mark.parametrize("table", ["invoices", "users", "queries", "INVOICES", '"invoices"', "public.invoices"])
def test_a_table_becomes_the_senders_own_rows(table: str) -> None:
    sql = secured(f"SELECT count(*) FROM {table}")  # noqa: S608
    assert sql.startswith('WITH "_own_')
    assert " WHERE whatsapp_number = $1" in sql
    assert sql.count("public.") == 1


def test_a_cte_named_like_a_table_holds_own_rows_and_then_shadows_it() -> None:
    sql = secured("WITH invoices AS (SELECT * FROM invoices) SELECT payee_name FROM invoices")
    assert sql.endswith(
        '"invoices" AS (SELECT * FROM "_own_invoices" AS "invoices") SELECT "payee_name" FROM "invoices"'
    )


def test_a_cte_does_not_see_itself_nor_a_later_one() -> None:
    with pytest.raises(GuardRefusal, match="table is not known"):
        secured("WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a")


def test_every_own_table_is_limited_once_however_often_it_is_named() -> None:
    sql = secured("SELECT 1 FROM invoices a JOIN invoices b USING (invoice_id) JOIN users USING (whatsapp_number)")
    assert sql.count("$1") == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("CURRENT_DATE", "CAST('2026-03-15' AS DATE)"),
        ("now()", "CAST('2026-03-15 23:59:59' AS TIMESTAMP)"),
        ("CURRENT_TIMESTAMP", "CAST('2026-03-15 23:59:59' AS TIMESTAMP)"),
        ("now() AT TIME ZONE 'Asia/Tokyo'", "CAST('2026-03-15 23:59:59' AS TIMESTAMP)"),
        ("'today'::date", "CAST('2026-03-15' AS DATE)"),
        ("DATE 'Yesterday'", "CAST('2026-03-14' AS DATE)"),
        ("'tomorrow'::timestamp", "CAST('2026-03-16' AS TIMESTAMP)"),
        ("'now'::timestamptz", "CAST('2026-03-15 23:59:59' AS TIMESTAMPTZ)"),
        ("age(DATE '2026-01-01')", "AGE(CAST('2026-03-15 00:00:00' AS TIMESTAMP), CAST('2026-01-01' AS DATE))"),
    ],
)
def test_the_clock_is_the_users_own(written: str, meant: str) -> None:
    assert body(f"SELECT {written}") == meant


@pytest.mark.parametrize(
    ("condition", "meant"),
    [
        ("invoice_date = 'today'", "\"invoice_date\" = '2026-03-15'"),
        ("invoice_date IN ('yesterday', 'today')", "\"invoice_date\" IN ('2026-03-14', '2026-03-15')"),
        ("payee_name = 'Today'", "\"payee_name\" = 'Today'"),
        ("lower(payee_name) = 'now'", "LOWER(\"payee_name\") = 'now'"),
    ],
)
def test_a_word_for_a_day_is_a_date_next_to_dates_only(condition: str, meant: str) -> None:
    assert body(f"SELECT 1 FROM invoices WHERE {condition}").endswith(f"WHERE {meant}")  # noqa: S608


def test_a_label_stays_a_label() -> None:
    sql = "SELECT CASE WHEN invoice_date = CURRENT_DATE THEN 'today' ELSE 'before' END FROM invoices"
    assert "THEN 'today'" in secured(sql)


def test_a_bar_of_unknown_length_ends() -> None:
    sql = "SELECT repeat('#', count(*)::int) FROM invoices"
    assert "LEAST(CAST(COUNT(*) AS INT), 200)" in secured(sql)


def test_names_are_folded_as_postgresql_folds_them() -> None:
    assert body("SELECT Payee_Name AS Größe FROM Invoices") == (
        '"payee_name" AS "größe" FROM "_own_invoices" AS "invoices"'
    )


def test_a_typed_literal_is_typed_before_it_is_cast() -> None:
    assert body("SELECT DATE '2026-03-15'::text") == "CAST((CAST('2026-03-15' AS DATE)) AS TEXT)"


def test_comments_are_dropped() -> None:
    assert "secret" not in secured("SELECT 1 -- secret\n/* secret */")


def test_a_long_statement_is_refused_before_it_is_read() -> None:
    with pytest.raises(GuardRefusal, match="too long"):
        secured("SELECT 1" + " " * 6000)


def test_the_refusal_never_quotes_the_statement() -> None:
    with pytest.raises(GuardRefusal) as refused:
        secured("SELECT secret_function('private') FROM private")
    assert "secret" not in str(refused.value)
    assert "private" not in str(refused.value)
