"""What the sweeper goes on with, whatever a server refuses."""

import asyncio
from datetime import UTC, datetime

import pytest

from services.whatsapp_webhook_service import sweeper
from services.whatsapp_webhook_service.forgetting import Forgetting
from services.whatsapp_webhook_service.sweeper import Sweeper
from shared.errors import FintrakError
from shared.health import Health
from shared.safe_naming import Service
from shared.session import Record
from tests.unit.services.whatsapp_webhook_service.builders import NOW
from tests.unit.services.whatsapp_webhook_service.fakes import FakePublisher
from tests.unit.services.whatsapp_webhook_service.test_dispatcher import JOB


class Refusing:
    """Its deletions are refused, as when a right is missing; ends the service in its third round."""

    def __init__(self) -> None:
        self.stop = asyncio.Event()
        self.rounds = 0
        self.finished: list[str] = []

    async def unpublished(self, before: datetime, limit: int = 100) -> list[tuple[str, Record]]:
        self.rounds += 1
        if self.rounds == 3:
            self.stop.set()
        return [("MM1", Record("read", NOW, JOB))]

    async def finish(self, message_id: str, record: Record) -> None:
        self.finished.append(message_id)

    async def to_forget(self) -> dict[str, str]:
        raise FintrakError("no right to delete")

    async def forgotten(self, sender: str, message_id: str) -> None:
        raise AssertionError


async def test_what_a_server_refuses_is_said_once_and_keeps_no_message(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever it was, it ended the webhook service."""
    monkeypatch.setattr(sweeper, "EVERY_S", 0)
    monkeypatch.setattr(sweeper, "PAUSE_S", 0)
    refusing, publisher = Refusing(), FakePublisher()
    forgetting = Forgetting(marks=refusing, deletions=_Nobody(), files=_Nobody(), drop_dead_letters=_Nobody().drop)
    sweeping = Sweeper(sessions=refusing, publisher=publisher, forgetting=forgetting, now=lambda: datetime.now(UTC))
    async with asyncio.timeout(20):
        await sweeping.run(refusing.stop, Health(Service.WEBHOOK))
    assert (len(publisher.published), refusing.finished) == (3, ["MM1"] * 3)
    assert [record.message for record in caplog.records] == ["sweeping is put off"]


class _Nobody:
    """Nobody is forgotten and no file doomed."""

    async def ask_to_forget(self, sender: str, message_id: str) -> None:
        raise AssertionError

    async def to_forget(self) -> list[str]:
        return []

    async def forget_user(self, sender: str) -> int:
        raise AssertionError

    async def doomed_files(self) -> list[str]:
        return []

    async def file_gone(self, object_key: str) -> None:
        raise AssertionError

    async def delete(self, key: str) -> None:
        raise AssertionError

    async def drop(self, sender: str) -> int:
        raise AssertionError
