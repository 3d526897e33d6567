"""What words of a question can mean, whatever the language, and which of these meanings belong together. Pure."""

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
    LARGEST_FIRST = auto()  # an order, not a choice
    SMALLEST_FIRST = auto()
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
    PREVIOUS = auto()  # before what was said, where LAST is before today
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
    SPLIT = auto()  # "spread", "distribution": over what follows
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


ASKING = (
    Concept.HOW_MUCH,
    Concept.HOW_MANY,
    Concept.TOTAL,
    Concept.COUNT,
    Concept.AVERAGE,
    Concept.LARGEST,
    Concept.SMALLEST,
    Concept.LIST,
    Concept.WHICH,
    Concept.WHEN,
    Concept.WHERE,
    Concept.SHARE,
    Concept.COMPARE,
    Concept.MEDIAN,
    Concept.TOP,
    Concept.MOST_OFTEN,
    Concept.DAYS_SINCE,
    Concept.RUNNING,
)
FIGURES = (
    Concept.HOW_MUCH,
    Concept.HOW_MANY,
    Concept.TOTAL,
    Concept.COUNT,
    Concept.AVERAGE,
    Concept.MEDIAN,
    Concept.LARGEST,
    Concept.SMALLEST,
    Concept.COMPARE,
    Concept.DUPLICATE,
    Concept.TOP,
    Concept.MOST_OFTEN,
    Concept.DAYS_SINCE,
    Concept.RUNNING,
)
MONEY = (Concept.INVOICE, Concept.EXPENSE, Concept.SPEND, Concept.VAT, Concept.REFUND, Concept.UPLOADED, Concept.NET)
NOUNS = (Concept.VENDOR, Concept.METHOD, Concept.CURRENCY)
GROUP_NOUNS = (
    Concept.VENDOR,
    Concept.METHOD,
    Concept.CURRENCY,
    Concept.WEEKDAY,
    Concept.DAY,
    Concept.WEEK,
    Concept.MONTH,
    Concept.QUARTER,
    Concept.YEAR,
)
UNIT_NOUNS = frozenset({Concept.DAY, Concept.WEEK, Concept.MONTH, Concept.QUARTER, Concept.YEAR})
SUPERLATIVES = (Concept.LARGEST, Concept.SMALLEST, Concept.MOST_OFTEN, Concept.TOP)
NEGATIONS = (Concept.NOT, Concept.EXCLUDING, Concept.WITHOUT)
BOUNDS = (Concept.OVER, Concept.UNDER, Concept.AT_LEAST, Concept.AT_MOST, Concept.EXACTLY)
RATES = {
    Concept.DAILY: Concept.DAY,
    Concept.WEEKLY: Concept.WEEK,
    Concept.MONTHLY: Concept.MONTH,
    Concept.QUARTERLY: Concept.QUARTER,
    Concept.YEARLY: Concept.YEAR,
}
"""Adverbs and the units that they part time into."""
