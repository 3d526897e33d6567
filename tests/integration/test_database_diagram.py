"""docs/Database_Schema.png is drawn from what a new database has."""

from docs.diagrams.database_schema import drawn
from docs.generate import ROOT
from shared.settings import PostgresSettings


async def test_the_diagram_shows_the_tables_of_a_new_database(postgres_settings: PostgresSettings) -> None:
    source = (ROOT / "docs/diagrams/Database_Schema.dot").read_text(encoding="utf-8")
    assert source == await drawn(postgres_settings), "run `make diagrams`"
