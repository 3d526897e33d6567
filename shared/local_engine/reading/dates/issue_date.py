"""The day the invoice was issued: every date on the sheet, ranked by the words beside it and by its place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from shared.local_engine.reading.dates.patterns import dates_in
from shared.local_engine.reading.sheet.cells import Cell, Sheet, part_of, text_over
from shared.local_engine.reading.wording import vocabulary as words
from shared.local_engine.reading.wording.phrases import folded

_TIME = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}\b|\b\d{1,2}\.\d{2}\s?(?:am|pm|uhr)\b", re.IGNORECASE)
_INVOICE_OF = re.compile(
    r"(?:rechnung|invoice|faktura|facture|factura|fattura|fatura|quittung|receipt|szamla)\w*(?: \S+){0,4}"
    r" (?:vom|du|of|del|di|de|van|from|z dnia|ze dne)$"
)
_WORD = re.compile(r"[^\W\d_]{3}")
_SOME_DATE = re.compile(r"\w{3}(?:datum|dato|date)\b")  # of something else than the invoice
_OF_SOMETHING = re.compile(r"\b(?:date|data|fecha) (?:de|di|do|da|del|della|du|des|of|d)\b")
_SURE_MARGIN = 1.0
_LEAST_ROWS = 3
_READ_WELL = 0.955  # OCR is surer of most figures; a wrong digit is the one it wavers at


@dataclass(frozen=True)
class Found:
    """A date as printed. `swapped` is what it would be with day and month the other way round, if that is a date."""

    value: date
    swapped: date | None
    text: str
    cell: Cell
    line: int
    before: str
    header: str
    short_year: bool


@dataclass(frozen=True)
class IssueDate:
    value: date
    doubtful: bool


@dataclass(frozen=True)
class Habit:
    """Which of day and month the country writes first; not `sure` where it is a guess or writes both."""

    month_first: bool
    sure: bool


def find_date(sheet: Sheet, *, habit: Habit, today: date) -> IssueDate | None:
    found = [date for number in range(len(sheet.lines)) for date in dates_on(sheet, number)]
    if not found:
        return None
    order = _order(found)
    plain = {one.value for one in found if _is_plain(one)}
    if order is not None:
        habit = Habit(order, sure=True)
    postings = _postings(found)
    settled = [_settled(one, habit, plain, today) for one in found]
    times = Counter(value for i, (_, value) in enumerate(settled) if i not in postings)
    scored = sorted(
        (
            (_score(one, value, sheet, today, posted=postings.get(i)) + 0.3 * min(max(times[value] - 1, 0), 3), i)
            for i, (one, value) in enumerate(settled)
        )
    )
    best_score, best = scored[-1]
    value = settled[best][1]
    others = [score for score, i in scored if settled[i][1] != value]
    swappable = all(one.swapped and one.swapped != one.value for one, other in settled if other == value)
    unsure_order = not habit.sure and swappable and value not in plain
    close_call = bool(others) and best_score - max(others) < _SURE_MARGIN
    chosen = settled[best][0]
    doubtful = unsure_order or close_call or value > today or (times[value] < 2 and chosen.cell.confidence < _READ_WELL)
    return IssueDate(value, doubtful or _lost_a_digit(chosen.text))


def _postings(found: Sequence[Found]) -> dict[int, bool]:
    """The dates that begin the rows of one table, and whether each is the last day there: that of the bill."""
    rows = [i for i, one in enumerate(found) if not _WORD.search(one.before) and one.cell.text.startswith(one.text)]
    columns: dict[int, list[int]] = {}
    for i in rows:
        near = (at for at in columns if abs(found[i].cell.left - found[at].cell.left) < found[i].cell.height)
        columns.setdefault(next(near, i), []).append(i)
    posted: dict[int, bool] = {}
    for column in columns.values():
        days = {found[i].value for i in column}
        heads = {found[i].header for i in column if found[i].header}
        if len({found[i].line for i in column}) >= _LEAST_ROWS and len(days) > 1 and len(heads) < 2:
            posted |= {i: found[i].value == max(days) for i in column}
    return posted


def _lost_a_digit(text: str) -> bool:
    """`3/02/11`: whoever writes 02 writes 03 as well, so a digit was not read."""
    parts = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", text.strip())
    return bool(parts) and len(parts[1]) == 1 and parts[2].startswith("0")  # type: ignore[index]


def _order(found: Sequence[Found]) -> bool | None:
    """Whether months come first, where another date on the same paper can be read one way only."""
    for one in found:
        parts = [int(part) for part in re.findall(r"\d+", one.text)]
        if (
            len(parts) == 3
            and one.swapped is None
            and len(str(parts[0])) <= 2
            and not re.search(r"[^\W\d_]{3}", one.text)
        ):
            if parts[0] > 12 >= parts[1]:
                return False
            if parts[1] > 12 >= parts[0]:
                return True
    return None


def _is_plain(one: Found) -> bool:
    """Its month is a word or its year comes first, so it can be read one way only."""
    return bool(_WORD.search(one.text) or re.match(r"\d{4}", one.text))


def _settled(one: Found, habit: Habit, plain: Set[date], today: date) -> tuple[Found, date]:
    """A date that can be read in several ways is a plain one of the same paper, else as the country writes."""
    agreeing = plain & set(_ways(one.text)) if one.short_year or not habit.sure else None
    if agreeing:
        return one, one.value if one.value in agreeing else min(agreeing)
    value = one.swapped if habit.month_first and one.swapped else one.value
    if value > today and one.swapped and one.swapped <= today:
        value = one.swapped
    return one, value


def _ways(text: str) -> Iterator[date]:
    """`15/02/10` is a day of 2010 or of 2015."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    if len(parts) == 3 and not _WORD.search(text):
        first, second, third = parts
        for year, month, day in ((third, second, first), (third, first, second), (first, second, third)):
            with suppress(ValueError):
                yield date(year if year > 99 else 2000 + year, month, day)


def _score(one: Found, value: date, sheet: Sheet, today: date, posted: bool | None) -> float:
    """`posted` is None for a date outside of tables, else whether it is the last of its table."""
    if posted is not None:
        score = 1.0 if posted else 0.0
    elif _INVOICE_OF.search(folded(f"{one.header} {one.before}")):  # `of 5 May` below `Invoice no. 7`
        score = 3.5
    else:
        score = _label_score(one.before) or _label_score(one.header) * 0.9
    line = sheet.lines[one.line].text
    if _TIME.search(line.replace(one.text, " ")):
        score += 1.5
    score -= 6.0 if value > today else 0.0
    score -= 2.0 if value.year < today.year - 30 else 0.0
    score -= 0.4 if one.short_year else 0.0
    return score + 0.8 * (1 - one.cell.middle / sheet.height)


def _label_score(label: str) -> float:
    if not re.search(r"[^\W\d_]{2}", label):
        return 0.0
    issue = words.ISSUE_DATE.found(label)
    if words.DUE_DATE.found(label):
        return -3.0
    if issue and len(issue) > 6:
        return 4.0
    if _INVOICE_OF.search(folded(label)):
        return 3.5
    if words.OTHER_DATE.found(label) or (not issue and _SOME_DATE.search(folded(label))):
        return -1.5
    if issue and not _OF_SOMETHING.search(folded(label)):
        return 3.0
    return 1.0 if issue or words.INVOICE.found(label) else 0.0


def dates_on(sheet: Sheet, number: int) -> Iterator[Found]:
    """A date's label is what stands since the date before it on the line, else the words over it."""
    before = ""
    for cell in sheet.lines[number].cells:
        last_end = 0
        for start, end, value, swapped, short in dates_in(cell.text):
            own = cell.text[last_end:start]
            label = (own if _WORD.search(own) else f"{before} {own}")[-40:]
            header = "" if _WORD.search(label) else _header(sheet, number, part_of(cell, start, end))
            yield Found(value, swapped, cell.text[start:end], cell, number, label, header, short)
            before, last_end = "", end
        before = f"{before} {cell.text[last_end:]}"


def _header(sheet: Sheet, number: int, cell: Cell) -> str:
    """The words right above, in the nearest line that has some there; heads of columns may be read as one cell."""
    for line in reversed(sheet.lines[max(0, number - 2) : number]):
        for other in line.cells:
            near = cell.middle - other.middle < 4 * sheet.line_height and not dates_in(
                other.text
            )  # whose words they are
            if near and other.over(cell) > 0.3 and (words_over := text_over(other, cell.left, cell.right)):
                return words_over
    return ""
