"""The sandbox's memory: one SQLite file and a folder of media, so that chats survive a restart."""

import asyncio
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from services.whatsapp_sandbox.chat_messages import Attachment, ChatMessage, ChatUser, Direction, Tick
from shared.utils import clean_text

_TABLES = """
CREATE TABLE IF NOT EXISTS users (number TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chat (
    id INTEGER PRIMARY KEY AUTOINCREMENT, revision INTEGER NOT NULL, sid TEXT NOT NULL UNIQUE, number TEXT NOT NULL,
    direction TEXT NOT NULL, tick TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS chat_by_revision ON chat (revision);
CREATE INDEX IF NOT EXISTS chat_by_tick ON chat (number, tick);
CREATE INDEX IF NOT EXISTS chat_by_number ON chat (number, id);
CREATE TABLE IF NOT EXISTS media (
    sid TEXT PRIMARY KEY, message_sid TEXT NOT NULL, content_type TEXT NOT NULL, filename TEXT NOT NULL,
    size INTEGER NOT NULL, created REAL NOT NULL, gone_at_twilio INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS twilio (
    sid TEXT PRIMARY KEY, created REAL NOT NULL, number TEXT NOT NULL, resource TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS twilio_by_time ON twilio (created);
"""


def new_sid(prefix: str) -> str:
    """`SM`, `MM` or `ME` and 32 hex digits, as Twilio's."""
    return prefix + secrets.token_hex(16)


@dataclass(frozen=True)
class Media:
    """One stored file and what is known about it."""

    sid: str
    path: Path
    message_sid: str
    content_type: str
    filename: str
    created: float
    gone_at_twilio: bool


class Store:
    """Users, what their phones show, and the bytes of media. Calls take well under a millisecond."""

    def __init__(self, database: sqlite3.Connection, media_folder: Path) -> None:
        self.database = database
        self._media_folder = media_folder

    # People

    def users(self) -> list[ChatUser]:
        rows = self.database.execute("SELECT number, name FROM users ORDER BY rowid")
        return [ChatUser(number=number, name=name) for number, name in rows]

    def user(self, number: str) -> ChatUser | None:
        return next((user for user in self.users() if user.number == number), None)

    def keep_user(self, number: str, name: str) -> ChatUser:
        self.database.execute(
            "INSERT INTO users VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET name = excluded.name", (number, name)
        )
        return ChatUser(number=number, name=name)

    # Chats

    @property
    def revision(self) -> int:
        (revision,) = self.database.execute("SELECT coalesce(max(revision), 0) FROM chat").fetchone()
        return int(revision)

    def add(self, message: ChatMessage) -> ChatMessage:
        """`id` and `revision` are given here."""
        revision = self.revision + 1
        row = (revision, message.sid, message.number, message.direction, message.tick, "")
        query = "INSERT INTO chat (revision, sid, number, direction, tick, body) VALUES (?, ?, ?, ?, ?, ?)"
        cursor = self.database.execute(query, row)
        return self._written(message.model_copy(update={"id": cursor.lastrowid, "revision": revision}))

    def change(self, message: ChatMessage) -> ChatMessage:
        return self._written(message.model_copy(update={"revision": self.revision + 1}))

    def _written(self, message: ChatMessage) -> ChatMessage:
        self.database.execute(
            "UPDATE chat SET revision = ?, tick = ?, body = ? WHERE id = ?",
            (message.revision, message.tick, message.model_dump_json(), message.id),
        )
        return message

    def message(self, sid: str) -> ChatMessage | None:
        rows = self.database.execute("SELECT body FROM chat WHERE sid = ?", (sid,)).fetchall()
        return ChatMessage.model_validate_json(rows[0][0]) if rows else None

    def messages(self, number: str, *, after: int = 0, since: int = 0) -> list[ChatMessage]:
        query = "SELECT body FROM chat WHERE number = ? AND id > ? AND revision > ? ORDER BY id"
        return [
            ChatMessage.model_validate_json(body) for (body,) in self.database.execute(query, (number, after, since))
        ]

    def with_tick(self, number: str, direction: Direction, tick: Tick) -> list[ChatMessage]:
        query = "SELECT body FROM chat WHERE number = ? AND direction = ? AND tick = ? ORDER BY id"
        rows = self.database.execute(query, (number, direction, tick))
        return [ChatMessage.model_validate_json(body) for (body,) in rows]

    def changed(self, since: int) -> list[ChatMessage]:
        """Every chat's messages that are new or changed, oldest change first."""
        query = "SELECT body FROM chat WHERE revision > ? ORDER BY revision"
        return [ChatMessage.model_validate_json(body) for (body,) in self.database.execute(query, (since,))]

    # Media

    async def keep_media(
        self, message_sid: str, data: bytes, content_type: str, filename: str, created: float
    ) -> Attachment:
        sid = new_sid("ME")
        name = clean_text(filename, 120).replace("/", "_").replace("\\", "_") or "file"
        await asyncio.to_thread((self._media_folder / sid).write_bytes, data)
        self.database.execute(
            "INSERT INTO media (sid, message_sid, content_type, filename, size, created) VALUES (?, ?, ?, ?, ?, ?)",
            (sid, message_sid, content_type, name, len(data), created),
        )
        return Attachment(
            sid=sid, url=f"/sandbox/media/{sid}", content_type=content_type, filename=name, size=len(data)
        )

    def media(self, sid: str) -> Media | None:
        query = "SELECT message_sid, content_type, filename, created, gone_at_twilio FROM media WHERE sid = ?"
        rows = self.database.execute(query, (sid,)).fetchall()
        return Media(sid, self._media_folder / sid, *rows[0]) if rows else None

    def delete_at_twilio(self, sid: str) -> None:
        """The phone keeps its picture; Twilio's address of it ends."""
        self.database.execute("UPDATE media SET gone_at_twilio = 1 WHERE sid = ?", (sid,))


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    media_folder = folder / "media"
    media_folder.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(folder / "sandbox.sqlite3", isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_TABLES)
        yield Store(database, media_folder)
    finally:
        database.close()
