"""The currency: printed, or the country's."""

import pytest

from shared.local_engine.reading.money.currency import find_currency
from shared.local_engine.reading.paper.places import find_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Total 12,50 €", "EUR", id="sign"),
        pytest.param("TOTAL RM 8.60\nSDN BHD", "MYR", id="ringgit"),
        pytest.param("Total $ 5.00\nSan Jose, CA 95139", "USD", id="american-address"),
        pytest.param("Total $ 5.00\nABN 12 345 678 901\nSydney NSW", "AUD", id="australian-number"),
        pytest.param("Total $ 5.00\nHST 0.65\nToronto, ON M5V 2T6", "CAD", id="canadian-tax"),
        pytest.param("2 @ $4.93\nTotal 9.86\nMASTERCARD CAD$ 9.86\n$1 off", "CAD", id="the-dollars-named-once"),
        pytest.param("Total $ 5.00\nGST # 12345-6789 RT0001", "CAD", id="canadian-tax-number"),
        pytest.param("Total 12.00 CHF", "CHF", id="code"),
        pytest.param("Summa 100 kr\nKvitto\nwww.butik.se", "SEK", id="swedish-crowns"),
        pytest.param("Total kr 100\nMVA\nOslo", "NOK", id="norwegian-crowns"),
        pytest.param("Totalt 38,00\nOrg.nr 123 456 789 MVA", "NOK", id="norwegian-tax-number"),
        pytest.param('סה"כ ₪240.72', "ILS", id="shekel"),
        pytest.param("SUMME 16,62\nMwSt 19%\nUSt-IdNr. DE813129242", "EUR", id="by-tax-number"),
        pytest.param("TOTAL AMOUNT: $8.20\nJOHOR BAHRU\nGST REG 000123456789", "MYR", id="malaysian-dollar"),
        pytest.param("TOTAL 8.20\nMAJUTRADINGSDNBHD", "MYR", id="squeezed-legal-form"),
        pytest.param("Total R$ 10,00\nCNPJ", "BRL", id="real"),
        pytest.param("IMPORTE TOTAL S/ 118.00", "PEN", id="sol"),
        pytest.param("Facture\nLune Pte. Ltd.\nSINGAPORE 049321\nTotal 12,00 $US", "USD", id="country-behind-the-sign"),
        pytest.param("Total US$ 5.00", "USD", id="not-of-singapore-by-its-last-letter"),
        pytest.param("Total CA$ 5.00", "CAD", id="nor-of-australia"),
    ],
)
def test_the_currency_of(text: str, expected: str) -> None:
    found = find_currency(text, find_place(text))
    assert found is not None
    assert found.code == expected


def test_a_bare_dollar_sign_is_a_guess_that_shows() -> None:
    found = find_currency("Total $ 5.00", find_place("Total $ 5.00"))
    assert found is not None
    assert (found.code, found.doubtful) == ("USD", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("SUMME 16,62\nMwSt 19%", ("EUR", False), id="german-tax"),
        pytest.param("TOTALE 16,62\nGRAZIE", ("EUR", True), id="italian-is-swiss-as-well"),
        pytest.param("TOTAL 12.00\n20 High Street\nYork YO1 7HH", ("GBP", False), id="british-address"),
        pytest.param("TOTAL 12.00\nMAJU TRADING SDN BHD\nSINGAPORE", ("MYR", True), id="two-countries"),
    ],
)
def test_the_money_of_a_country_is_sure_where_one_country_alone_is_named(text: str, expected: tuple[str, bool]) -> None:
    found = find_currency(text, find_place(text))
    assert found is not None
    assert (found.code, found.doubtful) == expected


def test_nothing_at_all_says_nothing() -> None:
    assert find_currency("12.50", find_place("12.50")) is None


@pytest.mark.parametrize(
    "text",
    [
        "NOVA GRILL\n12 Elm St, Calgary, AB\n403-555-0134\nGST 0.60\nTotal $12.60",
        "NOVA GRILL\nT2X 1B4\n403-555-0134\nGeneral Sales Tax 0.60\nTotal $12.60",
        "NOVA GRILL\n1-888-555-0134\nGST 0.60\nTotal $12.60",
    ],
    ids=["town", "postcode", "tax-no-american-knows"],
)
def test_an_american_telephone_may_be_canadian(text: str) -> None:
    found = find_currency(text, find_place(text))
    assert found is not None
    assert found.code == "CAD"


def test_an_american_telephone_alone_is_american() -> None:
    text = "NOVA GRILL\n212-555-0134\nTax 0.60\nTotal $12.60"
    assert find_place(text).country == "US"


def test_only_americans_put_the_month_first() -> None:
    assert find_place("San Jose, CA 95139").month_first is True
    assert find_place("12345 Berlin, Germany").month_first is False
    assert find_place("hello").month_first is False


@pytest.mark.parametrize("number", ["1009 001 0010473", "GST ID 002012345678", "GST 0010 1234 5678"])
def test_a_number_with_leading_noughts_is_no_foreign_telephone(number: str) -> None:
    place = find_place(f"GREEN MART BHD\n{number}")
    assert (place.country, place.rival) == ("MY", 0.0)
    assert find_place("0047 22 12 34 56").country == "NO"


def test_a_tax_number_outweighs_words_that_neighbours_share() -> None:
    text = (
        "Papeterie Test AG\nCHE-123.456.789 MWST\nRechnung\nRechnungsbetrag 12.50\nMwSt 8.1%\nUmsatzsteuer\nÜberweisung"
    )
    currency = find_currency(text, find_place(text))
    assert currency is not None
    assert currency.code == "CHF"
