"""Tables of rates: lines on which a net amount, its tax and perhaps their sum stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from shared.invoices import CENT
from shared.local_engine.reading.money.amounts import MOST_RATE, Amount, close, rates_in
from shared.local_engine.reading.money.total_labels import label_score
from shared.local_engine.reading.sheet.cells import Sheet
from shared.local_engine.reading.wording import vocabulary as words

ROUNDED_AWAY = Decimal("0.06")
MOST_TAXES = 6
MOST_WORDS = 8


@dataclass(frozen=True)
class Row:
    """One line of a table of rates: net + tax = gross, or tax = net x rate. `summed`: the gross is printed as well."""

    line: int
    net: Decimal
    tax: Decimal
    rate: Decimal | None
    named: bool
    summed: bool = False


def rows_of(figures: Sequence[Amount], sheet: Sheet) -> Iterator[Row]:
    """Lines on which two or three figures are a net amount, its tax and perhaps their sum."""
    for number, line in enumerate(sheet.lines):
        here = [amount.value for amount in figures if amount.line == number and amount.decimals and amount.value >= 0]
        if not 2 <= len(here) <= 5:
            continue
        headers = " ".join(amount.header for amount in figures if amount.line == number)
        of_all = sum(here[:-1], Decimal(0)) == here[-1] and label_score(line.cells[0].text) > 0
        named = bool(of_all or words.TAX.found(f"{line.text} {headers} {_heading(figures, number, sheet)}"))
        rates = rates_in(line.text) or _bare_rate(line.text)
        if row := _row(number, here, rates, named):
            yield row


def _heading(figures: Sequence[Amount], number: int, sheet: Sheet) -> str:
    """The short line over the rows of rates, whose words need not stand right above their figures: `VAT  of  EUR`."""
    priced = {figure.line for figure in figures if figure.decimals}
    while number > 0 and number in priced and rates_in(sheet.lines[number].text):
        number -= 1
    text = sheet.lines[number].text
    return text if number not in priced and len(text.split()) <= MOST_WORDS else ""


def _bare_rate(text: str) -> list[Decimal]:
    """`SR 6 20.00 1.20`: a small whole number before the figures of a tax table."""
    hit = re.match(r"^\D{0,12}(\d{1,2})(?:[.,]0{1,2})?\s+\d", text)
    return [Decimal(hit[1]) / 100] if hit and 2 <= int(hit[1]) <= 27 else []


def _row(number: int, values: list[Decimal], rates: list[Decimal], named: bool) -> Row | None:
    for rate in rates:
        for net in values:
            for tax in values:
                if (
                    net > tax != rate * 100
                    and close(rounded(net * rate), tax, Decimal("0.02"))
                    and 0 < rate <= MOST_RATE
                ):
                    return Row(number, net, tax, rate, named or len(values) > 2)
    if len(values) < 3:
        return None
    for gross in values:
        for net in values:
            tax = gross - net
            if 0 < tax < net * MOST_RATE and tax in values and net != tax:
                return Row(number, net, tax, None, named, summed=True)
    return None


def rounded(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def table_tax(rows: list[Row], total: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """The rates' taxes added up; a line that is itself the sum of the others is not added again."""
    if whole := _adding_up([row for row in rows if row.summed], total):
        return sum((row.tax for row in whole), Decimal(0)), sum((row.net for row in whole), Decimal(0))
    if whole := _adding_up(_rated(rows), total):
        return sum((row.tax for row in whole), Decimal(0)), sum((row.net for row in whole), Decimal(0))
    rows = [
        row for row in rows if row.named and (row.rate is not None or total is None or row.net + row.tax <= total + 1)
    ]
    if not rows:
        return None
    for row in rows:
        if total is not None and close(row.net + row.tax, total, ROUNDED_AWAY):
            return row.tax, row.net
    chosen = _rated(rows) or [rows[-1]]
    vat, net = sum((row.tax for row in chosen), Decimal(0)), sum((row.net for row in chosen), Decimal(0))
    return None if total is not None and net + vat > total + 1 else (vat, net)


def _rated(rows: Sequence[Row]) -> list[Row]:
    """Each once, even where the table is printed twice."""
    return list({(row.rate, row.net, row.tax): row for row in rows if row.rate is not None}.values())


def _adding_up(rows: Sequence[Row], total: Decimal | None) -> list[Row]:
    """The lines that together are the total; a line of goods may look like one of the table."""
    for size in range(2, min(len(rows), MOST_TAXES) + 1):
        for some in combinations(rows[-MOST_TAXES:], size):
            if total is not None and close(sum((row.net + row.tax for row in some), Decimal(0)), total, ROUNDED_AWAY):
                return list(some)
    return []
