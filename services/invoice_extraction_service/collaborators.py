"""What the extraction needs from outside, as narrow as it needs it; the adapters in shared/ fulfil these."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Protocol

from shared.engine import Document
from shared.invoices import InvoiceDraft
from shared.message_records import MessageRecords
from shared.safe_naming import EngineName

Decode = Callable[[bytes, str], Awaitable[Document]]
Now = Callable[[], datetime]
Today = Callable[[str, datetime], date]
"""The date where the sender is."""


class MediaSource(Protocol):
    async def download(self, url: str) -> bytes: ...

    async def delete(self, url: str) -> None: ...


class PictureStore(Protocol):
    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None: ...

    async def delete(self, key: str) -> None: ...


class ReadingRecords(MessageRecords, Protocol):
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

    async def doom_file(self, object_key: str) -> None: ...
