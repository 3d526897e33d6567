"""What a workbook of very many invoices costs: `python -m tests.bench.bench_workbook [INVOICES]`.

Invoices in a real PostgreSQL, read and written as the query generator does, in a process of its own: CPU and wall time
from the statement to the bytes, the process's peak memory, and how long its event loop was ever held up meanwhile.
"""

import asyncio
import multiprocessing
import resource
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, process_time

from services.query_generator_service.files import Answered, FileMaker
from services.query_generator_service.lookup import Found, Lookup
from shared.engine import SqlDraft
from shared.links import WORKBOOK_LIFETIME_S, make_link
from shared.messages import Question
from shared.open_sql_writer import LocalSqlWriter
from shared.postgres import open_reader
from shared.safe_naming import EngineName
from shared.schema import init_database
from shared.settings import PostgresSettings
from tests import real_servers
from tests.bench.cpu import say
from tests.conftest import run_now
from tests.integration.postgres_parts import ME, as_owner

TODAY, NOW = date(2026, 3, 15), datetime(2026, 3, 15, 9, 30, tzinfo=UTC)
_ROWS = """
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, payment_method, currency,
    invoice_number, raw_image_url)
SELECT $1, DATE '2024-01-01' + n % 800, (n * 7919 % 1000000) / 100.0, (n * 31 % 9973) / 100.0, 'Shop ' || n % 900,
    'card', CASE WHEN n % 9 > 0 THEN 'EUR' ELSE 'USD' END, 'F-' || n, 'invoices/2026/' || md5(n::text) || '/a.jpg'
FROM generate_series(1, $2::int) AS n
"""
# As the rules write it.
_LISTING = (
    "SELECT invoice_id, invoice_date, payee_name, expense_amount, currency, vat, payment_method, invoice_number, "
    "created_at, raw_image_url FROM invoices ORDER BY invoice_date DESC NULLS LAST, invoice_id DESC"
)
BEAT_S = 0.02


class _Kept:
    size = 0

    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None:
        self.size = max(self.size, len(data))


def main(invoices: int) -> None:
    with tempfile.TemporaryDirectory() as folder, real_servers.postgres_server(Path(folder, "pg")) as server:
        settings = run_now(server.make_database())
        run_now(init_database(settings))
        run_now(_fill(settings, invoices))
        child = multiprocessing.get_context("spawn").Process(target=_measure, args=(settings, invoices))
        child.start()
        child.join()


async def _fill(settings: PostgresSettings, invoices: int) -> None:
    async with as_owner(settings) as owner:
        await owner.execute("INSERT INTO users (whatsapp_number, username) VALUES ($1, 'Marta')", ME)
        await owner.execute(_ROWS, ME, invoices)


def _measure(settings: PostgresSettings, invoices: int) -> None:
    before = _peak_mb()
    wall, cpu = monotonic(), process_time()
    found, size, stall = asyncio.run(_answer(settings))
    spent = f"{process_time() - cpu:.1f} s of CPU, {monotonic() - wall:.1f} s"
    say(
        f"{found} of {invoices} invoices, {size / 1e6:.1f} MB: {spent}, peak {_peak_mb():.0f} MB (start: {before:.0f}),"
    )
    say(f"the event loop was held up for at most {stall * 1000:.0f} ms")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def _answer(settings: PostgresSettings) -> tuple[int, int, float]:
    sql = "SELECT currency, SUM(expense_amount) AS total, COUNT(*) AS invoices FROM invoices GROUP BY currency"
    draft = SqlDraft(sql=sql, invoices_sql=_LISTING, engine=EngineName.LOCAL)
    stalls = [0.0]
    heart = asyncio.create_task(_beat(stalls))
    async with open_reader(settings) as reader:
        lookup, kept = Lookup(LocalSqlWriter(), reader), _Kept()
        found = Found(draft, await lookup.run(draft.sql, ME, TODAY))
        invoices = await lookup.invoices(found, ME, TODAY)
        question = Question(message_id="SM1", sender=ME, text="how much?", received_at=NOW)
        files = FileMaker(kept, now=lambda: NOW, make_link=_link)
        await files.make(Answered(question, found, invoices, "a lot", TODAY, "UTC"))
    heart.cancel()
    return len(invoices.rows) if invoices else 0, kept.size, max(stalls)


async def _beat(stalls: list[float]) -> None:
    while True:
        began = monotonic()
        await asyncio.sleep(BEAT_S)
        stalls.append(monotonic() - began - BEAT_S)


def _link(key: str) -> str:
    return make_link("https://fintrak.example", b"k" * 32, key, now=NOW, lifetime_s=WORKBOOK_LIFETIME_S)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
