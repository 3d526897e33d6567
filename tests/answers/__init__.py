"""Questions with their gold answers, as people type them."""

from tests.answers import (
    arabic,
    eighth_batch,
    eleventh_batch,
    english_money,
    english_refused,
    english_rows,
    fifth_batch,
    fourteenth_batch,
    fourth_english,
    fourth_european,
    fourth_refused,
    fourth_scripts,
    french,
    german,
    hebrew,
    hindi,
    more_english,
    more_european,
    more_scripts,
    ninth_batch,
    portuguese,
    seventh_batch,
    sixth_batch,
    spanish,
    tenth_batch,
    third_batch,
    thirteenth_batch,
    twelfth_batch,
)

ALL_CASES = [
    case
    for module in (
        english_money, english_rows, english_refused, spanish, french, german, portuguese, hebrew, arabic, hindi,
        more_english, more_european, more_scripts, third_batch,
        fourth_english, fourth_refused, fourth_european, fourth_scripts, fifth_batch, sixth_batch, seventh_batch, eighth_batch,
        ninth_batch, tenth_batch, eleventh_batch, twelfth_batch, thirteenth_batch, fourteenth_batch,
    )
    for case in module.CASES
]  # fmt: skip
