"""`python -m tests.faults.launch services.NAME.main FOLDER`: a service as it is, in processes with fault points.

Imports once and forks the service, again whenever it was killed: as Docker's restart policy, only that a new process
works at once instead of after seconds of imports. FOLDER holds `pid`, `deaths` and the points to die at.
"""

import importlib
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from tests.faults.effects import surround
from tests.faults.fault_points import armed


class Launcher:
    def __init__(self, module: str, folder: Path) -> None:
        self._module = module
        self._folder = folder
        self._child = 0
        self._stopping = False

    def run(self) -> int:
        main = importlib.import_module(self._module)
        importlib.import_module("shared.gpt_api")  # imported late by those who use it
        source = Path(str(main.__file__)).read_text()
        self._service = compile(source, str(main.__file__), "exec")
        signal.signal(signal.SIGTERM, self._stop)
        deaths = 0
        while True:
            self._child = os.fork()
            if self._child == 0:
                self._become_the_service()
            (self._folder / "pid").write_text(str(self._child))
            _, status = os.waitpid(self._child, 0)
            if self._stopping or not os.WIFSIGNALED(status):
                return os.waitstatus_to_exitcode(status)
            deaths += 1
            (self._folder / "deaths").write_text(str(deaths))

    def _become_the_service(self) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if points := armed(self._folder):
            surround(points)
        exec(self._service, {"__name__": "__main__"})  # noqa: S102 - what `python -m` does, with all imports made
        sys.exit(0)

    def _stop(self, number: int, _: FrameType | None) -> None:
        self._stopping = True
        os.kill(self._child, number)


if __name__ == "__main__":
    sys.exit(Launcher(sys.argv[1], Path(sys.argv[2])).run())
