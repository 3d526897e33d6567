"""The engine behind GPT_API_KEY: reads invoices and writes SQL with any OpenAI-compatible server."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import openai

from shared.engine import CannotAnswer, Document, ReadResult, SqlDraft, SqlRequest
from shared.errors import TemporaryFailure
from shared.gpt_chat import Chat, Task
from shared.gpt_invoices import parse_invoice
from shared.gpt_prompts import (
    INVOICE_SCHEMA,
    READ_INVOICE,
    SQL_SCHEMA,
    earlier_questions,
    failed_statement,
    payee_list,
    write_sql_prompt,
)
from shared.gpt_statements import parse_statement
from shared.invoices import InvoiceDraft, NotAnInvoice, checked
from shared.payment_codes import completed, stated_by
from shared.safe_naming import EngineName
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

OPENAI_URL = "https://api.openai.com/v1"
CONNECT_TIMEOUT_S = 5.0
MAX_QUESTION_CHARS = 4_000


class GptEngine:
    """One request a document or question, and one more when the answer was no use."""

    name = EngineName.GPT

    def __init__(self, chat: Chat, *, vision_model: str, sql_model: str) -> None:
        self._chat = chat
        self._vision_model = vision_model
        self._sql_model = sql_model

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        from shared.gpt_documents import invoice_content  # the query generator has no Pillow

        if document.stated:  # exactly and for free, so no model is asked
            return ReadResult(reading=checked(document.stated, today=today), engine=EngineName.LOCAL)
        said = (await invoice_content(document, today),)
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
        reading = parsed.reading
        if isinstance(reading, InvoiceDraft):
            reading = checked(completed(reading, stated_by(document.codes)), today=today)
        return ReadResult(reading=reading, engine=self.name, usage=answer.usage)

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        payees = (payee_list(request.payees),) if request.payees else ()
        failed = (failed_statement(request.failed_sql, request.failed_because),) if request.failed_sql else ()
        earlier = (earlier_questions(request.previous),) if request.previous else ()
        said = (*payees, *earlier, request.text[:MAX_QUESTION_CHARS], *failed)
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
