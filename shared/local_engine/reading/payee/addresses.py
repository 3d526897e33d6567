"""What addresses look like: streets, towns and postcodes of many countries, however OCR ran them together."""

import re

from shared.local_engine.reading.paper.places import PROVINCES, STATES
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

POSTCODE = re.compile(r"\b\d{4,6}\b")
STREET = re.compile(
    r"(?:str|strasse|straat|weg|platz|gasse|allee|gatan|gata|gade|vej|vagen|veien|vei|katu|utca|laan|plein|kade|dijk|singel"
    r"|gracht|markt)\b\.?\s*\d"
)
GLUED_STREET = re.compile(r"\d{1,5}[a-z]{4,}(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|hwy|pkwy)\.?$")
HOUSE = re.compile(r"[^\W\d_]{4,}\.\s?\d{1,3}\s?[a-z]?$")  # a street however OCR read it: `Ringstn.20a`
_STREET_FIRST = re.compile(
    r"(?:rua|av|avenida|avda|rue|via|viale|calle|jl|jalan|jln|ul|piazza|plaza|largo|pra[çc]a)\b\.?\s*\S|c/\s?\w"
    r"|\d{1,4}\s?(?:bis|ter)?,?\s(?:rue|avenue|av|boulevard|bd|quai|place|chemin|route|impasse|all[ée]e|cours)\b",
    re.IGNORECASE,
)
TOWN = re.compile(
    r"(?:[A-Z]{0,2}-?\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}\s?[A-Z]{2})\s+(?:[-–]\s*)?[A-ZÀ-Ž]|\d{4}-\d{3}\b"  # 1012 AB
    r"|\d{5}(?:[^\W\d_]{4,}$|[A-ZÀ-Ž][a-zß-ž]{3})"
)
_A_NUMBER = re.compile(r"(?<!\w)\d+[A-Za-z]?(?!\w)")
TOWN_FIRST = re.compile(
    r"\b[A-Z]\d[A-Z][\s-]?\d[A-Z]\d$|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$|\b[A-Z]{2}\s\d{5}(?:-\d{4})?$|\b\d{5}-\d{3}$"
    rf"|^[^\W\d_][^\d,]+,\s?(?:{STATES}|{PROVINCES})(?:\d{{5}})?$"
)

IN_A_STATE = re.compile(rf",\s?(?:{STATES}|{PROVINCES})\W*$")  # `Denver, CO`, `Calgary, AB`: no companies


def is_address(text: str) -> bool:
    """Street or town, with the number that belongs to it."""
    return bool(
        STREET.search(folded(text))
        or GLUED_STREET.match(folded(text))
        or (HOUSE.search(text) and not words.LEGAL_FORM.found(text))
        or (words.ADDRESS.found(text) and re.search(r"\d", text))
        or _STREET_FIRST.match(text)
        or TOWN.match(text)
        or TOWN_FIRST.search(text)
    )


def names_a_town(text: str) -> bool:
    """With its postcode."""
    return bool(TOWN.search(text) or TOWN_FIRST.search(text))


def may_be_an_address(text: str) -> bool:
    """`Somewhere 37` is a street or a shop; names with a number mostly have a legal form, or a trade after it."""
    hit = _A_NUMBER.search(text)
    return hit is not None and not words.LEGAL_FORM.found(text) and not words.TRADE.found(text[hit.end() :])
