"""The shape of a language's vocabulary, and the names of money and means of payment that every language shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.local_engine.questions.concepts import Concept

Words = Mapping[Concept, str]
"""Phrases separated by `|`; a word that ends in `*` stands for every word that begins so."""


@dataclass(frozen=True)
class Vocabulary:
    """One language as data. `months` begins with January, `weekdays` with Monday; spellings are folded on loading."""

    words: Words
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: Mapping[int, str]
    ordinals: Mapping[int, str]
    currencies: Mapping[str, str] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    seasons: Mapping[int, str] = field(default_factory=dict)
    """By their first month: those of the north, in Portuguese those of Brazil."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """By month and day; only those that fall on the same day each year."""
    prefixes: tuple[str, ...] = ()
    """Little words written as one with the next (Hebrew, Arabic)."""
    capital_nouns: bool = False
    endings: tuple[str, ...] = ()
    """What a word may end in without meaning anything else, such as the Arabic accusative."""


EVERYWHERE_METHODS: Mapping[str, str] = {
    "visa": "visa",
    "mastercard": "mastercard|master card",
    "amex": "amex|american express",
    "paypal": "paypal|pay pal",
    "bizum": "bizum",
    "pix": "pix",
    "boleto": "boleto|boletos",
    "upi": "upi",
    "net banking": "net banking|netbanking",
    "bit": (
        "pay with bit|paying with bit|with bit|by bit|via bit|using bit|through bit|on bit|paid bit|bit payments|bit payment|"
        "bit transactions|bit purchases|bit total|bit app|con bit|com bit|"
        "avec bit|mit bit"
    ),
    "apple pay": "apple pay",
    "google pay": "google pay|gpay",
}
EVERYWHERE_CURRENCIES: Mapping[str, str] = {
    "USD": "usd|us$|$",
    "EUR": "eur|€",
    "GBP": "gbp|£",
    "ILS": "ils|nis|₪",
    "INR": "inr|₹|rs",
    "BRL": "brl|r$",
    "AED": "aed|dhs",
    "CHF": "chf",
    "JPY": "jpy|¥",
    "MXN": "mxn",
}
