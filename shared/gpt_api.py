"""The engine behind GPT_API_KEY: reads invoices and writes SQL with any OpenAI-compatible server."""

import asyncio
import base64
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import openai

from shared.engine import CannotAnswer, Document, Page, ReadResult, SqlDraft, SqlRequest
from shared.errors import TemporaryFailure
from shared.gpt_chat import Chat, Task
from shared.gpt_invoices import parse_invoice
from shared.gpt_prompts import (
    INVOICE_SCHEMA,
    READ_INVOICE,
    SQL_SCHEMA,
    failed_statement,
    payee_list,
    read_invoice_request,
    text_layer,
    write_sql_prompt,
)
from shared.gpt_statements import parse_statement
from shared.invoices import NotAnInvoice
from shared.safe_naming import EngineName
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

OPENAI_URL = "https://api.openai.com/v1"
CONNECT_TIMEOUT_S = 5.0
MAX_JPEG_BYTES = 1_500_000
MAX_QUESTION_CHARS = 4_000


class GptEngine:
    """One request a document or question, and one more when the answer was no use."""

    name = EngineName.GPT

    def __init__(self, chat: Chat, *, vision_model: str, sql_model: str) -> None:
        self._chat = chat
        self._vision_model = vision_model
        self._sql_model = sql_model

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        said = (await _invoice_content(document, today),)
        task = Task(self._vision_model, READ_INVOICE, said, "invoice", INVOICE_SCHEMA)
        answer = await self._chat.ask(task)
        if answer.declined:
            return ReadResult(reading=NotAnInvoice(), engine=self.name, usage=answer.usage)
        parsed = parse_invoice(answer.text)
        if parsed.problem:
            logger.info("asking the model to repair its reading", extra={"problem": parsed.problem})
            answer = await self._chat.ask_again(task, answer, parsed.problem)
            better = parse_invoice(answer.text)
            parsed = better if better.reading else parsed
        if parsed.reading is None:
            raise TemporaryFailure("the model's reading was of no use twice")
        return ReadResult(reading=parsed.reading, engine=self.name, usage=answer.usage)

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        payees = (payee_list(request.payees),) if request.payees else ()
        failed = (failed_statement(request.failed_sql, request.failed_because),) if request.failed_sql else ()
        said = (*payees, request.text[:MAX_QUESTION_CHARS], *failed)
        task = Task(self._sql_model, write_sql_prompt(request), said, "statement", SQL_SCHEMA)
        answer = await self._chat.ask(task)
        if answer.declined:
            return CannotAnswer(why="not_allowed", engine=self.name, usage=answer.usage)
        outcome = parse_statement(answer.text)
        if outcome is None:
            logger.info("asking the model to repair its statement")
            answer = await self._chat.ask_again(task, answer, "it held neither SQL nor a reason why not")
            outcome = parse_statement(answer.text)
        if outcome is None and not answer.text.strip():
            raise TemporaryFailure("the model answered nothing twice")
        outcome = outcome or CannotAnswer(why="not_understood", engine=self.name)
        return outcome.model_copy(update={"usage": answer.usage})


async def _invoice_content(document: Document, today: date) -> list[dict[str, object]]:
    request = read_invoice_request(today, len(document.pages), document.pages_left_out)
    text = document.text or (document.xml or b"").decode(errors="replace")
    parts: list[dict[str, object]] = [{"type": "text", "text": request}]
    if text.strip():
        parts.append({"type": "text", "text": text_layer(text)})
    for page in document.pages:
        url = await asyncio.to_thread(_data_url, page)
        parts.append({"type": "image_url", "image_url": {"url": url, "detail": "high"}})
    return parts


def _data_url(page: Page) -> str:
    """A JPEG small enough to send; pages of fine print may need a lower quality to be."""
    from PIL import Image  # the query generator has no pictures, and its container no Pillow

    image = Image.frombytes("RGB", (page.width, page.height), page.rgb)
    for quality in (85, 70, 55):
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality)
        if file.tell() <= MAX_JPEG_BYTES:
            break
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()


@asynccontextmanager
async def open_gpt_engine(settings: EngineSettings) -> AsyncIterator[GptEngine]:
    """Nothing is asked yet: a wrong key shows at the first document."""
    if settings.gpt_api_key is None:
        raise ValueError("open_gpt_engine needs GPT_API_KEY")
    client = openai.AsyncOpenAI(
        api_key=settings.gpt_api_key.get_secret_value(),
        base_url=settings.gpt_base_url or OPENAI_URL,
        timeout=openai.Timeout(settings.gpt_timeout_s, connect=CONNECT_TIMEOUT_S),
        max_retries=0,  # the queue's ladder retries, and every call must pass the count of paid ones
    )
    async with client:
        yield GptEngine(
            Chat(client, settings),
            vision_model=settings.gpt_vision_model or settings.gpt_model,
            sql_model=settings.gpt_sql_model or settings.gpt_model,
        )
