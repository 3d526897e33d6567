"""Which words ask, which name figures, money and things: what the refusals look for. Pure."""

from shared.local_engine.questions.concepts import Concept as C

ASKING = (
    C.HOW_MUCH,
    C.HOW_MANY,
    C.TOTAL,
    C.COUNT,
    C.AVERAGE,
    C.LARGEST,
    C.SMALLEST,
    C.LIST,
    C.WHICH,
    C.WHEN,
    C.WHERE,
    C.SHARE,
    C.COMPARE,
    C.MEDIAN,
    C.TOP,
    C.MOST_OFTEN,
    C.DAYS_SINCE,
    C.RUNNING,
)
FIGURES = (
    C.HOW_MUCH,
    C.HOW_MANY,
    C.TOTAL,
    C.COUNT,
    C.AVERAGE,
    C.MEDIAN,
    C.LARGEST,
    C.SMALLEST,
    C.COMPARE,
    C.DUPLICATE,
    C.TOP,
    C.MOST_OFTEN,
    C.DAYS_SINCE,
    C.RUNNING,
)
MONEY = (C.INVOICE, C.EXPENSE, C.SPEND, C.VAT, C.REFUND, C.UPLOADED, C.NET)
NOUNS = (C.VENDOR, C.METHOD, C.CURRENCY)
SUBJECTS = frozenset("i ive id we weve yo je j ai ich eu אני أنا انا मैंने मैं हमने maine".split())
"""Who asks for what they spent themselves."""
