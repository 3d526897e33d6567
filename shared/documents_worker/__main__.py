"""Reads one upload on stdin, writes clean pixels on stdout: `python -m shared.documents_worker`, one per document.

It runs under limits of memory and time, with an empty environment, so whatever a hostile file does happens here.
"""

import contextlib
import resource
import sys

from shared.documents_worker.images import decode_image
from shared.documents_worker.kinds import Kind, kind_of
from shared.documents_worker.pdfs import decode_pdf
from shared.documents_worker.result import CannotDecode, Decoded, write_decoded, write_refusal
from shared.documents_worker.statements import stated_in

MEMORY_BYTES = 700 * 1024 * 1024
CPU_SECONDS = 10


def limit_resources() -> None:
    """Address space and processor time; a system that knows no such limit still has the parent's clock."""
    for what, most, never_above in (
        (resource.RLIMIT_AS, MEMORY_BYTES, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + 1),  # at both at once it would be SIGKILL, as from outside
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, never_above))


def decode(data: bytes) -> Decoded:
    kind = kind_of(data)
    if kind is None:
        raise CannotDecode("file_type_unknown")
    try:
        if kind is Kind.XML:
            return stated_in([data])
        return decode_pdf(data) if kind is Kind.PDF else decode_image(data, kind)
    except MemoryError:
        raise CannotDecode("file_unreadable") from None


def main() -> None:
    limit_resources()
    data = sys.stdin.buffer.read()
    try:
        decoded = decode(data)
    except CannotDecode as refusal:
        write_refusal(refusal, sys.stdout.buffer)
        return
    write_decoded(decoded, sys.stdout.buffer)


if __name__ == "__main__":
    main()
