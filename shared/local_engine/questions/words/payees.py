"""Which of the user's own payees a question names: accents, case, typos, a brand inside a longer name."""

import re
from collections.abc import Iterable, Sequence

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.words.lexicon import Lexicon
from shared.local_engine.questions.words.payee_names import KIND_OF_SHOP, Payee
from shared.local_engine.questions.words.scripts import MIN_BONES, SURE_BONES, bones, is_foreign
from shared.local_engine.questions.words.spelling import distance
from shared.local_engine.questions.words.tokens import Token, tokenise

MAX_WORDS = 6
PLACES = frozenset("at @ chez bei beim אצל عند لدى".split())
"""Prepositions that lead to a shop wherever they stand; others need a word of buying before them."""
_A_YEAR = re.compile("20[12][0-9]")  # `Uber 2025`; an amount behind `über` is hardly ever one
_WEAK = frozenset(
    {
        Concept.FILLER, Concept.GREETING, Concept.CATEGORY, Concept.OFF_TOPIC, Concept.UNRECORDED, Concept.OVER,
        Concept.LIST,
    }
)  # fmt: skip
_LEADING = {
    Concept.AT_VENDOR, Concept.INVOICE, Concept.EXPENSE, Concept.SPEND, Concept.EXCLUDING, Concept.WITHOUT,
}  # fmt: skip
_GLUE = frozenset("the a el la los las le les de do da del and of at in on from to at i e y et und".split())


class PayeeFinder:
    """Built once per question from the payees as stored (spellings included)."""

    def __init__(self, names: Iterable[str]) -> None:
        parsed = ((name, tuple(token.text for token in tokenise(name))) for name in names)
        self._payees = tuple(Payee(name, words) for name, words in parsed if words)

    def __call__(self, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int] | None:
        """The payees named from `index` on, and how many words name them."""
        if tokens[index].is_initials and (names := self._with_initials(tokens[index].text)):
            return names, 1
        prefixed = [tokens[index].text, *_without_prefix(tokens[index].text, lexicon)]
        for form in prefixed:
            for length in range(min(MAX_WORDS, len(tokens) - index), 0, -1):
                words = (form, *(token.text for token in tokens[index + 1 : index + length]))
                names = self._containing(words)
                if names and self._is_a_name(words, names, tokens, index, lexicon):
                    return self._widened(words, names), length
        if plural := self._several(tokens[index].text, lexicon):
            return plural, 1
        for form in prefixed:
            if names := self._sounding_together(form, tokens, index, lexicon):
                return names, 2
            if names := self._misspelt(form, tokens, index, lexicon) or self._sounding(form, tokens, index, lexicon):
                return names, 1
        return None

    def others(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that are no payee's whole name: `ola` is no greeting where Ola is paid."""
        names = {payee.words[0] for payee in self._payees if KIND_OF_SHOP.issuperset(payee.words[1:])}
        return [token for token in tokens if token.text not in names]

    def _with_initials(self, letters: str) -> tuple[str, ...]:
        """`m&s` is `M&S Foodhall` and `Marks & Spencer`."""
        return tuple(
            payee.name
            for payee in self._payees
            if payee.words[0] == letters
            or ("&" in payee.name and "".join(word[0] for word in payee.words[: len(letters)]) == letters)
        )

    def _containing(self, words: Sequence[str]) -> tuple[str, ...]:
        wanted = "".join(words)
        return tuple(payee.name for payee in self._payees if payee.holds(wanted))

    def _is_a_name(
        self, words: Sequence[str], names: Sequence[str], tokens: Sequence[Token], index: int, lexicon: Lexicon
    ) -> bool:
        """Ordinary words are a payee only when they are its whole name or stand beside a word of its own."""
        wanted = "".join(words)
        if wanted.isdigit() or len(wanted) < 2:
            return False
        whole = any(wanted in ("".join(payee.words), "".join(payee.brand)) for payee in self._payees)
        own = [word for word in words if not lexicon.knows(word) and not word.isdigit()]
        if len(words) > 1:
            return whole or (bool(own) and words[0] not in _GLUE and words[-1] not in _GLUE)
        if own:
            return len(wanted) > 2 or whole
        found = lexicon.longest_at(tokens, index)
        concepts = {meaning.concept for meaning in found[0].meanings} if found else set()
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        bound = Concept.OVER in concepts and following[:1].isdigit() and not _A_YEAR.fullmatch(following)
        at_shop = index > 0 and tokens[index - 1].text in PLACES
        whole = whole or (at_shop and any(payee.words[0] == wanted for payee in self._payees))  # `at Metro`
        return (
            whole
            and not bound
            and concepts <= _WEAK
            and not concepts <= {Concept.GREETING, Concept.FILLER, Concept.LIST}
        )

    def _widened(self, words: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
        """`Gett taxi` means every payee that begins with Gett: the words after a brand only say what it sells."""
        if len(words) > 1 and all(word in KIND_OF_SHOP for word in words[1:]) and words[0] not in KIND_OF_SHOP:
            return tuple(payee.name for payee in self._payees if payee.words[0] == words[0] or payee.name in names)
        return names

    def _several(self, word: str, lexicon: Lexicon) -> tuple[str, ...]:
        """`ubers`."""
        single = word[:-1]
        if len(single) < 4 or not word.endswith("s") or lexicon.knows(word) or lexicon.knows(single):
            return ()
        return () if single in KIND_OF_SHOP else self._containing((single,))

    def _misspelt(self, word: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, ...]:
        if len(word) < 5 or lexicon.knows(tokens[index].text) or word[0].isdigit():
            return ()
        allowed = 1 if len(word) < 8 else 2
        close = {
            part
            for payee in self._payees
            for part in (*payee.words, "".join(payee.words), "".join(payee.words[:2]))
            if len(part) >= 5 and part not in KIND_OF_SHOP and distance(word, part, allowed) <= allowed
        }
        if not close:
            return ()
        nearest = min(close, key=lambda part: (distance(word, part, allowed), part))
        return self._containing((nearest,))

    def _sounding(self, word: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, ...]:
        """A name in Latin letters, asked for in the letters of the question."""
        if not is_foreign(word) or lexicon.knows(tokens[index].text) or lexicon.knows(word):
            return ()
        if lexicon.longest_at(tokens, index):
            return ()
        sound = bones(word)
        beside = word != tokens[index].text or _beside_preposition(tokens, index, lexicon)
        if len(sound) < (MIN_BONES if beside else SURE_BONES):
            return ()
        return tuple(payee.name for payee in self._payees if not is_foreign(payee.name) and payee.sounds_like(sound))

    def _sounding_together(self, word: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> tuple[str, ...]:
        """Two words in the letters of the question for two words in Latin ones."""
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if not (is_foreign(word) and is_foreign(following)) or lexicon.knows(following):
            return ()
        first, second = bones(word), bones(following)
        if not (first and second):
            return ()
        return tuple(
            payee.name for payee in self._payees if tuple(bones(part) for part in payee.words[:2]) == (first, second)
        )


def _beside_preposition(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Before the name, or behind it as in Hindi; what is bought or left out leads to a name too."""
    for at, concepts in ((index - 1, _LEADING), (index + 1, {Concept.AT_VENDOR, Concept.AND, Concept.OR})):
        found = lexicon.longest_at(tokens, at) if 0 <= at < len(tokens) else None
        if found and not concepts.isdisjoint(meaning.concept for meaning in found[0].meanings):
            return True
    return False


def _without_prefix(word: str, lexicon: Lexicon) -> list[str]:
    return [
        word[len(prefix) :] for prefix in lexicon.prefixes if word.startswith(prefix) and len(word) - len(prefix) >= 2
    ]
