"""What goes with an answer: a workbook always, a picture where the result is a series or a breakdown."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID, uuid5

from services.query_generator_service import chart_picture, report
from services.query_generator_service.answer import period_text
from services.query_generator_service.chart import caption, chart_of
from services.query_generator_service.lookup import Found
from shared.messages import Picture, Question
from shared.metrics import STEP_SECONDS
from shared.tables import Table

REPORT_NAME, CHART_NAME = "fintrak-report.xlsx", "fintrak-chart.png"  # WhatsApp: at most 20 characters, no blanks
_KEYS = UUID("a35e2b9e-7c1d-4a0e-8f39-5d2f7f0c3b64")


class FileStore(Protocol):
    """shared.s3_connection.ObjectStore."""

    async def put(self, key: str, data: bytes, *, content_type: str, filename: str | None = None) -> None: ...


def keys_of(message_id: str) -> tuple[str, str]:
    """Of workbook and picture: the same for every copy of a message, without a word about the sender."""
    name = f"reports/{uuid5(_KEYS, message_id)}"
    return f"{name}.xlsx", f"{name}.png"


@dataclass(frozen=True)
class Files:
    """Object keys; a nothing-found answer has none."""

    report_key: str | None = None
    picture: Picture | None = None


@dataclass(frozen=True)
class Answered:
    """The answer the files belong to. `invoices` are the rows behind it (None: they could not be had)."""

    message: Question
    found: Found
    invoices: Table | None
    text: str
    today: date
    time_zone: str


class FileMaker:
    """None is made in the event loop."""

    def __init__(self, store: FileStore, *, now: Callable[[], datetime], make_link: Callable[[str], str]) -> None:
        self._store = store
        self._now = now
        self._make_link = make_link

    async def make(self, answered: Answered) -> Files:
        report_key, chart_key = keys_of(answered.message.message_id)
        with STEP_SECONDS.labels("workbook").time():
            data = await asyncio.to_thread(report.workbook, self._report(answered))
        await self._store.put(report_key, data, content_type=report.CONTENT_TYPE, filename=REPORT_NAME)
        return Files(report_key, await self._picture(answered, chart_key))

    async def _picture(self, answered: Answered, key: str) -> Picture | None:
        chart = chart_of(answered.found, answered.message.language)
        if chart is None:
            return None
        with STEP_SECONDS.labels("chart").time():
            drawn = await asyncio.to_thread(chart_picture.picture, chart)
        if drawn is None:
            return None
        await self._store.put(key, drawn, content_type=chart_picture.CONTENT_TYPE, filename=CHART_NAME)
        return Picture(key=key, caption=caption(chart))

    def _report(self, answered: Answered) -> report.Report:
        draft, language = answered.found.draft, answered.message.language
        return report.Report(
            question=answered.message.text,
            answer=answered.text,
            sql=draft.sql,
            engine=draft.engine,
            today=answered.today,
            time_zone=answered.time_zone,
            made_at=self._now(),
            period=period_text(draft, language),
            filters=draft.filters,
            undated=answered.found.undated,
            result=answered.found.table,
            invoices=answered.invoices,
            link=self._make_link,
            language=language,
        )
