"""Rows -> what a chart shows: a panel for each currency, bars over time or by group. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from services.query_generator_service.answer import period_text
from services.query_generator_service.cells import group_name
from services.query_generator_service.chart_series import ANY_YEAR, Bar, number_of, over_time, value_of
from services.query_generator_service.labels import column_title, label
from services.query_generator_service.labels.names import Label
from services.query_generator_service.lookup import Found
from services.query_generator_service.report_chart import (
    MIN_POINTS,
    SUMS,
    ChartColumns,
    chart_columns,
    is_month_of_any_year,
    sides_of,
    starts_at,
    time_kind,
)
from shared.money import written
from shared.safe_naming import Language
from shared.tables import Table
from shared.utils import clean_text

MAX_PANELS = 3
BARS_OF_PANEL = {1: 10, 2: 6, 3: 4}
_ALWAYS_WHOLE = {"weekday": 7}
_TITLES = {"total": Label.SPENT, "expense_amount": Label.SPENT}
_BY = {
    "day": Label.BY_DAY,
    "invoice_date": Label.BY_DAY,
    "week": Label.BY_WEEK,
    "month": Label.BY_MONTH,
    "quarter": Label.BY_QUARTER,
    "year": Label.BY_YEAR,
    "weekday": Label.BY_WEEKDAY,
    "payee_name": Label.BY_PAYEE,
    "payment_method": Label.BY_METHOD,
}


@dataclass(frozen=True)
class Panel:
    title: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True)
class Chart:
    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    over_time: bool
    whole: bool
    """The figures are numbers of invoices."""
    notes: tuple[str, ...]
    language: Language
    one_scale: bool = False
    """The panels stand against each other."""


def chart_of(found: Found, language: Language) -> Chart | None:
    """None where a picture would say no more than the sentence."""
    table, columns = found.table, chart_columns(found.table)
    if columns is None:
        return None
    kind = time_kind(table, columns.label)
    sides = sides_of(table) if found.draft.measure == "comparison" else []
    maker = _Maker(found, columns, kind, language, sides)
    panels, notes = maker.compared() if sides else maker.panels()
    drawn = [sum(bool(bar.value) for bar in panel.bars) for panel in panels]
    if (sum(drawn) if sides else max(drawn)) < MIN_POINTS:
        return None
    return Chart(
        title=maker.title(),
        subtitle=_subtitle(found, language),
        panels=tuple(panels),
        over_time=kind is not None,
        whole=maker.whole,
        notes=tuple(notes),
        language=language,
        one_scale=bool(sides),
    )


def caption(chart: Chart) -> str:
    return f"{chart.title}\n{chart.subtitle}" if chart.subtitle else chart.title


def _subtitle(found: Found, language: Language) -> str:
    period = period_text(found.draft, language).strip(" ,")
    return " · ".join(part for part in (period, *(clean_text(item, 60) for item in found.draft.filters)) if part)


class _Maker:
    def __init__(
        self, found: Found, columns: ChartColumns, kind: str | None, language: Language, sides: Sequence[str]
    ) -> None:
        self._sides = sides[:MAX_PANELS]
        self._found, self._columns, self._kind, self._language = found, columns, kind, language
        self._names = found.table.columns
        self._figure = self._names[columns.figure]
        self._adds_up = self._figure in SUMS and not found.table.truncated
        self.whole = all(isinstance(row[columns.figure], int | None) for row in found.table.rows)

    def title(self) -> str:
        figure, group = self._figure, self._names[self._columns.label]
        if self._sides:
            figure = " / ".join(map(_title_of, self._sides))
        named = label(_TITLES[figure], self._language) if figure in _TITLES else column_title(figure, self._language)
        by = label(_BY[group], self._language) if group in _BY else column_title(group, self._language).lower()
        return clean_text(f"{named} · {by}", 60)

    def panels(self) -> tuple[list[Panel], list[str]]:
        """The currency with most rows first."""
        rows = _by_currency(self._found.table, self._columns.currency)
        shown, notes = sorted(rows, key=lambda currency: -len(rows[currency]))[:MAX_PANELS], []
        if len(rows) > len(shown):
            notes.append(label(Label.MORE_CURRENCIES, self._language, n=len(rows) - len(shown)))
        panels = []
        for currency in shown:
            bars, left_out = self._bars(rows[currency], BARS_OF_PANEL[len(shown)], self._columns.figure)
            note = label(Label.MORE_GROUPS, self._language, n=left_out) if left_out else ""
            panels.append(Panel(self._panel_title(currency, rows[currency]), bars, note))
        return panels, notes

    def compared(self) -> tuple[list[Panel], list[str]]:
        """Of the currency with most rows, a panel for each side."""
        rows = _by_currency(self._found.table, self._columns.currency)
        currency = max(rows, key=lambda currency: len(rows[currency]))
        notes = [label(Label.MORE_CURRENCIES, self._language, n=len(rows) - 1)] if len(rows) > 1 else []
        panels: list[Panel] = []
        for side in self._sides:
            bars, left_out = self._bars(rows[currency], BARS_OF_PANEL[len(self._sides)], self._names.index(side))
            panels.append(Panel(" · ".join(part for part in (_title_of(side), currency) if part), bars))
        if left_out:
            notes.append(label(Label.MORE_GROUPS, self._language, n=left_out))
        return panels, notes

    def _panel_title(self, currency: str, rows: Sequence[tuple[object, ...]]) -> str:
        named = currency or ("" if self.whole else label(Label.UNKNOWN, self._language))
        if not (self._adds_up and self._found.draft.adds_up):
            return named
        total = sum((number_of(row[self._columns.figure]) for row in rows), Decimal(0))
        figure = f"{total:,.0f}" if self.whole else written(total, None, self._language)
        return " · ".join(part for part in (named, f"{label(Label.TOTAL, self._language)} {figure}") if part)

    def _bars(self, rows: Sequence[tuple[object, ...]], most: int, figure: int) -> tuple[tuple[Bar, ...], int]:
        """And how many groups are not shown. `figure` is the place of the column."""
        if self._kind:
            days = self._values(self._found.table.rows, figure)  # of all panels, so that columns stand below each other
            return over_time(self._values(rows, figure), days, self._kind, self._language), 0
        place = self._columns.label
        most = max(most, _ALWAYS_WHOLE.get(self._names[place], 0))
        bars = [Bar(self._group(row[place], number), value_of(row[figure])) for number, row in enumerate(rows, 1)]
        if len(bars) <= most:
            return tuple(bars), 0
        if not self._adds_up:
            return tuple(bars[:most]), len(bars) - most
        ranked = sorted(bars, key=lambda bar: -abs(bar.value or Decimal(0)))
        shown, rest = [bar for bar in bars if bar in ranked[: most - 1]], ranked[most - 1 :]
        folded = sum((bar.value or Decimal(0) for bar in rest), Decimal(0))
        return (*shown, Bar(label(Label.OTHERS, self._language, n=len(rest)), folded, rest=True)), 0

    def _values(self, rows: Sequence[tuple[object, ...]], figure: int) -> dict[date, Decimal | None]:
        pairs = ((_begin(row[self._columns.label]), value_of(row[figure])) for row in rows)
        return {day: value for day, value in pairs if day}

    def _group(self, value: object, number: int) -> str:
        return group_name(self._names[self._columns.label], value, self._language) or f"#{number}"


def _by_currency(table: Table, place: int | None) -> dict[str, list[tuple[object, ...]]]:
    rows: dict[str, list[tuple[object, ...]]] = {}
    for row in table.rows:
        currency = str(row[place] or "").strip() if place is not None else ""
        rows.setdefault(currency, []).append(row)
    return rows


def _begin(value: object) -> date | None:
    return date(ANY_YEAR, value, 1) if is_month_of_any_year(value) else starts_at(value)


def _title_of(side: str) -> str:
    return clean_text(side.replace("_", " "), 40)
