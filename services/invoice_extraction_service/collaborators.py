"""What the extraction needs from outside, as narrow as it needs it; the adapters in shared/ fulfil these."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Any, Protocol

from shared.engine import Document, Usage
from shared.invoices import InvoiceDraft
from shared.messages import Reply
from shared.safe_naming import EngineName, ReadStep
from shared.twilio_media import Downloaded

Decode = Callable[[bytes, str], Awaitable[Document]]
Now = Callable[[], datetime]
Today = Callable[[str, datetime], date]
"""The date where the sender is."""


class MediaSource(Protocol):
    async def download(self, url: str) -> Downloaded: ...

    async def delete(self, url: str) -> None: ...


class PictureStore(Protocol):
    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None: ...

    async def delete(self, key: str) -> None: ...


class Replies(Protocol):
    async def publish(self, message: Reply) -> None: ...


class ReadingRecords(Protocol):
    def reading(self, message_id: str) -> AbstractAsyncContextManager[None]: ...

    async def remember_user(self, sender: str, profile_name: str, received_at: datetime) -> None: ...

    async def outcome(self, message_id: str, media_index: int, step: ReadStep) -> dict[str, Any] | None: ...

    async def keep_outcome(
        self, message_id: str, media_index: int, step: ReadStep, outcome: dict[str, Any], *, sender: str | None = None
    ) -> dict[str, Any]: ...

    async def count_paid_call(
        self, message_id: str, media_index: int, step: ReadStep, *, sender: str | None = None
    ) -> int: ...

    async def paid_call_was_free(self, message_id: str, media_index: int, step: ReadStep) -> None: ...

    async def keep_call(
        self, *, sender: str, message_id: str, step: ReadStep, usage: Usage, cost_usd: float
    ) -> None: ...

    async def spent_this_month(self, sender: str) -> tuple[float, float]: ...

    async def add_invoice_once(
        self,
        *,
        sender: str,
        message_id: str,
        media_index: int,
        draft: InvoiceDraft,
        engine: EngineName,
        object_key: str,
        image_sha256: str,
    ) -> int: ...
