import re
from string import Formatter

import pytest

from shared.delivery import MAX_TEXT, width
from shared.language import detect_language
from shared.replies import CATALOGUES, Sentence, say
from shared.safe_naming import Language

ENGLISH = CATALOGUES[Language.ENGLISH]
OTHERS = [language for language in Language if language is not Language.ENGLISH]


def fields(wording: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(wording) if name)


def test_every_language_has_its_own_wording() -> None:
    assert set(CATALOGUES) == set(Language)


@pytest.mark.parametrize("language", Language)
def test_no_sentence_is_missing(language: Language) -> None:
    assert set(Sentence) - set(CATALOGUES[language]) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_fields_of_the_english_sentence(language: Language) -> None:
    assert {name: fields(text) for name, text in CATALOGUES[language].items()} == {
        name: fields(text) for name, text in ENGLISH.items()
    }


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_not_the_english_sentence(language: Language) -> None:
    long = [name for name in Sentence if len(ENGLISH[name].split()) > 3]
    assert [name for name in long if CATALOGUES[language][name] == ENGLISH[name]] == []


@pytest.mark.parametrize("language", Language)
def test_a_sentence_is_in_the_language_it_is_for(language: Language) -> None:
    told = {name: detect_language(say(name, language)) for name in (Sentence.WELCOME, Sentence.MENU, Sentence.PRIVACY)}
    assert set(told.values()) == {language}


@pytest.mark.parametrize("language", Language)
def test_what_is_to_be_typed_is_marked_alike_in_every_language(language: Language) -> None:
    for name in (Sentence.MENU, Sentence.STILL_WORKING):
        wanted, given = re.findall(r"\*(\d)\*", ENGLISH[name]), re.findall(r"\*(\d)\*", CATALOGUES[language][name])
        assert given == wanted


@pytest.mark.parametrize("language", Language)
def test_the_longest_greeting_fits_into_one_message(language: Language) -> None:
    greeting = "\n".join(say(name, language) for name in (Sentence.WELCOME, Sentence.PRIVACY, Sentence.MENU))
    assert width(greeting) < MAX_TEXT


def test_fields_are_filled_in() -> None:
    assert say(Sentence.FILE_TOO_LARGE, Language.GERMAN, limit="16 MB").endswith("16 MB.")
