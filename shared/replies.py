"""Every sentence a user sees; the wording itself is in shared/sentences/, one file a language."""

from shared.safe_naming import Language
from shared.sentences import en
from shared.sentences.names import Sentence

__all__ = ["Sentence", "say"]

CATALOGUES: dict[Language, dict[Sentence, str]] = {Language.ENGLISH: en.WORDING}


def say(sentence: Sentence, language: Language, **values: object) -> str:
    """The sentence in the language, with its fields filled in; English where a translation is missing."""
    wording = CATALOGUES.get(language, {}).get(sentence) or CATALOGUES[Language.ENGLISH][sentence]
    return wording.format(**values)
