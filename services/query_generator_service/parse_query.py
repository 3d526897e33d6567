"""The work of the service: a question is understood once, looked up as its sender, and answered with a workbook."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, Protocol

from pydantic import Field, TypeAdapter

from services.query_generator_service.answer import answer_text, suggestion
from services.query_generator_service.files import Answered, FileMaker, Files, keys_of
from services.query_generator_service.guard import GuardRefusal
from services.query_generator_service.lookup import Found, Lookup, without_own_number
from services.query_generator_service.phrases import phrase
from services.query_generator_service.phrases.names import Phrase
from services.query_generator_service.refusal import sentence_for
from shared.bidi import line_started
from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.errors import Refused
from shared.gpt_errors import MayNotPay, paying_at
from shared.gpt_spending import Budget, MessageTill
from shared.kept_once import KeptOnce
from shared.message_records import MessageRecords, Replies
from shared.messages import Question, reply_to
from shared.metrics import STEP_SECONDS
from shared.replies import Sentence, say
from shared.safe_naming import EngineName, Outcome, ReadStep, StandIn
from shared.tables import QueryRefused, Table, is_empty

logger = logging.getLogger(__name__)

FIRST_TRY, REPAIR = 0, 1  # under which index of `reads` each is kept
MANY_INVOICES = 10_000  # a workbook of so many takes seconds
MOMENT_PART = 2

_Understood: TypeAdapter[SqlDraft | CannotAnswer] = TypeAdapter(
    Annotated[SqlDraft | CannotAnswer, Field(discriminator="kind")]
)


class QueryRecords(MessageRecords, Protocol):
    async def payee_names(self, sender: str) -> tuple[str, ...]: ...

    async def deleted_invoices(self, sender: str, start: date | None, end: date | None) -> int: ...

    async def recent_questions(self, sender: str, before: datetime) -> tuple[str, ...]: ...

    async def doom_file(self, object_key: str) -> None: ...

    async def add_query_once(
        self,
        *,
        sender: str,
        message_id: str,
        text: str,
        result: str,
        sql: str | None,
        row_count: int | None,
        engine: EngineName | None,
        report_key: str | None = None,
        chart_key: str | None = None,
    ) -> int: ...


Today = Callable[[str, datetime], tuple[date, str]]
WriteSql = Callable[[], Awaitable[SqlDraft | CannotAnswer]]


class QueryAnswering:
    """Deliveries repeat: what was understood is remembered, what is written is keyed by message."""

    def __init__(
        self,
        *,
        lookup: Lookup,
        records: QueryRecords,
        files: FileMaker,
        replies: Replies,
        today: Today,
        budget: Budget | None = None,
    ) -> None:
        self._lookup = lookup
        self._records = records
        self._files = files
        self._replies = replies
        self._today = today
        self._budget = budget or Budget()
        self._kept = KeptOnce(records)

    async def handle(self, message: Question) -> None:
        await self._records.remember_user(message.sender, message.profile_name, message.received_at)
        async with self._records.reading(message.message_id):
            await self._answer(message)

    async def give_up(self, message: Question, _reason: str) -> None:
        """A workbook may be stored that no row names: nobody could find and delete it later."""
        await self._replies.publish(reply_to(message, say(Sentence.GAVE_UP, message.language), Outcome.GAVE_UP))
        for key in keys_of(message.message_id):
            await self._records.doom_file(key)

    async def refuse(self, message: Question, refused: Refused) -> None:
        await self._replies.publish(reply_to(message, refused.text, Outcome.REFUSED))

    async def _answer(self, message: Question) -> None:
        today, zone = self._today(message.sender, message.received_at)
        request = SqlRequest(
            text=without_own_number(message.text, message.sender),
            today=today,
            language=message.language,
            payees=await self._records.payee_names(message.sender),
            previous=await self._records.recent_questions(message.sender, message.received_at),
        )
        found = await self._found(message, request)
        if isinstance(found, CannotAnswer):
            await self._refuse(message, found)
            return
        found = await self._with_deleted(found, message.sender)
        invoices = None if is_empty(found.table) else await self._lookup.invoices(found, message.sender, today)
        text = answer_text(found, message.language, invoices)
        if found.draft.stood_in is StandIn.BUDGET:
            text += "\n" + line_started(say(Sentence.BUDGET_SPENT, message.language), message.language)
        elif found.draft.engine != self._lookup.writer.name:
            text += "\n" + line_started(phrase(Phrase.BY_RULES, message.language), message.language)
        await self._ask_for_patience(message, invoices)
        files = Files()
        if not is_empty(found.table):
            files = await self._files.make(Answered(message, found, invoices, text, today, zone))
        await self._keep(message, text, found, files)
        further = suggestion(found, message.language)
        text = f"{text}\n{further}" if further else text
        reply = reply_to(message, text, Outcome.DONE, media_key=files.report_key, picture=files.picture)
        await self._replies.publish(reply)
        logger.info("question answered", extra={"rows": len(found.table.rows), "engine": found.draft.engine})

    async def _with_deleted(self, found: Found, sender: str) -> Found:
        """Of a period of days of sending nothing is said: a deleted invoice is looked for by its own date."""
        draft, period = found.draft, found.draft.period
        if period is not None and draft.undated_sql is None:
            return found
        start, end = (period.start, period.end) if period else (None, None)
        return replace(found, deleted=await self._records.deleted_invoices(sender, start, end))

    async def _found(self, message: Question, request: SqlRequest) -> Found | CannotAnswer:
        """A model may repair its statement once."""
        try:
            draft = await self._once(message, FIRST_TRY, lambda: self._lookup.writer.write_sql(request))
            if isinstance(draft, CannotAnswer):
                return draft
            first = draft
            found, problem = await self._try(message, request, first)
            if found is None:
                draft = await self._once(message, REPAIR, lambda: self._lookup.repair(request, first, problem))
                if isinstance(draft, CannotAnswer):
                    return draft
                found, _ = await self._try(message, request, draft)
        except MayNotPay:
            return CannotAnswer(why="failed", engine=self._lookup.writer.name)
        return found or CannotAnswer(why="not_understood", engine=draft.engine)

    async def _try(self, message: Question, request: SqlRequest, draft: SqlDraft) -> tuple[Found | None, str]:
        """What was found, or why the statement is no use."""
        try:
            with STEP_SECONDS.labels("look_up").time():
                return await self._lookup.find(request, draft, message.sender), ""
        except (GuardRefusal, QueryRefused) as refusal:
            logger.warning("statement not run", extra={"problem": str(refusal), "engine": draft.engine})
            return None, str(refusal)

    async def _once(self, message: Question, attempt: int, write: WriteSql) -> SqlDraft | CannotAnswer:
        """Kept before it is used: a repeat of the message asks and pays nobody."""

        async def understood() -> dict[str, Any]:
            with paying_at(self._till(message)), STEP_SECONDS.labels("write_sql").time():
                return (await write()).model_dump(mode="json")

        row = message.message_id, attempt, ReadStep.SQL
        return _Understood.validate_python(await self._kept.outcome(row, understood, sender=message.sender))

    def _till(self, message: Question) -> MessageTill:
        return MessageTill(self._records, self._budget, message.sender, message.message_id, FIRST_TRY, ReadStep.SQL)

    async def _refuse(self, message: Question, refused: CannotAnswer) -> None:
        text = say(sentence_for(refused.why), message.language)
        await self._records.add_query_once(
            sender=message.sender,
            message_id=message.message_id,
            text=message.text,
            result=text,
            sql=None,
            row_count=None,
            engine=refused.engine,
        )
        await self._replies.publish(reply_to(message, text, Outcome.REFUSED))
        logger.info("question refused", extra={"why": refused.why, "engine": refused.engine})

    async def _ask_for_patience(self, message: Question, invoices: Table | None) -> None:
        if invoices is not None and len(invoices.rows) > MANY_INVOICES:
            moment = phrase(Phrase.ONE_MOMENT, message.language)
            reply = reply_to(message, moment, Outcome.DONE, part=MOMENT_PART, ends_waiting=False)
            await self._replies.publish(reply)

    async def _keep(self, message: Question, text: str, found: Found, files: Files) -> None:
        await self._records.add_query_once(
            sender=message.sender,
            message_id=message.message_id,
            text=message.text,
            result=text,
            sql=found.draft.sql,
            row_count=len(found.table.rows),
            engine=found.draft.engine,
            report_key=files.report_key,
            chart_key=files.picture.key if files.picture else None,
        )
