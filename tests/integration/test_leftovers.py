"""What a killed run leaves behind is ended; what belongs to others is not."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from services.whatsapp_sandbox import leftovers
from services.whatsapp_sandbox.local_state import LocalState
from services.whatsapp_sandbox.servers.children import (
    Child,
    ChildFailed,
    start_child,
    stop_children,
    wait_until_answering,
)
from services.whatsapp_sandbox.stack import Stack

SLEEP = [sys.executable, "-c", "import signal; signal.sigwait([signal.SIGTERM])"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); signal.pause()",
]


def _child(folder: Path, name: str = "sleeper") -> Child:
    return start_child(name, SLEEP, log=folder / "log")


def test_a_later_run_ends_what_an_earlier_one_left(tmp_path: Path) -> None:
    child = _child(tmp_path)
    leftovers.remember(tmp_path, [child])
    assert leftovers.end_leftovers(tmp_path) == 1
    assert child.process.wait(5) is not None
    assert leftovers.end_leftovers(tmp_path) == 0


def test_a_process_that_got_the_number_of_an_old_one_is_left_alone(tmp_path: Path) -> None:
    stranger = _child(tmp_path)
    try:
        entry = {"pid": stranger.process.pid, "started": 1.0, "signal": int(signal.SIGTERM)}
        (tmp_path / leftovers.FILE).write_text(json.dumps([entry]))
        assert (leftovers.end_leftovers(tmp_path), stranger.alive) == (0, True)
    finally:
        stranger.kill()


def test_the_guardian_ends_the_children_of_a_run_that_was_killed(tmp_path: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", _A_RUN, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=leftovers.ROOT
    )
    assert run.stdout
    child = psutil.Process(int(run.stdout.readline()))
    run.kill()
    run.communicate()
    assert psutil.wait_procs([child], timeout=60)[1] == []


_A_RUN = """
import pathlib, signal, sys
from services.whatsapp_sandbox import leftovers
from tests.integration.test_leftovers import _child
folder = pathlib.Path(sys.argv[1])
with leftovers.guarded(folder):
    child = _child(folder)
    leftovers.remember(folder, [child])
    print(child.process.pid, flush=True)
    signal.pause()
"""


def test_a_child_that_does_not_listen_is_killed_in_time(tmp_path: Path) -> None:
    child = start_child(
        "deaf", STUBBORN, log=tmp_path / "log", answers=lambda: "deaf" in (tmp_path / "log").read_text()
    )
    wait_until_answering([child], 10)
    stop_children([child], 0.2)
    assert not child.alive


def test_a_server_that_does_not_start_leaves_no_others_running(tmp_path: Path) -> None:
    def broken() -> Child:
        raise ChildFailed("no room left")

    stack = Stack(tmp_path, LocalState(ports={}), {}, frozenset())
    stack.starters = {"good": lambda: _child(tmp_path), "broken": broken}
    with pytest.raises(ChildFailed, match="no room left"):
        stack.start("good", "broken")
    assert leftovers.end_leftovers(tmp_path) == 1
    assert stack.children["good"].process.wait(5) is not None
