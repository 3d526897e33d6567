"""Who may come in, and how often; pure."""

from collections.abc import Collection
from enum import StrEnum, auto

from shared.utils import whatsapp_number


class Entry(StrEnum):
    """Each refusal is said once a minute; after that there is silence."""

    WELCOME = auto()
    NOT_INVITED = auto()
    TOO_MANY = auto()
    SILENCE = auto()


class Door:
    def __init__(self, allowed_numbers: Collection[str], limit_per_minute: int) -> None:
        self._allowed = frozenset(_digits(number) for number in allowed_numbers)
        self._limit = limit_per_minute

    def entry(self, sender: str, *, written_this_minute: int) -> Entry:
        """An empty list invites everybody; `written_this_minute` counts the message itself."""
        if self._allowed and _digits(sender) not in self._allowed:
            return Entry.NOT_INVITED if written_this_minute <= 1 else Entry.SILENCE
        if written_this_minute <= self._limit:
            return Entry.WELCOME
        return Entry.TOO_MANY if written_this_minute == self._limit + 1 else Entry.SILENCE


def _digits(number: str) -> str:
    return "".join(sign for sign in whatsapp_number(number) if sign not in " -().+")
