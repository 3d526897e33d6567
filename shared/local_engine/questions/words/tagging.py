"""A question becomes a row of tags: known phrases, numbers, dates written out, the user's payees, unknown words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from shared.local_engine.questions.concepts import Concept
from shared.local_engine.questions.words.foreign_months import foreign_month
from shared.local_engine.questions.words.lexicon import Lexicon, Meaning
from shared.local_engine.questions.words.tags import Tag
from shared.local_engine.questions.words.tokens import Token, to_number, tokenise
from shared.local_engine.questions.words.written_dates import WrittenDate, written_dates

_THOUSANDS = {"k": 1000.0, "mil": 1000.0}
_LAST_DAY = 31
_SMALL_WORD = 3
"""No longer words stay small in a title."""
_ORDINAL_ENDINGS = frozenset("st nd rd th er ere eme e o a te ten".split())


FindPayees = Callable[[Sequence[Token], int, Lexicon], tuple[tuple[str, ...], int] | None]


def tag(text: str, lexicon: Lexicon, find_payees: FindPayees) -> list[Tag]:
    """Left to right, the longest match first; dates before payees before vocabulary before bare numbers."""
    dates = written_dates(text)
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


Found = tuple[Tag, int]


def _date_tag(text: str, tokens: Sequence[Token], index: int, dates: dict[int, WrittenDate]) -> Found | None:
    if tokens[index].start not in dates:
        return None
    end, day, month = dates[tokens[index].start]
    length = sum(token.start < end for token in tokens[index:])
    return Tag(tokens[index].start, end, text[tokens[index].start : end], (), day=day, month=month), length


def _payee_tag(text: str, tokens: Sequence[Token], index: int, lexicon: Lexicon, find: FindPayees) -> Found | None:
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


def _corrected(tokens: list[Token], text: str, lexicon: Lexicon, find_payees: FindPayees) -> list[Token]:
    """With misspelt words put right; a capital after `at` or inside a sentence begins a name, unless a month."""
    kept: list[Token] = []
    titled = all(text[token.start].isupper() for token in tokens if len(token.text) > _SMALL_WORD)
    for index, token in enumerate(tokens):
        following = tokens[index + 1].start if index + 1 < len(tokens) else token.start
        capital = text[token.start].isupper() and (index > 0 or (following > 0 and text[following].isupper()))
        led = capital and index > 0 and lexicon.leads_to_a_name(tokens[index - 1].text)
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
        month = foreign_month(token.text, tokens[index - 1].text if index else "")
        return _spanning(text, [token], meanings=(Meaning(Concept.MONTH_NAME, month),) if month else ()), 1
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
