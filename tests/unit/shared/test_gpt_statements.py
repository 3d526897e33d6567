import json

import pytest

from shared.engine import CannotAnswer, SqlDraft
from shared.gpt_statements import parse_statement

SQL = "SELECT SUM(expense_amount) FROM invoices"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SQL, id="bare"),
        pytest.param(f"{SQL};\n", id="with-semicolon"),
        pytest.param(f"```sql\n{SQL};\n```", id="fenced"),
        pytest.param(f"Sure:\n```\n{SQL}\n```\nThis sums it up.", id="fenced-in-prose"),
        pytest.param(json.dumps({"sql": SQL}), id="json"),
        pytest.param(json.dumps({"query": SQL}), id="another-key"),
        pytest.param(json.dumps({"result": {"sql_query": SQL}}), id="wrapped"),
        pytest.param(f"```json\n{json.dumps({'sql': SQL})}\n```", id="fenced-json"),
        pytest.param(json.dumps({"sql": f"```sql\n{SQL}\n```"}), id="fence-inside-json"),
    ],
)
def test_sql_is_found_however_it_is_wrapped(text: str) -> None:
    draft = parse_statement(text)
    assert isinstance(draft, SqlDraft)
    assert draft.sql == SQL
    assert draft.measure == "other"
    assert draft.period is None


def test_a_statement_with_braces_in_it_is_still_sql() -> None:
    sql = "WITH a AS (SELECT '{\"sql\": 1}' AS x) SELECT x FROM a"
    draft = parse_statement(sql)
    assert isinstance(draft, SqlDraft)
    assert draft.sql == sql


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"cannot_answer": "not_allowed", "sql": None}, "not_allowed"),
        ({"cannot_answer": "not_allowed", "sql": SQL}, "not_allowed"),
        ({"cannot_answer": True, "sql": None}, "not_understood"),
        ({"error": "no idea"}, "not_understood"),
    ],
)
def test_a_reason_wins_over_everything(answer: dict[str, object], why: str) -> None:
    outcome = parse_statement(json.dumps(answer))
    assert isinstance(outcome, CannotAnswer)
    assert outcome.why == why


@pytest.mark.parametrize("text", ["", "I would look at the invoices.", "{}", '{"sql": ""}', '{"sql": 7}'])
def test_neither_sql_nor_reason_is_nothing(text: str) -> None:
    assert parse_statement(text) is None


def test_odd_extras_are_dropped() -> None:
    answer = {"sql": SQL, "measure": "beauty", "period_start": "soon", "filters": "none", "invoices_sql": " "}
    draft = parse_statement(json.dumps(answer))
    assert isinstance(draft, SqlDraft)
    assert (draft.measure, draft.period, draft.filters, draft.invoices_sql) == ("other", None, (), None)
