"""One child process for all uploads of a service, which forks itself for each: for shared/documents.py.

Starting Python and importing Pillow and PDFium costs several times what opening a photo does. A fork starts with both
and is as easily killed.
"""

import asyncio
import os
import socket
import struct
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from shared.errors import TemporaryFailure

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # getting memory for pixels in small pages takes as long as decoding
}
"""No secrets in there."""

_CLOSE_S = 2.0
_EXIT_CODE = struct.Struct(">i")


class DocumentForks:
    """See documents_worker/forks.py for what goes over the sockets."""

    def __init__(self) -> None:
        self._starting = asyncio.Lock()
        self._process: Process | None = None
        self._control: socket.socket | None = None

    async def ask(self, upload: bytes) -> tuple[int, bytes]:
        """Exit code and answer of the fork; a caller that is cancelled has it killed."""
        reader, writer = await asyncio.open_unix_connection(sock=await self._new_fork())
        try:
            writer.write(upload)
            writer.write_eof()
            answer = await reader.read()
        except ConnectionError:
            answer = b""
        finally:
            writer.close()
        if len(answer) < _EXIT_CODE.size:
            raise TemporaryFailure("the decoder was stopped")
        (exit_code,) = _EXIT_CODE.unpack(answer[-_EXIT_CODE.size :])
        return exit_code, answer[: -_EXIT_CODE.size]

    async def _new_fork(self) -> socket.socket:
        async with self._starting:
            if self._process is None or self._process.returncode is not None:
                await self._start()
        assert self._control  # noqa: S101 - made by the start
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with theirs:
            try:
                socket.send_fds(self._control, [b"\0"], [theirs.fileno()])
            except OSError as error:  # it just died: the next upload starts another
                ours.close()
                await self.close()
                raise TemporaryFailure("the decoder was stopped") from error
        return ours

    async def _start(self) -> None:
        await self.close()
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-P", "-m", "shared.documents_worker.forks"),
                stdin=theirs.fileno(),
                stdout=DEVNULL,
                stderr=DEVNULL,
                env=ENVIRONMENT,
                start_new_session=True,  # Ctrl-C on a terminal must not look like a damaged file
            )

    async def close(self) -> None:
        """Closing its socket ends the child and every fork of it."""
        if self._control:
            self._control.close()
        if self._process:
            try:
                async with asyncio.timeout(_CLOSE_S):
                    await self._process.wait()
            except TimeoutError:
                self._process.kill()
                await self._process.wait()


@asynccontextmanager
async def open_document_forks() -> AsyncIterator[DocumentForks]:
    """The child starts with the first upload."""
    forks = DocumentForks()
    try:
        yield forks
    finally:
        await forks.close()
