"""CPU time of processes that run beside the benchmark, their children included."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

TICKS_PER_S = os.sysconf("SC_CLK_TCK")


def cpu_s(pid: int) -> float:
    """User and system time of the process, of its children that ended and of those that still run."""
    own = _times(pid)
    return own + sum(cpu_s(child.pid) for child in psutil.Process(pid).children())


def _times(pid: int) -> float:
    """Its threads to the nanosecond; children that ended are only known in ticks."""
    threads = (Path(task, "schedstat").read_text() for task in Path(f"/proc/{pid}/task").iterdir())
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(int(text.split()[0]) for text in threads) / 1e9 + sum(map(int, fields[13:15])) / TICKS_PER_S


@dataclass(frozen=True)
class CpuClock:
    """Several processes by name."""

    pids: Mapping[str, int]

    def read(self) -> dict[str, float]:
        return {name: cpu_s(pid) for name, pid in self.pids.items()}


def spent(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    return {name: after[name] - before[name] for name in before}


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
