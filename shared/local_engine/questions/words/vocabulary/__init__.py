"""Words of each language as data; what they are used for is in the modules above."""

from collections.abc import Mapping

from shared.local_engine.questions.words.vocabulary.ar import ARABIC
from shared.local_engine.questions.words.vocabulary.de import GERMAN
from shared.local_engine.questions.words.vocabulary.en import ENGLISH
from shared.local_engine.questions.words.vocabulary.es import SPANISH
from shared.local_engine.questions.words.vocabulary.fr import FRENCH
from shared.local_engine.questions.words.vocabulary.he import HEBREW
from shared.local_engine.questions.words.vocabulary.hi import HINDI
from shared.local_engine.questions.words.vocabulary.pt import PORTUGUESE
from shared.local_engine.questions.words.vocabulary.shape import Vocabulary
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
