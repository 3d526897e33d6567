"""A question as a row of tags: known phrases, numbers, dates written out, the user's payees, unknown words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.lexicon import Lexicon, Meaning, Value
from shared.local_engine.questions.normalise import Token, to_number, tokenise

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.,])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)?\d\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?![\d])|(?<![\d/.])(\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_THOUSANDS = {"k": 1000.0, "mil": 1000.0}
_LAST_DAY = 31
_SMALL_WORD = 3
"""No longer words stay small in a title."""
_ORDINAL_ENDINGS = frozenset("st nd rd th er ere eme e o a te ten".split())


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
        }

    @property
    def unknown(self) -> bool:
        return not (self.concepts or self.number is not None or self.day or self.month or self.payees)


PayeeFinder = Callable[[Sequence[Token], int, Lexicon], tuple[tuple[str, ...], int] | None]


def tag(text: str, lexicon: Lexicon, find_payees: PayeeFinder) -> list[Tag]:
    """Left to right, the longest match first; dates before payees before vocabulary before bare numbers."""
    digits = "".join(_ascii_digit(char) for char in text)
    dates = {start: (end, day, month) for start, end, day, month in _dates(digits)}
    tokens = _corrected(tokenise(text), text, lexicon, find_payees)
    tags: list[Tag] = []
    index = 0
    while index < len(tokens):
        found = _date_tag(text, tokens, index, dates) or _payee_tag(text, tokens, index, lexicon, find_payees)
        found = found or _phrase_tag(text, tokens, index, lexicon)
        found = found or _number_or_unknown(text, tokens, index)
        before = tags[-1].end if tags else 0
        tags.append(replace(found[0], gap=text[before : found[0].start]))
        index += found[1]
    return tags


def _ascii_digit(char: str) -> str:
    return str(int(char)) if char.isdecimal() else char


def _dates(text: str) -> Iterator[tuple[int, int, date | None, tuple[int, int] | None]]:
    taken: set[int] = set()
    for found in (*_ISO.finditer(text), *_DAY_FIRST.finditer(text), *_YEAR_MONTH.finditer(text)):
        if taken.isdisjoint(range(*found.span())) and (value := _date_value(found)):
            taken.update(range(*found.span()))
            yield (*found.span(), *value)


def _date_value(found: re.Match[str]) -> tuple[date | None, tuple[int, int] | None] | None:
    numbers = [int(group) for group in found.groups() if group]
    if found.re is _ISO:
        candidates = [(numbers[0], numbers[1], numbers[2])]
    elif found.re is _DAY_FIRST:
        year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
        candidates = [(year, numbers[1], numbers[0]), (year, numbers[0], numbers[1])]
    else:
        year, month = max(numbers), min(numbers)
        return (None, (year, month)) if 1 <= month <= 12 else None
    for candidate in candidates:
        try:
            return date(*candidate), None
        except ValueError:
            continue
    return None


Found = tuple[Tag, int]


def _date_tag(
    text: str, tokens: Sequence[Token], index: int, dates: dict[int, tuple[int, date | None, tuple[int, int] | None]]
) -> Found | None:
    if tokens[index].start not in dates:
        return None
    end, day, month = dates[tokens[index].start]
    length = sum(token.start < end for token in tokens[index:])
    return Tag(tokens[index].start, end, text[tokens[index].start : end], (), day=day, month=month), length


def _payee_tag(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon, find: PayeeFinder) -> Found | None:
    found = find(tokens, index, lexicon)
    if found is None:
        return None
    payees, length = found
    phrase = lexicon.longest_at(tokens, index)
    if phrase and phrase[1] > length and any(said.concept is Concept.METHOD_NAME for said in phrase[0].meanings):
        return None  # `Apple Pay` is not paid to Apple
    return _spanning(text, tokens[index : index + length], payees=payees), length


def _phrase_tag(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Found | None:
    found = lexicon.longest_at(tokens, index)
    if found and found[1] > 1 and _begins_a_bound(tokens, index + found[1] - 1, lexicon):
        found = lexicon.longest_at(tokens[: index + found[1] - 1], index)
    if found is None:
        return None
    phrase, length = found
    if length > 1 and tokens[index].is_number and tokens[index].end != tokens[index + 1].start:
        return None  # `1 a 15` is no `1a`
    return _spanning(text, tokens[index : index + length], meanings=phrase.meanings), length


def _begins_a_bound(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """`gasté más` is not the most where `más de 300` follows."""
    found = lexicon.longest_at(tokens, index)
    concepts = {meaning.concept for meaning in found[0].meanings} if found else set()
    if found is None or found[1] < 2 or concepts.isdisjoint((Concept.OVER, Concept.UNDER)):
        return False
    return any(token.is_number for token in tokens[index + found[1] : index + found[1] + 2])


def _corrected(tokens: list[Token], text: str, lexicon: Lexicon, find_payees: PayeeFinder) -> list[Token]:
    """With misspelt words put right; a capital after `at` or inside a sentence begins a name, unless a month."""
    kept: list[Token] = []
    titled = all(text[token.start].isupper() for token in tokens if len(token.text) > _SMALL_WORD)
    for index, token in enumerate(tokens):
        capital = text[token.start].isupper() and index > 0
        led = capital and lexicon.leads_to_a_name(tokens[index - 1].text)
        name = led or (capital and not (titled or lexicon.capital_nouns))
        meant = None if token.is_number else _owner(token, text, lexicon) or lexicon.meant(token.text, name=name)
        kept.append(replace(token, text=meant) if meant and not find_payees(tokens, index, lexicon) else token)
    return kept


def _owner(token: Token, text: str, lexicon: Lexicon) -> str | None:
    """`partner's` is the partner, where `partners` is no word of ours."""
    owned = text[token.start : token.end][-2:] in ("'s", "’s") and not lexicon.knows(token.text)
    return token.text[:-1] if owned and lexicon.knows(token.text[:-1]) else None


def _number_or_unknown(text: str, tokens: Sequence[Token], index: int) -> Found:
    token = tokens[index]
    if not token.is_number:
        return _spanning(text, [token]), 1
    number = to_number(token.text)
    if len(token.text) == 2 and token.start and text[token.start - 1] in "'’":  # `Q4 '25`
        return replace(_spanning(text, [token], number=2000 + number), words=(f"20{token.text}",)), 1
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if following in _THOUSANDS:
        return _spanning(text, tokens[index : index + 2], number=number * _THOUSANDS[following]), 2
    if following in _ORDINAL_ENDINGS and tokens[index + 1].start == token.end and number <= _LAST_DAY:
        return _spanning(text, tokens[index : index + 2], number=number), 2
    return _spanning(text, [token], number=number), 1


def _spanning(
    text: str,
    tokens: Sequence[Token],
    *,
    meanings: tuple[Meaning, ...] = (),
    number: float | None = None,
    payees: tuple[str, ...] = (),
) -> Tag:
    start, end = tokens[0].start, tokens[-1].end
    return Tag(
        start,
        end,
        text[start:end],
        tuple(token.text for token in tokens),
        meanings,
        number,
        payees=payees,
        concepts=frozenset(meaning.concept for meaning in meanings),
    )
