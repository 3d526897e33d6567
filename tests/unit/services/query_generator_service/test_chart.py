"""What a chart shows: each currency in a panel of its own, time without holes, many groups as a few."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from services.query_generator_service.chart import Chart, caption, chart_of
from services.query_generator_service.lookup import Found
from shared.engine import Period
from shared.safe_naming import Language
from shared.tables import Table
from tests.unit.services.query_generator_service.parts import a_draft

MONTHS = ("month", "currency", "total", "invoices")


def a_chart(table: Table, language: Language = Language.ENGLISH, **draft: Any) -> Chart | None:  # noqa: ANN401
    return chart_of(Found(a_draft(**{"measure": "breakdown", "adds_up": True, **draft}), table), language)


def by_payee(*amounts: str, currency: str = "EUR") -> Table:
    rows = tuple((f"Shop {number}", currency, Decimal(amount), 1) for number, amount in enumerate(amounts, 1))
    return Table(("payee_name", "currency", "total", "invoices"), rows)


def drawn(chart: Chart | None) -> list[list[tuple[str, Decimal | None]]]:
    assert chart is not None
    return [[(bar.label, bar.value) for bar in panel.bars] for panel in chart.panels]


def test_months_without_invoices_are_gaps_on_the_axis() -> None:
    table = Table(MONTHS, (("2025-11", "EUR", Decimal(7), 1), ("2026-02", "EUR", Decimal(9), 1)))
    chart = a_chart(table)
    assert drawn(chart) == [[("Nov", Decimal(7)), ("Dec", None), ("Jan", None), ("Feb", Decimal(9))]]
    assert chart is not None
    assert chart.over_time
    assert [bar.below for bar in chart.panels[0].bars] == ["2025", "", "2026", ""]


@pytest.mark.parametrize(
    ("column", "values", "labels"),
    [
        ("quarter", ("2025-Q3", "2026-Q1"), ["Q3", "Q4", "Q1"]),
        ("year", (2024, 2026), ["2024", "2025", "2026"]),
        ("week", (date(2026, 3, 2), date(2026, 3, 16)), ["2", "9", "16"]),
        ("invoice_date", (date(2026, 2, 27), date(2026, 3, 1)), ["27", "28", "1"]),
        ("month", (date(2026, 1, 1), date(2026, 3, 1)), ["Jan", "Feb", "Mar"]),
    ],
)
def test_every_unit_of_time_has_its_axis(column: str, values: tuple[object, ...], labels: list[str]) -> None:
    table = Table((column, "currency", "total"), tuple((value, "EUR", Decimal(3)) for value in values))
    assert [label for label, _ in drawn(a_chart(table))[0]] == labels


def test_currencies_are_panels_and_never_added() -> None:
    rows = tuple((f"2026-0{n}", currency, Decimal(n), 1) for n in (1, 2, 3) for currency in ("INR", "USD"))
    chart = a_chart(Table(MONTHS, rows))
    assert chart is not None
    assert [panel.title for panel in chart.panels] == ["INR · Total 6.00", "USD · Total 6.00"]


def test_more_currencies_than_a_phone_shows_are_counted_below() -> None:
    rows = tuple((f"2026-0{n}", currency, Decimal(n), 1) for n in (1, 2) for currency in ("A", "B", "C", "D", "E"))
    chart = a_chart(Table(MONTHS, rows))
    assert chart is not None
    assert len(chart.panels) == 3
    assert chart.notes == ("… and 2 more currencies in the workbook",)


def test_small_groups_are_folded_and_refunds_stay_visible() -> None:
    table = by_payee("100", "90", "80", "70", "60", "50", "40", "30", "3", "2", "1", "-85")
    bars = drawn(a_chart(table))[0]
    assert len(bars) == 10
    assert bars[-2:] == [("Shop 12", Decimal(-85)), ("others (3)", Decimal(6))]
    assert sum(value or 0 for _, value in bars) == Decimal(441)


def test_averages_are_not_folded_into_a_figure_that_means_nothing() -> None:
    rows = tuple((f"Shop {number}", "EUR", Decimal(number), 1) for number in range(1, 15))
    chart = a_chart(Table(("payee_name", "currency", "average", "invoices"), rows), adds_up=False)
    assert len(drawn(chart)[0]) == 10
    assert chart is not None
    assert chart.panels[0].note == "… and 4 more in the workbook"


def test_panels_of_several_currencies_stand_over_the_same_months() -> None:
    rows = (*((f"2026-0{n}", "INR", Decimal(n), 1) for n in (1, 2, 3)), ("2026-02", "USD", Decimal(8), 1))
    assert drawn(a_chart(Table(MONTHS, rows)))[1] == [("Jan", None), ("Feb", Decimal(8)), ("Mar", None)]


def test_no_day_of_the_week_is_left_out_however_many_currencies_there_are() -> None:
    days = [(day, currency, Decimal(day)) for currency in ("EUR", "USD", "GBP") for day in range(1, 8)]
    chart = a_chart(Table(("weekday", "currency", "average"), tuple(days)), adds_up=False)
    assert [len(bars) for bars in drawn(chart)] == [7, 7, 7]


def test_weekdays_stay_in_their_order_with_their_names() -> None:
    table = Table(("weekday", "currency", "total"), ((1, "EUR", Decimal(2)), (7, "EUR", Decimal(9))))
    assert drawn(a_chart(table)) == [[("Monday", Decimal(2)), ("Sunday", Decimal(9))]]


def test_a_group_without_a_name_is_called_so() -> None:
    table = Table(("payment_method", "currency", "total"), (("card", "EUR", Decimal(2)), (None, "EUR", Decimal(1))))
    assert [label for label, _ in drawn(a_chart(table, Language.GERMAN))[0]] == ["Karte", "ohne Angabe"]


@pytest.mark.parametrize(
    "table",
    [
        Table(("currency", "total", "invoices"), (("EUR", Decimal(5), 1), ("USD", Decimal(6), 1))),
        Table(("invoice_id", "payee_name", "expense_amount"), ((1, "Shell", Decimal(5)), (2, "Uber", Decimal(6)))),
        Table(("payee_name", "currency", "total"), (("Shell", "EUR", Decimal(5)),)),
        Table(("payee_name", "currency", "total"), (("Shell", "EUR", Decimal(5)), ("Shell", "USD", Decimal(5)))),
        Table(("payee_name", "currency", "total"), (("Shell", "EUR", Decimal(0)), ("Uber", "EUR", None))),
        Table(("month", "payee_name", "total"), (("2026-01", "Shell", Decimal(5)), ("2026-01", "Uber", Decimal(5)))),
        Table(("payee_name",), (("Shell",), ("Uber",))),
        Table(("payee_name", "total"), (("Shell", Decimal(5)), ("Shell", Decimal(6)))),
    ],
    ids=["total", "list", "one-group", "one-each", "nothing", "two-labels", "no-figure", "same-label-twice"],
)
def test_what_is_no_series_and_no_breakdown_has_no_chart(table: Table) -> None:
    assert a_chart(table) is None


def test_columns_that_a_model_named_are_charted_too() -> None:
    table = Table(("vendor", "total_spent"), (("Shell", Decimal(5)), ("Uber", Decimal(6))))
    chart = a_chart(table, adds_up=False)
    assert chart is not None
    assert chart.title == "Total spent · vendor"


def test_the_caption_says_what_is_shown_over_which_days_and_filters() -> None:
    period = Period(start=date(2026, 1, 1), end=date(2026, 2, 28))
    chart = a_chart(by_payee("1", "2"), period=period, filters=("cash",))
    assert chart is not None
    assert caption(chart) == "Spent · by vendor\nfrom 2026-01-01 to 2026-02-28 · cash"


def test_sides_of_a_comparison_are_panels_of_one_scale_over_the_same_months() -> None:
    rows = (("2025-11", "EUR", Decimal(7), None), ("2026-01", "EUR", None, Decimal(9)))
    chart = a_chart(Table(("month", "currency", "cash", "card"), rows), measure="comparison", adds_up=False)
    assert chart is not None
    assert [panel.title for panel in chart.panels] == ["cash · EUR", "card · EUR"]
    assert drawn(chart)[0] == [("Nov", Decimal(7)), ("Dec", None), ("Jan", None)]
    assert chart.one_scale
    assert chart.title == "Cash / card · by month"


def test_months_of_several_years_stand_on_an_axis_without_a_year() -> None:
    rows = tuple((month, "EUR", Decimal(month), Decimal(9)) for month in (1, 3, 4))
    chart = a_chart(Table(("month", "currency", "2024", "2025"), rows), measure="comparison")
    assert chart is not None
    assert [(bar.label, bar.below) for bar in chart.panels[0].bars] == [
        ("Jan", ""),
        ("Feb", ""),
        ("Mar", ""),
        ("Apr", ""),
    ]
