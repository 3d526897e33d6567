"""Ports for local mode and tests: below the ephemeral range, so that a client never connects to itself."""

import random
import socket

HOST = "127.0.0.1"
LOWEST, HIGHEST = 20_000, 32_767  # Linux hands out 32768 and up to clients


def listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def is_free(port: int) -> bool:
    """Nobody listens there and we may: a port in TIME_WAIT counts as free."""
    if listens(port):
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def port_near(preferred: int, taken: set[int]) -> int:
    """The preferred port, else the next free one above it; adds it to `taken`."""
    port = next(port for port in range(preferred, HIGHEST) if port not in taken and is_free(port))
    taken.add(port)
    return port


def any_port(taken: set[int]) -> int:
    """A random free port, so that stacks starting at the same moment rarely meet; adds it to `taken`."""
    candidates = (random.randint(LOWEST, HIGHEST) for _ in range(1000))  # noqa: S311 - not a secret
    port = next(port for port in candidates if port not in taken and is_free(port))
    taken.add(port)
    return port
