"""Finds the phrases of a language's vocabulary in the words of a question. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.words.spelling import UNCORRECTED, Spelling
from shared.local_engine.questions.words.tokens import Token, tokenise
from shared.local_engine.questions.words.vocabulary import VOCABULARIES
from shared.local_engine.questions.words.vocabulary.shape import EVERYWHERE_CURRENCIES, EVERYWHERE_METHODS, Vocabulary
from shared.safe_naming import Language

Value = int | str | float | tuple[str, ...] | None
_CAPITALS = (Concept.MONTH_NAME, Concept.WEEKDAY_NAME, Concept.HOLIDAY, Concept.SEASON, Concept.METHOD_NAME)
_MIN_STEM = 2
_MIN_ENDED = 3
_REMEMBERED = 20_000
_SIGNS = {"q": Concept.QUARTER, "h": Concept.HALF, "+": Concept.AT_LEAST, ">": Concept.OVER, "<": Concept.UNDER}


@dataclass(frozen=True)
class Meaning:
    concept: Concept
    value: Value = None


@dataclass(frozen=True)
class Phrase:
    """A phrase may mean several things ("more than"); the parser takes what its place asks for."""

    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]


class Lexicon:
    """One language, ready to look words up in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.prefixes = vocabulary.prefixes
        self._endings = vocabulary.endings
        self.capital_nouns = vocabulary.capital_nouns
        meanings: dict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        for text, meaning in _entries(vocabulary):
            words = _pattern(text)
            if words and meaning not in meanings[words]:
                meanings[words].append(meaning)
        self._known: dict[str, bool] = {}
        self._exact: dict[str, list[Phrase]] = defaultdict(list)
        self._stems: dict[str, list[Phrase]] = defaultdict(list)
        for words, found in meanings.items():
            phrase = Phrase(words, tuple(found))
            first = words[0]
            (self._stems[first[:_MIN_STEM]] if first.endswith("*") else self._exact[first]).append(phrase)
        self._days = frozenset(
            word
            for words, found in meanings.items()
            if any(item.concept in _CAPITALS for item in found)
            for word in words
        )
        self._words = frozenset(word for words in meanings for word in words)
        self._spelling = Spelling(
            word
            for words, found in meanings.items()
            if not UNCORRECTED & {item.concept for item in found}
            for word in words
            if not word.endswith("*")
        )

    def longest_at(self, tokens: Sequence[Token], index: int) -> tuple[Phrase, int] | None:
        """The longest phrase that begins at `index`, and how many words it takes."""
        best: Phrase | None = None
        heaviest: tuple[int, ...] = ()
        for form in self._forms(tokens[index].text):
            as_written = form == tokens[index].text  # of two words as long, the one without a prefix taken off
            for phrase in (*self._exact.get(form, ()), *self._stems.get(form[:_MIN_STEM], ())):
                weight = (len(phrase.words), as_written, *_weight(phrase))
                if weight > heaviest and self._fits(phrase, tokens, index, form):
                    best, heaviest = phrase, weight
        return (best, len(best.words)) if best else None

    def meant(self, word: str, *, name: bool = False) -> str | None:
        """The word of a phrase that a misspelt one stands for; `name`: it can be a name, if it is no month."""
        if not word.isalpha() or word in self._words or self.knows(word):
            return None
        found = self._spelling.meant(word)
        return found if not name or found in self._days else None

    def leads_to_a_name(self, word: str) -> bool:
        return any(
            meaning.concept is Concept.AT_VENDOR for phrase in self._exact.get(word, ()) for meaning in phrase.meanings
        )

    def knows(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self.longest_at([Token(word, 0, 0)], 0) is not None
            if len(self._known) < _REMEMBERED:
                self._known[word] = known
        return known

    def _fits(self, phrase: Phrase, tokens: Sequence[Token], index: int, first_form: str) -> bool:
        if index + len(phrase.words) > len(tokens) or not _matches(phrase.words[0], first_form):
            return False
        return all(
            any(_matches(pattern, form) for form in self._forms(token.text))
            for pattern, token in zip(phrase.words[1:], tokens[index + 1 : index + len(phrase.words)], strict=True)
        )

    def _forms(self, word: str) -> Iterable[str]:
        yield word
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= 2:
                yield word[len(prefix) :]
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= _MIN_ENDED:
                yield word[: -len(ending)]


def _weight(phrase: Phrase) -> tuple[int, int]:
    exact = sum(not word.endswith("*") for word in phrase.words)
    return exact, sum(map(len, phrase.words))


def _matches(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _pattern(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for part in text.split():
        tokens = tokenise(part.rstrip("*"))
        words.extend(token.text for token in tokens)
        if part.endswith("*") and tokens:
            words[-1] += "*"
    return tuple(words)


def _entries(vocabulary: Vocabulary) -> Iterable[tuple[str, Meaning]]:
    for concept, phrases in vocabulary.words.items():
        yield from ((phrase, Meaning(concept)) for phrase in phrases.split("|"))
    yield from ((sign, Meaning(concept)) for sign, concept in _SIGNS.items())
    for number, phrases in enumerate(vocabulary.months, 1):
        yield from ((phrase, Meaning(Concept.MONTH_NAME, number)) for phrase in phrases.split("|"))
    for number, phrases in enumerate(vocabulary.weekdays, 1):
        yield from ((phrase, Meaning(Concept.WEEKDAY_NAME, number)) for phrase in phrases.split("|"))
    for number, phrases in vocabulary.numbers.items():
        yield from ((phrase, Meaning(Concept.NUMBER_WORD, number)) for phrase in phrases.split("|"))
    for number, phrases in vocabulary.ordinals.items():
        yield from ((phrase, Meaning(Concept.ORDINAL, number)) for phrase in phrases.split("|"))
    for first_month, phrases in vocabulary.seasons.items():
        yield from ((phrase, Meaning(Concept.SEASON, first_month)) for phrase in phrases.split("|"))
    for day, phrases in vocabulary.holidays.items():
        yield from ((phrase, Meaning(Concept.HOLIDAY, day)) for phrase in phrases.split("|"))
    for tables in ((EVERYWHERE_CURRENCIES, vocabulary.currencies), (EVERYWHERE_METHODS, vocabulary.methods)):
        concept = Concept.CURRENCY_NAME if tables[0] is EVERYWHERE_CURRENCIES else Concept.METHOD_NAME
        for table in tables:
            for code, phrases in table.items():
                yield from ((phrase, Meaning(concept, code)) for phrase in phrases.split("|"))


@cache
def lexicon(language: Language) -> Lexicon:
    return Lexicon(VOCABULARIES[language])
