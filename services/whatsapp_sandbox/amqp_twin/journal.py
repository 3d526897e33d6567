"""The twin's memory on disk: an append-only file of what was declared, stored and removed.

Policy: a record is handed to the operating system before its publish is confirmed, so kill -9 of the twin loses nothing
that was confirmed; it is forced to the disk once a second and at the end, so a power cut may lose the last second.
"""

import json
import logging
import os
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from services.whatsapp_sandbox.amqp_twin.wire import Message

logger = logging.getLogger(__name__)

_PREFIX = struct.Struct(">III")  # length and checksum of what follows, length of its JSON part
COMPACT_BYTES = 16 * 1024 * 1024


@dataclass
class StoredQueue:
    vhost: str
    name: str
    arguments: dict[str, Any]
    messages: dict[int, Message]


class Journal:
    """Records wait in memory until `write`; the caller confirms only after it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "journal"
        self._waiting: list[bytes] = []
        self._unsynced = False
        self._size = 0
        self._after_compaction = 0
        self._file = -1

    def load(self) -> list[StoredQueue]:
        """What was there; a record cut short by the last crash ends the file."""
        queues: dict[tuple[str, str], StoredQueue] = {}
        owners: dict[int, StoredQueue] = {}
        content = self._path.read_bytes() if self._path.exists() else b""
        for fact, payload in _records(content):
            _apply(fact, payload, queues, owners)
        self.rewrite(queues.values())
        return list(queues.values())

    def rewrite(self, queues: Iterable[StoredQueue]) -> None:
        """Keeps only what still counts, and swaps the file in one step."""
        fresh = self._path.with_suffix(".new")
        with fresh.open("wb") as file:
            for queue in queues:
                file.write(_record(["declare", queue.vhost, queue.name, queue.arguments]))
                for message in queue.messages.values():
                    file.write(_store_record(queue.vhost, queue.name, message))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        if self._file >= 0:
            os.close(self._file)
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        self._size = self._after_compaction = self._path.stat().st_size

    def declared(self, vhost: str, name: str, arguments: dict[str, Any]) -> None:
        self._waiting.append(_record(["declare", vhost, name, arguments]))

    def deleted(self, vhost: str, name: str) -> None:
        self._waiting.append(_record(["delete", vhost, name]))

    def stored(self, vhost: str, name: str, message: Message) -> None:
        self._waiting.append(_store_record(vhost, name, message))

    def removed(self, message: Message) -> None:
        self._waiting.append(_record(["remove", message.id]))

    def returned(self, message: Message) -> None:
        self._waiting.append(_record(["returned", message.id, message.returns]))

    def write(self) -> None:
        if not self._waiting:
            return
        content = b"".join(self._waiting)
        self._waiting.clear()
        while content:
            written = os.write(self._file, content)
            self._size += written
            content = content[written:]
        self._unsynced = True

    def sync(self) -> None:
        if self._unsynced:
            os.fsync(self._file)
            self._unsynced = False

    def compact_if_grown(self, snapshot: Callable[[], Iterable[StoredQueue]]) -> None:
        if self._size > 2 * self._after_compaction + COMPACT_BYTES:
            self.write()
            self.rewrite(snapshot())
            logger.info("journal rewritten", extra={"bytes": self._size})

    def close(self) -> None:
        self.write()
        self.sync()
        os.close(self._file)


def _record(fact: list[Any], payload: bytes = b"") -> bytes:
    text = json.dumps(fact, separators=(",", ":")).encode()
    return b"".join(
        (_PREFIX.pack(len(text) + len(payload), zlib.crc32(payload, zlib.crc32(text)), len(text)), text, payload)
    )


def _store_record(vhost: str, name: str, message: Message) -> bytes:
    fact = [
        "store",
        vhost,
        name,
        message.id,
        message.routing_key,
        message.expires_at,
        message.returns,
        len(message.content_header),
    ]
    return _record(fact, message.content_header + message.body)


def _records(content: bytes) -> Iterator[tuple[list[Any], bytes]]:
    at = 0
    while at + _PREFIX.size <= len(content):
        length, checksum, text_length = _PREFIX.unpack_from(content, at)
        record = content[at + _PREFIX.size : at + _PREFIX.size + length]
        if len(record) < length or zlib.crc32(record) != checksum:
            logger.warning("journal ends in a broken record", extra={"at": at})
            return
        yield json.loads(record[:text_length]), record[text_length:]
        at += _PREFIX.size + length


def _apply(
    fact: list[Any], payload: bytes, queues: dict[tuple[str, str], StoredQueue], owners: dict[int, StoredQueue]
) -> None:
    match fact:
        case ["declare", vhost, name, arguments]:
            queues.setdefault((vhost, name), StoredQueue(vhost, name, arguments, {}))
        case ["delete", vhost, name]:
            queues.pop((vhost, name), None)
        case ["store", vhost, name, message_id, routing_key, expires_at, returns, header_length]:
            header, body = payload[:header_length], payload[header_length:]
            message = Message(message_id, header, body, routing_key, expires_at, returns, redelivered=True)
            if owner := queues.get((vhost, name)):
                owner.messages[message_id] = message
                owners[message_id] = owner
        case ["remove", message_id]:
            if owner := owners.pop(message_id, None):
                owner.messages.pop(message_id, None)
        case ["returned", message_id, returns]:
            if (owner := owners.get(message_id)) and (found := owner.messages.get(message_id)):
                found.returns = returns
