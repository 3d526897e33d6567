"""docs/faults.md: what the long suite counted. A session replaces the rows it measured and keeps the others."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

Row = Mapping[str, str]

COUNTS = tuple("sent rows replies lost doubled declined gave_up refused again paid wasted deaths seconds".split())
OUTAGE = ("/health fine after (s)", "replies go on after (s)", "CPU while away (s/s)", "same line at most")
_FIRST = {COUNTS: "fault", OUTAGE: "server away"}
_TEXT = """# What faults cost

Written by `make test-faults`, which takes most of an hour. Each row is one run: a third of the messages before the
fault, a third while it lasts, a third after it, from ten phones, through the four services as processes of their own,
a real RabbitMQ, Valkey and PostgreSQL, an S3 server, the sandbox's twin of Twilio (which repeats webhooks as
`#rc=2&rp=5xx,ct,rt&rt=4500` says and keeps new messages out of its list for {hidden_s:g} s) and a model that counts
what it is paid for. Of ten messages five are invoices, one is a picture of something else, one holds three pictures of
which one is no invoice, three are questions.

- **lost**: no reply, or a reply that names an invoice without a row. **doubled**: more than one reply, or more rows
  than invoices. Two replies of the same words to one phone count as each other's: Twilio's list, from which a reply
  of unknown fate is settled, does not tell them apart, and neither does the person.
- **declined**: told that it could not be read or understood, as where the local engine stands in for a model that is
  away or may not be paid again: it cannot read our pictures' stripes. **gave_up**: told that something went wrong,
  parked in `.dead`.
- **refused**: told at the door to send it again, and not counted as taken. **again**: Twilio's tries ran out, the
  phone showed it as failed, and the user sent it again.
- **paid**: most calls of the model for one picture or question. **wasted**: calls for what had been read and kept.
- **deaths**: processes that ended during the run. **seconds**: from the first message until nothing was under way. The
  present rows come from one session on two cores busy with other work (load 8 to 14). Twilio's tries are over within
  a second, sooner than a service starts again, so most of what is written while the webhook service dies must be sent
  again.

{counts}

While a server is away the services say once what they wait for and use no CPU for waiting. Seconds count from its
return.

{outages}
"""


def update(page: Path, counted: Mapping[str, Row], outages: Mapping[str, Row], hidden_s: float) -> None:
    known = page.read_text() if page.exists() else ""
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    tables = [
        _table(columns, {**_rows(known, columns), **{name: {**row, "measured": today} for name, row in new.items()}})
        for columns, new in ((COUNTS, counted), (OUTAGE, outages))
    ]
    page.write_text(_TEXT.format(hidden_s=hidden_s, counts=tables[0], outages=tables[1]))


def _table(columns: tuple[str, ...], rows: Mapping[str, Row]) -> str:
    names = (*columns, "measured")
    lines = [" | ".join(("", _FIRST[columns], *names, "")).strip(), "|---" * (len(names) + 1) + "|"]
    lines += [
        "| " + " | ".join((name, *(row.get(column, "") for column in names))) + " |" for name, row in rows.items()
    ]
    return "\n".join(lines)


def _rows(text: str, columns: tuple[str, ...]) -> dict[str, Row]:
    """Of the table on the page whose first heading is ours."""
    _, found, rest = text.partition(f"| {_FIRST[columns]} | ")
    if not found:
        return {}
    heading, _, *lines = rest.partition("\n\n")[0].splitlines()
    names = [name.strip() for name in heading.strip("| ").split("|")]
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return {name: dict(zip(names, values, strict=True)) for name, *values in cells}
