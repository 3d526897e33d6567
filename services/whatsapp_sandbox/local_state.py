"""What local mode keeps between runs in `.fintrak/`: ports, passwords made up once, who runs now."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from services.whatsapp_sandbox.servers.ports import any_port, port_near
from shared.errors import FintrakError

PREFERRED_PORTS = {
    "webhook": 8000,
    "extraction": 8001,
    "query": 8002,
    "response": 8003,
    "sandbox": 8080,
    "metrics": 9000,
    "postgres": 15432,
    "redis": 16379,
    "s3": 19000,
    "rabbitmq": 15673,
}


class AlreadyRunning(FintrakError):
    """Another process runs FinTrak from this folder; the message says which and where its chat page is."""


class NothingThere(FintrakError):
    """No run has used this folder."""


@dataclass(frozen=True)
class LocalState:
    """Ports stay the same across runs, as links in old workbooks and open pages hold them."""

    ports: dict[str, int]
    database_password: str = field(default_factory=lambda: secrets.token_hex(16))
    redis_password: str = field(default_factory=lambda: secrets.token_hex(16))
    rabbitmq_password: str = field(default_factory=lambda: secrets.token_hex(16))
    s3_secret: str = field(default_factory=lambda: secrets.token_hex(20))
    twilio_auth_token: str = field(default_factory=lambda: secrets.token_hex(16))
    link_signing_key: str = field(default_factory=lambda: secrets.token_hex(32))


def load_state(folder: Path, *, random_ports: bool = False) -> LocalState:
    """The state of the last run with other ports where somebody else took ours; made when there is none."""
    path = folder / "state.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    taken: set[int] = set()
    wanted = PREFERRED_PORTS | known.pop("ports", {})
    ports = {name: any_port(taken) if random_ports else port_near(port, taken) for name, port in wanted.items()}
    state = LocalState(ports=ports, **known)
    fresh = path.with_suffix(".new")  # half a file would lose the database's password
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps(asdict(state), indent=2))
    fresh.replace(path)
    return state


def known_state(folder: Path) -> LocalState:
    """What the run that goes on there, or the last one, uses; nothing is changed."""
    path = folder / "state.json"
    if not path.exists():
        raise NothingThere(f"FinTrak has not run in {folder} yet: start it with `make run`")
    return LocalState(**json.loads(path.read_text()))


@contextmanager
def only_one(folder: Path) -> Iterator[IO[str]]:
    """Holds the folder's lock; the operating system lets go of it when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            raise AlreadyRunning(f"another FinTrak already runs from this folder: {lock.read().strip()}") from None
        say_who_runs(lock, "starting")
        yield lock


def say_who_runs(lock: IO[str], what: str) -> None:
    lock.seek(0)
    lock.truncate()
    lock.write(f"process {os.getpid()}, {what}\n")
    lock.flush()
