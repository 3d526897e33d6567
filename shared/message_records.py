"""What extraction and query generator alike keep about a message they work on; shared.records.Records fulfils it."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any, Protocol

from shared.gpt_spending import PaidCallRecords
from shared.messages import Reply
from shared.safe_naming import ReadStep


class MessageRecords(PaidCallRecords, Protocol):
    def reading(self, message_id: str) -> AbstractAsyncContextManager[None]: ...

    async def remember_user(self, sender: str, profile_name: str, received_at: datetime) -> None: ...

    async def outcome(self, message_id: str, media_index: int, step: ReadStep) -> dict[str, Any] | None: ...

    async def keep_outcome(
        self, message_id: str, media_index: int, step: ReadStep, outcome: dict[str, Any], *, sender: str | None = None
    ) -> dict[str, Any]: ...


class Replies(Protocol):
    """shared.rabbitmq.Rabbit."""

    async def publish(self, message: Reply) -> None: ...
