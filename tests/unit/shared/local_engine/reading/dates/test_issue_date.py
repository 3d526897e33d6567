"""The day of issue, however it is printed."""

from datetime import date

import pytest

from shared.local_engine.reading.dates.issue_date import Habit, find_date
from shared.local_engine.reading.dates.patterns import dates_in
from shared.local_engine.reading.sheet.boxes import sheet_of
from shared.local_engine.reading.sheet.cells import Cell
from tests.unit.shared.local_engine.reading.sheets import a_sheet

TODAY = date(2026, 3, 15)
AMERICAN, EUROPEAN, UNKNOWN = Habit(True, sure=True), Habit(False, sure=True), Habit(False, sure=False)


@pytest.mark.parametrize(
    "text",
    [
        "06.04.2020",
        "6/4/2020",
        "06-04-20",
        "2020-04-06",
        "20200406",
        "6 April 2020",
        "April 6, 2020",
        "6. Apr. 2020",
        "06 avril 2020",
        "6 de abril de 2020",
        "6 aprile 2020",
        "06APR2020",
        "6-apr-20",
        "6 kwietnia 2020",
        "2020年4月6日",
        "Till 1 - 06/04/2020",
        "Date .06/04/20 .",
        "2020-Apr-06",
        "6th April 2020",
        "REG #19- 06/04/2020",
        "06. 04. 2020",
        "6 deabrilde 2020",
    ],
    ids=lambda text: text,
)
def test_the_sixth_of_april(text: str) -> None:
    assert [value for _, _, value, _, _ in dates_in(text)] == [date(2020, 4, 6)]


@pytest.mark.parametrize("text", ["MAY05'11 1:05PM", "MAYO5'11 1:05PM", "MAYOS'11"])
def test_letters_for_figures_in_a_day_beside_its_month(text: str) -> None:
    assert [value for _, _, value, _, _ in dates_in(text)] == [date(2011, 5, 5)]


@pytest.mark.parametrize(
    "text", ["MAY05'1110:16AM", "MAYO5'111:05PM", "SUNMAY5,2011", "05/05/2011848385546", "5May1110:16"]
)
def test_a_date_that_lost_the_space_after_it(text: str) -> None:
    assert [value for _, _, value, _, _ in dates_in(text)] == [date(2011, 5, 5)]


@pytest.mark.parametrize("text", ["2016-07-3l 13:49", "31/l0/2016", "3l.10.2016"])
def test_letters_for_figures_in_a_date(text: str) -> None:
    assert [value.day for _, _, value, _, _ in dates_in(text)] == [31]


@pytest.mark.parametrize(
    "text", ["31.02.2024", "12:30:45", "99.99.2020", "7:30 -21:00", "1.234,56"], ids=lambda text: text
)
def test_what_is_no_date(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("lines", "habit", "expected"),
    [
        pytest.param(["Invoice date | 03/04/2024"], AMERICAN, date(2024, 3, 4), id="american"),
        pytest.param(["Rechnungsdatum | 03.04.2024"], EUROPEAN, date(2024, 4, 3), id="german"),
        pytest.param(
            ["Due date | 20.04.2024", "Invoice date | 06.04.2024"], EUROPEAN, date(2024, 4, 6), id="not-the-due-date"
        ),
        pytest.param(
            ["Lieferdatum: 01.04.2024", "Rechnung Nr. 7 vom 06.04.2024", "zahlbar bis 20.04.2024"],
            EUROPEAN,
            date(2024, 4, 6),
            id="invoice-of",
        ),
        pytest.param(
            ["Nummer | Rechnungsdatum | Bestelldatum", "4711 | 06.04.2024 | 01.04.2024"],
            EUROPEAN,
            date(2024, 4, 6),
            id="heads",
        ),
        pytest.param(
            ["Besteldatum: 01-04-2024", "Datum: 06-04-2024", "Betalen voor: 20-04-2024"],
            EUROPEAN,
            date(2024, 4, 6),
            id="compounds-of-other-dates",
        ),
        pytest.param(
            ["Fälligam | 20.04.2024", "Datum | 06.04.2024"], EUROPEAN, date(2024, 4, 6), id="words-run-together"
        ),
        pytest.param(["Date | 13/04/2024", "Printed | 03/04/2024"], UNKNOWN, date(2024, 4, 13), id="the-labelled-one"),
        pytest.param(["Valid until 01.01.2024", "06.04.2020 14:43"], EUROPEAN, date(2020, 4, 6), id="beside-a-time"),
        pytest.param(["Exchanges thru 04/30/2024", "04/06/2024"], AMERICAN, date(2024, 4, 6), id="not-the-exchange"),
        pytest.param(["Datum | Bon", "06.04.2020 | 17"], EUROPEAN, date(2020, 4, 6), id="under-its-head"),
        pytest.param(
            ["Hinfahrt: 06.05.2020", "Buchungsdatum 06.04.2020"],
            EUROPEAN,
            date(2020, 4, 6),
            id="not-the-day-of-the-journey",
        ),
        pytest.param(
            ["March 4, 2024", "Your next invoice date is April 4, 2024."], AMERICAN, date(2024, 3, 4), id="not-the-next"
        ),
        pytest.param(
            ["Nota fiscal n. 77 | 06/04/2020 11:40", "Data de registro | 09/04/2020 11:41"],
            EUROPEAN,
            date(2020, 4, 6),
            id="not-the-date-of-something",
        ),
        pytest.param(
            ["Date: Mar 9, 2015", "Date/time: 15/03/09 10:11"], AMERICAN, date(2015, 3, 9), id="year-first-on-a-slip"
        ),
        pytest.param(["09.03.15 10:11", "2015-03-09"], AMERICAN, date(2015, 3, 9), id="the-plain-one-outweighs-habit"),
    ],
)
def test_the_day_of_issue(lines: list[str], habit: Habit, expected: date) -> None:
    found = find_date(a_sheet(*lines), habit=habit, today=TODAY)
    assert found is not None
    assert found.value == expected


def test_day_or_month_first_in_an_unknown_country_is_a_doubt() -> None:
    found = find_date(a_sheet("Date | 03/04/2024"), habit=UNKNOWN, today=TODAY)
    assert found is not None
    assert found.doubtful


def test_a_plain_date_on_the_same_paper_settles_the_order() -> None:
    found = find_date(a_sheet("Date | 03/04/2024 12:00", "Printed 4 March 2024"), habit=UNKNOWN, today=TODAY)
    assert found is not None
    assert (found.value, found.doubtful) == (date(2024, 3, 4), False)


def test_a_second_date_that_can_be_read_one_way_settles_the_order() -> None:
    found = find_date(a_sheet("Date | 03/04/2024 12:00", "Due | 03/25/2024"), habit=UNKNOWN, today=TODAY)
    assert found is not None
    assert found.value == date(2024, 3, 4)


def test_a_day_to_come_is_taken_for_one_that_has_been_where_its_parts_can_be_swapped() -> None:
    found = find_date(a_sheet(f"Date | 02/11/{TODAY.year}"), habit=UNKNOWN, today=TODAY)
    assert found is not None
    assert found.value == date(TODAY.year, 2, 11)


def test_of_dates_that_overlap_the_first_is_read() -> None:
    assert [value for _, _, value, _, _ in dates_in("3 May 12 2014")] == [date(2012, 5, 3)]


def test_an_impossible_day_is_not_invented() -> None:
    assert find_date(a_sheet("Date | 31/02/2024"), habit=EUROPEAN, today=TODAY) is None


def test_a_day_to_come_is_doubtful() -> None:
    found = find_date(a_sheet("Date | 12.03.2094"), habit=EUROPEAN, today=TODAY)
    assert found is not None
    assert found.doubtful


def test_a_day_without_its_zero_beside_a_month_with_one_lost_a_digit() -> None:
    (whole, cut) = (
        find_date(a_sheet(f"Rechnungsdatum {text}"), habit=EUROPEAN, today=TODAY) for text in ("13/02/11", "3/02/11")
    )
    assert whole is not None
    assert cut is not None
    assert (whole.doubtful, cut.doubtful) == (False, True)


@pytest.mark.parametrize(("confidence", "doubtful"), [(0.99, False), (0.93, True)])
def test_a_date_that_was_hard_to_read_is_doubtful(confidence: float, doubtful: bool) -> None:
    cell = Cell("Date: 23-08-2015", 50, 50, 300, 74, confidence)
    issued = find_date(sheet_of([([cell], 1000, 900)]), habit=EUROPEAN, today=TODAY)
    assert issued is not None
    assert issued.doubtful is doubtful


def test_a_date_read_twice_alike_was_not_misread() -> None:
    cells = [Cell("Date: 23-08-2015", 50, top, 300, top + 24, 0.93) for top in (50, 800)]
    issued = find_date(sheet_of([(cells, 1000, 900)]), habit=EUROPEAN, today=TODAY)
    assert issued is not None
    assert not issued.doubtful


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "Arrival | 02/18/2025",
                "Departure | 02/20/2025",
                "Date | Item | Amount",
                "02/18/2025 | Room | 90.00",
                "02/19/2025 | Room | 90.00",
                "02/20/2025 | Visa | 180.00",
            ],
            id="the-last-of-its-postings",
        ),
        pytest.param(
            [
                "Datum: 20.02.2025",
                "Datum | Leistung | Preis",
                "18.02.2025 | Zimmer | 90,00",
                "19.02.2025 | Zimmer | 90,00",
                "19.02.2025 | Bad | 9,00",
            ],
            id="its-own-day-and-not-that-of-a-posting",
        ),
        pytest.param(
            [
                "Facture n° 4711 | 3 place Rouge",
                "du 20 février 2025 | 69002 Lyon",
                "Montant prélevé le 27/02/2025 | 9,00",
            ],
            id="of-a-day-below-the-number",
        ),
    ],
)
def test_a_bill_is_of_the_day_it_was_made_out(lines: list[str]) -> None:
    found = find_date(a_sheet(*lines), habit=UNKNOWN, today=TODAY)
    assert found is not None
    assert found.value == date(2025, 2, 20)
