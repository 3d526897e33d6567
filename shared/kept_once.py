"""Each thing is found out once: what is kept is used, what cannot be kept yet waits here and is not paid again."""

from collections.abc import Awaitable, Callable
from typing import Any

from shared.message_records import MessageRecords
from shared.safe_naming import ReadStep

Outcome = dict[str, Any]
MOST_WAITING = 100
"""Far more than a process has in hand; the oldest belong to messages another process went on with."""


class KeptOnce:
    """What a crash interrupts after the keeping is done again without another reading; a database that goes away
    between the answer of a paid model and its keeping costs no second call either."""

    def __init__(self, records: MessageRecords) -> None:
        self._records = records
        self._waiting: dict[tuple[str, int, ReadStep], Outcome] = {}

    async def outcome(
        self, row: tuple[str, int, ReadStep], work: Callable[[], Awaitable[Outcome]], *, sender: str
    ) -> Outcome:
        kept = await self._records.outcome(*row)
        if kept is not None:
            return kept
        found = self._waiting.pop(row, None) or await work()
        self._waiting[row] = found
        if len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        kept = await self._records.keep_outcome(*row, found, sender=sender)
        self._waiting.pop(row, None)
        return kept
