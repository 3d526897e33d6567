"""The workbook of invoices in PostgreSQL: its live totals are the database's, to the cent, also in LibreOffice."""

import asyncio
import io
import re
import shutil
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from services.query_generator_service.lookup import Found, Lookup
from services.query_generator_service.report import Report, workbook
from shared.engine import SqlDraft
from shared.open_sql_writer import LocalSqlWriter
from shared.postgres import open_reader
from shared.safe_naming import EngineName, Language
from shared.settings import PostgresSettings
from tests.conftest import LIBREOFFICE_MISSING
from tests.integration.postgres_parts import ME, OTHER, as_owner
from tests.workbooks import complaints, recalculated

TODAY = date(2026, 3, 15)
Totals = dict[str, Decimal]
_ROWS = f"""
INSERT INTO users (whatsapp_number, username) VALUES ('{ME}', 'Marta'), ('{OTHER}', 'Otto');
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, currency, raw_image_url)
SELECT CASE WHEN n % 10 = 0 THEN '{OTHER}' ELSE '{ME}' END,
    CASE WHEN n % 17 > 0 THEN DATE '2025-04-01' + n % 300 END,
    CASE WHEN n % 23 > 0 THEN (n * 7919 % 100000) / 100.0 - 40 END,
    (n * 31 % 997) / 100.0,
    'Shop ' || n % 9,
    (ARRAY['EUR', 'USD', 'ILS', NULL])[1 + n % 4],
    'invoices/' || n
FROM generate_series(1, 700) AS n;
"""  # noqa: S608 - constants


@pytest.fixture
async def report(postgres_settings: PostgresSettings) -> Report:
    async with as_owner(postgres_settings) as owner:
        await owner.execute(_ROWS)
    draft = SqlDraft(
        sql="SELECT currency, SUM(expense_amount) AS total, COUNT(*) AS invoices FROM invoices GROUP BY currency",
        invoices_sql="SELECT invoice_id FROM invoices",
        engine=EngineName.LOCAL,
    )
    async with open_reader(postgres_settings) as reader:
        lookup = Lookup(LocalSqlWriter(), reader)
        found = Found(draft, await lookup.run(draft.sql, ME, TODAY))
        invoices = await lookup.invoices(found, ME, TODAY)
    return Report(
        question="כמה הוצאתי?",
        answer="",
        sql=draft.sql,
        engine=draft.engine,
        today=TODAY,
        time_zone="Asia/Jerusalem",
        made_at=datetime(2026, 3, 15, 9, 30, tzinfo=UTC),
        period="",
        filters=(),
        result=found.table,
        invoices=invoices,
        link=lambda key: f"https://fintrak.example/media/{key}",
        language=Language.HEBREW,
    )


async def in_database(settings: PostgresSettings) -> Totals:
    async with as_owner(settings) as owner:
        rows = await owner.fetch(
            "SELECT coalesce(currency, 'לא ידוע'), sum(expense_amount) FROM invoices WHERE whatsapp_number = $1"
            " GROUP BY 1",
            ME,
        )
    return {row[0].strip(): row[1].quantize(Decimal("0.01")) for row in rows}


def shown(data: bytes, values: dict[tuple[str, str], Decimal]) -> Totals:
    """Currency -> total, of the summary's formulas."""
    summary = load_workbook(io.BytesIO(data)).worksheets[0]
    places = {cell: value for (sheet, cell), value in values.items() if sheet == summary.title and cell[0] == "C"}
    return {str(summary[f"A{cell[1:]}"].value): value.quantize(Decimal("0.01")) for cell, value in places.items()}


async def test_each_invoice_has_the_link_to_its_picture(report: Report) -> None:
    sheet = load_workbook(io.BytesIO(workbook(report))).worksheets[2]
    links = [row[-1].hyperlink.target for row in sheet.iter_rows(min_row=2)]
    assert len(links) == len(set(links)) == 630


async def test_its_totals_are_those_of_the_database(report: Report, postgres_settings: PostgresSettings) -> None:
    data = workbook(report)
    assert complaints(data) == []
    computed = recalculated(data)
    expected = await in_database(postgres_settings)
    assert len(expected) == 4
    assert shown(data, {place: pair[0] for place, pair in computed.items()}) == expected
    assert shown(data, {place: pair[1] for place, pair in computed.items()}) == expected


@pytest.mark.skipif(shutil.which("soffice") is None, reason=LIBREOFFICE_MISSING)
async def test_libreoffice_computes_the_same(
    report: Report, postgres_settings: PostgresSettings, tmp_path: Path
) -> None:
    data = workbook(report)
    (tmp_path / "report.xlsx").write_bytes(without_values(data))
    arguments = (f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx")
    office = await asyncio.create_subprocess_exec(
        "soffice", *arguments, "--outdir", str(tmp_path / "out"), str(tmp_path / "report.xlsx"),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with asyncio.timeout(240):
        assert await office.wait() == 0
    computed = recalculated((tmp_path / "out" / "report.xlsx").read_bytes())
    values = {place: pair[1] for place, pair in computed.items()}
    assert shown(data, values) == await in_database(postgres_settings)


def without_values(data: bytes) -> bytes:
    """With formulas alone, so that whoever opens it must compute."""
    bare = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(bare, "w") as copy:
        for name in whole.namelist():
            copy.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", whole.read(name)))
    return bare.getvalue()
