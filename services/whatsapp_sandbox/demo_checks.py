"""What the demo checks after the conversation: rows, stored images, the workbook and the answer agree to the cent."""

import asyncio
import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

import asyncpg
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from services.whatsapp_sandbox.chat_messages import ChatMessage
from services.whatsapp_sandbox.samples import Facts, Sample
from shared.errors import FintrakError
from shared.invoices import CENT
from shared.s3_connection import open_s3
from shared.settings import S3Settings

Totals = dict[str, Decimal]
LEAST_CHART_WIDTH = 600


class Different(FintrakError):
    """Something is not as it should be; the message says what."""


async def check(
    environment: dict[str, str],
    number: str,
    documents: Sequence[Sample],
    answer: ChatMessage,
    workbook: bytes,
    today: date,
) -> list[str]:
    """One line for each thing that was checked; raises Different at the first that is wrong."""
    rows = await _rows(environment, number)
    _compare_rows(rows, [sample.facts for sample in documents if sample.facts])
    await _compare_images(environment, rows, documents)
    start, end = _last_month(today)
    expected = _totals([row for row in rows if start <= row["invoice_date"] <= end])
    in_workbook = await asyncio.to_thread(workbook_totals, workbook)
    if in_workbook != expected:
        raise Different(f"the workbook says {in_workbook}, the database {expected}")
    _compare_answer(answer.text, expected)
    return [
        f"{len(rows)} invoices in the database have the payee, date, total, VAT and currency of their documents",
        f"{len(rows)} images in S3 are byte for byte what was sent",
        f"workbook, database and answer agree on last month: {_written(expected)}",
    ]


async def owner_connection(environment: Mapping[str, str]) -> asyncpg.Connection:
    """As the owner of the tables, who sees everybody's rows; `environment` as the services get it."""
    return await asyncpg.connect(
        host=environment["RDS_HOST"],
        port=int(environment["RDS_PORT"]),
        user=environment["RDS_USER"],
        password=environment["RDS_PASSWORD"],
        database=environment["RDS_DATABASE"],
    )


async def _rows(environment: dict[str, str], number: str) -> list[asyncpg.Record]:
    connection = await owner_connection(environment)
    try:
        return list(
            await connection.fetch("SELECT * FROM invoices WHERE whatsapp_number = $1 ORDER BY invoice_id", number)
        )
    finally:
        await connection.close()


def _compare_rows(rows: Sequence[asyncpg.Record], facts: Sequence[Facts]) -> None:
    found = [
        Facts(row["invoice_date"], row["expense_amount"], row["vat"], row["payee_name"], row["currency"])
        for row in rows
    ]
    if len(found) != len(facts):
        raise Different(f"{len(found)} invoices were stored, {len(facts)} were sent")
    for stored, real in zip(found, facts, strict=True):
        if (stored.payee_name or "").casefold() != real.payee_name.casefold():
            raise Different(f"payee {stored.payee_name!r} was stored, {real.payee_name!r} is on the document")
        for name in ("invoice_date", "expense_amount", "vat", "currency"):
            if getattr(stored, name) != getattr(real, name):
                raise Different(f"{real.payee_name}: {name} {getattr(stored, name)} stored, not {getattr(real, name)}")


async def _compare_images(
    environment: dict[str, str], rows: Sequence[asyncpg.Record], documents: Sequence[Sample]
) -> None:
    names = {name.lower(): environment[name] for name in environment if name.lower() in S3Settings.model_fields}
    async with open_s3(S3Settings.model_validate(names)) as store:
        for row, sample in zip(rows, documents, strict=True):
            if await store.get(row["raw_image_url"]) != sample.data:
                raise Different(f"the stored image of {sample.title} is not the one that was sent")


def check_chart(picture: bytes) -> str:
    """A picture that opens, as wide as a phone shows it well, and not one colour."""
    with Image.open(io.BytesIO(picture), formats=("PNG",)) as chart:
        width, height = chart.size
        colours = len(chart.convert("RGB").getcolors(width * height) or ())
    if width < LEAST_CHART_WIDTH or colours < 2:
        raise Different(f"the chart is {width} by {height} pixels in {colours} colours")
    return f"the chart is a picture of {width} by {height} pixels"


def workbook_totals(data: bytes) -> Totals:
    """Sums the invoices listed in the workbook; raises Different when its own totals say something else."""
    book = load_workbook(io.BytesIO(data), data_only=True)  # the values the formulas had when it was written
    listed = _sums(book["Invoices"], "Amount")
    shown = _sums(book["Summary"], "Total")
    if listed != shown:
        raise Different(f"the workbook lists invoices of {listed}, but its summary says {shown}")
    return listed


def _sums(sheet: Worksheet, amount: str) -> Totals:
    """Below the header row that names both columns, up to the first row without a currency."""
    rows = list(sheet.iter_rows(values_only=True))
    header = next((row for row in rows if amount in row and "Currency" in row), None)
    if header is None:
        raise Different(f"the sheet {sheet.title} has no columns Currency and {amount}")
    totals: Totals = {}
    for row in rows[rows.index(header) + 1 :]:
        currency, value = row[header.index("Currency")], row[header.index(amount)]
        if currency is None:
            break
        totals[str(currency)] = totals.get(str(currency), Decimal(0)) + Decimal(str(value)).quantize(CENT)
    return totals


def _compare_answer(text: str, expected: Totals) -> None:
    plain = text.replace(",", "").replace("\u00a0", " ")
    for currency, amount in expected.items():
        if f"{amount:.2f}" not in plain:
            raise Different(f"the answer does not say {amount:.2f} {currency}: {text}")


def _totals(rows: Sequence[asyncpg.Record]) -> Totals:
    totals: Totals = {}
    for row in rows:
        totals[row["currency"]] = totals.get(row["currency"], Decimal(0)) + row["expense_amount"]
    return totals


def _last_month(today: date) -> tuple[date, date]:
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def _written(totals: Totals) -> str:
    return ", ".join(f"{amount:.2f} {currency}" for currency, amount in totals.items())
