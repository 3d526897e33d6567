"""Plays the demo's conversation on a running compose project and checks its rows, images and workbook.

docker compose up --build -d && python -m tests.compose.play
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from services.whatsapp_sandbox.demo import play
from tests.compose.project import CHAT_PAGE, environment


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds = asyncio.run(play(CHAT_PAGE, environment(), Path(folder)))
    for what, value in seconds.items():
        sys.stdout.write(f"{value:6.2f} s  {what}\n")


if __name__ == "__main__":
    main()
