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
        pytest.param(json.dumps({"SQL": f"{SQL} ; "}), id="key-in-capitals"),
        pytest.param(f"Here is the query you need: {SQL};", id="after-a-colon"),
        pytest.param(f"This should do.\n{SQL};\n\nIt adds up all amounts.", id="prose-around"),
        pytest.param(f"SQL: {SQL}", id="label"),
        pytest.param(json.dumps([{"query": SQL}]), id="list-of-one"),
        pytest.param(f"```postgresql\n{SQL}\n```", id="other-fence"),
    ],
)
def test_sql_is_found_however_it_is_wrapped(text: str) -> None:
    draft = parse_statement(text)
    assert isinstance(draft, SqlDraft)
    assert draft.sql == SQL
    assert draft.measure == "other"
    assert draft.period is None


@pytest.mark.parametrize("own", ["$1", "%s", "%(user)s", ":whatsapp_number", "?", "'{whatsapp_number}'", "'<user>'"])
def test_a_placeholder_for_the_sender_needs_no_value(own: str) -> None:
    draft = parse_statement(json.dumps({"query": f"{SQL} i WHERE i.whatsapp_number = {own} AND vat > 0"}))
    assert isinstance(draft, SqlDraft)
    assert draft.sql == f"{SQL} i WHERE TRUE AND vat > 0"


def test_a_number_that_was_written_out_stays() -> None:
    draft = parse_statement(f"{SQL} WHERE whatsapp_number = '+34600000001'")
    assert isinstance(draft, SqlDraft)
    assert draft.sql.endswith("= '+34600000001'")


@pytest.mark.parametrize("second", ["DROP TABLE invoices", "select 1", "-- x", "(SELECT 1)", "DELETE FROM users"])
def test_a_second_statement_is_left_for_the_guard_to_refuse(second: str) -> None:
    draft = parse_statement(f"{SQL}; {second}")
    assert isinstance(draft, SqlDraft)
    assert draft.sql == f"{SQL}; {second}"


def test_a_semicolon_inside_a_text_ends_nothing() -> None:
    draft = parse_statement(f"{SQL} WHERE payee_name = 'a; b c'; that is all")
    assert isinstance(draft, SqlDraft)
    assert draft.sql == f"{SQL} WHERE payee_name = 'a; b c'"


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
