"""Rows become one short sentence, or a short list."""

from datetime import date
from decimal import Decimal

import pytest

from services.query_generator_service.answer import answer_text, suggestion
from services.query_generator_service.lookup import Found
from services.query_generator_service.phrases import WORDING
from services.query_generator_service.phrases.names import Phrase
from shared.engine import Period
from shared.safe_naming import Language
from shared.tables import Table
from tests.unit.services.query_generator_service.parts import a_draft

MARCH = Period(start=date(2026, 3, 1), end=date(2026, 3, 31))
TOTALS = ("currency", "total", "invoices")


def test_each_currency_is_apart_and_never_added() -> None:
    table = Table(TOTALS, (("INR", Decimal("233646.86"), 109), ("USD", Decimal("512.25"), 5)))
    text = answer_text(Found(a_draft(), table), Language.ENGLISH)
    assert text == "You spent 233,646.86 INR; 512.25 USD (114 invoices)."


def test_the_sentence_says_period_and_filters() -> None:
    draft = a_draft(period=MARCH, filters=("Shell", "cash"))
    text = answer_text(Found(draft, Table(TOTALS, (("EUR", Decimal(10), 1),))), Language.ENGLISH)
    assert text == "You spent 10.00 EUR from 2026-03-01 to 2026-03-31 – Shell, cash (1 invoice)."


def test_invoices_without_a_date_are_said_to_be_left_out() -> None:
    found = Found(a_draft(period=MARCH), Table(TOTALS, (("EUR", Decimal(10), 1),)), undated=2)
    assert answer_text(found, Language.ENGLISH).endswith("Left out, as they have no date: 2 invoices.")


def test_deleted_invoices_are_said_not_to_count() -> None:
    found = Found(a_draft(period=MARCH), Table(TOTALS, (("EUR", Decimal(10), 1),)), deleted=1)
    text = answer_text(found, Language.ENGLISH)
    assert text.endswith("Deleted invoices do not count (1 invoice from 2026-03-01 to 2026-03-31).")


def test_two_figures_are_told_apart_in_the_language() -> None:
    table = Table(("currency", "total", "vat_total", "invoices"), (("EUR", Decimal(10), Decimal(2), 1),))
    text = answer_text(Found(a_draft(), table), Language.SPANISH)
    assert "Total: 10,00 EUR, IVA: 2,00 EUR (1 factura)" in text


def test_an_amount_without_currency_is_said_to_be_one() -> None:
    text = answer_text(Found(a_draft(), Table(TOTALS, ((None, Decimal(5), 1),))), Language.ENGLISH)
    assert "5.00 (currency unknown)" in text


def test_amounts_are_written_as_in_the_language() -> None:
    text = answer_text(Found(a_draft(), Table(TOTALS, (("EUR", Decimal("1234.5"), 3),))), Language.GERMAN)
    assert "1.234,50 EUR" in text


@pytest.mark.parametrize("rows", [(), (("EUR", None, 0),), ((None, Decimal(0), 0),)])
def test_nothing_found_is_said(rows: tuple[tuple[object, ...], ...]) -> None:
    assert answer_text(Found(a_draft(), Table(TOTALS, rows)), Language.ENGLISH) == "I found nothing."


def test_a_count_is_a_number_of_invoices() -> None:
    text = answer_text(Found(a_draft(measure="count"), Table(("invoices",), ((112,),))), Language.ENGLISH)
    assert text == "I count 112 invoices."


def test_a_percentage_is_shown_as_one() -> None:
    table = Table(("currency", "percent", "part", "total"), (("EUR", Decimal("13.6811"), Decimal(5), Decimal(36)),))
    text = answer_text(Found(a_draft(measure="other"), table), Language.ENGLISH)
    assert "13.68 %" in text


def test_a_list_shows_a_few_invoices_and_counts_the_rest() -> None:
    rows = tuple((number, date(2026, 3, 1), "Shell", Decimal(number), "EUR") for number in range(1, 16))
    table = Table(("invoice_id", "invoice_date", "payee_name", "expense_amount", "currency"), rows)
    lines = answer_text(Found(a_draft(measure="list"), table), Language.ENGLISH).split("\n")
    assert lines[0] == "Found 15 invoices:"
    assert lines[1] == "• 2026-03-01, Shell: 1.00 EUR"
    assert lines[-1] == "… and 3 more in the workbook."


def test_a_breakdown_names_each_group_with_its_figure() -> None:
    table = Table(
        ("month", "currency", "total", "invoices"),
        (("2026-01", "EUR", Decimal(7), 2), ("2026-02", "EUR", Decimal(9), 1)),
    )
    lines = answer_text(Found(a_draft(measure="breakdown"), table), Language.ENGLISH).split("\n")
    assert lines[1:] == ["• 2026-01: 7.00 EUR (2 invoices)", "• 2026-02: 9.00 EUR (1 invoice)"]


def test_weekdays_have_names() -> None:
    table = Table(("weekday", "currency", "total"), ((1, "EUR", Decimal(7)),))
    assert "lunes: 7,00 EUR" in answer_text(Found(a_draft(measure="breakdown"), table), Language.SPANISH)


def test_markup_in_a_name_does_not_format_the_message() -> None:
    table = Table(("payee_name", "total"), (("*bold*", Decimal(1)),))
    assert "*bold*" not in answer_text(Found(a_draft(measure="breakdown"), table), Language.ENGLISH)


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_every_phrase_with_the_fields_of_the_english(language: Language) -> None:
    fields = {
        "figure": "F",
        "period": "P",
        "filters": "X",
        "count": "C",
        "n": "N",
        "day": "D",
        "start": "S",
        "end": "E",
        "unit": "U",
        "units": "UU",
        "percent": "%",
        "part": "PP",
        "total": "T",
        "name": "NN",
        "things": "TT",
        "question": "Q",
    }
    assert set(WORDING[language]) == set(Phrase)
    for name, english in WORDING[Language.ENGLISH].items():
        mine = WORDING[language][name]
        assert [field for field in fields if f"{{{field}}}" in english and f"{{{field}}}" not in mine] == [], name
        assert mine.format(**fields)


@pytest.mark.parametrize(("column", "stored"), [("payment_method", "bank_transfer"), ("payee_name", "bank transfer")])
def test_every_group_has_its_name_also_the_one_that_is_not_stated(column: str, stored: str) -> None:
    table = Table((column, "currency", "total"), ((stored, "EUR", Decimal(7)), (None, "EUR", Decimal(2))))
    lines = answer_text(Found(a_draft(measure="breakdown"), table), Language.ENGLISH).split("\n")
    assert lines[1:] == ["• bank transfer: 7.00 EUR", "• not stated: 2.00 EUR"]


def test_groups_that_are_all_there_are_add_up_each_currency_apart() -> None:
    table = Table(
        ("month", "currency", "total", "invoices"),
        (("2026-01", "EUR", Decimal(7), 2), ("2026-02", "EUR", Decimal(9), 1), ("2026-02", "USD", Decimal(1), 1)),
    )
    lines = answer_text(Found(a_draft(measure="breakdown", adds_up=True), table), Language.ENGLISH).split("\n")
    assert lines[-1] == "In all 16.00 EUR; 1.00 USD (4 invoices)."


def test_an_average_says_per_what_and_over_how_many() -> None:
    table = Table(("currency", "average", "units", "invoices"), (("EUR", Decimal("148.823"), 60, 108),))
    text = answer_text(Found(a_draft(measure="average", per="week"), table), Language.ENGLISH)
    assert text == "On average 148.82 EUR per week (weeks: 60; 108 invoices)."


def test_a_median_says_of_how_many_invoices() -> None:
    table = Table(("currency", "median", "invoices"), (("EUR", 155.9, 112),))
    assert (
        answer_text(Found(a_draft(measure="median"), table), Language.ENGLISH)
        == "The median is 155.90 EUR (112 invoices)."
    )


def test_a_share_names_its_part_and_its_whole_and_no_currency_without_any() -> None:
    rows = (("USD", None, None, Decimal(5)), ("EUR", Decimal("13.57"), Decimal(3), Decimal(22)))
    table = Table(("currency", "percent", "part", "total"), rows)
    text = answer_text(Found(a_draft(measure="share"), table), Language.ENGLISH)
    assert text == "That is 13.57 % (3.00 EUR of 22.00 EUR)."


def test_a_comparison_says_both_sides_and_the_difference() -> None:
    table = Table(("currency", "2024", "2025"), (("EUR", Decimal(4), Decimal(10)),))
    text = answer_text(Found(a_draft(measure="comparison"), table), Language.ENGLISH)
    assert text == "2024: 4.00 EUR, 2025: 10.00 EUR.\nThe difference is 6.00 EUR."


def test_a_comparison_in_several_currencies_has_a_line_for_each_side() -> None:
    rows = (("EUR", Decimal("36.30"), Decimal(0)), ("GBP", Decimal(540), Decimal("12.5")))
    found = Found(a_draft(measure="comparison"), Table(("currency", "2026-10", "2026-11"), rows))
    first, second = answer_text(found, Language.ENGLISH).splitlines()[:2]
    assert (first, second) == ("2026-10: 36.30 EUR; 540.00 GBP", "2026-11: 0.00 EUR; 12.50 GBP.")


def test_where_nothing_is_found_the_nearest_thing_is_named() -> None:
    nothing = Table(TOTALS, ())
    unknown = Found(a_draft(unknown_payee="Mercadina"), nothing, nearest_payee="Mercadona")
    assert answer_text(unknown, Language.ENGLISH).split("\n") == [
        "None of your invoices is from Mercadina.",
        "The nearest name is Mercadona.",
    ]
    empty_month = Found(a_draft(period=MARCH), nothing, nearest_day=date(2026, 2, 27))
    assert answer_text(empty_month, Language.ENGLISH).endswith("The nearest such invoice is of 2026-02-27.")


def test_a_number_of_different_things_is_named() -> None:
    assert "19 vendors" in answer_text(Found(a_draft(measure="count"), Table(("vendors",), ((19,),))), Language.ENGLISH)


def test_one_question_to_go_on_with_is_suggested_unless_nothing_was_found() -> None:
    found = Found(a_draft(period=MARCH), Table(TOTALS, (("EUR", Decimal(10), 1),)))
    assert suggestion(found, Language.ENGLISH) == "You can go on with: _by vendor_"
    assert suggestion(Found(a_draft(), Table(TOTALS, ())), Language.ENGLISH) == ""


def test_one_of_a_thing_is_named_in_the_singular() -> None:
    assert "1 vendor from" in answer_text(
        Found(a_draft(measure="count", period=MARCH), Table(("vendors",), ((1,),))), Language.ENGLISH
    )


def test_invoices_ranked_by_their_tax_show_it() -> None:
    columns = ("invoice_id", "invoice_date", "payee_name", "expense_amount", "currency", "vat")
    table = Table(columns, ((1, date(2026, 3, 1), "Shell", Decimal(121), "EUR", Decimal(21)),))
    text = answer_text(Found(a_draft(measure="largest", shown=("vat",)), table), Language.SPANISH)
    assert text.endswith("• 2026-03-01, Shell: 121,00 EUR, IVA 21,00 EUR")


def test_an_invoice_says_how_many_days_ago_it_was() -> None:
    columns = ("invoice_id", "invoice_date", "payee_name", "expense_amount", "currency", "days")
    table = Table(columns, ((1, date(2026, 3, 9), "Shell", Decimal(5), "EUR", 6),))
    assert answer_text(Found(a_draft(measure="list"), table), Language.ENGLISH).endswith(": 5.00 EUR (6 days)")


def test_two_sides_of_each_group_stand_beside_each_other() -> None:
    rows = ((1, "EUR", Decimal(5), None), (2, "EUR", Decimal(7), Decimal(9)))
    found = Found(a_draft(measure="comparison"), Table(("month", "currency", "2024", "2025"), rows))
    assert answer_text(found, Language.ENGLISH).split("\n")[1:] == [
        "2024 / 2025",
        "• Jan: 5.00 EUR / –",
        "• Feb: 7.00 EUR / 9.00 EUR",
    ]
    assert suggestion(found, Language.ENGLISH) == "You can go on with: _list the invoices_"


def test_figures_of_another_kind_are_no_two_sides() -> None:
    table = Table(("payee_name", "spent", "visited"), (("Shell", Decimal(5), 2), ("Uber", Decimal(7), 3)))
    assert "spent / visited" not in answer_text(Found(a_draft(measure="other"), table), Language.ENGLISH)
