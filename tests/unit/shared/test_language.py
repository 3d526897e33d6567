import pytest

from shared.language import detect_language
from shared.safe_naming import Language

EN, ES, FR, DE = Language.ENGLISH, Language.SPANISH, Language.FRENCH, Language.GERMAN
PT, HE, AR, HI = Language.PORTUGUESE, Language.HEBREW, Language.ARABIC, Language.HINDI


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hello", EN),
        ("Hi!", EN),
        ("thanks", EN),
        ("how much did I spend last month?", EN),
        ("biggest bill this year", EN),
        ("hola", ES),
        ("¿Cuánto gasté en enero?", ES),
        ("cuanto gaste el mes pasado", ES),
        ("facturas de Mercadona", ES),
        ("bonjour", FR),
        ("Combien ai-je dépensé chez Carrefour ?", FR),
        ("merci", FR),
        ("hallo", DE),
        ("Wie viel habe ich im März ausgegeben?", DE),
        ("wieviel mwst habe ich gezahlt", DE),
        ("oi", PT),
        ("Olá", PT),
        ("Quanto gastei no mês passado?", PT),
        ("quanto gastei em março", PT),
        ("שלום", HE),
        ("כמה הוצאתי ב-Amazon?", HE),
        ("مرحبا", AR),
        ("كم أنفقت الشهر الماضي؟", AR),
        ("नमस्ते", HI),
        ("मैंने पिछले महीने कितना खर्च किया?", HI),
    ],
)
def test_a_text_tells_its_language(text: str, language: Language) -> None:
    assert detect_language(text) is language


@pytest.mark.parametrize("text", ["", "1", "0", "ok", "menu", "Mercadona", "👍", "12.50 EUR", "Aldi 2026", "?"])
def test_what_has_no_language_has_none(text: str) -> None:
    assert detect_language(text) is None
