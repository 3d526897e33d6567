"""What a server asks for in a Retry-After header: seconds, or a moment as an HTTP date. Pure."""

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def seconds_asked_for(header: str, now: datetime) -> float | None:
    """None for a header that is missing (empty) or says nothing one could wait for; 0 for a moment that is over."""
    try:
        seconds = float(header)
    except ValueError:
        seconds = _seconds_until(header, now)
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _seconds_until(date: str, now: datetime) -> float:
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, IndexError):
        return math.nan
    return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
