"""Forks itself for each upload, so that all it takes is imported once: `python -m shared.documents_worker.forks`.

Its stdin is a socket that brings other sockets, one for each upload. A fork reads the upload from it and writes its
answer to it, under the limits of `__main__`; when it has ended, its exit code follows as four bytes. Whoever closes a
socket early has its fork killed. This process itself never looks at an upload.
"""

import gc
import io
import os
import select
import signal
import socket
import struct
import sys
from contextlib import suppress

from PIL import Image

from shared.documents_worker import __main__ as worker
from shared.documents_worker import einvoice  # noqa: F401 - loaded once for all forks

HIGHEST_FD = 1024


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _load_all()
    with socket.socket(fileno=os.dup(0)) as control:
        Forks(control).serve()


def _load_all() -> None:
    """Pillow loads what it needs when it first opens a picture."""
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(picture, "JPEG")
    worker.decode(picture.getvalue())
    Image.init()
    gc.freeze()  # a collection in a fork would copy every page it looks at


class Forks:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._uploads: dict[int, socket.socket] = {}  # by the fork's process id
        self._poll = select.poll()

    def serve(self) -> None:
        """Until the control socket is closed, which ends all forks."""
        ended, wake = socket.socketpair()
        wake.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        self._poll.register(self._control, select.POLLIN)
        self._poll.register(ended, select.POLLIN)
        try:
            while True:
                for fd, _ in self._poll.poll():
                    if fd == ended.fileno():
                        ended.recv(4096)
                        self._reap()
                    elif fd != self._control.fileno():
                        self._kill(fd)
                    elif not self._fork():
                        return
        finally:
            for pid in self._uploads:
                os.kill(pid, signal.SIGKILL)

    def _fork(self) -> bool:
        """False when nobody will send uploads any more."""
        _, handles, _, _ = socket.recv_fds(self._control, 1, 1)
        if not handles:
            return False
        upload = socket.socket(fileno=handles[0])
        pid = os.fork()
        if pid == 0:
            _open(upload)
        self._uploads[pid] = upload
        self._poll.register(upload, 0)  # only that the other side hung up
        return True

    def _reap(self) -> None:
        for pid in list(self._uploads):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                with self._uploads.pop(pid) as upload, suppress(OSError):
                    self._forget(upload)
                    upload.sendall(struct.pack(">i", os.waitstatus_to_exitcode(status)))

    def _kill(self, fd: int) -> None:
        for pid, upload in self._uploads.items():
            if upload.fileno() == fd:
                self._forget(upload)
                os.kill(pid, signal.SIGKILL)

    def _forget(self, upload: socket.socket) -> None:
        with suppress(KeyError):
            self._poll.unregister(upload)


def _open(upload: socket.socket) -> None:
    """In the fork, which knows no other upload and never returns."""
    exit_code = 1
    try:
        signal.set_wakeup_fd(-1)
        os.dup2(upload.fileno(), 0)
        os.dup2(upload.fileno(), 1)
        os.closerange(3, HIGHEST_FD)
        worker.main()
        sys.stdout.flush()
        exit_code = 0
    finally:
        os._exit(exit_code)


if __name__ == "__main__":
    main()
