"""docs/scoreboard.md: what an engine gets right on the papers this project draws, and what it takes. Pure."""

from collections.abc import Sequence
from datetime import date

from services.whatsapp_sandbox.evaluation.score import Row, scored
from services.whatsapp_sandbox.evaluation.table import HEAD, as_row
from services.whatsapp_sandbox.evaluation.trial import Trial

_PAGE = """\
# Scoreboard

Made on {day} by `make scoreboard` with the {engine} engine on papers that `services/whatsapp_sandbox/synthetic` drew
for the occasion, in forms that were drawn up apart from those the rules were written with: fuel, parking, hotel,
utility, web shop, taxi, ticket, letter, pharmacy and till of a brand, as PDF, scan and photo, and papers that are no
invoices. Drawn papers are cleaner than life; `make eval DATA=folder` gives the same table for your own documents.

{table}

| | |
| --- | --- |
| processor time a document, median | {cpu:.1f} s |
| memory of the OCR process between documents, most | {memory} MB |
| tokens a document, in / out | {tokens_in} / {tokens_out} |
| cost a document by `GPT_PRICES` | ${cost:.5f} |
"""


def page(done: Trial, day: date, languages: Sequence[tuple[str, list[tuple[Row, Row]]]]) -> str:
    rows = [as_row("all", scored(done.pairs)), *(as_row(name, scored(pairs)) for name, pairs in languages)]
    files = max(len(done.pairs), 1)
    return _PAGE.format(
        day=day,
        engine=done.engine,
        table="\n".join([HEAD, *rows]),
        cpu=done.median_cpu_s,
        memory=done.most_resident_mb if done.engine == "local" else "-",
        tokens_in=done.tokens_in // files,
        tokens_out=done.tokens_out // files,
        cost=done.dollars / files,
    )
