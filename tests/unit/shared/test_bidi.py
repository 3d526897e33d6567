"""Figures and names keep their order inside sentences of the other direction."""

import pytest

from shared.bidi import embedded, figure_isolated, isolated, line_started
from shared.safe_naming import Language


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Shell", Language.ENGLISH, "Shell"),
        ("Shell", Language.HEBREW, "\u2068Shell\u2069"),
        ("שופרסל", Language.ENGLISH, "\u2068שופרסל\u2069"),
        ("2026-03-01", Language.ARABIC, "\u20682026-03-01\u2069"),
        ("2026-03-01", Language.HINDI, "2026-03-01"),
        ("", Language.HEBREW, ""),
    ],
)
def test_names_and_days_are_isolated_where_directions_meet(text: str, language: Language, expected: str) -> None:
    assert isolated(text, language) == expected


def test_an_amount_reads_left_to_right() -> None:
    assert figure_isolated("-5.00 ILS", Language.HEBREW) == "\u2066-5.00 ILS\u2069"
    assert figure_isolated("-5.00 EUR", Language.GERMAN) == "-5.00 EUR"


def test_a_line_begins_on_its_languages_side() -> None:
    assert line_started("• Shell", Language.ARABIC) == "\u200f• Shell"
    assert line_started("• Shell", Language.FRENCH) == "• Shell"
    assert embedded("x", Language.HEBREW)[0] == "\u2067"
