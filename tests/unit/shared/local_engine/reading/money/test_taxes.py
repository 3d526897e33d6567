"""VAT is taken from what is printed, and must fit."""

from decimal import Decimal

import pytest

from shared.local_engine.reading.money.amounts import amounts_on
from shared.local_engine.reading.money.taxes import Tax, find_tax
from tests.unit.shared.local_engine.reading.sheets import a_sheet


def tax_of(total: str, *lines: str) -> Tax:
    sheet = a_sheet(*lines)
    return find_tax(amounts_on(sheet), Decimal(total), sheet)


@pytest.mark.parametrize(
    ("total", "lines", "vat"),
    [
        pytest.param(
            "16.62",
            ["MwSt | Steuer | Netto | Brutto", "19% | 0,21 | 1,08 | 1,29", "7% | 1,00 | 14,33 | 15,33"],
            "1.21",
            id="two-rates",
        ),
        pytest.param(
            "8.70",
            ["GST Summary | Amount | Tax", "SR @ 6% | 8.21 | 0.49", "Total | 8.21 | 0.49"],
            "0.49",
            id="summary-and-its-sum",
        ),
        pytest.param(
            "26.90",
            ["Subtotaal | 21,80", "Zegels | 5,10", "Totaal | 26,90", "BTW | OVER", "9% | 20,00 | 1,80 | EUR"],
            "1.80",
            id="rates-under-a-heading-and-goods-without",
        ),
        pytest.param(
            "42.10",
            ["SUMMARY | SALES AMT | TAX AMT", " | (RM) | (RM)", "SR (6%) | 33.49 | 2.01", "ZR (0%) | 6.60 | 0.00"],
            "2.01",
            id="currency-under-the-heads-of-columns",
        ),
        pytest.param(
            "210.00", ["Sub total | 200.00", "CGST 2.5% | 5.00", "SGST 2.5% | 5.00"], "10.00", id="two-equal-halves"
        ),
        pytest.param("35.18", ["Subtotal | 32.35", "Tax | 2.83", "Total | 35.18"], "2.83", id="american"),
        pytest.param(
            "18.60",
            ["SUBTOTAL | 18.40", "B-Taxable @5.5% | 0.22", "AMOUNT DUE | 18.62", "ROUNDING | -0.02", "TOTAL | 18.60"],
            "0.22",
            id="rounded-for-cash",
        ),
        pytest.param("8.60", ["Total incl. GST | 8.60", "GST @6% included in total | 0.49"], "0.49", id="included"),
        pytest.param(
            "26.50",
            ["PRICE | AMOUNT | VAT", "2.50 | 2.50 | 9", "TAX TYPE | TAX PAID", "VAT9% | 2.19"],
            "2.19",
            id="rate-that-fits",
        ),
        pytest.param("310.00", ["Netto | 310,00", "MwSt 0% | 0,00", "Gesamt | 310,00"], "0.00", id="nought"),
        pytest.param(
            "10.66",
            ["Subtotal | 10.00", "State tax | 0.40", "City tax | 0.26", "Total | 10.66"],
            "0.66",
            id="two-taxes-added",
        ),
        pytest.param(
            "2073.49",
            ["Total HT | 1 738,77", "T.V.A. 20 % | 329,77", "TVA 5,5 % | 4,95", "TOTAL TTC | 2 073,49"],
            "334.72",
            id="abbreviated-with-points",
        ),
        pytest.param(
            "11509.77",
            ["Ospecificerat | 9 781,34", "moms 25% | 1 066,66", "Varavmoms 12% | 661,77", "Att betala | 11 509,77"],
            "1728.43",
            id="the-rest-is-printed-whatever-it-is-called",
        ),
        pytest.param(
            "-353.71",
            ["Base imponible | -330,75 EUR", "Cuota IVA | -22,96 EUR", "TOTAL | -353,71 EUR"],
            "-22.96",
            id="money-back",
        ),
        pytest.param(
            "37.07",
            ["TAX-CODE | TAXABLE | VALUE", "Tax 1 | 4.99 | 0.06", "Tax 2 | 4.99 | 0.34", "TOTAL TAX | 0.40"],
            "0.40",
            id="all-taxes-in-one-figure",
        ),
        pytest.param(
            "28.45",
            ["Waffel | 1,35", "MwSt 5%", "MwSt | 2,25", "Summe | 28,45"],
            "2.25",
            id="not-a-price-that-fits-a-rate",
        ),
        pytest.param(
            "19.00",
            ["TUA 20Z | 3.58 | 0.72 | 4.30", "TUA 10Z | 13.36 | 1.34 | 14.70"],
            "2.06",
            id="sums-without-a-word",
        ),
        pytest.param(
            "5.03", ["Nettn | Steucr | Brutto", "Gesamtbetrag | 4,42 | 0,61 | 5,03"], "0.61", id="the-line-of-all-rates"
        ),
        pytest.param(
            "15.35",
            ["TOTAL CHF | 15.35", "GR | MWST% | TOTAL | MWST", "0 | 2.50 | 15.35 | 0.37"],
            "0.37",
            id="bare-rate",
        ),
        pytest.param(
            "46.60",
            ["2.6 % | 0.70 | 27.00", "81 % | 1.42 | 17.48", "Summe Netto | 44.48", "Summe MwsSt | 2.12", "46.60"],
            "2.12",
            id="what-the-net-amount-lacks",
        ),
        pytest.param(
            "3.83",
            [
                "TOTAL | 3,83",
                "TIPO | BASE | CUOTA",
                "4,00% | 1,35 | 0,05",
                "10,00% | 1,43 | 0,14",
                "21,00% | 0,71 | 0,15",
            ],
            "0.34",
            id="rates-without-a-word-that-make-up-the-total",
        ),
        pytest.param(
            "1932700.00",
            ["Sub Total | 1.757.000", "Pajak 10 % | 175.700", "TOTAL TAGIHAN | Rp 1.932.700"],
            "175700",
            id="no-cents",
        ),
    ],
)
def test_the_tax_of(total: str, lines: list[str], vat: str) -> None:
    assert tax_of(total, *lines).vat == Decimal(vat)


def test_a_paper_without_tax_has_none() -> None:
    assert tax_of("8.00", "Coffee | 3.50", "Cake | 4.50", "TOTAL | 8.00") == Tax(None, None, False)


def test_a_tax_nothing_confirms_is_doubtful() -> None:
    assert tax_of("100.00", "VAT | 13.37", "TOTAL | 100.00").doubtful


def test_taxes_of_several_rates_are_sure_when_their_goods_make_up_the_total() -> None:
    lines = ("Total | 126.21", "VAT 23% | 15.70", "VAT 13% | 4.86")
    assert tax_of("126.21", *lines) == Tax(Decimal("20.56"), None, False)
    assert tax_of("140.00", *lines).doubtful


def test_a_tax_known_only_from_the_net_amount_is_sure_where_a_printed_rate_gives_it() -> None:
    assert tax_of("119.00", "Net amount | 100.00", "VAT 19%", "Total | 119.00") == Tax(
        Decimal("19.00"), Decimal("100.00"), False
    )
    assert tax_of("110.00", "Net amount | 100.00", "Total | 110.00").doubtful


def test_a_table_of_rates_that_does_not_make_up_the_total_is_doubtful() -> None:
    tax = tax_of("96.00", "Rate | Net | VAT | Gross", "20% | 50.00 | 10.00 | 60.00", "TOTAL | 96.00")
    assert (tax.vat, tax.doubtful) == (Decimal("10.00"), True)


def test_a_table_of_rates_makes_up_the_total_with_goods_that_bear_no_tax() -> None:
    table = ("GST SUMMARY | AMOUNT | TAX", "SR 6% | 50.00 | 3.00", "ZR 0% | 30.00 | 0.00")
    assert tax_of("83.00", *table) == Tax(Decimal("3.00"), Decimal("50.00"), False)
    assert tax_of("90.00", *table).doubtful


def test_no_tax_is_sure_where_the_only_rate_is_nought() -> None:
    assert not tax_of("8.00", "GST 0% | 0.00", "TOTAL | 8.00").doubtful
    assert tax_of("8.00", "GST 6% | 0.00", "TOTAL | 8.00").doubtful


def test_a_tax_that_adds_up_is_sure() -> None:
    assert not tax_of("12.10", "Net amount | 10.00", "VAT 21% | 2.10", "Total | 12.10").doubtful


@pytest.mark.parametrize(
    ("rate", "doubtful"), [pytest.param("2.000%", False, id="fits"), pytest.param("7.000%", True, id="does-not")]
)
def test_a_tax_is_sure_when_a_printed_rate_of_a_printed_figure_gives_it(rate: str, doubtful: bool) -> None:
    tax = tax_of("51.10", "TAXABLE | $50.00", f"TAX RATE | {rate}", "TAX | $1.00", "TOTAL | $51.10")
    assert tax.vat == Decimal("1.00")
    assert tax.doubtful is doubtful
