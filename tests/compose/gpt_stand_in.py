"""A model for trying compose with an engine of its own outside: `python -m tests.compose.gpt_stand_in HOST PORT`.

Every picture is the same invoice, every question asks for the asker's total. It answers at once, so it shows what the
services need for it (memory, calls, rows), and nothing about a model.
"""

import asyncio
import sys
from typing import Any

from aiohttp import web

from tests.fakes.gpt import says

READING = {
    "is_invoice": True,
    "invoice_date": "2026-03-14",
    "expense_amount": "12.10",
    "vat": "2.10",
    "net_amount": "10.00",
    "payee_name": "Stand-in Supplies",
    "payment_method": "card",
    "currency": "EUR",
    "invoice_number": "SI-1",
    "doubtful": [],
}
STATEMENT: dict[str, Any] = {
    "cannot_answer": None,
    "sql": "SELECT currency, SUM(expense_amount) FROM invoices GROUP BY currency",
    "invoices_sql": "SELECT invoice_id FROM invoices",
    "measure": "total",
    "period_start": None,
    "period_end": None,
    "filters": [],
}


async def complete(request: web.Request) -> web.Response:
    asked: dict[str, Any] = await request.json()
    pictured = "image_url" in str(asked["messages"])
    return await says(READING if pictured else STATEMENT)()


async def _serve(host: str, port: int) -> None:
    app = web.Application(client_max_size=50_000_000)
    app.router.add_post("/v1/chat/completions", complete)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2])))
