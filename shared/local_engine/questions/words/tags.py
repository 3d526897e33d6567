"""One unit of a question's meaning: what every later stage works on. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.words.lexicon import Meaning, Value


@dataclass(frozen=True)
class Tag:
    """One unit of meaning; unknown words have no meanings."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    meanings: tuple[Meaning, ...] = ()
    number: float | None = None
    day: date | None = None
    month: tuple[int, int] | None = None
    payees: tuple[str, ...] = ()
    gap: str = ""
    """What stands between this and the tag before, such as a dash."""
    concepts: frozenset[Concept] = field(default=frozenset())

    def has(self, *concepts: Concept) -> bool:
        return not self.concepts.isdisjoint(concepts)

    def value(self, concept: Concept) -> Value:
        return next((meaning.value for meaning in self.meanings if meaning.concept is concept), None)

    def meaning(self, *meanings: Meaning) -> "Tag":
        """The same words, taken for something else."""
        return replace(self, meanings=meanings, concepts=frozenset(item.concept for item in meanings))

    @property
    def amount(self) -> float | None:
        """In figures or as a word."""
        value = self.value(Concept.NUMBER_WORD)
        return self.number if self.number is not None else float(value) if isinstance(value, int) else None

    @property
    def filler(self) -> bool:
        return bool(self.concepts) and self.concepts <= {
            Concept.FILLER,
            Concept.GREETING,
            Concept.AT_VENDOR,
            Concept.DATE,
            Concept.GO_ON,
            Concept.TO_DATE,
            Concept.VISIT,
            Concept.EVERYTHING,
            Concept.REPORT,
            Concept.SPLIT,
            Concept.LARGEST_FIRST,
            Concept.SMALLEST_FIRST,
        }

    @property
    def unknown(self) -> bool:
        return not (self.concepts or self.number is not None or self.day or self.month or self.payees)


def mentions(tags: Iterable[Tag], *concepts: Concept) -> bool:
    return any(found.has(*concepts) for found in tags)
