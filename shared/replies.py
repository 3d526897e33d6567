"""Every sentence a user sees; the wording itself is in shared/sentences/, one file a language."""

from shared.safe_naming import Language
from shared.sentences import ar, de, en, es, fr, he, hi, pt
from shared.sentences.names import Sentence

__all__ = ["Sentence", "say"]

CATALOGUES: dict[Language, dict[Sentence, str]] = {
    Language.ENGLISH: en.WORDING,
    Language.SPANISH: es.WORDING,
    Language.FRENCH: fr.WORDING,
    Language.GERMAN: de.WORDING,
    Language.PORTUGUESE: pt.WORDING,
    Language.HEBREW: he.WORDING,
    Language.ARABIC: ar.WORDING,
    Language.HINDI: hi.WORDING,
}


def say(sentence: Sentence, language: Language, **values: object) -> str:
    """The sentence in the language, with its fields filled in; English where a translation is missing."""
    wording = CATALOGUES.get(language, {}).get(sentence) or CATALOGUES[Language.ENGLISH][sentence]
    return wording.format(**values)
