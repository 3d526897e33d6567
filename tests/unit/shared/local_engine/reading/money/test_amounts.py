"""Figures are found, and know their labels."""

from decimal import Decimal

import pytest

from shared.local_engine.reading.money.amounts import FIRST_AMOUNTS, LAST_AMOUNTS, amounts_on
from tests.unit.shared.local_engine.reading.sheets import a_sheet


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("12.50", "12.50", id="point"),
        pytest.param("12,50 A", "12.50", id="comma-and-tax-code"),
        pytest.param("1.234,56 €", "1234.56", id="german-thousands"),
        pytest.param("$1,234.56", "1234.56", id="american-thousands"),
        pytest.param("157 795,50", "157795.50", id="french-thousands"),
        pytest.param("1'234.50", "1234.50", id="swiss-thousands"),
        pytest.param("RM 8.60", "8.60", id="currency-before"),
        pytest.param("-5,00", "-5.00", id="minus"),
        pytest.param("5,00-", "-5.00", id="minus-after"),
        pytest.param("(5.00)", "-5.00", id="brackets"),
        pytest.param("12. 50", "12.50", id="blank-after-the-point"),
        pytest.param("20 00", "20.00", id="point-not-printed"),
        pytest.param("1O.OO", "10.00", id="letters-for-noughts"),
        pytest.param("TOTALRM8.60", "8.60", id="touches-its-code"),
        pytest.param("Summe12,50", "12.50", id="touches-its-label"),
        pytest.param("0.0l", "0.01", id="letter-for-the-last-cent"),
        pytest.param("1l6.50", "116.50", id="letter-within-a-figure"),
        pytest.param("2.l8", "2.18", id="letter-for-the-tenths"),
        pytest.param(".99", "0.99", id="no-whole-part"),
        pytest.param("101.4", "101.40", id="one-decimal"),
        pytest.param("1.234,5 €", "1234.50", id="one-decimal-after-thousands"),
        pytest.param("1\u202f234,50", "1234.50", id="narrow-blank-between-thousands"),
        pytest.param("1,23,456.00", "123456.00", id="indian-thousands"),
        pytest.param("100,-", "100.00", id="dash-for-no-cents"),
        pytest.param("100.–", "100.00", id="long-dash-for-no-cents"),
        pytest.param("1 250:-", "1250.00", id="swedish-no-cents"),
        pytest.param("EUR-12,50", "-12.50", id="minus-after-the-currency"),
        pytest.param("Total......12,50 euros", "12.50", id="dots-that-lead-to-it"),
        pytest.param("25,5 zł", "25.50", id="currency-after"),
    ],
)
def test_an_amount_as_printed(text: str, value: str) -> None:
    assert [amount.value for amount in amounts_on(a_sheet(text))] == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    ["06.04.2020 14:43", "0,750 kg", "2020-04-06", "A12.50B", "3 x", "DE812720447", "2,5 Std.", "1.5 x", "1.2.3"],
    ids=lambda text: text,
)
def test_what_is_no_amount_of_money(text: str) -> None:
    assert not [amount for amount in amounts_on(a_sheet(text)) if amount.money]


def test_a_rate_is_a_percentage() -> None:
    assert [amount.percent for amount in amounts_on(a_sheet("19,00 %"))] == [True]


def test_under_the_head_of_a_column_of_rates_stand_rates() -> None:
    figures = amounts_on(a_sheet("MWST% | TOTAL | MWST", "2.50 | 15.35 | 0.37", "8.86 | 3.00 | 0.24"))
    assert [amount.percent for amount in figures] == [True, False, False, False, False, False]


def test_an_amount_knows_its_label_its_row_and_its_column() -> None:
    amounts = amounts_on(a_sheet("Code | Net | Tax", "A 7% | 14,33 | 1,00"))
    assert [(amount.label.strip(), amount.header) for amount in amounts if amount.decimals] == [
        ("A 7%", "Net"),
        ("", "Tax"),
    ]


def test_a_figure_alone_on_its_line_belongs_to_the_words_above() -> None:
    (amount,) = amounts_on(a_sheet("TOTAL", "12.50"))
    assert amount.above == "TOTAL"


def test_of_a_flood_of_figures_those_at_the_beginning_and_the_end_are_kept() -> None:
    values = [amount.value for amount in amounts_on(a_sheet(*(f"{number}.00" for number in range(3000))))]
    assert len(values) == FIRST_AMOUNTS + LAST_AMOUNTS
    assert (values[0], values[-1]) == (Decimal(0), Decimal(2999))
