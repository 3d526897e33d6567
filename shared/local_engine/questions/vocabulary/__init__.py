"""Words of each language as data; what they are used for is in the modules above."""

from collections.abc import Mapping

from shared.local_engine.questions.concepts import Vocabulary
from shared.local_engine.questions.vocabulary.ar import ARABIC
from shared.local_engine.questions.vocabulary.de import GERMAN
from shared.local_engine.questions.vocabulary.en import ENGLISH
from shared.local_engine.questions.vocabulary.es import SPANISH
from shared.local_engine.questions.vocabulary.fr import FRENCH
from shared.local_engine.questions.vocabulary.he import HEBREW
from shared.local_engine.questions.vocabulary.hi import HINDI
from shared.local_engine.questions.vocabulary.pt import PORTUGUESE
from shared.safe_naming import Language

VOCABULARIES: Mapping[Language, Vocabulary] = {
    Language.ENGLISH: ENGLISH,
    Language.SPANISH: SPANISH,
    Language.FRENCH: FRENCH,
    Language.GERMAN: GERMAN,
    Language.PORTUGUESE: PORTUGUESE,
    Language.HEBREW: HEBREW,
    Language.ARABIC: ARABIC,
    Language.HINDI: HINDI,
}
