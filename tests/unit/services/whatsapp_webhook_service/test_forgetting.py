"""Deleting what a user asked to have deleted, whenever the process dies in between and whatever Redis loses."""

from collections.abc import Mapping, Sequence

import pytest

from services.whatsapp_webhook_service.forgetting import Forgetting
from shared.errors import FintrakError

ANA, NUMBER = "whatsapp:+34611222333", "+34611222333"


class Died(Exception):
    """The process ended here."""


class Everything:
    """What outlives the process: marks in Redis, rows in the database, files in the store, dead letters."""

    def __init__(self) -> None:
        self.marks = {"SM1": ANA}
        self.asked: dict[str, str | None] = {}
        self.rows = {NUMBER: ["invoices/1", "reports/2"]}
        self.doomed: set[str] = set()
        self.files = {"invoices/1", "reports/2", "invoices/of-another"}
        self.dead_letters = {NUMBER: 2}
        self.dies_before = ""
        self.undeletable = ""
        self.forgetting = Forgetting(marks=self._redis(), deletions=self, files=self, drop_dead_letters=self.drop)

    def _redis(self) -> "Redis":
        return Redis(self)

    def step(self, name: str) -> None:
        if name == self.dies_before:
            self.dies_before = ""
            raise Died

    async def ask_to_forget(self, sender: str, message_id: str) -> None:
        self.step("ask_to_forget")
        self.asked.setdefault(message_id, sender.removeprefix("whatsapp:"))

    async def to_forget(self) -> Sequence[str]:
        return sorted({number for number in self.asked.values() if number})

    async def drop(self, sender: str) -> int:
        self.step("drop")
        return self.dead_letters.pop(sender, 0)

    async def forget_user(self, sender: str) -> int:
        """One transaction."""
        self.step("forget_user")
        files = self.rows.pop(sender, [])
        self.doomed |= set(files)
        self.asked = {message: None if number == sender else number for message, number in self.asked.items()}
        return len(files)

    async def doomed_files(self) -> Sequence[str]:
        return sorted(self.doomed)

    async def delete(self, key: str) -> None:
        self.step("delete")
        if key == self.undeletable:
            raise FintrakError("DeleteObject: AccessDenied")
        self.files.discard(key)

    async def file_gone(self, object_key: str) -> None:
        self.step("file_gone")
        self.doomed.discard(object_key)

    async def sweep(self) -> None:
        await self.forgetting.take_over_left()
        await self.forgetting.forget()
        await self.forgetting.delete_files()


class Redis:
    def __init__(self, everything: Everything) -> None:
        self._everything = everything

    async def to_forget(self) -> Mapping[str, str]:
        return dict(self._everything.marks)

    async def forgotten(self, sender: str, message_id: str) -> None:
        self._everything.step("forgotten")
        del self._everything.marks[message_id]


@pytest.mark.parametrize("step", ["ask_to_forget", "forgotten", "drop", "forget_user", "delete", "file_gone"])
async def test_a_user_is_forgotten_with_everything_wherever_the_process_dies(step: str) -> None:
    everything = Everything()
    everything.dies_before = step
    with pytest.raises(Died):
        await everything.sweep()
    await everything.sweep()
    left = (everything.marks, everything.rows, everything.dead_letters, everything.doomed)
    assert left == ({}, {}, {}, set())
    assert everything.files == {"invoices/of-another"}


async def test_what_was_taken_over_survives_a_redis_that_comes_back_empty() -> None:
    everything = Everything()
    everything.dies_before = "drop"
    with pytest.raises(Died):
        await everything.sweep()
    everything.marks.clear()
    await everything.sweep()
    assert everything.rows == {}


async def test_a_mark_that_comes_again_takes_nothing_that_was_sent_since() -> None:
    everything = Everything()
    await everything.sweep()
    everything.marks, everything.rows = {"SM1": ANA}, {NUMBER: ["invoices/new"]}
    await everything.sweep()
    assert everything.rows == {NUMBER: ["invoices/new"]}


async def test_a_file_that_cannot_be_deleted_keeps_no_other_and_is_tried_again() -> None:
    everything = Everything()
    everything.undeletable = "invoices/1"
    await everything.sweep()
    assert (everything.doomed, everything.files) == ({"invoices/1"}, {"invoices/1", "invoices/of-another"})
    everything.undeletable = ""
    await everything.sweep()
    assert everything.files == {"invoices/of-another"}
