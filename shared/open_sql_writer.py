"""What writes SQL for a question: GPT where there is a key, with the local rules to fall back on, else those alone.

Apart from open_engine, so that the query generator needs neither OCR nor image libraries.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from shared.engine import CannotAnswer, SqlDraft, SqlRequest
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_circuit import Circuit
from shared.gpt_errors import BudgetSpent, GptRequestRejected, GptUnavailable, MayNotPay, TillFailed
from shared.local_engine import questions
from shared.metrics import STAND_INS
from shared.safe_naming import EngineName, StandIn
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

PATIENCE = 3
"""Failures in a row before the model is left alone; each of them is answered by the rules."""


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
    """The model's answer, or that of the rules when the model cannot be had; `stood_in` of the draft says why."""

    def __init__(self, first: SqlWriter, second: SqlWriter, circuit: Circuit) -> None:
        self.name = first.name
        self._first = first
        self._second = second
        self._circuit = circuit

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        if not self._circuit.lets_through:
            return await self._instead(request, StandIn.AWAY)
        try:
            outcome = await self._first.write_sql(request)
        except (DependencyAway, TillFailed):
            raise
        except MayNotPay as refusal:  # also after crashes that cost all the calls of this question
            why = StandIn.BUDGET if isinstance(refusal, BudgetSpent) else StandIn.AWAY
            return await self._instead(request, why)
        except GptRequestRejected:
            return await self._instead(request, StandIn.AWAY)
        except TemporaryFailure as failure:
            logger.warning("the local engine answers instead", extra={"problem": str(failure)})
            self._circuit.failed(for_good=isinstance(failure, GptUnavailable))
            return await self._instead(request, StandIn.AWAY)
        self._circuit.worked()
        return outcome

    async def _instead(self, request: SqlRequest, why: StandIn) -> SqlDraft | CannotAnswer:
        STAND_INS.labels(why).inc()
        outcome = await self._second.write_sql(request)
        if isinstance(outcome, SqlDraft):
            return outcome.model_copy(update={"stood_in": why})
        not_his_fault = why is StandIn.AWAY and outcome.why == "not_understood"
        return outcome.model_copy(update={"why": "failed"}) if not_his_fault else outcome


@asynccontextmanager
async def open_sql_writer(settings: EngineSettings) -> AsyncIterator[SqlWriter]:
    if settings.gpt_api_key is None:
        yield LocalSqlWriter()
        return
    from shared.gpt_api import open_gpt_engine  # slow to load, and never used without a key

    async with open_gpt_engine(settings) as gpt:
        yield WithFallback(gpt, LocalSqlWriter(), Circuit(patience=PATIENCE, clock=time.monotonic))
