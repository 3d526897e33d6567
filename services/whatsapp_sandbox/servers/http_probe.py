"""Whether a web server of ours is ready to be used."""

import urllib.error
import urllib.request

TIMEOUT_S = 3


def answers_ok(url: str) -> bool:
    """Answers 2xx; a service that waits for something says 503."""
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_S) as response:  # noqa: S310 - our own address
            return 200 <= int(response.status) < 300
    except OSError:
        return False
