"""One attachment of one message, and the names under which what becomes of it is kept."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from shared.messages import InvoiceImages
from shared.safe_naming import ReadStep

_KEYS = UUID("5f0f8a3e-6a53-4d0b-9a53-1c4c40f6f2b1")


@dataclass(frozen=True)
class Medium:
    message: InvoiceImages
    index: int

    @property
    def url(self) -> str:
        return self.message.media[self.index].url

    @property
    def claimed_type(self) -> str:
        return self.message.media[self.index].content_type

    @property
    def row(self) -> tuple[str, int, ReadStep]:
        """What is kept about it in `reads` is kept under this."""
        return self.message.message_id, self.index, ReadStep.INVOICE

    def object_key(self, file_extension: str) -> str:
        """The same for every copy of the message, and without a word about the sender."""
        return f"invoices/{uuid5(_KEYS, f'{self.message.message_id}/{self.index}')}/original.{file_extension}"
