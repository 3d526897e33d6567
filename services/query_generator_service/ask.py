"""`python main.py ask`: one question, or JSON lines in bulk, with the service's own layers; writes nothing."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TextIO

from services.query_generator_service.answer import answer_text, few_behind, suggestion
from services.query_generator_service.guard import GuardRefusal
from services.query_generator_service.lookup import Lookup, without_own_number
from services.query_generator_service.refusal import sentence_for
from shared.engine import CannotAnswer, SqlRequest
from shared.errors import FintrakError, TemporaryFailure
from shared.language import detect_language
from shared.open_sql_writer import open_sql_writer
from shared.postgres import open_reader
from shared.replies import Sentence, say
from shared.safe_naming import Language
from shared.settings import EngineSettings, PostgresSettings, UserSettings, load
from shared.tables import QueryRefused, Table
from shared.time_zones import today_for

PAYEES = (
    "SELECT payee_name FROM invoices WHERE payee_name <> '' GROUP BY payee_name ORDER BY COUNT(*) DESC, 1 LIMIT 200"
)

Answer = dict[str, object]


class AskSettings(PostgresSettings, EngineSettings, UserSettings):
    """The database, and a model only where there is a key."""


def ask(user: str, question: str, *, now: date | None = None) -> int:
    """Prints the SQL, the rows and the answer."""
    return asyncio.run(ask_once(load(AskSettings), user, now, question, sys.stdout))


def serve_jsonl() -> int:
    """One answer line per request line until stdin ends."""
    return asyncio.run(serve_requests(load(AskSettings), sys.stdin, sys.stdout))


async def ask_once(settings: AskSettings, user: str, now: date | None, question: str, out: TextIO) -> int:
    async with open_asking(settings) as asking:
        answer = await asking.answer(question, user, now)
    if "refused" in answer:
        out.write(f"{answer['refused']}\n")
        return 0
    out.write(f"{answer['sql']}\n\n")
    rows = answer["rows"]
    for row in rows if isinstance(rows, list) else ():
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    out.write(f"\n{answer['answer']}\n")
    return 0


async def serve_requests(settings: AskSettings, source: TextIO, out: TextIO) -> int:
    """Nothing but answers goes to `out`; a request that goes wrong is answered and the next one served."""
    async with open_asking(settings) as asking:
        while line := await asyncio.to_thread(source.readline):
            if line.strip():
                out.write(json.dumps(await asking.reply(line), ensure_ascii=False) + "\n")
                out.flush()
    return 0


@asynccontextmanager
async def open_asking(settings: AskSettings) -> AsyncIterator["Asking"]:
    async with open_reader(settings) as reader, open_sql_writer(settings) as writer:
        yield Asking(Lookup(writer, reader), settings.user_time_zone)


class Asking:
    """Answers requests of the JSON-lines protocol."""

    def __init__(self, lookup: Lookup, zone: str | None) -> None:
        self._lookup = lookup
        self._zone = zone

    async def reply(self, line: str) -> Answer:
        try:
            request = json.loads(line)
            if not isinstance(request, Mapping):
                return {"refused": "not a JSON object"}
            return await self._serve(request)
        except (ValueError, TypeError) as error:
            return {"refused": f"malformed request ({type(error).__name__})"}
        except TemporaryFailure as failure:
            return {"refused": f"try again later: {failure}"}

    async def _serve(self, request: Mapping[str, object]) -> Answer:
        user = str(request.get("user", ""))
        now = date.fromisoformat(str(request["now"])[:10]) if request.get("now") else None
        match request.get("op"):
            case "hello":
                return {}
            case "answer":
                previous = request.get("previous")
                earlier = tuple(map(str, previous)) if isinstance(previous, list) else ()
                return await self.answer(str(request.get("question", "")), user, now, earlier)
            case "run_sql":
                return await self.run_sql(str(request.get("sql", "")), user, now)
            case _:
                return {"refused": "unknown op"}

    async def answer(self, question: str, user: str, now: date | None, previous: tuple[str, ...] = ()) -> Answer:
        spoken = (detect_language(text) for text in (question, *reversed(previous)))
        language = next((language for language in spoken if language), Language.ENGLISH)
        today = now or self._today(user)
        payees = await self._lookup.run(PAYEES, user, today)
        names = tuple(str(row[0]) for row in payees.rows)
        text = without_own_number(question, user)
        request = SqlRequest(text=text, today=today, language=language, payees=names, previous=previous)
        draft = await self._lookup.writer.write_sql(request)
        problem = ""
        for _ in range(2):
            if isinstance(draft, CannotAnswer):
                return {"refused": say(sentence_for(draft.why), language)}
            try:
                found = await self._lookup.find(request, draft, user)
            except (GuardRefusal, QueryRefused) as refusal:
                problem = str(refusal)
                draft = await self._lookup.repair(request, draft, problem)
                continue
            behind = await self._lookup.invoices(found, user, today) if few_behind(found.table) else None
            said = "\n".join(
                part for part in (answer_text(found, language, behind), suggestion(found, language)) if part
            )
            return {"sql": draft.sql, **_shown(found.table), "answer": said}
        return {"refused": say(Sentence.COULD_NOT_ANSWER, language)}

    async def run_sql(self, sql: str, user: str, now: date | None) -> Answer:
        try:
            table = await self._lookup.run(sql, user, now or self._today(user))
        except FintrakError as refusal:
            return {"refused": str(refusal)}
        return {"sql": sql, **_shown(table), "answer": ""}

    def _today(self, user: str) -> date:
        return today_for(user, datetime.now(UTC), self._zone)[0]


def _shown(table: Table) -> Answer:
    rows = [{name: _json(value) for name, value in zip(table.columns, row, strict=True)} for row in table.rows]
    return {"columns": list(table.columns), "rows": rows}


def _json(value: object) -> object:
    """Decimals become numbers: others' programs compare them."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else str(value)
    return [_json(item) for item in value] if isinstance(value, list | tuple) else str(value)
