"""Starts, feeds and watches the one OCR process of a service; it only ever gets clean pixels of bounded size."""

import asyncio
import contextlib
import json
import logging
import os
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.engine import Page
from shared.errors import TemporaryFailure
from shared.local_engine.reading.sheet.cells import Cell
from shared.local_engine.reading.sheet.straightening import straightened

logger = logging.getLogger(__name__)

MOST_RESIDENT_BYTES = 900 * 1024 * 1024
PAGES_PER_PROCESS = 300
_ROOT = Path(__file__).resolve().parents[4]
_MODULE = "shared.local_engine.reading.ocr.worker"
_ALLOCATOR = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
}
"""Memory is kept from one layer of a model to the next, not given back and zeroed again: that took a quarter of the
detector's time. Anything larger would raise the peak; the worker gives everything back after each page."""


@dataclass(frozen=True)
class OcrLimits:
    """By the clock, so with room for a machine that is busy; `turn_s` is how long to wait for the pages of others."""

    start_s: float = 120.0
    page_s: float = 120.0
    turn_s: float = 240.0
    most_resident_bytes: int = MOST_RESIDENT_BYTES


@dataclass(frozen=True)
class PageText:
    """What stands on a page, set upright; a page that lay on its side has width and height exchanged."""

    cells: tuple[Cell, ...]
    width: float
    height: float


class OcrProcess:
    """One page at a time. A process that grew too large, got old or died is replaced before the next page."""

    def __init__(self, *, threads: int | None = None, limits: OcrLimits | None = None) -> None:
        self._threads = threads or min(2, os.cpu_count() or 1)
        self._limits = limits or OcrLimits()
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._pages_read = 0

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    async def warm_up(self) -> None:
        """Loads the models ahead of the first page; a failure shows again when that page comes."""
        with contextlib.suppress(TemporaryFailure):
            async with self._turn:
                await self._running()

    async def read(self, page: Page) -> PageText:
        """Raises TemporaryFailure when the process died, hung, or others kept it busy too long."""
        try:
            async with asyncio.timeout(self._limits.turn_s):
                await self._turn.acquire()
        except TimeoutError:
            raise TemporaryFailure("OCR is busy") from None
        try:
            answer = await self._answer(page)
        finally:
            self._turn.release()
        quads = [(box["quad"], box["text"], box["confidence"]) for box in answer["boxes"]]
        return PageText(tuple(straightened(quads)), answer["width"], answer["height"])

    async def close(self) -> None:
        child, self._child = self._child, None
        if child is not None and child.returncode is None:
            child.kill()
            await child.wait()

    async def _answer(self, page: Page) -> dict[str, Any]:
        """A request cut short leaves half a frame in the pipe, so the process goes with it, whatever the reason."""
        finished = False
        try:
            child = await self._running()
            _write_frame(child, page)
            answer = await _read_frame(child, self._limits.page_s)
            finished = not self._worn_out(child)
            return answer
        finally:
            if not finished:
                await self.close()

    async def _running(self) -> asyncio.subprocess.Process:
        if self._child is not None and self._child.returncode is None:
            return self._child
        self._pages_read = 0
        self._child = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", _MODULE, str(self._threads)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"PYTHONPATH": str(_ROOT), "PATH": os.defpath, "LANG": "C.UTF-8", **_ALLOCATOR},
            start_new_session=True,  # Ctrl-C on a terminal reaches the service only, which closes this one itself
        )
        await self._greeted(self._child)
        return self._child

    async def _greeted(self, child: asyncio.subprocess.Process) -> None:
        """A process that greets too late is closed: its greeting would be taken for the answer to the first page, and
        each answer for that to the page after, which may be somebody else's."""
        greeted = False
        try:
            await _read_frame(child, self._limits.start_s)
            greeted = True
        finally:
            if not greeted:
                await self.close()
        logger.info("OCR is ready", extra={"threads": self._threads})

    def _worn_out(self, child: asyncio.subprocess.Process) -> bool:
        self._pages_read += 1
        resident = resident_bytes(child.pid)
        worn_out = resident > self._limits.most_resident_bytes or self._pages_read >= PAGES_PER_PROCESS
        if worn_out:
            logger.info("OCR is replaced", extra={"resident_mb": resident >> 20, "pages": self._pages_read})
        return worn_out


def _write_frame(child: asyncio.subprocess.Process, page: Page) -> None:
    header = json.dumps({"width": page.width, "height": page.height}).encode()
    if child.stdin is None:
        raise TemporaryFailure("OCR has no input")
    child.stdin.writelines([struct.pack(">I", len(header)), header, page.rgb])


async def _read_frame(child: asyncio.subprocess.Process, timeout_s: float) -> dict[str, Any]:
    if child.stdout is None:
        raise TemporaryFailure("OCR has no output")
    try:
        async with asyncio.timeout(timeout_s):
            (size,) = struct.unpack(">I", await child.stdout.readexactly(4))
            answer: dict[str, Any] = json.loads(await child.stdout.readexactly(size))
    except TimeoutError:
        raise TemporaryFailure("OCR took too long") from None
    except asyncio.IncompleteReadError:
        raise TemporaryFailure("OCR stopped") from None
    return answer


def resident_bytes(pid: int) -> int:
    """0 where the system has no /proc; the count of pages still bounds the process there."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@asynccontextmanager
async def open_ocr(*, threads: int | None = None, limits: OcrLimits | None = None) -> AsyncIterator[OcrProcess]:
    """Yields at once and loads the models in the background."""
    ocr = OcrProcess(threads=threads, limits=limits)
    warming = asyncio.create_task(ocr.warm_up())
    try:
        yield ocr
    finally:
        warming.cancel()
        await asyncio.gather(warming, return_exceptions=True)
        await ocr.close()
