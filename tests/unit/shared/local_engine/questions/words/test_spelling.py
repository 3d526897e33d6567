"""Misspelt words, and brands in another script."""

import pytest

from shared.local_engine.questions.words.scripts import bones
from shared.local_engine.questions.words.spelling import Spelling, distance

SPELLING = Spelling(["january", "spent", "receipts", "invoice", "average", "total"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [("januray", "january"), ("spnt", "spent"), ("rcpts", "receipts"), ("invocie", "invoice"), ("totl", None)],
)
def test_a_misspelt_word_is_the_one_it_is_near_to(written: str, meant: str | None) -> None:
    assert SPELLING.meant(written) == meant


@pytest.mark.parametrize("written", ["lidl", "zxcv", "weather", "verage", "a"])
def test_a_word_near_to_none_stays_unknown(written: str) -> None:
    assert SPELLING.meant(written) is None


def test_distance_counts_a_swap_of_neighbours_once() -> None:
    assert distance("invocie", "invoice", 2) == 1


@pytest.mark.parametrize(
    ("foreign", "latin"),
    [("וולט", "Wolt"), ("אובר", "Uber"), ("ايكيا", "IKEA"), ("स्विगी", "Swiggy"), ("उबर", "Uber"), ("امازون", "Amazon")],
)
def test_a_brand_sounds_the_same_in_every_script(foreign: str, latin: str) -> None:
    assert bones(foreign) == bones(latin)
