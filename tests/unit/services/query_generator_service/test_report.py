"""The workbook: typed, live, and harmless whatever stands in the rows."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from services.query_generator_service.report import Report, workbook
from shared.tables import Table

COLUMNS = (
    "invoice_id",
    "invoice_date",
    "payee_name",
    "expense_amount",
    "currency",
    "vat",
    "created_at",
    "raw_image_url",
)
WHEN = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def a_row(number: int, amount: str, currency: str | None = "EUR", payee: str = "Shell") -> tuple[object, ...]:
    return (
        number,
        date(2026, 3, number),
        payee,
        Decimal(amount),
        currency,
        Decimal("1.00"),
        WHEN,
        f"invoices/{number}/x.jpg",
    )


INVOICES = Table(COLUMNS, (a_row(1, "10.10"), a_row(2, "20.20"), a_row(3, "5.00", "USD"), a_row(4, "-2.00", None)))
TOTALS = Table(("currency", "total", "invoices"), (("EUR", Decimal("30.30"), 2), ("USD", Decimal("5.00"), 1)))


def opened(*, result: Table = TOTALS, invoices: Table | None = INVOICES, question: str = "How much?") -> Workbook:
    report = Report(
        question=question,
        answer="You spent 30.30 EUR.",
        sql="SELECT 1",
        engine="local",
        today=date(2026, 3, 15),
        time_zone="Europe/Madrid",
        made_at=WHEN,
        period="",
        filters=("Shell",),
        result=result,
        invoices=invoices,
        link=lambda key: f"https://fintrak.example/media/{key}",
    )
    return load_workbook(io.BytesIO(workbook(report)))


def test_the_sheets_are_in_reading_order() -> None:
    assert opened().sheetnames == ["Summary", "Result", "Invoices", "How this was computed"]


def test_a_list_needs_no_result_sheet_beside_it() -> None:
    assert opened(result=INVOICES, invoices=None).sheetnames == ["Summary", "Invoices", "How this was computed"]


def test_a_list_has_its_pictures_too_in_the_order_of_the_answer() -> None:
    listed = Table(("invoice_id", "copies", "payee_name"), ((3, 2, "Shell"), (1, 2, "Shell")), truncated=True)
    sheet = opened(result=listed)["Invoices"]
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == [3, 1, 2, 4]
    assert [cell.value for cell in sheet[1]][-1] == "Picture"
    assert sheet.cell(2, sheet.max_column).hyperlink.target.endswith("invoices/3/x.jpg")
    assert [sheet.cell(row, 2).value for row in range(2, 6)] == [2, 2, None, None]


def test_totals_are_live_formulas_one_for_each_currency() -> None:
    sheet = opened()["Summary"]
    assert [sheet.cell(row, 1).value for row in (7, 8, 9)] == ["EUR", "USD", "unknown"]
    assert sheet["B7"].value == "=COUNTIFS(Invoices!$E$2:$E$5,A7)"
    assert sheet["C7"].value == "=SUMIFS(Invoices!$D$2:$D$5,Invoices!$E$2:$E$5,A7)"
    assert sheet["D7"].value == "=SUMIFS(Invoices!$F$2:$F$5,Invoices!$E$2:$E$5,A7)"


def test_dates_and_amounts_are_typed() -> None:
    sheet = opened()["Invoices"]
    assert sheet["B5"].value == datetime(2026, 3, 1)
    assert sheet["B5"].number_format == "yyyy-mm-dd"
    assert sheet["D5"].value == 10.1
    assert sheet["D5"].number_format == "#,##0.00"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H5"


def test_pictures_are_links() -> None:
    cell = opened()["Invoices"]["H5"]
    assert cell.hyperlink.target == "https://fintrak.example/media/invoices/1/x.jpg"


@pytest.mark.parametrize(
    "payee", ['=HYPERLINK("http://evil.example","x")', "+1+1", "-2", "@SUM(1)", "http://evil.example"]
)
def test_text_is_never_a_formula_or_a_link(payee: str) -> None:
    table = Table(COLUMNS, (a_row(1, "1.00", payee=payee),))
    cell = opened(invoices=table)["Invoices"]["C2"]
    assert cell.value == payee
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_control_characters_do_not_damage_the_file() -> None:
    table = Table(COLUMNS, (a_row(1, "1.00", payee="Sh\x00e\x1bll\u202e"),))
    assert opened(invoices=table, question="how\x07 much\x00?")["Invoices"]["C2"].value == "Shell"


def test_how_it_was_computed_is_written_down() -> None:
    sheet = opened()["How this was computed"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
    assert facts["Query (SQL)"] == "SELECT 1"
    assert facts["Today was"] == "2026-03-15 (Europe/Madrid)"
    assert facts["Invoices behind it"] == "4"


def test_a_breakdown_has_a_chart() -> None:
    months = Table(("month", "currency", "total"), tuple((f"2026-{n:02}", "EUR", Decimal(n)) for n in (1, 2, 3)))
    assert len(opened(result=months)["Result"]._charts) == 1
    assert len(opened()["Result"]._charts) == 0


def test_a_chart_of_many_groups_has_room_for_every_name() -> None:
    few, many = (
        Table(("payee_name", "total"), tuple((f"Shop {n}", Decimal(n)) for n in range(count))) for count in (5, 40)
    )
    heights = []
    for result in (few, many):
        anchor = opened(result=result)["Result"]._charts[0].anchor  # openpyxl has no other name for it
        heights.append(anchor.to.row - anchor._from.row)
    assert heights[0] < 20 < 40 < heights[1]


def test_a_column_that_no_invoice_fills_is_left_out_unless_it_was_asked_for() -> None:
    columns = ("invoice_id", "payee_name", "expense_amount", "vat", "payment_method", "invoice_number")
    bills = Table(columns, ((1, "Shell", Decimal(5), None, "card", None), (2, "Uber", Decimal(6), None, None, None)))
    heads = [cell.value for cell in opened(invoices=bills)["Invoices"][1]]
    assert "Paid by" in heads
    assert "VAT" in heads
    assert "Number" not in heads
    asked = Table(("invoice_id", "invoice_number"), ((1, None), (2, None)))
    assert "Number" in [cell.value for cell in opened(result=asked, invoices=bills)["Invoices"][1]]


def test_a_long_payee_is_not_cut_by_the_next_column() -> None:
    name = "Gemeinschaftspraxis am Stadtpark, Dr. Anna Berger"
    bills = Table(COLUMNS, (a_row(1, "10.10", payee=name), a_row(2, "20.20")))
    assert opened(invoices=bills)["Invoices"].column_dimensions["C"].width > len(name)


def test_a_comparison_has_a_series_for_each_side() -> None:
    rows = tuple((f"2026-{n:02}", "EUR", Decimal(n), None) for n in (1, 2, 3))
    chart = opened(result=Table(("month", "currency", "cash", "card"), rows))["Result"]._charts[0]
    assert len(chart.series) == 2


@pytest.mark.parametrize(
    ("sides", "period"),
    [
        (("2026-01", "2026-02"), "2026-01 / 2026-02"),
        (("2025-Q1", "2026-03-09..2026-03-15"), "2025-Q1 / 2026-03-09..2026-03-15"),
        (("cash", "card"), "all invoices"),
    ],
)
def test_a_comparison_of_periods_says_which(sides: tuple[str, str], period: str) -> None:
    book = opened(result=Table(("currency", *sides), (("EUR", Decimal(7), Decimal(9)),)))
    facts = {row[0].value: row[1].value for row in book["Summary"].iter_rows(max_row=4)}
    assert facts["Period"] == period


def a_bill(number: int, month: int, amount: str, payee: str, currency: str = "EUR") -> tuple[object, ...]:
    row = a_row(number, amount, currency, payee)
    return (row[0], date(2026, month, 5), *row[2:])


def some_bills(currency: str = "EUR") -> Table:
    bills = [a_bill(number, 1 + number % 2, "1.10", f"Shop {number % 3}") for number in range(1, 7)]
    return Table(COLUMNS, (*bills, a_bill(7, 2, "5.00", "=SUM(A1)", currency)))


def test_payees_by_month_are_shown_where_there_are_several_of_both() -> None:
    sheet = opened(invoices=some_bills())["By month and payee"]
    assert [cell.value for cell in sheet[1]] == ["Payee (EUR)", "2026-01", "2026-02", "Total"]
    assert sheet["A2"].value == "=SUM(A1)"
    assert sheet["A2"].data_type == "s"
    assert sheet["D2"].value == "=SUM(B2:C2)"
    assert sheet["D6"].value == "=SUM(D2:D5)"


@pytest.mark.parametrize("table", [INVOICES, some_bills("USD")])
def test_payees_by_month_are_left_out_where_they_would_not_help(table: Table) -> None:
    assert "By month and payee" not in opened(invoices=table).sheetnames
