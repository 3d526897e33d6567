"""Ends what a killed run left behind: at once by a guardian process, else at the next start.

    python -m services.whatsapp_sandbox.leftovers FOLDER     (the guardian; standard input is a pipe from the run)

The guardian notices the end of the run because the pipe closes, whatever ended it: kill -9 leaves no time for more.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from services.whatsapp_sandbox.servers.children import Child

ROOT = Path(__file__).resolve().parents[2]
FILE = "running.json"
GRACE_S = 4


def remember(folder: Path, children: Iterable[Child]) -> None:
    """Services first, servers last: in the order in which they are to be stopped."""
    running = []
    for child in children:
        with suppress(psutil.NoSuchProcess):
            started = psutil.Process(child.process.pid).create_time()
            running.append({"pid": child.process.pid, "started": started, "signal": int(child.stop_signal)})
    path = folder / FILE
    path.with_suffix(".new").write_text(json.dumps(running))
    path.with_suffix(".new").replace(path)


def end_leftovers(folder: Path) -> int:
    """Stops every child that `remember` wrote down and that still runs; how many there were."""
    path = folder / FILE
    entries = json.loads(path.read_text()) if path.exists() else []
    found = [(process, entry["signal"]) for entry in entries if (process := _same_process(entry))]
    rest = [process for entry in entries for process in _own_session(entry)]
    for process, stop_signal in found:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(stop_signal)
    psutil.wait_procs([process for process, _ in found], timeout=GRACE_S)
    for process in rest:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(rest, timeout=1)
    path.unlink(missing_ok=True)
    return len(found)


def _same_process(entry: dict[str, float]) -> psutil.Process | None:
    """None when it is gone, or when its number now belongs to somebody else."""
    try:
        process = psutil.Process(int(entry["pid"]))
        return process if abs(process.create_time() - entry["started"]) < 1 else None
    except psutil.NoSuchProcess:
        return None


def _own_session(entry: dict[str, float]) -> list[psutil.Process]:
    """Everything in the child's session; when the child itself is gone only what runs from our own `.venv`."""
    certain = _same_process(entry) is not None
    if not certain and psutil.pid_exists(int(entry["pid"])):
        return []  # the number, and with it the session, belongs to somebody else now
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if _session(process.pid) == entry["pid"]
        and (certain or any(part.startswith(sys.prefix) for part in process.info["cmdline"] or ()))
    ]


def _session(pid: int) -> int | None:
    with suppress(OSError):
        return os.getsid(pid)
    return None


@contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """While the caller is inside, its children are ended should it die."""
    guardian = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "services.whatsapp_sandbox.leftovers", str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        (folder / FILE).unlink(missing_ok=True)
        guardian.communicate()


def main() -> None:
    """Waits for the run to end; after a clean stop there is nothing left to do."""
    sys.stdin.buffer.read()
    end_leftovers(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
