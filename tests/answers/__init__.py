"""Questions with their gold answers, as people type them."""

from tests.answers import (
    arabic,
    english_money,
    english_refused,
    english_rows,
    french,
    german,
    hebrew,
    hindi,
    portuguese,
    spanish,
)

ALL_CASES = [
    case
    for module in (
        english_money, english_rows, english_refused, spanish, french, german, portuguese, hebrew, arabic, hindi
    )
    for case in module.CASES
]  # fmt: skip
