"""JSON and calendar days in what a model wrote, whatever prose or fences surround them."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from shared.utils import whole_characters

JsonObject = dict[str, object]

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n?(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_DATE_FORMATS = ("%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y")
_DAY_FIRST = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})")


def json_object_in(text: str) -> JsonObject | None:
    """The first JSON object of the text."""
    return next(json_objects_in(text), None)


def json_objects_in(text: str) -> Iterator[JsonObject]:
    """Side by side, not nested; numbers come as Decimal, NaN and Infinity as None; what a model thought is left out."""
    decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=lambda _: None)
    said = _THOUGHT.sub("", text)
    after = 0
    for start in (match.start() for match in re.finditer(r"\{", said)):
        if start < after:
            continue
        try:
            value, after = decoder.raw_decode(said, start)
            value = _whole(value)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value


def _whole(value: object) -> object:
    match value:
        case str():
            return whole_characters(value)
        case list():
            return [_whole(inner) for inner in value]
        case dict():
            return {_whole(name): _whole(inner) for name, inner in value.items()}
    return value


def only_object_inside(answer: JsonObject) -> JsonObject:
    """`{"result": {...}}` is what some servers make of the agreed shape."""
    inner = [value for value in answer.values() if isinstance(value, dict)]
    return inner[0] if len(inner) == 1 else answer


def without_fence(text: str) -> str:
    fenced = _FENCE.search(text)
    return (fenced.group(1) if fenced else text).strip()


def day_in(value: object) -> tuple[date | None, bool]:
    """The date, and whether day and month may be swapped."""
    if not isinstance(value, str):
        return None, False
    text = value.strip()
    try:
        return date.fromisoformat(text[:10]), False
    except ValueError:
        pass
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date(), False
        except ValueError:
            continue
    return _day_first(text)


def _day_first(text: str) -> tuple[date | None, bool]:
    parts = _DAY_FIRST.fullmatch(text)
    if not parts:
        return None, False
    first, second, year = (int(part) for part in parts.groups())
    day, month = (second, first) if second > 12 else (first, second)
    try:
        return date(year, month, day), first <= 12 and second <= 12 and first != second
    except ValueError:
        return None, False
