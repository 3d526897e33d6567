"""A question -> its language and its tags, step by step. Pure."""

from collections.abc import Callable, Iterable, Sequence

from shared.local_engine.questions.words.askers import without_askers, without_reminders
from shared.local_engine.questions.words.capitals import with_names
from shared.local_engine.questions.words.context import with_bit, without_asides, without_false_rates
from shared.local_engine.questions.words.language import language_of
from shared.local_engine.questions.words.lexicon import lexicon
from shared.local_engine.questions.words.numerals import join_numbers
from shared.local_engine.questions.words.payees import PayeeFinder
from shared.local_engine.questions.words.prefixes import with_prefixes_apart
from shared.local_engine.questions.words.tagging import tag
from shared.local_engine.questions.words.tags import Tag
from shared.local_engine.questions.words.tokens import tokenise
from shared.safe_naming import Language

_STEPS: tuple[Callable[[Sequence[Tag]], Sequence[Tag]], ...] = (
    with_prefixes_apart,
    without_false_rates,
    with_bit,
    without_reminders,
    without_askers,
    without_asides,
)
"""What tags mean beside each other."""


def read(text: str, payees: Iterable[str], hint: Language) -> tuple[Language, Sequence[Tag]]:
    """No tags: nothing was said."""
    finder = PayeeFinder(payees)
    tokens = tokenise(text)
    language = language_of(finder.others(tokens) or tokens, hint)
    words = lexicon(language)
    found = tag(text, words, finder)
    tags: Sequence[Tag] = join_numbers(text, found if words.capital_nouns else with_names(found))
    for step in _STEPS:
        tags = step(tags)
    return language, tags
