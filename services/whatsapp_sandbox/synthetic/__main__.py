"""`python -m services.whatsapp_sandbox.synthetic FOLDER`: draws papers and writes what is on them to labels.jsonl."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from services.whatsapp_sandbox.synthetic.drawing import file_of
from services.whatsapp_sandbox.synthetic.layout import Truth
from services.whatsapp_sandbox.synthetic.papers import FRESH, TUNED, UNUSUAL, Form, paper


def write_folder(folder: Path, *, count: int, seed: int, forms: Sequence[Form] = TUNED) -> None:
    """The same arguments give the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "labels.jsonl").open("w", encoding="utf-8") as labels:
        for number in range(seed, seed + count):
            drawn = paper(number, forms)
            extension, data = file_of(drawn, number)
            name = f"{number:05}.{extension}"
            (folder / name).write_bytes(data)
            labels.write(json.dumps(label(name, drawn.truth), ensure_ascii=False) + "\n")


def label(name: str, truth: Truth) -> dict[str, object]:
    values = {key: str(value) if value is not None else None for key, value in asdict(truth).items()}
    fields = ("invoice_date", "expense_amount", "vat", "payee_name", "payment_method", "currency")
    return {
        "file": name,
        "is_invoice": truth.is_invoice,
        **{field: values[field] for field in fields},
        "payee_aliases": list(truth.payee_aliases),
        "lang": truth.language,
        "source": f"synthetic {truth.kind}",
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m services.whatsapp_sandbox.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=60, help="how many papers (60)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other papers (1)")
    parser.add_argument("--fresh", action="store_true", help="the forms that no rule was written for")
    options = parser.parse_args()
    write_folder(
        options.folder, count=options.count, seed=options.seed, forms=FRESH if options.fresh else TUNED + UNUSUAL
    )


if __name__ == "__main__":
    main()
