"""Where a service under test is killed: before and after each of its effects, once for each point.

Deployed code knows nothing of this: launch.py wraps the effects of the adapters (effects.py) in a service's process of
its own before the service runs as it is. So the points cost nothing where nobody armed them.
"""

import functools
import os
import signal
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

ARMED = "points"
"""A file in the service's folder: the points to die at, a line each, `effect.before` or `effect.after`."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class FaultPoints:
    """Each point that was passed leaves a file, so that the restarted process goes on with the others."""

    def __init__(self, points: Sequence[str], folder: Path) -> None:
        self._folder = folder
        self._left = [point for point in points if not (folder / point).exists()]

    def pass_by(self, point: str) -> None:
        """Dies here as by `kill -9` if it is an armed point that no process has died at yet."""
        if point in self._left:
            (self._folder / point).touch()
            os.kill(os.getpid(), signal.SIGKILL)

    def around(
        self, effect: str, work: Callable[Arguments, Awaitable[Result]]
    ) -> Callable[Arguments, Awaitable[Result]]:
        """The same effect with a point before and one after it; what fails does not reach the second."""

        @functools.wraps(work)
        async def surrounded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            self.pass_by(f"{effect}.before")
            result = await work(*args, **kwargs)
            self.pass_by(f"{effect}.after")
            return result

        return surrounded


def arm(folder: Path, points: Sequence[str]) -> None:
    """For every process started from now on; what an earlier run died at counts no more."""
    for point in points:
        (folder / point).unlink(missing_ok=True)
    (folder / ARMED).write_text("\n".join(points))


def armed(folder: Path) -> FaultPoints | None:
    points = (folder / ARMED).read_text().split() if (folder / ARMED).exists() else []
    return FaultPoints(points, folder) if points else None


def not_passed(folder: Path) -> list[str]:
    return [point for point in (folder / ARMED).read_text().split() if not (folder / point).exists()]
