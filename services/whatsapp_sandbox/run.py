"""`main.py run`: everything on this machine until Ctrl-C, with warnings and errors of the services on the screen."""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from services.whatsapp_sandbox.servers.children import Child, ChildFailed, tails, wait_until_answering
from services.whatsapp_sandbox.stack import SERVICES_UP_S, Stack, running_stack
from shared.safe_naming import Service

LOOK_EVERY_S = 0.5
RESTARTS = 3
WITHIN_S = 120.0
_LOUD = ("warning", "error", "critical")
_NOT_SHOWN = ("event", "level", "timestamp", "service", "logger", "exception")


def run(folder: Path) -> int:
    """0 after Ctrl-C; raises a FintrakError when something does not start or keeps dying."""
    try:
        with stopped_in_order(), running_stack(folder, _say, use_given=True) as stack:
            _say(_table(stack))
            _watch(stack)
    except KeyboardInterrupt:
        _say("stopped")
    return 0


@contextmanager
def stopped_in_order() -> Iterator[None]:
    """Ctrl-C, a closed terminal and `kill` alike raise KeyboardInterrupt, once: what follows is not interrupted."""

    def stop(_: int, __: FrameType | None) -> None:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)
        raise KeyboardInterrupt

    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, stop)
    yield


def _table(stack: Stack) -> str:
    rows = [("chat page", f"{stack.chat_page}/")]
    rows += [(str(service), stack.service_url(service)) for service in Service]
    addresses = {
        "RabbitMQ" if stack.broker_is_real else "AMQP twin": ("RABBITMQ_HOST", "RABBITMQ_PORT"),
        "PostgreSQL": ("RDS_HOST", "RDS_PORT"),
        "Valkey (Redis)": ("REDIS_HOST", "REDIS_PORT"),
    }
    rows += [(name, ":".join(stack.environment.get(part, "") for part in parts)) for name, parts in addresses.items()]
    rows.append(("S3", stack.environment["S3_ENDPOINT_URL"]))
    rows.append(("engine", "GPT" if stack.environment.get("GPT_API_KEY") else "local (set GPT_API_KEY to use GPT)"))
    rows += [("data", str(stack.folder)), ("logs", str(stack.folder / "logs"))]
    width = max(len(name) for name, _ in rows)
    body = "\n".join(f"  {name:<{width}}  {where}" for name, where in rows)
    seconds = stack.seconds["everything up"]
    return f"\nFinTrak is up after {seconds:.1f} s. Open the chat page; Ctrl-C stops everything.\n\n{body}\n"


def _watch(stack: Stack) -> None:
    """Never returns: ends by a signal, or by ChildFailed when a process died too often."""
    logs = {str(service): _LoudLines(stack.log(service)) for service in Service}
    deaths: dict[str, list[float]] = {}
    while True:
        time.sleep(LOOK_EVERY_S)
        for name, lines in logs.items():
            for line in lines.new():
                _say(f"{name}: {line}")
        for name, child in list(stack.children.items()):
            if not child.alive:
                _start_again(stack, name, child, deaths.setdefault(name, []))


def _start_again(stack: Stack, name: str, child: Child, deaths: list[float]) -> None:
    now = time.monotonic()
    deaths[:] = [*(moment for moment in deaths if now - moment < WITHIN_S), now]
    end = f"{child.name} ended with exit code {child.process.returncode}"
    if len(deaths) > RESTARTS:
        raise ChildFailed(f"{end} for the {len(deaths)}th time within {WITHIN_S:.0f} s; {tails([child])}")
    _say(f"{end} and is started again; {tails([child])}")
    child.kill()
    wait_until_answering(stack.start(name), SERVICES_UP_S)


class _LoudLines:
    """New warnings and errors of one log, readable by a person."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._seen = log.stat().st_size if log.exists() else 0

    def new(self) -> list[str]:
        with self._log.open("rb") as log:
            log.seek(self._seen)
            fresh = log.read()
        whole = fresh[: fresh.rfind(b"\n") + 1]
        self._seen += len(whole)
        return [line for raw in whole.decode(errors="replace").splitlines() if (line := loud(raw))]


def loud(raw: str) -> str | None:
    try:
        entry = json.loads(raw)
    except ValueError:
        return raw  # not one of our lines: a traceback, or a library that prints
    if not isinstance(entry, dict):
        return raw
    if entry.get("level") not in _LOUD:
        return None
    facts = " ".join(f"{name}={value}" for name, value in entry.items() if name not in _NOT_SHOWN)
    return f"{entry['level']}: {entry.get('event')} {facts}".rstrip()


def _say(text: str) -> None:
    """A terminal that was closed must not keep us from stopping in order."""
    try:
        print(text, flush=True)  # noqa: T201 - a command talks to a person
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
