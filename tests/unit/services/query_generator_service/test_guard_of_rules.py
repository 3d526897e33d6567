"""The guard lets through whatever the local engine writes: for the answer, the workbook and what was left out."""

from datetime import date

import pytest

from services.query_generator_service.guard import secure
from shared.engine import SqlDraft
from tests.unit.shared.local_engine.questions.cases import ar, de, en, es, fr, he, hi, pt
from tests.unit.shared.local_engine.questions.test_questions import written

TODAY = date(2026, 3, 15)
ASKED = [question for question, _ in (*en.FACTS, *es.PAIRS, *fr.PAIRS, *de.PAIRS, *pt.PAIRS)]
ASKED += [question for question, _ in (*he.PAIRS, *ar.PAIRS, *hi.PAIRS)]


@pytest.mark.parametrize("question", ASKED)
def test_the_guard_accepts_what_the_rules_write(question: str) -> None:
    draft = written(question)
    assert isinstance(draft, SqlDraft)
    statements = [sql for sql in (draft.sql, draft.invoices_sql, draft.undated_sql) if sql]
    assert all("whatsapp_number = $1" in secure(sql, today=TODAY) for sql in statements)
