"""Hundreds of questions in eight languages, answered without a model, give the rows that SQL written by hand gives."""

from collections.abc import AsyncIterator, Sequence

import asyncpg
import pytest

from services.query_generator_service.ask import Asking, AskSettings, open_asking
from shared.settings import PostgresSettings
from tests.answers import ALL_CASES
from tests.answers.compare import Row, same_answer
from tests.answers.gold import Case
from tests.answers.people import PEOPLE, TODAY, invoices
from tests.integration.postgres_parts import as_owner

_ADD = """
INSERT INTO invoices
    (whatsapp_number, invoice_date, expense_amount, vat, payee_name, payment_method, created_at, currency)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


@pytest.fixture
async def asking(postgres_settings: PostgresSettings) -> AsyncIterator[Asking]:
    async with as_owner(postgres_settings) as owner:
        await owner.executemany(
            "INSERT INTO users (whatsapp_number, username) VALUES ($1, 'x')", [(number,) for number in PEOPLE.values()]
        )
        await owner.executemany(_ADD, list(invoices()))
    async with open_asking(AskSettings(**postgres_settings.model_dump())) as opened:
        yield opened


async def test_every_question_gets_the_answer_of_its_gold_sql(
    asking: Asking, postgres_settings: PostgresSettings
) -> None:
    wrong = []
    async with as_owner(postgres_settings) as owner:
        for case in ALL_CASES:
            answer = await asking.answer(case.question, PEOPLE[case.person], TODAY)
            rows = answer.get("rows")
            if "refused" in answer or not isinstance(rows, list):
                right = case.gold.kind == "refused" or case.gold.may_refuse
            else:
                right = await _is_right(owner, case, rows)
            wrong += [] if right else [f"{case.question}: {answer.get('sql', answer.get('refused'))}"]
    assert not wrong, "\n".join(wrong)


async def _is_right(owner: asyncpg.Connection, case: Case, rows: Sequence[Row]) -> bool:
    for kind, sql in case.gold.statements():
        own = f"WITH mine AS (SELECT * FROM invoices WHERE whatsapp_number = '{PEOPLE[case.person]}') {sql}"  # noqa: S608
        gold = [dict(row) for row in await owner.fetch(own)]
        if same_answer(kind, gold, rows, ranked=" LIMIT " in sql):
            return True
    return False
