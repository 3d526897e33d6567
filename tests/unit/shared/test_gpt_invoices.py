import json
from datetime import date
from decimal import Decimal

import pytest

from shared.gpt_invoices import parse_invoice
from shared.invoices import InvoiceDraft, NotAnInvoice
from shared.safe_naming import InvoiceField, PaymentMethod

FIELDS = {"invoice_date": "2024-03-01", "expense_amount": "121.00", "vat": "21.00", "payee_name": "Sol"}


def draft_of(answer: object) -> InvoiceDraft:
    reading = parse_invoice(answer if isinstance(answer, str) else json.dumps(answer)).reading
    assert isinstance(reading, InvoiceDraft)
    return reading


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(FIELDS), id="plain"),
        pytest.param(f"```json\n{json.dumps(FIELDS)}\n```", id="fenced"),
        pytest.param(f"Here {{you}} are: {json.dumps(FIELDS)} Anything else?", id="prose-around-it"),
        pytest.param(json.dumps({"invoice": FIELDS}), id="wrapped"),
        pytest.param(json.dumps([FIELDS]), id="in-a-list"),
        pytest.param(
            json.dumps({"date": "2024-03-01", "total": 121, "tax": 21.0, "vendor": "Sol"}), id="other-names-and-numbers"
        ),
        pytest.param(json.dumps({**FIELDS, "expense_amount": {"value": "121", "unit": "EUR"}}), id="nested-amount"),
    ],
)
def test_an_answer_is_understood_however_it_is_wrapped(text: str) -> None:
    draft = draft_of(text)
    assert draft.invoice_date == date(2024, 3, 1)
    assert draft.expense_amount == Decimal("121.00")
    assert draft.vat == Decimal("21.00")
    assert draft.payee_name == "Sol"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1234.50", "1234.50"),
        (1234.5, "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("€ 12", "12.00"),
        (-7, "-7.00"),
        ("12.345", "12.34"),
    ],
)
def test_amounts_are_money_whatever_their_type(said: object, meant: str) -> None:
    assert draft_of({**FIELDS, "expense_amount": said}).expense_amount == Decimal(meant)


@pytest.mark.parametrize("said", ["2024-03-01", "2024-03-01T10:00:00", "2024/03/01", "March 1, 2024", "1 Mar 2024"])
def test_clear_dates_are_read_without_doubt(said: str) -> None:
    draft = draft_of({**FIELDS, "invoice_date": said})
    assert draft.invoice_date == date(2024, 3, 1)
    assert InvoiceField.INVOICE_DATE not in draft.doubtful


@pytest.mark.parametrize(
    ("said", "meant", "doubtful"),
    [
        ("31/12/2024", date(2024, 12, 31), False),
        ("12/31/2024", date(2024, 12, 31), False),
        ("01.03.2024", date(2024, 3, 1), True),
        ("03/03/2024", date(2024, 3, 3), False),
    ],
)
def test_a_date_whose_day_and_month_may_be_swapped_is_doubtful(said: str, meant: date, doubtful: bool) -> None:
    draft = draft_of({**FIELDS, "invoice_date": said})
    assert draft.invoice_date == meant
    assert (InvoiceField.INVOICE_DATE in draft.doubtful) is doubtful


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bank_transfer", PaymentMethod.BANK_TRANSFER),
        ("Credit Card", PaymentMethod.CARD),
        ("VISA ****1234", PaymentMethod.CARD),
        ("Cash", PaymentMethod.CASH),
        ("Apple Pay", PaymentMethod.CARD),
        ("PayPal", PaymentMethod.ONLINE),
        ("barter", PaymentMethod.OTHER),
        ("null", None),
        (None, None),
    ],
)
def test_payment_methods_are_ours(said: str | None, meant: PaymentMethod | None) -> None:
    assert draft_of({**FIELDS, "payment_method": said}).payment_method is meant


def test_a_sign_that_means_one_currency_is_that_currency() -> None:
    assert draft_of({**FIELDS, "currency": "€"}).currency == "EUR"


def test_a_sign_that_several_share_stays_open_and_doubtful() -> None:
    draft = draft_of({**FIELDS, "currency": "$"})
    assert draft.currency is None
    assert InvoiceField.CURRENCY in draft.doubtful


@pytest.mark.parametrize(
    "answer",
    [
        {"is_invoice": False, "expense_amount": "5.00"},
        {"is_invoice": "false"},
        {"is_invoice": True},
        {"invoice_date": None, "expense_amount": None, "payee_name": "n/a"},
    ],
)
def test_no_invoice_and_nothing_read_are_the_same(answer: dict[str, object]) -> None:
    parsed = parse_invoice(json.dumps(answer))
    assert isinstance(parsed.reading, NotAnInvoice)
    assert not parsed.problem


@pytest.mark.parametrize("text", ["", "sorry", "{", '{"hello": 1}', "[1, 2]", "NaN", "{" * 5000])
def test_nothing_usable_is_a_problem_to_tell_the_model(text: str) -> None:
    parsed = parse_invoice(text)
    assert parsed.reading is None
    assert parsed.problem


def test_a_field_of_the_wrong_kind_is_named_and_the_rest_kept() -> None:
    parsed = parse_invoice(json.dumps({**FIELDS, "expense_amount": ["121", "21"]}))
    assert "expense_amount" in parsed.problem
    assert isinstance(parsed.reading, InvoiceDraft)
    assert parsed.reading.expense_amount is None
    assert InvoiceField.EXPENSE_AMOUNT in parsed.reading.doubtful


@pytest.mark.parametrize("said", ["NaN", "Infinity", True, "99999999999999", "1e400"])
def test_what_is_no_storable_amount_is_never_an_amount(said: object) -> None:
    draft = draft_of({**FIELDS, "vat": said})
    assert draft.vat is None or abs(draft.vat) < 10**12


def test_half_a_character_is_left_out_as_no_database_takes_it() -> None:
    draft = draft_of('{"expense_amount": "1.00", "payee_name": "Caf\\u00e9 \\ud83d", "Nu\\udc00mber": "7"}')
    assert (draft.payee_name, draft.invoice_number) == ("Café", "7")


def test_doubts_that_are_no_fields_are_ignored() -> None:
    assert draft_of({**FIELDS, "doubtful": ["vat", "weather", 7]}).doubtful == {InvoiceField.VAT}
