"""`delete my data`, from the mark that the conversation leaves in Redis to the last file in the store.

The mark becomes a row at once, as Redis may come back empty. Each step can be done again after a crash.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from shared.errors import DependencyAway, FintrakError
from shared.utils import mask_phone

logger = logging.getLogger(__name__)


class Marks(Protocol):
    """shared.redis_manager.Sessions."""

    async def to_forget(self) -> Mapping[str, str]: ...

    async def forgotten(self, sender: str, message_id: str) -> None: ...


class Deletions(Protocol):
    """shared.records.Records."""

    async def ask_to_forget(self, sender: str, message_id: str) -> None: ...

    async def to_forget(self) -> Sequence[str]: ...

    async def forget_user(self, sender: str) -> int: ...

    async def doomed_files(self) -> Sequence[str]: ...

    async def file_gone(self, object_key: str) -> None: ...


class Files(Protocol):
    async def delete(self, key: str) -> None: ...


DropDeadLetters = Callable[[str], Awaitable[int]]
"""Throws away what is parked of a sender; how much it was."""


class Forgetting:
    def __init__(self, *, marks: Marks, deletions: Deletions, files: Files, drop_dead_letters: DropDeadLetters) -> None:
        self._marks = marks
        self._deletions = deletions
        self._files = files
        self._drop_dead_letters = drop_dead_letters

    async def take_over(self, sender: str, message_id: str) -> None:
        """Out of Redis, where the texts kept for resending go with the mark."""
        await self._deletions.ask_to_forget(sender, message_id)
        await self._marks.forgotten(sender, message_id)

    async def take_over_left(self) -> None:
        for message_id, sender in (await self._marks.to_forget()).items():
            await self.take_over(sender, message_id)

    async def forget(self) -> None:
        """The rows last: with them it is done, and whoever writes meanwhile begins anew."""
        for number in await self._deletions.to_forget():
            dropped = await self._drop_dead_letters(number)
            files = await self._deletions.forget_user(number)
            facts = {"sender": mask_phone(number), "files": files, "dead_letters": dropped}
            logger.info("user forgotten", extra=facts)

    async def delete_files(self) -> None:
        """One that the store will not delete does not keep the others."""
        for key in await self._deletions.doomed_files():
            try:
                await self._files.delete(key)
            except DependencyAway:
                raise
            except FintrakError as error:
                logger.warning("a file that no row names is not deleted yet", extra={"problem": str(error)})
            else:
                await self._deletions.file_gone(key)
