"""Dates written in figures: `2026-03-01`, `1/3/26`, `03/2026`; the day stands first where both fit. Pure."""

import re
from collections.abc import Iterator
from datetime import date

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.,])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)?\d\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?![\d])|(?<![\d/.])(\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")

WrittenDate = tuple[int, date | None, tuple[int, int] | None]
"""Where it ends; the day, or the year and month."""


def written_dates(text: str) -> dict[int, WrittenDate]:
    """By where they start."""
    digits = "".join(_ascii_digit(char) for char in text)
    return {start: (end, day, month) for start, end, day, month in _dates(digits)}


def _ascii_digit(char: str) -> str:
    return str(int(char)) if char.isdecimal() else char


def _dates(text: str) -> Iterator[tuple[int, int, date | None, tuple[int, int] | None]]:
    taken: set[int] = set()
    for found in (*_ISO.finditer(text), *_DAY_FIRST.finditer(text), *_YEAR_MONTH.finditer(text)):
        if taken.isdisjoint(range(*found.span())) and (value := _date_value(found)):
            taken.update(range(*found.span()))
            yield (*found.span(), *value)


def _date_value(found: re.Match[str]) -> tuple[date | None, tuple[int, int] | None] | None:
    numbers = [int(group) for group in found.groups() if group]
    if found.re is _ISO:
        candidates = [(numbers[0], numbers[1], numbers[2])]
    elif found.re is _DAY_FIRST:
        year = numbers[2] + 2000 if numbers[2] < 100 else numbers[2]
        candidates = [(year, numbers[1], numbers[0]), (year, numbers[0], numbers[1])]
    else:
        year, month = max(numbers), min(numbers)
        return (None, (year, month)) if 1 <= month <= 12 else None
    for candidate in candidates:
        try:
            return date(*candidate), None
        except ValueError:
            continue
    return None
