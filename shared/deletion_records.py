"""What is to be deleted and is not gone yet: kept here, as Redis may come back empty."""

from shared.postgres import Database
from shared.utils import whatsapp_number


class DeletionRecords:
    """A part of shared.records.Records."""

    def __init__(self, database: Database) -> None:
        self._deletions = database

    async def ask_to_forget(self, sender: str, message_id: str) -> None:
        """Once a message, also when it is asked again after it was done."""
        await self._deletions.row(
            "INSERT INTO fintrak_private.deletions (source_message_id, whatsapp_number) VALUES ($1, $2)"
            " ON CONFLICT DO NOTHING",
            message_id,
            whatsapp_number(sender),
        )

    async def to_forget(self, limit: int = 20) -> list[str]:
        """Numbers, the longest waiting first."""
        rows = await self._deletions.rows(
            "SELECT whatsapp_number FROM fintrak_private.deletions WHERE whatsapp_number IS NOT NULL"
            " GROUP BY whatsapp_number ORDER BY min(asked_at) LIMIT $1",
            limit,
        )
        return [row["whatsapp_number"] for row in rows]

    async def forget_user(self, sender: str) -> int:
        """Deletes every row about the sender and dooms their files, in one step; how many files."""
        files = await self._deletions.value("SELECT cardinality(fintrak_private.forget($1))", whatsapp_number(sender))
        return int(str(files))

    async def doom_file(self, object_key: str) -> None:
        """One that no row names, and that the store would not delete at once."""
        await self._deletions.row(
            "INSERT INTO fintrak_private.doomed_files (object_key) VALUES ($1) ON CONFLICT DO NOTHING", object_key
        )

    async def doomed_files(self, limit: int = 50) -> list[str]:
        """Object keys that no row names. One may be stored anew meanwhile: a replay keeps the keys of what it makes."""
        rows = await self._deletions.rows(
            "SELECT object_key FROM fintrak_private.doomed_files"
            " WHERE NOT EXISTS (SELECT FROM invoices WHERE raw_image_url = object_key)"
            " AND NOT EXISTS (SELECT FROM queries WHERE report_key = object_key)"
            " AND NOT EXISTS (SELECT FROM queries WHERE chart_key = object_key) ORDER BY random() LIMIT $1",
            limit,
        )
        return [row["object_key"] for row in rows]

    async def file_gone(self, object_key: str) -> None:
        await self._deletions.row("DELETE FROM fintrak_private.doomed_files WHERE object_key = $1", object_key)
