"""The names of the phrases answers are made of."""

from enum import StrEnum, auto


class Phrase(StrEnum):
    """`period` and `filters` come with their own leading blank, or empty."""

    TOTAL = auto()
    VAT = auto()
    AVERAGE = auto()
    COUNT = auto()
    FIGURE = auto()
    LARGEST = auto()
    SMALLEST = auto()
    LISTED = auto()
    BREAKDOWN = auto()
    ONE_INVOICE = auto()
    INVOICES = auto()
    ON_DAY = auto()
    SPAN = auto()
    SINCE = auto()
    UNTIL = auto()
    MORE_ROWS = auto()
    UNDATED = auto()
    NOTHING = auto()
    NO_CURRENCY = auto()
    NONE = auto()
    BY_RULES = auto()
