from decimal import Decimal

import pytest

from shared.money import written
from shared.safe_naming import Language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ENGLISH, "-1,234,567.50 EUR"),
        (Language.HEBREW, "-1,234,567.50 EUR"),
        (Language.SPANISH, "-1.234.567,50 EUR"),
        (Language.FRENCH, "-1\u202f234\u202f567,50 EUR"),
    ],
)
def test_amounts_are_written_as_the_language_does(language: Language, text: str) -> None:
    assert written(Decimal("-1234567.5"), "EUR", language) == text


def test_an_unknown_currency_is_left_out() -> None:
    assert written(Decimal("5"), None, Language.ENGLISH) == "5.00"
