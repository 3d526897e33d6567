"""`main.py run`: one at a time, data kept, nothing left behind however it ends."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psutil

from services.whatsapp_sandbox.client import SandboxClient
from services.whatsapp_sandbox.samples import samples
from services.whatsapp_sandbox.stack import ROOT

UP_S = 120
STOPPED_WITHIN_S = 15  # 2 s on a quiet machine, and 5 are promised; this one may be busy
NUMBER = "+34611222333"


async def test_a_run_keeps_what_it_was_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with _run(tmp_path) as first:
        page = _chat_page(first)
        processes = _children(tmp_path)
        _refuses_a_second(tmp_path, page)
        await _store_an_invoice(page)
        first.kill()
        gone, left = psutil.wait_procs(processes, timeout=60)
        assert (len(gone), left) == (len(processes), [])
    with _run(tmp_path) as second:
        assert _chat_page(second) == page
        await _finds_the_invoice(page)
        processes = _children(tmp_path)
        began = time.monotonic()
        second.send_signal(signal.SIGINT)
        assert second.wait(timeout=60) == 0
        assert time.monotonic() - began < STOPPED_WITHIN_S
        assert [process for process in processes if _runs(process)] == []


@contextmanager
def _run(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, str(ROOT / "main.py"), "run", "--data", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _chat_page(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    seen = []
    for line in process.stdout:
        seen.append(line)
        if match := re.search(r"chat page +(\S+)", line):
            return match[1]
    raise AssertionError("".join(seen))


def _refuses_a_second(folder: Path, page: str) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "run", "--data", str(folder)]
    refused = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode == 1
    assert "already runs" in refused.stderr
    assert page.rstrip("/") in refused.stderr


def _children(folder: Path) -> list[psutil.Process]:
    """With their own children, such as the OCR process and PostgreSQL's workers."""
    leaders = [psutil.Process(entry["pid"]) for entry in json.loads((folder / "running.json").read_text())]
    return [process for leader in leaders for process in (leader, *leader.children(recursive=True))]


def _runs(process: psutil.Process) -> bool:
    """A process that ended stays listed until its parent has asked how."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def _store_an_invoice(page: str) -> None:
    pdf = samples(datetime.now(UTC).date())[2]
    async with SandboxClient(page) as phone:
        sent = await phone.send_file(NUMBER, pdf.data, pdf.content_type, pdf.filename)
        await phone.wait_for_message(NUMBER, lambda message: "119.00" in message.text, after=sent.id, timeout_s=60)


async def _finds_the_invoice(page: str) -> None:
    async with SandboxClient(page) as phone:
        sent = await phone.send_text(NUMBER, "how much did I spend in total?")
        answer = await phone.wait_for_message(
            NUMBER, lambda message: "119.00" in message.text, after=sent.id, timeout_s=60
        )
        assert answer.attachments
