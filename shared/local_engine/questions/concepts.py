"""What words of a question can mean, whatever the language, and the shape of a language's vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto


class Concept(StrEnum):
    """The meaning of a word or phrase; the parser works on these only."""

    # asking
    HOW_MUCH = auto()  # also "how many" where a language does not tell them apart
    HOW_MANY = auto()
    TOTAL = auto()
    COUNT = auto()
    TIMES = auto()
    ONCE = auto()
    AVERAGE = auto()
    MEDIAN = auto()
    LARGEST = auto()
    SMALLEST = auto()
    MOST_OFTEN = auto()
    TOP = auto()
    LIST = auto()
    WHICH = auto()
    WHERE = auto()
    WHEN = auto()
    ME = auto()
    SHARE = auto()
    COMPARE = auto()
    RUNNING = auto()  # "cumulative"
    DAYS_SINCE = auto()  # "how long ago"
    CHANGE = auto()  # "went up from A to B" compares the two
    MORE_THAN = auto()  # comparing or a bound, whatever follows decides
    DISTINCT = auto()
    DUPLICATE = auto()
    # things
    INVOICE = auto()
    EXPENSE = auto()
    SPEND = auto()
    VISIT = auto()  # going somewhere: what is done most is counted, not summed
    VAT = auto()
    NET = auto()
    VENDOR = auto()
    METHOD = auto()
    CURRENCY = auto()
    AMOUNT = auto()
    DATE = auto()
    REFUND = auto()
    UPLOADED = auto()
    # time
    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()
    WEEKDAY = auto()  # the word "weekday" as a way to group
    WEEKDAY_NAME = auto()
    WORKDAYS = auto()
    WEEKEND = auto()
    MONTH_NAME = auto()
    SEASON = auto()
    HOLIDAY = auto()
    DAILY = auto()
    WEEKLY = auto()
    MONTHLY = auto()  # "trend", "over time": month by month
    QUARTERLY = auto()
    BY_WEEKDAY = auto()
    YEARLY = auto()
    TODAY = auto()
    YESTERDAY = auto()
    DAY_BEFORE_YESTERDAY = auto()
    THIS_WEEK = auto()
    THIS_MONTH = auto()
    THIS_QUARTER = auto()
    THIS_YEAR = auto()
    LAST_WEEK = auto()
    LAST_MONTH = auto()
    LAST_QUARTER = auto()
    LAST_YEAR = auto()
    YEAR_TO_DATE = auto()
    MONTH_TO_DATE = auto()
    TWO_DAYS = auto()  # languages with a dual
    TWO_WEEKS = auto()
    TWO_MONTHS = auto()
    TWO_YEARS = auto()
    THIS = auto()
    LAST = auto()
    FIRST = auto()
    PAST = auto()
    BEFORE_LAST = auto()
    AGO = auto()
    SINCE = auto()
    UNTIL = auto()
    TO_DATE = auto()  # "until now": bounds a period that was begun, else says nothing
    BEFORE = auto()
    AFTER = auto()
    BETWEEN = auto()
    FROM = auto()
    TO = auto()
    AND = auto()
    OR = auto()
    PER = auto()
    # bounds
    OVER = auto()
    UNDER = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    EXACTLY = auto()
    WITHOUT = auto()
    NOT = auto()
    EXCLUDING = auto()
    # filters with a value
    METHOD_NAME = auto()
    CURRENCY_NAME = auto()
    NUMBER_WORD = auto()
    ORDINAL = auto()
    AT_VENDOR = auto()  # "at", "chez", "bei": what follows is a payee
    # reasons not to answer
    WRITE = auto()
    MAKE = auto()  # "create", "prepare": no writing where a report is made
    OTHERS = auto()
    PERSON = auto()  # "my brother": others' data unless it is "I" who spent
    UNRECORDED = auto()  # kilometres, hours: no column holds them, whoever was paid
    FUTURE = auto()
    OFF_TOPIC = auto()
    SECRETS = auto()
    CATEGORY = auto()
    GREETING = auto()
    GO_ON = auto()  # "what about", "only": the question before goes on
    SAME_PERIOD = auto()
    REST = auto()  # "everything else"
    EVERYTHING = auto()
    REPORT = auto()
    FILLER = auto()


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


METHOD_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "cash": ("cash",),
    "card": ("%card%", "%visa%", "%mastercard%", "%amex%", "%american express%", "%maestro%"),
    "debit card": ("%debit card%", "%debit_card%"),
    "visa": ("%visa%",),
    "mastercard": ("%mastercard%",),
    "amex": ("%amex%", "%american express%"),
    "bank_transfer": ("%transfer%", "%wire%"),
    "direct_debit": ("%direct_debit%",),
    "online": ("%online%",),
    "cheque": ("%cheque%", "%check%"),
    "paypal": ("%paypal%",),
    "bizum": ("%bizum%",),
    "pix": ("pix",),
    "boleto": ("%boleto%",),
    "upi": ("upi",),
    "net banking": ("%net_banking%", "%netbanking%"),
    "bit": ("bit",),
    "apple pay": ("%apple_pay%",),
    "google pay": ("%google_pay%", "%gpay%"),
}
"""How stored payment methods look; `_` stands for a blank or an underscore."""

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
        "pay with bit|paying with bit|with bit|by bit|via bit|using bit|paid bit|bit payments|bit app|con bit|com bit|"
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
