"""Child processes of local mode: each in its own session, so that Ctrl-C reaches us and them in our order."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from shared.errors import FintrakError

POLL_S = 0.05
TAIL_BYTES = 8192


class ChildFailed(FintrakError):
    """A server or service did not come up, or died; the message holds its last lines."""


@dataclass(frozen=True)
class Child:
    """`answers` says whether it is ready to be used, `stop_signal` how it likes to be asked to end."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path
    answers: Callable[[], bool] = field(default=lambda: True)
    stop_signal: signal.Signals = signal.SIGTERM

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def last_lines(self, count: int = 12) -> str:
        text = self.log.read_bytes()[-TAIL_BYTES:].decode(errors="replace") if self.log.exists() else ""
        return "\n".join(f"    {line}" for line in text.splitlines()[-count:])

    def ask_to_stop(self) -> None:
        with suppress(ProcessLookupError):
            self.process.send_signal(self.stop_signal)

    def kill(self) -> None:
        """The whole session, so that a server's own children go with it."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def start_child(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    environment: Mapping[str, str] | None = None,
    answers: Callable[[], bool] = lambda: True,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    """Starts it and returns at once; what it prints is appended to `log`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            start_new_session=True,
        )
    return Child(name, process, log, answers, stop_signal)


def wait_until_answering(children: Sequence[Child], timeout_s: float) -> None:
    """Raises ChildFailed when one dies or stays silent."""
    deadline = time.monotonic() + timeout_s
    waiting = list(children)
    while waiting := [child for child in waiting if not _answers(child)]:
        if time.monotonic() > deadline:
            names = ", ".join(child.name for child in waiting)
            raise ChildFailed(f"no answer within {timeout_s:.0f} s from {names}; {tails(waiting)}")
        time.sleep(POLL_S)


def _answers(child: Child) -> bool:
    if not child.alive:
        raise ChildFailed(f"{child.name} stopped with exit code {child.process.returncode}; {tails([child])}")
    return child.answers()


def tails(children: Sequence[Child]) -> str:
    return "\n".join(f"last lines of {child.log}:\n{child.last_lines()}" for child in children)


def stop_children(children: Sequence[Child], grace_s: float) -> None:
    """Asks all of them at once, waits, and kills what is left."""
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + grace_s
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.0, deadline - time.monotonic()))
    for child in children:
        child.kill()
