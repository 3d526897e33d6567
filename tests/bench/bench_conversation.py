"""CPU of a whole conversation and of doing nothing: `python -m tests.bench.bench_conversation [CONVERSATIONS]`.

A conversation is five posts: hello, 1, a photo, 2, a question that is answered with a workbook. The four services run
as processes of their own on real servers, the sandbox plays Twilio (it fetches the workbook and reports each status),
this process plays the model. What counts is the CPU of the services and of the children they start.
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from aiohttp import web

from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction
from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.samples import Sample, till_receipt
from services.whatsapp_sandbox.stack import Stack, running_stack
from shared.safe_naming import Service
from tests.bench.cpu import CpuClock, say, spent
from tests.fakes.gpt import says
from tests.ports import free_port

AT_ONCE = 4
WARM_UP = 8
ANSWER_S = 60
QUESTION = "How much did I spend this year?"
_INVOICE: dict[str, object] = {
    "is_invoice": True,
    "expense_amount": "36.30",
    "vat": "6.30",
    "net_amount": "30.00",
    "payee_name": "Mercado Aurora",
    "payment_method": "card",
    "currency": "EUR",
    "invoice_number": "T-004417",
    "doubtful": [],
}
_STATEMENT: dict[str, object] = {
    "cannot_answer": None,
    "sql": "SELECT currency, sum(expense_amount) AS total FROM invoices"
    " WHERE invoice_date >= date_trunc('year', CURRENT_DATE) GROUP BY currency",
    "invoices_sql": "SELECT invoice_date, payee_name, expense_amount, vat, currency, payment_method, raw_image_url"
    " FROM invoices WHERE invoice_date >= date_trunc('year', CURRENT_DATE)",
    "measure": "sum",
    "filters": [],
}


async def measure(stack: Stack, port: int, conversations: int, idle_s: float) -> None:
    clock = CpuClock({service: stack.children[service].process.pid for service in Service})
    receipt = till_receipt(datetime.now(UTC).date())
    async with _model(port, receipt), SandboxClient(stack.chat_page) as phone:
        await _play(phone, receipt, range(WARM_UP))
        began, before = perf_counter(), clock.read()
        await _play(phone, receipt, range(WARM_UP, WARM_UP + conversations))
        wall_s = perf_counter() - began
        _report("ms of CPU a conversation", spent(before, clock.read()), conversations)
        say(f"{AT_ONCE} at once took {wall_s / conversations:.2f} s each")
        before = clock.read()
        await asyncio.sleep(idle_s)
        _report("ms of CPU a second of doing nothing", spent(before, clock.read()), idle_s)


def _report(title: str, seconds: dict[str, float], divisor: float) -> None:
    say(f"\n{title}")
    for name, value in (seconds | {"all": sum(seconds.values())}).items():
        say(f"{name:32}{value / divisor * 1000:8.2f}")


async def _play(phone: SandboxClient, receipt: Sample, users: Iterable[int]) -> None:
    waiting = iter(users)

    async def one_after_the_other() -> None:
        for user in waiting:
            await _converse(phone, receipt, f"+3461122{user:04d}")

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))


async def _converse(phone: SandboxClient, receipt: Sample, number: str) -> None:
    def answers(wanted: Callable[[ChatMessage], bool]) -> Callable[[ChatMessage], bool]:
        return lambda message: message.direction is Direction.RECEIVED and wanted(message)

    await phone.add_user(number, "Ana")
    for text in ("hello", "1"):
        sent = await phone.send_text(number, text)
        await phone.wait_for_message(number, answers(lambda _: True), after=sent.id, timeout_s=ANSWER_S)
    sent = await phone.send_file(number, receipt.data, receipt.content_type, receipt.filename)
    read = answers(lambda message: "36.30" in message.text)
    await phone.wait_for_message(number, read, after=sent.id, timeout_s=ANSWER_S)
    sent = await phone.send_text(number, "2")
    await phone.wait_for_message(number, answers(lambda _: True), after=sent.id, timeout_s=ANSWER_S)
    sent = await phone.send_text(number, QUESTION)
    told = answers(lambda message: bool(message.attachments))
    await phone.wait_for_message(number, told, after=sent.id, timeout_s=ANSWER_S)


@asynccontextmanager
async def _model(port: int, receipt: Sample) -> AsyncIterator[None]:
    """Reads the same receipt on every photo and writes the same statement for every question."""
    assert receipt.facts
    invoice = says({**_INVOICE, "invoice_date": receipt.facts.invoice_date.isoformat()}, tokens=(2000, 120))
    statement = says({**_STATEMENT, "period_start": None, "period_end": None}, tokens=(1800, 90))

    async def complete(request: web.Request) -> web.Response:
        return await (invoice if "image_url" in await request.text() else statement)()

    app = web.Application(client_max_size=50_000_000)
    app.router.add_post("/v1/chat/completions", complete)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conversations", type=int, nargs="?", default=40)
    parser.add_argument("--idle", type=float, default=60, metavar="SECONDS")
    given = parser.parse_args()
    port = free_port()
    os.environ |= {"GPT_API_KEY": "sk-bench", "GPT_BASE_URL": f"http://127.0.0.1:{port}/v1"}
    with tempfile.TemporaryDirectory() as folder, running_stack(Path(folder), say, random_ports=True) as stack:
        asyncio.run(measure(stack, port, given.conversations, given.idle))


if __name__ == "__main__":
    main()
