"""`main.py demo`: a whole conversation on a stack of its own, printed as it happens and checked to the cent."""

import asyncio
import re
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from services.whatsapp_sandbox import demo_checks
from services.whatsapp_sandbox.chat_messages import ChatMessage, Direction
from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.demo_checks import Different
from services.whatsapp_sandbox.run import stopped_in_order
from services.whatsapp_sandbox.samples import Sample, samples
from services.whatsapp_sandbox.stack import running_stack
from shared.errors import FintrakError
from shared.replies import say
from shared.safe_naming import Language
from shared.sentences.names import Sentence

NUMBER, NAME = "+34611222333", "Ana"
REPLY_S = 120  # far above what it takes, for machines with other work to do
QUESTION = "how much did I spend last month?"
BREAKDOWN = "how much did I spend by vendor?"


@dataclass
class Conversation:
    """`seconds` maps what was sent to how long its answer took."""

    phone: SandboxClient
    seconds: dict[str, float] = field(default_factory=dict)

    async def say(self, text: str, wanted: Callable[[ChatMessage], bool] = lambda _: True) -> ChatMessage:
        began = time.monotonic()
        sent = await self.phone.send_text(NUMBER, text)
        return await self._answer(text, sent, wanted, began)

    async def show(self, sample: Sample, wanted: Callable[[ChatMessage], bool]) -> ChatMessage:
        began = time.monotonic()
        sent = await self.phone.send_file(NUMBER, sample.data, sample.content_type, sample.filename)
        return await self._answer(sample.title, sent, wanted, began)

    async def _answer(
        self, what: str, sent: ChatMessage, wanted: Callable[[ChatMessage], bool], began: float
    ) -> ChatMessage:
        def answers(message: ChatMessage) -> bool:
            return message.direction is Direction.RECEIVED and wanted(message)

        try:
            answer = await self.phone.wait_for_message(NUMBER, answers, after=sent.id, timeout_s=REPLY_S)
        except TimeoutError:
            raise Different(f"no fitting answer to {what!r} within {REPLY_S} s") from None
        self.seconds[what] = time.monotonic() - began
        return answer


def demo(keep: Path | None) -> int:
    """0 when everything is as it should be, else 1 with the reason."""
    if keep and keep.exists() and any(keep.iterdir()):
        raise FintrakError(f"{keep} holds something already: name a new folder, so that the demo finds only its own")
    folder = keep or Path(tempfile.mkdtemp(prefix="fintrak-demo-"))
    began = time.monotonic()
    try:
        with stopped_in_order(), running_stack(folder, _say, random_ports=True) as stack:
            seconds = asyncio.run(play(stack.chat_page, stack.environment, stack.folder))
            everything = {"starting everything": stack.seconds["everything up"], **seconds}
        _say(_timings(everything | {"all of it": time.monotonic() - began}))
    except FintrakError as error:
        print(f"demo failed: {error}; logs are in {folder / 'logs'}", file=sys.stderr)  # noqa: T201 - talks to a person
        return 1
    except KeyboardInterrupt:
        _remove(folder, keep)
        raise
    _remove(folder, keep)
    return 0


def _remove(folder: Path, keep: Path | None) -> None:
    if not keep:
        shutil.rmtree(folder, ignore_errors=True)


async def play(chat_page: str, environment: dict[str, str], folder: Path) -> dict[str, float]:
    """The conversation on whatever stack `chat_page` belongs to; `environment` says where its servers are."""
    today = datetime.now(UTC).date()
    receipt, a4, pdf, holiday = samples(today)
    for sample in (receipt, a4, pdf, holiday):
        (folder / sample.filename).write_bytes(sample.data)
    async with SandboxClient(chat_page) as phone, _printing(phone):
        await phone.add_user(NUMBER, NAME)
        chat = Conversation(phone)
        await chat.say("hello")
        await chat.say("1")
        for sample in (receipt, a4, pdf):
            await chat.show(sample, _tells_total_of(sample))
        await chat.show(holiday, lambda message: message.text == say(Sentence.NOT_AN_INVOICE, Language.ENGLISH))
        await chat.say("2")
        answer = await chat.say(QUESTION, lambda message: bool(message.attachments))
        workbook = await phone.fetch_attachment(answer)
        (folder / "answer.xlsx").write_bytes(workbook)
        for finding in await demo_checks.check(environment, NUMBER, (receipt, a4, pdf), answer, workbook, today):
            _say(f"  checked: {finding}")
        chart = await chat.say(BREAKDOWN, _is_picture)
        picture = await phone.fetch_attachment(chart)
        (folder / "chart.png").write_bytes(picture)
        _say(f"  checked: {demo_checks.check_chart(picture)}")
        return chat.seconds


def _is_picture(message: ChatMessage) -> bool:
    return any(file.content_type == "image/png" for file in message.attachments)


def _tells_total_of(sample: Sample) -> Callable[[ChatMessage], bool]:
    """However the language writes it: 36.30, 36,30 or 1.036,30."""
    digits = re.sub(r"\D", "", str(sample.facts.expense_amount)) if sample.facts else ""
    return lambda message: digits in re.sub(r"[.,\s]", "", message.text)


@asynccontextmanager
async def _printing(phone: SandboxClient) -> AsyncIterator[None]:
    """Both sides of the chat, each message once and in order."""
    task = asyncio.create_task(_print_messages(phone))
    try:
        yield
        await asyncio.sleep(PRINT_EVERY_S * 2)  # the last words
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


PRINT_EVERY_S = 0.2


async def _print_messages(phone: SandboxClient) -> None:
    last = 0
    while True:
        for message in await phone.messages(NUMBER, after=last):
            last = message.id
            _say(_as_chat(message))
        await asyncio.sleep(PRINT_EVERY_S)


def _as_chat(message: ChatMessage) -> str:
    who = f"{NAME:>8}" if message.direction is Direction.SENT else " FinTrak"
    files = [f"[{file.filename}, {file.size / 1024:.0f} KiB]" for file in message.attachments]
    body = "\n".join([*files, *message.text.splitlines()]) or f"[{message.kind}]"
    return f"{message.at:%H:%M:%S} {who} | " + body.replace("\n", "\n" + " " * 18 + "| ")


def _timings(seconds: dict[str, float]) -> str:
    rows = "\n".join(f"  {value:6.2f} s  {what}" for what, value in seconds.items())
    return f"\nEverything is as it should be.\n\n{rows}"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command talks to a person
