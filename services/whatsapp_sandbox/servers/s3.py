"""A small S3 server from the wheel `nanio`: buckets are folders, so images survive a restart and kill -9."""

import os
import sys
from functools import partial
from pathlib import Path

from services.whatsapp_sandbox.servers.children import Child, start_child
from services.whatsapp_sandbox.servers.ports import HOST, listens


def start_s3(data: Path, port: int, access_key: str, secret_key: str, *, log: Path) -> Child:
    """An object is synced to the disk before it is acknowledged."""
    data.mkdir(parents=True, exist_ok=True)
    return start_child(
        "S3 (nanio)",
        [
            *(sys.executable, "-m", "nanio", "serve", "--no-access-log", "--log-level", "warning"),
            *("--data-dir", data, "--host", HOST, "--port", str(port)),
        ],
        log=log,
        environment={**os.environ, "NANIO_ACCESS_KEY": access_key, "NANIO_SECRET_KEY": secret_key},
        answers=partial(listens, port),
    )
