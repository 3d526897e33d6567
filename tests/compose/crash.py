"""Kills and restarts what runs in compose while people write, then counts what became of every message.

    docker compose up --build -d && python -m tests.compose.crash [--users 6] [--invoices 6] [--questions 4]

Counted in three places: what the phones sent (each invoice has a total of its own), rows in PostgreSQL by Twilio's
message id, and messages that arrived on the phones. Lost: a message without its row or without its answer. Doubled:
two rows, or two answers that name the same total. A message the webhook never took, because it was dead, is sent again
as its writer would: under the same id. A message that met a dead Redis is told "try again in a moment" or "send it
again" at once: its writer knows, so it counts as turned away and not as lost.
"""

import argparse
import asyncio
import io
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction, Tick
from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.demo_checks import owner_connection
from shared.replies import Sentence, say
from shared.safe_naming import Language
from tests.compose.project import (
    CHAT_PAGE,
    ROOT,
    compose,
    container,
    containers,
    docker,
    environment,
    kill_main_process,
)

KILLED = (
    "whatsapp_webhook_service",
    "invoice_extraction_service",
    "query_generator_service",
    "client_response_service",
    "redis",
    "rabbitmq",
    "postgres",
    "s3",
)
RESTARTED = ("rabbitmq", "redis", "postgres")
REPLACED = (
    "client_response_service",
    "query_generator_service",
    "invoice_extraction_service",
    "whatsapp_webhook_service",
)
PAUSE_S = 6.0
QUIET_WITHIN_S = 600.0
TURNED_AWAY = {say(name, Language.ENGLISH) for name in (Sentence.TRY_AGAIN_IN_A_MOMENT, Sentence.SEND_IT_AGAIN)}
ANSWER = re.compile(r"^I count \d+ invoice|^I found nothing|no invoices")
QUESTION = "How many invoices do I have in total?"


@dataclass
class Phones:
    """`invoices` maps a message's SID to the total on its document."""

    client: SandboxClient
    numbers: Sequence[str]
    began: int = 0
    invoices: dict[str, Decimal] = field(default_factory=dict)
    questions: set[str] = field(default_factory=set)
    again: set[str] = field(default_factory=set)

    async def write(self, number: str, invoices: int, questions: int) -> None:
        kinds = [True] * invoices + [False] * questions
        random.shuffle(kinds)
        for is_invoice in kinds:
            await asyncio.sleep(random.uniform(0, 2 * PAUSE_S))  # noqa: S311 - any spread will do
            if is_invoice:
                total = Decimal(10_000 + len(self.invoices) * 7) / 100
                self.invoices[f"pending {total}"] = total
                sent = await self.client.send_file(number, _invoice(total), "application/pdf", "invoice.pdf")
                self.invoices[sent.sid] = self.invoices.pop(f"pending {total}")
            else:
                self.questions.add((await self.client.send_text(number, QUESTION)).sid)

    async def chat(self) -> list[ChatMessage]:
        return [message for number in self.numbers for message in await self.client.messages(number)]

    async def send_failed_again(self) -> None:
        for message in await self.chat():
            if message.direction is Direction.SENT and message.tick is Tick.FAILED:
                self.again.add(message.sid)
                await self.client.retry(message)


@dataclass(frozen=True)
class Count:
    sent: int
    lost: int
    doubled: int
    turned_away: int
    again: int
    findings: tuple[str, ...]


def _invoice(total: Decimal) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    lines = ("Crash Test Supplies Ltd", "INVOICE", f"Invoice number: CT-{total}", "Date: 14 March 2026")
    for row, text in enumerate((*lines, f"Total: EUR {total:.2f}", "Paid by card")):
        canvas.drawString(72, 760 - 26 * row, text)
    canvas.save()
    return out.getvalue()


async def counted(phones: Phones) -> Count:
    rows = await _rows([*phones.invoices, *phones.questions])
    received = [message.text for message in await phones.chat() if message.direction is Direction.RECEIVED]
    findings = []
    unfinished = doubled = 0
    for sid, total in phones.invoices.items():
        told = sum(text.startswith("Saved!") and f"{total:.2f}" in text for text in received)
        unfinished += rows[sid] == 0 or told == 0
        doubled += rows[sid] > 1 or told > 1
        if (rows[sid], told) != (1, 1):
            findings.append(f"invoice {sid} of {total}: {rows[sid]} rows, told {told} times")
    answers = sum(bool(ANSWER.search(text)) for text in received)
    asked = sum(rows[sid] for sid in phones.questions)
    unfinished += len(phones.questions) - min(asked, answers)
    doubled += sum(rows[sid] > 1 for sid in phones.questions) + max(0, answers - len(phones.questions))
    if not asked == answers == len(phones.questions):
        findings.append(f"{len(phones.questions)} questions, {asked} rows, {answers} answers")
    turned_away = sum(text in TURNED_AWAY for text in received)
    sent = len(phones.invoices) + len(phones.questions)
    return Count(sent, max(0, unfinished - turned_away), doubled, turned_away, len(phones.again), tuple(findings))


async def _rows(sids: Sequence[str]) -> Counter[str]:
    connection = await owner_connection(environment())
    try:
        found = await connection.fetch(
            "SELECT source_message_id FROM invoices WHERE source_message_id = ANY ($1) UNION ALL"
            " SELECT source_message_id FROM queries WHERE source_message_id = ANY ($1)",
            list(sids),
        )
    finally:
        await connection.close()
    return Counter(row[0] for row in found)


def _kill(service: str) -> None:
    kill_main_process(container(service))


async def _break_things(rounds: int) -> None:
    for _ in range(rounds):
        for service in KILLED:
            await asyncio.sleep(PAUSE_S)
            await asyncio.to_thread(_kill, service)
            _say(f"{service}: killed")
    for service in RESTARTED:
        await asyncio.sleep(PAUSE_S)
        await asyncio.to_thread(compose, "restart", service)
        _say(f"{service}: restarted")
    await asyncio.sleep(PAUSE_S)
    await asyncio.to_thread(_change_images)
    await asyncio.to_thread(compose, "up", "-d")
    await asyncio.to_thread(_check_that_they_run_it)
    _say(f"{', '.join(REPLACED)}: replaced by a new image")


def _change_images() -> None:
    """Each with one more line of code: what `git pull && docker compose up --build -d` brings."""
    line = f"\nREHEARSED_AT = {time.time()}\n"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(ROOT / ".dockerignore", folder)  # else other files than compose's, and pip runs again
        for part in ("services", "shared", "requirements"):
            shutil.copytree(ROOT / part, Path(folder, part), ignore=shutil.ignore_patterns("__pycache__"))
        for service in REPLACED:
            with Path(folder, "services", service, "main.py").open("a", encoding="utf-8") as code:
                code.write(line)
            dockerfile = str(Path(folder, "services", service, "Dockerfile"))
            docker("build", "--quiet", "--tag", f"fintrak-{service}", "--file", dockerfile, folder)


def _check_that_they_run_it() -> None:
    for service in REPLACED:
        compose("exec", "-T", service, "grep", "--quiet", "^REHEARSED_AT", f"services/{service}/main.py")


async def _until_quiet(phones: Phones) -> Count:
    ends = time.monotonic() + QUIET_WITHIN_S
    while True:
        await phones.send_failed_again()
        count = await counted(phones)
        if count.lost == 0 or time.monotonic() > ends:
            break
        await asyncio.sleep(5)
    await asyncio.sleep(20)  # what comes doubled comes now
    return await counted(phones)


async def _run(options: argparse.Namespace) -> Count:
    first = int(time.time()) % 10_000_000
    numbers = [f"+3470{(first + index) % 10_000_000:07d}" for index in range(options.users)]
    async with SandboxClient(CHAT_PAGE) as client:
        for number in numbers:
            await client.add_user(number, "Ana")
            hello = await client.send_text(number, "hello")
            await client.wait_for_reply(number, after=hello.id, timeout_s=60)
        phones = Phones(client, numbers)
        breaking = asyncio.create_task(_break_things(options.rounds))
        await asyncio.gather(*(phones.write(number, options.invoices, options.questions) for number in numbers))
        await breaking
        return await _until_quiet(phones)


def _say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=6)
    parser.add_argument("--invoices", type=int, default=6, help="of each user")
    parser.add_argument("--questions", type=int, default=4, help="of each user")
    parser.add_argument("--rounds", type=int, default=1, help="of killing everything once")
    count = asyncio.run(_run(parser.parse_args()))
    _say(
        f"sent {count.sent}, lost {count.lost}, doubled {count.doubled}; asked to try again later: {count.turned_away}"
    )
    _say(f"given up by Twilio while the webhook was dead, and sent again by their writers: {count.again}")
    for finding in count.findings:
        _say(finding)
    restarts = {name: compose("ps", "--format", "{{.Status}}", name).strip() for name in containers()}
    _say(f"state: {restarts}")
    sys.exit(bool(count.lost or count.doubled))


if __name__ == "__main__":
    main()
