"""Lets the configured engine read a folder, and notes what it said, took and cost."""

import asyncio
import os
import statistics
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import psutil

from services.whatsapp_sandbox.evaluation.score import Row
from shared.documents import Decoder, DocumentProblem, open_decoder
from shared.engine import Engine
from shared.errors import FintrakError
from shared.gpt_prices import prices
from shared.invoices import InvoiceDraft, checked
from shared.open_engine import open_engine
from shared.settings import EngineSettings


@dataclass
class Trial:
    """`pairs` are labels and readings; processor seconds include the decoding child and the OCR process."""

    engine: str
    pairs: list[tuple[Row, Row]] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    most_resident_mb: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dollars: float = 0.0

    @property
    def median_cpu_s(self) -> float:
        return statistics.median(self.cpu_s) if self.cpu_s else 0.0


async def trial(folder: Path, labels: list[Row], settings: EngineSettings, today: date) -> Trial:
    price_list = prices(settings.gpt_prices)
    async with open_decoder() as decoder, open_engine(settings, patience=1) as engine:
        done = Trial(str(engine.name))
        for label in labels:
            before = _cpu_seconds()
            read = await _read(folder / str(label["file"]), engine, decoder, done, today)
            done.pairs.append((label, read))
            done.cpu_s.append(_cpu_seconds() - before)
            done.most_resident_mb = max(done.most_resident_mb, _resident_mb())
    if price := price_list.get(settings.gpt_vision_model or settings.gpt_model):
        done.dollars = price.of(done.tokens_in, done.tokens_out)
    return done


async def _read(path: Path, engine: Engine, decoder: Decoder, done: Trial, today: date) -> Row:
    try:
        result = await engine.read_invoice(await decoder.decode(await asyncio.to_thread(path.read_bytes)), today=today)
    except (DocumentProblem, FintrakError):
        return {"is_invoice": False}
    if result.usage:
        done.tokens_in += result.usage.prompt_tokens or 0
        done.tokens_out += result.usage.completion_tokens or 0
    if not isinstance(result.reading, InvoiceDraft):
        return {"is_invoice": False}
    values = checked(result.reading, today=today).model_dump(mode="json")
    return {**values, "is_invoice": True}


def _cpu_seconds() -> float:
    """Of this process, its children that ended, and its children that run."""
    own = os.times()
    children = sum(sum(child.cpu_times()[:2]) for child in psutil.Process().children(recursive=True))
    return own.user + own.system + own.children_user + own.children_system + children


def _resident_mb() -> int:
    return max((child.memory_info().rss >> 20 for child in psutil.Process().children()), default=0)
