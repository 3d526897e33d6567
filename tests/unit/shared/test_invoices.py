from datetime import date
from decimal import Decimal

import pytest

from shared.invoices import InvoiceDraft, checked, parse_amount
from shared.safe_naming import InvoiceField

TODAY = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("1.234,56", "1234.56", id="european"),
        pytest.param("1,234.56", "1234.56", id="american"),
        pytest.param("1 234,56", "1234.56", id="french-thousands"),
        pytest.param("12'345.60", "12345.60", id="swiss"),
        pytest.param("1.234", "1234.0", id="three-digits-after-the-point-are-thousands"),
        pytest.param("1,234,567", "1234567.0", id="two-thousands-separators"),
        pytest.param("€ 5,5", "5.5", id="symbol-and-one-decimal"),
        pytest.param("-18.98", "-18.98", id="refund"),
        pytest.param("(5.00)", "-5.00", id="accountants-negative"),
        pytest.param("−3.20", "-3.20", id="typographic-minus"),
    ],
)
def test_an_amount_is_read_as_people_of_that_country_write_it(text: str, amount: str) -> None:
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "EUR", "-", "()"])
def test_text_without_digits_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    "amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("1000000000000.00"), Decimal("-1000000000000.00")]
)
def test_an_amount_the_column_cannot_hold_is_dropped(amount: Decimal) -> None:
    assert InvoiceDraft.model_validate({"expense_amount": str(amount)}, strict=False).expense_amount is None


def test_amounts_are_kept_to_the_cent() -> None:
    assert InvoiceDraft(expense_amount=Decimal("10.005")).expense_amount == Decimal("10.00")


def test_an_unknown_currency_is_none_and_a_known_one_upper_case() -> None:
    assert InvoiceDraft(currency="ZZZ").currency is None
    assert InvoiceDraft(currency=" eur ").currency == "EUR"


def test_a_payee_is_one_short_line_without_control_characters() -> None:
    draft = InvoiceDraft(payee_name="Café\x00\n‮Müller " + "x" * 500)
    assert draft.payee_name is not None
    assert draft.payee_name.startswith("Café Müller x")
    assert len(draft.payee_name) <= 120


def test_a_draft_survives_the_round_trip_through_json() -> None:
    draft = InvoiceDraft(
        invoice_date=TODAY, expense_amount=Decimal("12.30"), doubtful=frozenset({InvoiceField.CURRENCY})
    )
    assert InvoiceDraft.model_validate_json(draft.model_dump_json()) == draft


@pytest.mark.parametrize(
    ("draft", "doubts"),
    [
        pytest.param(
            InvoiceDraft(invoice_date=date(2026, 3, 20), expense_amount=Decimal(1)),
            {InvoiceField.INVOICE_DATE},
            id="a-date-in-the-future",
        ),
        pytest.param(
            InvoiceDraft(invoice_date=date(2026, 3, 16), expense_amount=Decimal(1)), set(), id="tomorrow-is-a-time-zone"
        ),
        pytest.param(InvoiceDraft(invoice_date=TODAY), {InvoiceField.EXPENSE_AMOUNT}, id="no-total"),
        pytest.param(
            InvoiceDraft(expense_amount=Decimal(121), vat=Decimal(21), net_amount=Decimal(100)), set(), id="adds-up"
        ),
        pytest.param(
            InvoiceDraft(expense_amount=Decimal(130), vat=Decimal(21), net_amount=Decimal(100)),
            {InvoiceField.VAT, InvoiceField.EXPENSE_AMOUNT},
            id="does-not-add-up",
        ),
        pytest.param(
            InvoiceDraft(expense_amount=Decimal(100), vat=Decimal(40)), {InvoiceField.VAT}, id="more-vat-than-exists"
        ),
    ],
)
def test_what_cannot_be_right_is_marked_doubtful(draft: InvoiceDraft, doubts: set[InvoiceField]) -> None:
    assert checked(draft, today=TODAY).doubtful == doubts


def test_doubts_of_the_engine_are_kept() -> None:
    draft = InvoiceDraft(expense_amount=Decimal(1), doubtful=frozenset({InvoiceField.PAYEE_NAME}))
    assert checked(draft, today=TODAY).doubtful == {InvoiceField.PAYEE_NAME}
