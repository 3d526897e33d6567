"""Short questions that go on from the one before mean what the whole question would."""

from datetime import date

import pytest

from services.query_generator_service.phrases import WORDING
from services.query_generator_service.phrases.names import Phrase
from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.local_engine.questions import write_sql
from shared.safe_naming import Language

FIRST = {
    Language.ENGLISH: "How much did I spend in 2025?",
    Language.SPANISH: "¿Cuánto gasté en 2025?",
    Language.FRENCH: "Combien ai-je dépensé en 2025 ?",
    Language.GERMAN: "Wie viel habe ich 2025 ausgegeben?",
    Language.PORTUGUESE: "Quanto gastei em 2025?",
    Language.HEBREW: "כמה הוצאתי בשנת 2025?",
    Language.ARABIC: "كم أنفقت في عام 2025؟",
    Language.HINDI: "मैंने 2025 में कितना खर्च किया?",
}
SUGGESTED = (Phrase.NEXT_BY_VENDOR, Phrase.NEXT_BY_MONTH, Phrase.NEXT_LARGEST, Phrase.NEXT_LIST, Phrase.NEXT_TOTAL)

SHORT = {
    Language.ENGLISH: (
        "and in March?",
        "only cash",
        "by vendor",
        "and at Zara?",
        "how many?",
        "what about 2024?",
        "without Shell",
        "compared to 2024",
        "and the VAT?",
        "by month",
    ),
    Language.SPANISH: (
        "¿y en marzo?",
        "solo en efectivo",
        "por proveedor",
        "¿y en Zara?",
        "¿cuántas?",
        "¿y en 2024?",
        "sin Shell",
        "comparado con 2024",
        "¿y el IVA?",
        "por mes",
    ),
    Language.FRENCH: (
        "et en mars ?",
        "seulement en espèces",
        "par fournisseur",
        "et chez Zara ?",
        "combien de factures ?",
        "et en 2024 ?",
        "sans Shell",
        "comparé à 2024",
        "et la TVA ?",
        "par mois",
    ),
    Language.GERMAN: (
        "und im März?",
        "nur bar",
        "nach Händler",
        "und bei Zara?",
        "wie viele?",
        "und 2024?",
        "ohne Shell",
        "verglichen mit 2024",
        "und die Mehrwertsteuer?",
        "nach Monat",
    ),
    Language.PORTUGUESE: (
        "e em março?",
        "só em dinheiro",
        "por fornecedor",
        "e na Zara?",
        "quantas?",
        "e em 2024?",
        "sem Shell",
        "comparado com 2024",
        "e o IVA?",
        "por mês",
    ),
    Language.HEBREW: (
        "ומה עם מרץ?",
        "רק במזומן",
        "לפי ספק",
        "ובזארה?",
        "כמה חשבוניות?",
        "וב-2024?",
        "בלי Shell",
        "בהשוואה ל-2024",
        "ומה עם המע״מ?",
        "לפי חודש",
    ),
    Language.ARABIC: (
        "وفي مارس؟",
        "نقدا فقط",
        "حسب المتجر",
        "وفي Zara؟",
        "كم فاتورة؟",
        "وفي 2024؟",
        "بدون Shell",
        "مقارنة بعام 2024",
        "والضريبة؟",
        "حسب الشهر",
    ),
    Language.HINDI: (
        "और मार्च में?",
        "सिर्फ नकद",
        "दुकान के हिसाब से",
        "और Zara में?",
        "कितने बिल?",
        "और 2024 में?",
        "Shell के बिना",
        "2024 की तुलना में",
        "और टैक्स?",
        "महीने के हिसाब से",
    ),
}
"""The same short questions in each language."""


def written(text: str, *previous: str, language: Language = Language.ENGLISH) -> SqlDraft | CannotAnswer:
    payees = ("Shell", "Zara")
    today = date(2026, 3, 15)
    return write_sql(SqlRequest(text=text, today=today, language=language, payees=payees, previous=previous))


def sql_of(text: str, *previous: str, language: Language = Language.ENGLISH) -> str:
    draft = written(text, *previous, language=language)
    assert isinstance(draft, SqlDraft), draft
    return draft.sql


@pytest.mark.parametrize(
    ("previous", "text", "whole"),
    [
        ("How much did I spend at Zara in January?", "and in March?", "How much did I spend at Zara in March?"),
        ("How much did I spend at Zara in January?", "what about Shell?", "How much did I spend at Shell in January?"),
        ("How much did I spend in January?", "only cash", "How much did I spend in cash in January?"),
        ("How much did I spend in January?", "by vendor", "spending by vendor in January"),
        ("How many invoices do I have in 2025?", "by month", "How many invoices do I have by month in 2025?"),
        ("How much did I spend at Zara in January?", "how many?", "How many invoices at Zara in January?"),
        ("list the invoices of January", "the total", "total of January"),
        ("How much VAT did I pay in January?", "and in February?", "How much VAT did I pay in February?"),
        ("How much did I spend in January?", "compared to last year", "Compare January 2026 and January 2025"),
        ("list the invoices of January", "and VAT?", "How much VAT did I pay in January?"),
        ("How much did I spend last month?", "and the month before?", "How much did I spend in January?"),
        ("How much did I spend in January?", "and the previous month?", "How much did I spend in December?"),
        ("How much did I spend in January?", "and before that?", "How much did I spend in December?"),
        ("How much did I spend last month?", "und im Monat davor?", "How much did I spend in January?"),
        ("How much did I spend in January?", "¿y el mes anterior?", "How much did I spend in December?"),
        ("How much in the last 30 days?", "and the 30 days before?", "total from 15 January to 13 February 2026"),
        ("How much did I spend in January?", "and last month?", "How much did I spend in February?"),
        ("compare January and February", "and the month before?", "How much did I spend in December?"),
        ("How much did I spend at Zara in 2025?", "VAT by month", "VAT at Zara by month in 2025"),
        ("list the invoices of 2025", "VAT by vendor", "VAT by vendor in 2025"),
    ],
)
def test_what_is_said_anew_takes_the_place_of_what_was_said_before(previous: str, text: str, whole: str) -> None:
    assert sql_of(text, previous) == sql_of(whole)


def test_a_conversation_goes_on_over_several_short_questions() -> None:
    assert sql_of("only cash", "How much did I spend at Zara in January?", "and in March?") == sql_of(
        "How much did I spend at Zara in cash in March?"
    )


@pytest.mark.parametrize(
    "text", ["How many invoices do I have?", "how much did I spend last week?", "shell", "list everything"]
)
def test_a_whole_question_does_not_go_on(text: str) -> None:
    assert sql_of(text, "How much did I spend at Zara in January?") == sql_of(text)


@pytest.mark.parametrize("text", ["delete them", "and next month?", "tell me a joke", "and the weather?"])
def test_what_is_refused_is_refused_also_as_a_short_question(text: str) -> None:
    assert isinstance(written(text, "How much did I spend in January?"), CannotAnswer)


@pytest.mark.parametrize("text", ["and in March?", "only cash", "by vendor"])
def test_nothing_goes_on_without_a_question_before(text: str) -> None:
    assert sql_of("How much did I spend in January?") != getattr(written(text), "sql", "")


@pytest.mark.parametrize("language", list(FIRST))
@pytest.mark.parametrize("suggested", SUGGESTED)
def test_what_is_suggested_is_understood_after_the_question(language: Language, suggested: Phrase) -> None:
    sql = sql_of(WORDING[language][suggested], FIRST[language], language=language)
    assert "DATE '2025-01-01' AND DATE '2025-12-31'" in sql


@pytest.mark.parametrize("language", list(SHORT))
@pytest.mark.parametrize("number", range(len(SHORT[Language.ENGLISH])))
def test_short_questions_go_on_in_every_language(language: Language, number: int) -> None:
    english = sql_of(SHORT[Language.ENGLISH][number], FIRST[Language.ENGLISH])
    assert sql_of(SHORT[language][number], FIRST[language], language=language) == english
