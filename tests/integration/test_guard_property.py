"""Whatever a statement asks, others' rows do not change its answer: with the guard alone, and with all layers."""

import os
from datetime import date

import asyncpg

from services.query_generator_service.guard import GuardRefusal, secure
from shared.postgres import open_reader
from shared.postgres_reader import Reader
from shared.settings import PostgresSettings
from shared.tables import QueryRefused
from tests.integration.postgres_parts import ME, OTHER, TWO_PEOPLE, as_owner
from tests.random_statements import Grammar

STATEMENTS = int(os.environ.get("TEST_GUARD_STATEMENTS", "500"))
"""10,000 in a long run, whose figures are in docs/architecture.md."""
THROUGH_ALL_LAYERS = 10
"""One in so many also runs as the reader; the guard alone is the harder test."""
TODAY = date(2026, 3, 15)
ANOTHER_WORLD = f"""
UPDATE invoices SET expense_amount = expense_amount + 1000, payee_name = 'Mercado Azul', invoice_date = '2026-01-05',
    payment_method = NULL WHERE whatsapp_number = '{OTHER}';
UPDATE users SET username = 'Marta' WHERE whatsapp_number = '{OTHER}';
UPDATE queries SET query_text = 'how much?' WHERE whatsapp_number = '{OTHER}';
INSERT INTO users (whatsapp_number, username) VALUES ('+34600000003', 'Zoe');
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, currency, invoice_number)
SELECT '+34600000003', DATE '2024-01-01' + number, number, NULL, 'Shop ' || number, 'EUR', 'N' || number
FROM generate_series(1, 50) AS number;
INSERT INTO queries (whatsapp_number, query_text, query_result) VALUES ('+34600000003', 'mine?', 'yours');
"""  # noqa: S608 - constants

Answer = list[str] | str


def safe_statements() -> tuple[list[str], int]:
    """Those the guard lets through, and how many it refused."""
    grammar, safe, refused = Grammar(seed=6), [], 0
    for _ in range(STATEMENTS):
        try:
            safe.append(secure(grammar.statement(), today=TODAY))
        except GuardRefusal:
            refused += 1
    return safe, refused


async def _alone(owner: asyncpg.Connection, sql: str) -> Answer:
    """As the owner, whom no row-level security holds back."""
    try:
        statement = await owner.prepare(sql)
        return sorted(repr(tuple(row)) for row in await statement.fetch(*[ME] * len(statement.get_parameters())))
    except asyncpg.PostgresError as error:
        return error.sqlstate or "error"


async def _layered(reader: Reader, sql: str) -> Answer:
    try:
        return sorted(map(repr, (await reader.fetch(sql, ME)).rows))
    except QueryRefused as refusal:
        return str(refusal)


async def test_other_peoples_rows_change_no_answer(postgres_settings: PostgresSettings) -> None:
    safe, refused = safe_statements()
    assert len(safe) > STATEMENTS / 3, f"{refused} of {STATEMENTS} were refused: the grammar says nothing any more"
    async with as_owner(postgres_settings) as owner, open_reader(postgres_settings) as reader:
        await owner.execute(TWO_PEOPLE)
        before = [await _alone(owner, sql) for sql in safe]
        layered_before = [await _layered(reader, sql) for sql in safe[::THROUGH_ALL_LAYERS]]
        await owner.execute(ANOTHER_WORLD)
        after = [await _alone(owner, sql) for sql in safe]
        layered_after = [await _layered(reader, sql) for sql in safe[::THROUGH_ALL_LAYERS]]
    assert [sql for sql, one, other in zip(safe, before, after, strict=True) if one != other] == []
    assert layered_before == layered_after
    assert layered_before == before[::THROUGH_ALL_LAYERS]
    answered = sum(isinstance(answer, list) and bool(answer) for answer in before)
    assert answered > len(safe) / 4, f"only {answered} of {len(safe)} statements found rows: the test proves little"
