"""`main.py ask` in bulk against a real database: the protocol, the guard, and that one bad line harms no other."""

import io
import json
from collections.abc import Mapping

import asyncpg

from services.query_generator_service.ask import AskSettings, ask_once, serve_requests
from shared.settings import PostgresSettings

ME, OTHER = "+34611222333", "+34699000111"
_ADD = """
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, currency)
VALUES ($1, $2::text::date, $3::text::numeric, 1, $4, 'EUR')
"""


async def seeded(settings: PostgresSettings) -> AskSettings:
    connection = await asyncpg.connect(
        host=settings.rds_host,
        port=settings.rds_port,
        database=settings.rds_database,
        user=settings.rds_user,
        password=settings.rds_password.get_secret_value(),
    )
    try:
        for number in (ME, OTHER):
            await connection.execute("INSERT INTO users (whatsapp_number, username) VALUES ($1, 'x')", number)
        await connection.execute(_ADD, ME, "2026-02-10", "10.50", "Shell")
        await connection.execute(_ADD, ME, "2026-03-10", "4.00", "Uber")
        await connection.execute(_ADD, OTHER, "2026-02-11", "999.99", "Secret Ltd")
    finally:
        await connection.close()
    return AskSettings(**settings.model_dump())


async def asked(settings: AskSettings, *requests: object) -> list[Mapping[str, object]]:
    lines = "".join(f"{request if isinstance(request, str) else json.dumps(request)}\n" for request in requests)
    out = io.StringIO()
    assert await serve_requests(settings, io.StringIO(lines), out) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


async def test_each_request_line_gets_one_answer_line_also_bad_ones(postgres_settings: PostgresSettings) -> None:
    settings = await seeded(postgres_settings)
    question = {"op": "answer", "question": "how much did I spend last month?", "user": ME, "now": "2026-03-15"}
    hello, bad, wrong, unknown, answer = await asked(
        settings, {"op": "hello"}, "{not json", {"op": "answer", "now": "soon"}, {"op": "?"}, question
    )
    assert hello == {}
    assert "refused" in bad
    assert "refused" in wrong
    assert "refused" in unknown
    assert answer["rows"] == [{"currency": "EUR", "total": 10.5, "invoices": 1}]
    assert answer["columns"] == ["currency", "total", "invoices"]
    assert str(answer["answer"]).startswith("You spent 10.50 EUR")
    assert "• 2026-02-10, Shell: 10.50 EUR" in str(answer["answer"])


async def test_given_sql_sees_the_rows_of_the_user_only(postgres_settings: PostgresSettings) -> None:
    settings = await seeded(postgres_settings)
    everything = {"op": "run_sql", "sql": "SELECT payee_name FROM invoices ORDER BY 1", "user": ME}
    refused = {"op": "run_sql", "sql": "SELECT passwd FROM pg_shadow", "user": ME}
    rows, no = await asked(settings, everything, refused)
    assert rows["rows"] == [{"payee_name": "Shell"}, {"payee_name": "Uber"}]
    assert "refused" in no


async def test_a_user_nobody_knows_has_nothing(postgres_settings: PostgresSettings) -> None:
    settings = await seeded(postgres_settings)
    [answer] = await asked(settings, {"op": "answer", "question": "total?", "user": "+1555", "now": "2026-03-15"})
    assert answer["rows"] == []
    assert answer["answer"] == "I found nothing."


async def test_what_cannot_be_answered_is_refused_in_words(postgres_settings: PostgresSettings) -> None:
    settings = await seeded(postgres_settings)
    [answer] = await asked(settings, {"op": "answer", "question": "tell me a joke", "user": ME, "now": "2026-03-15"})
    assert list(answer) == ["refused"]
    assert str(answer["refused"]).startswith(
        "I can only answer questions about the invoices you sent me. Ask for example:"
    )


async def test_one_question_prints_sql_rows_and_answer(postgres_settings: PostgresSettings) -> None:
    settings = await seeded(postgres_settings)
    out = io.StringIO()
    assert await ask_once(settings, ME, None, "how much did I spend at Uber?", out) == 0
    assert "SELECT currency" in out.getvalue()
    assert '"total": 4.0' in out.getvalue()
    assert "You spent 4.00 EUR" in out.getvalue()
