"""Whatever text arrives, the guard answers with a statement or a refusal, and soon."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from services.query_generator_service.guard import GuardRefusal, secure
from tests.statements import statements

TODAY = date(2026, 3, 15)
WORDS = sorted({word for sql in statements("legitimate.sql") + statements("attacks.sql") for word in sql.split()})


def verdict(sql: str) -> str:
    try:
        return secure(sql, today=TODAY)
    except GuardRefusal as refused:
        return refused.reason


@settings(max_examples=300, deadline=2000)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(lambda words: "SELECT " + " ".join(words)))
def test_mixed_up_statements_never_reach_another_table(sql: str) -> None:
    text = verdict(sql)
    outside = text.replace("FROM public.invoices WHERE whatsapp_number = $1", "")
    outside = outside.replace("FROM public.users WHERE whatsapp_number = $1", "")
    outside = outside.replace("FROM public.queries WHERE whatsapp_number = $1", "")
    assert "public." not in outside


@settings(max_examples=300, deadline=2000)
@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text: str) -> None:
    assert verdict(text)
    assert verdict(f"SELECT {text}")
