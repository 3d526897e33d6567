"""What writes SQL for a question: GPT where there is a key, with the local rules to fall back on, else those alone.

Apart from open_engine, so that the query generator needs neither OCR nor image libraries.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.errors import DependencyAway, TemporaryFailure
from shared.local_engine import questions
from shared.safe_naming import EngineName
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)


class SqlWriter(Protocol):
    """The half of shared.engine.Engine that questions need."""

    name: EngineName

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer: ...


class LocalSqlWriter:
    """Rules only: costs nothing and answers in milliseconds."""

    name = EngineName.LOCAL

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        return await asyncio.to_thread(questions.write_sql, request)


class WithFallback:
    """The model's answer, or that of the rules when the model cannot be had; `engine` of the draft says which."""

    def __init__(self, first: SqlWriter, second: SqlWriter) -> None:
        self.name = first.name
        self._first = first
        self._second = second

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        try:
            return await self._first.write_sql(request)
        except DependencyAway:
            raise
        except TemporaryFailure as failure:
            logger.warning("the local engine answers instead", extra={"problem": str(failure)})
            return await self._second.write_sql(request)


@asynccontextmanager
async def open_sql_writer(settings: EngineSettings) -> AsyncIterator[SqlWriter]:
    if settings.gpt_api_key is None:
        yield LocalSqlWriter()
        return
    from shared.gpt_api import open_gpt_engine  # slow to load, and never used without a key

    async with open_gpt_engine(settings) as gpt:
        yield WithFallback(gpt, LocalSqlWriter())
