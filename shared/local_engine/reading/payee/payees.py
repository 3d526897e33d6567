"""Who was paid: of every cell and every name that a label states, the one with the most points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shared.local_engine.reading.payee.addresses import is_address, may_be_an_address
from shared.local_engine.reading.payee.labels import stated_names
from shared.local_engine.reading.payee.long_names import continued
from shared.local_engine.reading.payee.names import alike, cleaned, initials
from shared.local_engine.reading.payee.points import MISREAD, paper_of, points_of
from shared.local_engine.reading.sheet.cells import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words

_LEAST_SCORE = 1.2
_SURE, _SURE_MARGIN = 2.5, 0.8
_NEAR = 3


@dataclass(frozen=True)
class Payee:
    name: str
    doubtful: bool


def find_payee(sheet: Sheet, lines_with_money: Sequence[int], total_line: int | None = None) -> Payee | None:
    """Names of shops stand above the goods, some below the total, none beside a price."""
    if not sheet.lines:
        return None
    stated = list(stated_names(sheet))
    paper = paper_of(sheet, lines_with_money, total_line, stated)
    scored = [
        (score, number, cell)
        for number, line in enumerate(sheet.lines)
        for cell in line.cells
        if (score := points_of(cell, number, paper)) is not None
    ]
    scored += [
        (score, one.line, one.cell)
        for one in stated
        if (score := points_of(one.cell, one.line, paper, said=one.points)) is not None
    ]
    scored.sort(key=lambda item: item[0])
    if not scored or scored[-1][0] < _LEAST_SCORE:
        return Payee(max(paper.domains, key=lambda name: paper.domains[name]), True) if paper.domains else None
    score, number, cell = _spelt_out(scored)
    name = cell.text if cell is not scored[-1][2] else continued(cell, number, sheet)
    rivals = [other for other, line, rival in scored[:-1] if _is_rival(rival, line, cell, number, name)]
    close_call = bool(rivals) and score - max(rivals) < _SURE_MARGIN
    doubtful = score < _SURE or close_call or cell.confidence < MISREAD or may_be_an_address(cleaned(name))
    return Payee(cleaned(name), doubtful)


def _bare(name: str) -> str:
    """`Hotel Nova` and `Albergo Nova S.r.l.` are one name."""
    return words.TRADE.rest(words.LEGAL_FORM.rest(name)) or name


def _spelt_out(scored: Sequence[tuple[float, int, Cell]]) -> tuple[float, int, Cell]:
    """The best, or the name on a line before it whose initials are all that it says beside its legal form."""
    _, number, cell = scored[-1]
    short = words.LEGAL_FORM.rest(cell.text).replace(" ", "")
    full = [one for one in scored if number - _NEAR <= one[1] < number and len(short) > 1]
    return next(
        (one for one in reversed(full) if initials(one[2].text) == short and one[0] >= _LEAST_SCORE), scored[-1]
    )


def _is_rival(rival: Cell, line: int, cell: Cell, number: int, name: str) -> bool:
    """On the next line all but an address may be the name; further off figures are none, nor is a brand's company.

    What is hard to read or only says the trade is none either.
    """
    if (
        alike(_bare(rival.text), _bare(cell.text))
        or rival.text in name
        or rival.confidence < min(cell.confidence, MISREAD)
    ):
        return False
    if words.TRADE.found(rival.text) and not words.TRADE.rest(rival.text):
        return False
    if abs(line - number) == 1:
        return not is_address(rival.text)
    same_kind = bool(words.LEGAL_FORM.found(rival.text)) == bool(words.LEGAL_FORM.found(cell.text))
    return same_kind and not re.search(r"\d", rival.text)
