"""Pictures that carry a number a machine can read, and the model that reads them: so every reply can be told apart."""

import asyncio
import base64
import io
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from PIL import Image, ImageDraw

from tests.fakes.gpt import Answer, says

BITS = 24
_CELL = 24
NO_INVOICE = 1 << (BITS - 1)
"""Numbers from here on are pictures of something else."""

_QUESTION = re.compile(r"\(no (\d+)\)")
_STATEMENT: dict[str, object] = {
    "cannot_answer": None,
    "sql": "SELECT count(*) AS invoices FROM invoices",
    "invoices_sql": None,
    "measure": "count",
    "period_start": None,
    "period_end": None,
    "filters": [],
}


def picture(number: int) -> bytes:
    """Stripes that survive being compressed twice."""
    image = Image.new("L", (BITS * _CELL, 96), 255)
    draw = ImageDraw.Draw(image)
    for bit in range(BITS):
        if number >> bit & 1:
            draw.rectangle((bit * _CELL, 0, (bit + 1) * _CELL - 1, 95), fill=0)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


def number_on(data: bytes) -> int:
    image = Image.open(io.BytesIO(data)).convert("L").resize((BITS, 1), Image.Resampling.BOX)
    return sum(1 << bit for bit, shade in enumerate(image.tobytes()) if shade < 128)


def question(number: int) -> str:
    return f"How many invoices do I have in total? (no {number})"


class Model:
    """Reads the stripes, writes one statement for every question, and counts what it was paid for."""

    def __init__(self) -> None:
        self.base_url = ""
        self.paid: Counter[int] = Counter()
        self.instead: Callable[[int], Answer | None] = lambda _: None
        """What it answers to that number instead, if anything."""
        self.is_kept: Callable[[int], Awaitable[bool]] = _nothing_is_kept
        """Whether the answer to that number is in the database already."""
        self.wasted: list[int] = []
        """Numbers it was asked for although the answer was kept."""

    async def complete(self, request: web.Request) -> web.Response:
        body = await request.json()
        number, answer = await asyncio.to_thread(_read, body)
        if self.paid[number] and not _is_repair(body) and await self.is_kept(number):
            self.wasted.append(number)
        self.paid[number] += 1  # also a call that never ends: nobody knows whether it is charged
        response = await (self.instead(number) or says(answer))()
        if response.status >= 400:
            self.paid[number] -= 1
        return response


def _is_repair(body: dict[str, Any]) -> bool:
    """The statement we wrote took too long on a busy machine, and the model may write another one, once."""
    return any(str(_STATEMENT["sql"]) in str(message["content"]) for message in body["messages"][1:])


async def _nothing_is_kept(_: int) -> bool:
    return False


def _read(body: dict[str, Any]) -> tuple[int, dict[str, object]]:
    parts = [part for message in body["messages"] for part in _parts(message["content"])]
    pictures = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
    if pictures:
        number = number_on(base64.b64decode(pictures[0].partition(",")[2]))
        return number, _invoice(number)
    found = [match for part in parts for match in _QUESTION.findall(part["text"])]
    return int(found[-1]), dict(_STATEMENT)


def _parts(content: str | list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": "text", "text": content}] if isinstance(content, str) else content


def _invoice(number: int) -> dict[str, object]:
    names = "invoice_date expense_amount vat net_amount payee_name payment_method currency invoice_number".split()
    if number >= NO_INVOICE:
        return {"is_invoice": False, **dict.fromkeys(names), "doubtful": []}
    return {
        "is_invoice": True,
        "invoice_date": "2026-03-14",
        "expense_amount": amount(number),
        "vat": None,
        "net_amount": None,
        "payee_name": f"Shop {number}",
        "payment_method": "card",
        "currency": "EUR",
        "invoice_number": None,
        "doubtful": [],
    }


def amount(number: int) -> str:
    return f"{number // 100}.{number % 100:02d}"


@asynccontextmanager
async def running_model() -> AsyncIterator[Model]:
    model = Model()
    app = web.Application(client_max_size=50_000_000)
    app.router.add_post("/v1/chat/completions", model.complete)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    model.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield model
    finally:
        await runner.cleanup()
