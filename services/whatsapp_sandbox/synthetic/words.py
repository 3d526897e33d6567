"""What papers say in each language, from words/*.txt. All shops, people and places are made up."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

Words = Mapping[str, tuple[str, ...]]
_FOLDER = Path(__file__).with_name("words")


@cache
def words_of(language: str) -> Words:
    """Lines of `key: one way | another way`; English stands in for keys that a language does not have."""
    lines = (line.partition(":") for line in (_FOLDER / f"{language}.txt").read_text("utf-8").splitlines() if line)
    own = {key.strip(): tuple(way.strip() for way in ways.split("|")) for key, _, ways in lines}
    return own if language == "en-GB" else {**words_of("en-GB"), **own}
