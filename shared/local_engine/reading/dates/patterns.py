"""Every way a date is printed, found in a line of text."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from shared.local_engine.reading.dates.months import month_of
from shared.local_engine.reading.wording.phrases import folded

_NUMERIC = re.compile(
    r"(?<!\d)(?<!\d[.,])(\d{1,2})\s?(?:([./\-–'’])\s?(\d{1,2})\s?\2|[.,]\s?(\d{1,2})\s?[.,])"
    r"\s?((?:19|20)\d{2}|\d{2}(?!\d{3}))"
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[./\-–年]\s?(\d{1,2})\s?[./\-–月]\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_WORD = r"[^\W\d_]{3,18}"
_YEAR = r"((?:19|20)\d{2}|\d{2}(?!\s?[:.]\d))(?!\d(?!\d?:\d\d))"  # a time may follow without a space
_GAP = r"[\s.,/\-–’']"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|[oº])?{_GAP}*(?:de |d[’'])?\s?({_WORD}){_GAP}*(?:de |del )?\s?{_YEAR}"
)
_MONTH_DAY = re.compile(rf"(?<![^\W\d_])({_WORD}){_GAP}*(\d{{1,2}})(?:st|nd|rd|th)?{_GAP}+{_YEAR}")
_DAY_OF_LETTERS = re.compile(r"(?<=[A-Z]{3})[0-3OI][\dOSIB](?=['’]\s?\d{2}(?!\d(?!\d?:\d)))")  # `JUNO5'11`
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?")
_LETTERS_FOR_DIGITS = str.maketrans("OSIB", "0518")
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d)((?:19|20)\d{{2}}){_GAP}({_WORD}){_GAP}(\d{{1,2}})(?!\d)")


Hit = tuple[int, int, date, date | None, bool]
"""Start, end, the date, the date with day and month swapped (if that is one), whether its year has two digits."""


def dates_in(text: str) -> list[Hit]:
    """Of dates that overlap the first pattern's counts."""
    text = _digits_repaired(text)
    hits: list[Hit] = []
    for read in (_iso_hits, _numeric_hits, _named_hits):
        for hit in read(text):
            if all(hit[1] <= other[0] or hit[0] >= other[1] for other in hits):
                hits.append(hit)
    return sorted(hits)


def _digits_repaired(text: str) -> str:
    text = re.sub(r"(?<![^\W\d_])0(?=ct)", "O", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=[\d./-])[oO](?=[\d./-])", "0", text)
    text = _DAY_OF_LETTERS.sub(lambda day: day[0].translate(_LETTERS_FOR_DIGITS), text)
    return re.sub(r"(?<=\d[./-]\d)[lI](?!\w)|(?<=\d)[lI](?=[./-]\d)|(?<=[./-])[lI](?=\d)", "1", text)


def _iso_hits(text: str) -> Iterator[Hit]:
    for pattern in (_ISO, _COMPACT):
        for hit in pattern.finditer(text):
            if value := _day(int(hit[1]), int(hit[2]), int(hit[3])):
                yield hit.start(), hit.end(), value, None, False


def _numeric_hits(text: str) -> Iterator[Hit]:
    for hit in _NUMERIC.finditer(text):
        first, second, year = int(hit[1]), int(hit[3] or hit[4]), _year(hit[5])
        day_first, month_first = _day(year, second, first), _day(year, first, second)
        if value := day_first or month_first:
            swapped = month_first if day_first and month_first != day_first else None
            yield hit.start(), hit.end(), value, swapped, len(hit[5]) == 2


def _named_hits(text: str) -> Iterator[Hit]:
    plain = "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text)
    for pattern, day, month, year in ((_DAY_MONTH, 1, 2, 3), (_MONTH_DAY, 2, 1, 3), (_YEAR_MONTH_DAY, 3, 2, 1)):
        for hit in pattern.finditer(plain):
            number = _month(folded(hit[month]))
            value = _day(_year(hit[year]), number, int(hit[day])) if number else None
            if value:
                yield hit.start(), hit.end(), value, None, len(hit[year]) == 2


def _month(word: str) -> int | None:
    """`desetembrode` is `de setembro de` without its spaces, `sunnovember` a weekday with its month."""
    return month_of(word) or month_of(re.sub(r"^d[e']|d[eo]l?$", "", word)) or month_of(_WEEKDAY.sub("", word))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1950 <= year <= 2100 else None
    except ValueError:
        return None
