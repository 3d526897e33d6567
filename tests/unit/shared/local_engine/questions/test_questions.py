"""Questions in eight languages: English by what the SQL says, the others by meaning the same as English."""

from datetime import date

import pytest

from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.local_engine.questions import write_sql
from shared.safe_naming import Language
from tests.unit.shared.local_engine.questions.cases import ar, de, en, es, fr, he, hi, pt

TODAY = date(2026, 3, 15)
PAYEES = (
    "Shell", "SHELL STATION 42", "Shelly's Bakery", "Uber", "UBER *TRIP", "Amazon", "AMAZON EU SARL", "Café Müller",
    "El Corte Inglés", "EL CORTE INGLES", "McDonald's", "Mc Donald's", "MCDONALDS 0457", "Starbucks",
    "Starbucks Coffee #118", "Drop Shipping Ltd", "UPDATE Magazine", "Gett", "GETT TAXI", "Mercadona", "OLA",
    "IKEA Netanya", "Ikea", "Repsol", "שופרסל", "סופר-פארם", "ארומה תל אביב", "चाय पॉइंट", "Swiggy",
    "Robert'); DROP TABLE invoices;--",
)  # fmt: skip
OTHER_LANGUAGES = {"es": es, "fr": fr, "de": de, "pt": pt, "he": he, "ar": ar, "hi": hi}


def written(question: str) -> SqlDraft | CannotAnswer:
    return write_sql(SqlRequest(text=question, today=TODAY, language=Language.ENGLISH, payees=PAYEES))


def sql_of(question: str) -> str:
    draft = written(question)
    assert isinstance(draft, SqlDraft), f"{question!r} was refused: {draft}"
    return draft.sql


@pytest.mark.parametrize(("question", "fragments"), en.FACTS)
def test_english_questions_become_sql_that_says_what_was_asked(question: str, fragments: list[str]) -> None:
    sql = sql_of(question)
    assert [fragment for fragment in fragments if fragment not in sql] == [], sql


@pytest.mark.parametrize(
    ("question", "english"),
    [
        pytest.param(*pair, id=f"{language}-{number}")
        for language, cases in OTHER_LANGUAGES.items()
        for number, pair in enumerate(cases.PAIRS)
    ],
)
def test_the_same_question_in_another_language_becomes_the_same_sql(question: str, english: str) -> None:
    assert sql_of(question) == sql_of(english)


@pytest.mark.parametrize(("question", "why"), en.REFUSED)
def test_questions_that_invoices_cannot_answer_are_refused_with_the_reason(question: str, why: str) -> None:
    draft = written(question)
    assert isinstance(draft, CannotAnswer), draft
    assert draft.why == why


@pytest.mark.parametrize("question", [question for cases in OTHER_LANGUAGES.values() for question in cases.REFUSED])
def test_other_languages_refuse_the_same_things(question: str) -> None:
    assert isinstance(written(question), CannotAnswer)


def test_a_brand_is_found_inside_longer_names_but_not_inside_other_words() -> None:
    sql = sql_of("How much did I spend at shell?")
    assert "IN ('Shell', 'SHELL STATION 42')" in sql


@pytest.mark.parametrize("spelling", ["McDonalds", "mc donalds", "MCDONALD'S", "McDonnalds"])
def test_spellings_of_a_name_find_all_its_payees(spelling: str) -> None:
    assert "IN ('McDonald''s', 'Mc Donald''s', 'MCDONALDS 0457')" in sql_of(f"total at {spelling}")


def test_a_shop_may_be_called_like_what_is_bought() -> None:
    request = SqlRequest(text="total at Pizza", today=TODAY, language=Language.ENGLISH, payees=("Pizza Napoli 7",))
    draft = write_sql(request)
    assert isinstance(draft, SqlDraft)
    assert "IN ('Pizza Napoli 7')" in draft.sql


def test_accents_do_not_matter() -> None:
    assert "IN ('El Corte Inglés', 'EL CORTE INGLES')" in sql_of("spent at el corte ingles")


def test_a_payee_that_looks_like_sql_stays_a_quoted_text() -> None:
    assert "IN ('Robert''); DROP TABLE invoices;--')" in sql_of("How much did I pay Robert?")


def test_each_currency_has_a_row_of_its_own() -> None:
    sql = sql_of("How much did I spend last month?")
    assert sql.startswith("SELECT currency, SUM(expense_amount)")
    assert sql.endswith("GROUP BY currency")


def test_the_draft_tells_period_filters_and_the_invoices_behind_the_figure() -> None:
    draft = written("How much did I spend at Shell in cash last month?")
    assert isinstance(draft, SqlDraft)
    assert draft.measure == "total"
    assert draft.period is not None
    assert (draft.period.start, draft.period.end) == (date(2026, 2, 1), date(2026, 2, 28))
    assert draft.filters == ("Shell", "cash")
    assert draft.invoices_sql is not None
    assert "'SHELL STATION 42'" in draft.invoices_sql
    assert draft.undated_sql is not None


def test_comparing_two_payees_keeps_the_period_for_both() -> None:
    sql = sql_of("Did I spend more on Uber or Amazon in 2025?")
    assert "WHERE invoice_date BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' AND ((" in sql


@pytest.mark.parametrize("size", [1, 50, 5_000])
def test_endless_or_odd_text_is_no_accident(size: int) -> None:
    for text in ("how much " * size, "🦊" * size, "1.2.3." * size, "'; --" * size, "\x00" * size):
        written(text)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Shell in February and in April 2025", ("2025-02", "2025-04", "Shell")),
        ("how much in 2025 except December", ("≠ 2025-12",)),
        ("spending excluding VAT in 2025", ("excluding VAT",)),
        ("cumulative spending by month in 2025", ("cumulative",)),
        ("compare January and February 2025", ()),
    ],
)
def test_what_was_counted_is_said_in_the_users_words_or_without_any(question: str, labels: tuple[str, ...]) -> None:
    draft = written(question)
    assert isinstance(draft, SqlDraft)
    assert draft.filters == labels


def test_the_tax_is_shown_where_it_ranks() -> None:
    ranked, listed = written("Which invoices have the highest VAT?"), written("list my biggest invoices")
    assert isinstance(ranked, SqlDraft)
    assert isinstance(listed, SqlDraft)
    assert (ranked.shown, listed.shown) == (("vat",), ())
