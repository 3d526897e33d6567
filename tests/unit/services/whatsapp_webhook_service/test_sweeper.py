"""Deleting what a user asked to have deleted, whenever the process dies in between."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from services.whatsapp_webhook_service.sweeper import Sweeper
from shared.messages import QueueMessage
from shared.session import Record

NOW = datetime(2026, 3, 15, 12, tzinfo=UTC)
ANA = "whatsapp:+34611222333"


class Died(Exception):
    """The process ended here."""


class Everything:
    """What outlives the process: lists in Redis, rows in the database, files in the store."""

    def __init__(self) -> None:
        self.forgetting = {ANA}
        self.doomed: set[str] = set()
        self.rows = {ANA: ["invoices/1", "reports/2"]}
        self.files = {"invoices/1", "reports/2", "invoices/of-another"}
        self.dies_before = ""
        self.sweeper = Sweeper(sessions=self, publisher=self, people=self, files=self, now=lambda: NOW)

    def _step(self, name: str) -> None:
        if name == self.dies_before:
            self.dies_before = ""
            raise Died

    async def to_forget(self, limit: int = 20) -> list[str]:
        return sorted(self.forgetting)[:limit]

    async def files_of(self, sender: str) -> list[str]:
        self._step("files_of")
        return list(self.rows.get(sender, []))

    async def doom(self, files: Sequence[str]) -> None:
        self._step("doom")
        self.doomed |= set(files)

    async def forget_user(self, sender: str) -> list[str]:
        self._step("forget_user")
        return self.rows.pop(sender, [])

    async def forgotten(self, sender: str, files: Sequence[str]) -> None:
        self._step("forgotten")
        self.forgetting.discard(sender)
        self.doomed |= set(files)

    async def doomed_files(self, limit: int = 50) -> list[str]:
        return sorted(self.doomed)[:limit]

    async def delete(self, key: str) -> None:
        self._step("delete")
        self.files.discard(key)

    async def file_gone(self, key: str) -> None:
        self._step("file_gone")
        self.doomed.discard(key)

    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]:
        return []

    async def finish(self, message_id: str, record: Record) -> None:
        raise AssertionError

    async def publish(self, message: QueueMessage, *, timeout_s: float = 5) -> None:
        raise AssertionError


@pytest.mark.parametrize("step", ["files_of", "doom", "forget_user", "forgotten", "delete", "file_gone"])
async def test_a_user_is_forgotten_with_all_files_wherever_the_process_dies(step: str) -> None:
    everything = Everything()
    everything.dies_before = step
    with pytest.raises(Died):
        await _sweep(everything)
    await _sweep(everything)
    assert (everything.forgetting, everything.rows, everything.doomed) == (set(), {}, set())
    assert everything.files == {"invoices/of-another"}


async def _sweep(everything: Everything) -> None:
    await everything.sweeper.forget()
    await everything.sweeper.delete_files()
