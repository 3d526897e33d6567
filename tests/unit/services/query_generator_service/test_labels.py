"""The words on workbooks and charts are there in every language."""

import pytest

from services.query_generator_service.labels import WORDING, column_title, month_name
from services.query_generator_service.labels.names import Label
from shared.safe_naming import Language

SHEETS = (Label.SUMMARY, Label.RESULT, Label.INVOICES, Label.PIVOT, Label.HOW)


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_every_label_with_its_field(language: Language) -> None:
    assert set(WORDING[language]) == set(Label)
    for name, english in WORDING[Language.ENGLISH].items():
        assert WORDING[language][name].strip()
        assert ("{n}" in english) is ("{n}" in WORDING[language][name]), name
    assert len({month_name(month, language) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("language", list(Language))
def test_excel_takes_the_names_of_the_sheets(language: Language) -> None:
    names = [WORDING[language][name] for name in SHEETS]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") and name.strip("'") == name for name in names)


def test_a_column_that_a_model_named_keeps_its_name() -> None:
    assert column_title("total_spent", Language.GERMAN) == "Total spent"
    assert column_title("payee_name", Language.GERMAN) == "Händler"
