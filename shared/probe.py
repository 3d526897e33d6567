"""The health check of every image: `python -S -m shared.probe PORT` exits 0 when what listens there can work.

It runs every ten seconds beside each service, so it imports nothing that takes time.
"""

import socket
import sys

TIMEOUT_S = 4


def main(port: int) -> None:
    try:
        answer = _asked(port)
    except OSError as error:
        sys.exit(f"not healthy: {error}")
    head, _, body = answer.partition("\r\n\r\n")
    if " 200 " not in head.partition("\r\n")[0]:
        sys.exit(f"not healthy: {body}")  # it names the dependency


def _asked(port: int) -> str:
    with socket.create_connection(("127.0.0.1", port), TIMEOUT_S) as connection:
        connection.settimeout(TIMEOUT_S)
        connection.sendall(b"GET /health HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        parts = []
        while part := connection.recv(4096):
            parts.append(part)
    return b"".join(parts).decode(errors="replace")


if __name__ == "__main__":
    main(int(sys.argv[1]))
