"""`python -m services.whatsapp_sandbox.evaluation FOLDER`: reads every labelled document and prints the score.

FOLDER holds labels.jsonl: one object a line with file, is_invoice, and the fields as they are, null where there is no
label; `source` and `lang` make groups of their own. `--scoreboard FILE` writes a page instead.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from services.whatsapp_sandbox.evaluation.score import Row, scored
from services.whatsapp_sandbox.evaluation.scoreboard import page
from services.whatsapp_sandbox.evaluation.table import as_text
from services.whatsapp_sandbox.evaluation.trial import Trial, trial
from services.whatsapp_sandbox.synthetic.__main__ import write_folder
from services.whatsapp_sandbox.synthetic.papers import FRESH
from shared.settings import EngineSettings, load

SCOREBOARD_PAPERS, SCOREBOARD_SEED = 75, 100_000


def labels_of(folder: Path) -> list[Row]:
    return [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines() if line]


def grouped(done: Trial, key: Callable[[Row], object]) -> Iterator[tuple[str, list[tuple[Row, Row]]]]:
    names = sorted({str(key(label)) for label, _ in done.pairs})
    for name in names:
        yield name, [pair for pair in done.pairs if str(key(pair[0])) == name]


def report(done: Trial) -> str:
    parts = [as_text("all", scored(done.pairs))]
    for title in ("source", "lang"):
        groups = list(grouped(done, lambda label, title=title: label.get(title) or "-"))  # type: ignore[misc]
        parts += [as_text(f"{title} {name}", scored(pairs)) for name, pairs in groups if len(groups) > 1]
    parts.append(
        f"engine {done.engine}; CPU a file: median {done.median_cpu_s:.2f} s; OCR resident {done.most_resident_mb} MB;"
        f" tokens {done.tokens_in} in, {done.tokens_out} out"
    )
    return "\n\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m services.whatsapp_sandbox.evaluation", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="default: papers drawn for the occasion")
    parser.add_argument("--scoreboard", type=Path, metavar="FILE", help="write a Markdown page")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as drawn:
        folder = options.folder or Path(drawn)
        if options.folder is None:
            write_folder(folder, count=SCOREBOARD_PAPERS, seed=SCOREBOARD_SEED, forms=FRESH)
        today = datetime.now(UTC).date()
        done = asyncio.run(trial(folder, labels_of(folder), load(EngineSettings), today))
    if options.scoreboard:
        options.scoreboard.write_text(page(done, today, list(grouped(done, lambda label: label.get("lang")))))
    else:
        sys.stdout.write(report(done) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
