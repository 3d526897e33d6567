"""Which engine answers: GPT where there is a key, with the local one in its place when need be, else the local one.

Nobody else asks which mode this is.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import date

from shared.engine import CannotAnswer, Document, Engine, ReadResult, SqlDraft, SqlRequest
from shared.errors import DependencyAway, TemporaryFailure
from shared.gpt_circuit import Circuit
from shared.gpt_errors import BudgetSpent, GptRequestRejected, GptUnavailable, MayNotPay, TillFailed
from shared.metrics import STAND_INS
from shared.safe_naming import StandIn
from shared.settings import EngineSettings

logger = logging.getLogger(__name__)

PATIENCE = 3
"""Failures in a row before the local engine reads; until then the queue's ladder waits for the better reading."""

OpenLocal = Callable[[], AbstractAsyncContextManager[Engine]]


@asynccontextmanager
async def open_engine(settings: EngineSettings, *, patience: int = PATIENCE) -> AsyncIterator[Engine]:
    """Imports only what it opens: OCR and the OpenAI client are both slow to load. A command has a patience of 1."""
    if settings.gpt_api_key is None:
        async with _open_local() as local:
            yield local
        return
    from shared.gpt_api import open_gpt_engine

    async with open_gpt_engine(settings) as gpt, AsyncExitStack() as opened:
        yield WithStandIn(gpt, OpenedLate(_open_local, opened), Circuit(patience=patience, clock=time.monotonic))


@asynccontextmanager
async def _open_local() -> AsyncIterator[Engine]:
    from shared.local_engine.engine import open_local_engine

    async with open_local_engine() as local:
        yield local


class OpenedLate:
    """The local engine, whose OCR takes half a gigabyte, opened when it is first needed."""

    def __init__(self, opening: OpenLocal, opened: AsyncExitStack) -> None:
        self._opening = opening
        self._opened = opened
        self._lock = asyncio.Lock()
        self._engine: Engine | None = None

    async def __call__(self) -> Engine:
        async with self._lock:
            if self._engine is None:
                self._engine = await self._opened.enter_async_context(self._opening())
            return self._engine


class WithStandIn:
    """The model's reading; the local engine's when the model is away, may not be paid, or will not take the request."""

    def __init__(self, model: Engine, local: OpenedLate, circuit: Circuit) -> None:
        self.name = model.name
        self._model = model
        self._local = local
        self._circuit = circuit

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        if not self._circuit.lets_through:
            return await self._instead(document, today, StandIn.AWAY)
        try:
            result = await self._model.read_invoice(document, today=today)
        except (DependencyAway, TillFailed):
            raise
        except MayNotPay as refusal:
            why = StandIn.BUDGET if isinstance(refusal, BudgetSpent) else StandIn.AWAY
            return await self._instead(document, today, why)
        except GptRequestRejected:
            return await self._instead(document, today, StandIn.AWAY)
        except TemporaryFailure as failure:
            if not self._circuit.failed(for_good=isinstance(failure, GptUnavailable)):
                raise
            logger.warning("the model is left alone for a while", extra={"problem": str(failure)})
            return await self._instead(document, today, StandIn.AWAY)
        self._circuit.worked()
        return result

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        return await self._model.write_sql(request)

    async def _instead(self, document: Document, today: date, why: StandIn) -> ReadResult:
        STAND_INS.labels(why).inc()
        result = await (await self._local()).read_invoice(document, today=today)
        return result if document.stated else result.model_copy(update={"stood_in": why})
