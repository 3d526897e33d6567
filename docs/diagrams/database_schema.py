"""Draws the tables of a database as a graphviz source: `python -m docs.diagrams.database_schema > schema.dot`.

It reads the catalog, not fintrak_schema.sql, so the picture cannot say what the database does not have. Without
RDS_HOST in the environment it starts a PostgreSQL of its own and applies the schema to it.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import NamedTuple

import asyncpg
from pydantic import SecretStr

from services.whatsapp_sandbox.servers.children import stop_children, wait_until_answering
from services.whatsapp_sandbox.servers.ports import HOST, any_port
from services.whatsapp_sandbox.servers.postgres import start_postgres
from shared.postgres_connection import connect_arguments
from shared.schema import init_database
from shared.settings import PostgresSettings, load_if_set

COLUMNS = """
    SELECT c.relname AS table_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
           a.attnotnull AS required,
           coalesce((SELECT bool_or(i.indisprimary) FROM pg_index i
                     WHERE i.indrelid = c.oid AND a.attnum = ANY (i.indkey)), false) AS is_key
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY c.relname, a.attnum"""
REFERENCES = """
    SELECT DISTINCT conrelid::regclass::text AS source, confrelid::regclass::text AS target
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2"""
SHORT_TYPES = {"character varying": "varchar", "character": "char", "timestamp without time zone": "timestamp"}
HEAD = """// Made by `make diagrams` from the database itself.
digraph schema {
  graph [rankdir=LR, fontname="DejaVu Sans", pad=0.15, nodesep=0.25, ranksep=0.55, bgcolor="white", dpi=190]
  node  [shape=plain, fontname="DejaVu Sans", fontsize=12]
  edge  [color="#45556c", arrowhead=crow, arrowsize=1.2, penwidth=1.3]
"""
LEGEND = (
    '  legend [label=<<table border="0" cellspacing="0" cellpadding="2"><tr><td align="left">'
    '<font color="#5b6b80"><b><u>underlined</u></b>: key   <b>bold</b>: must be there</font></td></tr></table>>]'
)


class Column(NamedTuple):
    name: str
    type: str
    required: bool
    is_key: bool


Tables = dict[str, list[Column]]


async def drawn(settings: PostgresSettings) -> str:
    owner = connect_arguments(settings, settings.rds_user, settings.rds_password.get_secret_value())
    connection = await asyncpg.connect(**owner)
    try:
        tables: Tables = {}
        for row in await connection.fetch(COLUMNS):
            column = Column(row["name"], _short(row["type"]), row["required"], row["is_key"])
            tables.setdefault(row["table_name"], []).append(column)
        references = [(row["source"], row["target"]) for row in await connection.fetch(REFERENCES)]
    finally:
        await connection.close()
    return dot(tables, references)


def dot(tables: Tables, references: Sequence[tuple[str, str]]) -> str:
    """Tables that refer to no other stand in a column of their own, in the order of the alphabet."""
    connected = {name for pair in references for name in pair}
    alone = [name for name in tables if name not in connected]
    lines = [HEAD, *(f"  {name} [label=<{_table(name, columns)}>]" for name, columns in tables.items())]
    lines += [f"  {target} -> {source}" for source, target in references]
    middle = max((source for source, _ in references), key=lambda name: len(tables[name]), default=None)
    lines += [f"  {middle} -> {name} [style=invis]" for name in alone if middle]
    lines.append(LEGEND)
    return "\n".join([*lines, "}", ""])


def _table(name: str, columns: Sequence[Column]) -> str:
    head = (
        f'<tr><td bgcolor="#2456a6" colspan="2" align="left"><font color="white"><b>{escape(name)}</b></font></td></tr>'
    )
    rows = "".join(_row(column) for column in columns)
    return (
        '<table border="1" cellborder="0" cellspacing="0" cellpadding="4" color="#2456a6" bgcolor="#f7faff">'
        f"{head}{rows}</table>"
    )


def _row(column: Column) -> str:
    """Keys are bold and underlined, what must be there is bold."""
    name = escape(column.name)
    shown = f"<b><u>{name}</u></b>" if column.is_key else f"<b>{name}</b>" if column.required else name
    type_name = f'<font color="#5b6b80">{escape(column.type)}</font>'
    return f'<tr><td align="left">{shown}</td><td align="left">{type_name}</td></tr>'


def _short(type_name: str) -> str:
    for long, short in (*SHORT_TYPES.items(), ("timestamp with time zone", "timestamptz")):
        type_name = type_name.replace(long, short)
    return type_name


@contextmanager
def a_database() -> Iterator[PostgresSettings]:
    given = load_if_set(PostgresSettings, "RDS_HOST")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        port = any_port(set())
        server = start_postgres(Path(folder) / "data", port, "drawing", log=Path(folder) / "log", durable=False)
        try:
            wait_until_answering([server], 60)
            settings = PostgresSettings(
                rds_host=HOST,
                rds_port=port,
                rds_database="postgres",
                rds_user="postgres",
                rds_password=SecretStr("drawing"),
            )
            asyncio.run(init_database(settings))
            yield settings
        finally:
            stop_children([server], 5)


def main() -> None:
    with a_database() as settings:
        sys.stdout.write(asyncio.run(drawn(settings)))


if __name__ == "__main__":
    main()
