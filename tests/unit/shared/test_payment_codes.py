from datetime import date
from decimal import Decimal

import pytest

from shared.invoices import InvoiceDraft
from shared.payment_codes import Stated, completed, stated_by
from shared.safe_naming import InvoiceField

EPC = "BCD\n002\n1\nSCT\nGENODEF1XXX\nGärtnerei Linde GmbH\nDE02120300000000202051\nEUR83.30\n\n\nRechnung 17"
SWISS = "\r\n".join(
    ["SPC", "0200", "1", "CH4431999123000889012", "S", "Velo Huber AG", "Seeweg", "3", "6300", "Zug", "CH"]
    + [""] * 7
    + ["149.95", "CHF", "S", "Ana Ruiz", "Bahnweg", "1", "8001", "Zürich", "CH", "QRR", "210000000003139471430009017"]
    + ["", "EPD", r"//S1/10/R\/204/11/260301/30/106017086"]
)
PORTUGUESE = (
    "A:500000000*B:999999990*C:PT*D:FS*E:N*F:20260301*G:FS A/12*H:0*I1:PT*I7:10.00*I8:2.30*N:2.30*O:12.30*Q:abcd*R:1"
)
VERIFACTU = (
    "https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=B1&numserie=A-7&fecha=01-03-2026&importe=36.30"
)


@pytest.mark.parametrize(
    ("code", "stated"),
    [
        pytest.param(EPC, Stated("Gärtnerei Linde GmbH", Decimal("83.30"), None, "EUR"), id="epc"),
        pytest.param(
            SWISS, Stated("Velo Huber AG", Decimal("149.95"), None, "CHF", date(2026, 3, 1), "R/204"), id="swiss"
        ),
        pytest.param(
            PORTUGUESE,
            Stated(None, Decimal("12.30"), Decimal("2.30"), "EUR", date(2026, 3, 1), "FS A/12"),
            id="portuguese",
        ),
        pytest.param(VERIFACTU, Stated(None, Decimal("36.30"), None, "EUR", date(2026, 3, 1), "A-7"), id="verifactu"),
    ],
)
def test_codes_of_known_kinds_state_their_fields_exactly(code: str, stated: Stated) -> None:
    assert stated_by([code]) == stated


@pytest.mark.parametrize(
    "code",
    [
        "",
        "BCD\n",
        "BCD\n002\n1\nXXX\n\nName\nDE\nEUR1.00",
        "SPC\n0200\n1",
        "A:1*B:2",
        "https://agenciatributaria.gob.es.evil.test/ValidarQR?importe=999999.00",
        "WIFI:S:guest;P:secret;;",
        "report 999999.00",
    ],
)
def test_any_other_code_states_nothing(code: str) -> None:
    assert stated_by([code]) is None


def test_the_same_code_on_two_pages_counts_and_codes_that_disagree_do_not() -> None:
    assert stated_by([EPC, "https://shop.test", EPC]) == stated_by([EPC])
    assert stated_by([EPC, EPC.replace("83.30", "9983.30")]) is None


def test_what_a_code_states_replaces_what_was_read_and_settles_its_doubt() -> None:
    read = InvoiceDraft(
        payee_name="Gartnerei Lnde",
        expense_amount=Decimal("83.00"),
        vat=Decimal("13.30"),
        net_amount=Decimal("69.70"),
        doubtful=frozenset({InvoiceField.PAYEE_NAME, InvoiceField.EXPENSE_AMOUNT, InvoiceField.INVOICE_DATE}),
    )
    whole = completed(read, stated_by([EPC]))
    assert (whole.payee_name, whole.expense_amount, whole.currency) == ("Gärtnerei Linde GmbH", Decimal("83.30"), "EUR")
    assert (whole.vat, whole.net_amount) == (Decimal("13.30"), Decimal("70.00"))
    assert whole.doubtful == {InvoiceField.INVOICE_DATE}


def test_a_code_for_the_rest_of_a_bill_does_not_lower_its_total() -> None:
    whole = completed(InvoiceDraft(expense_amount=Decimal("100.00")), stated_by([EPC]))
    assert whole.expense_amount == Decimal("100.00")
    assert whole.doubtful == {InvoiceField.EXPENSE_AMOUNT}


def test_a_code_without_an_amount_names_only_the_payee() -> None:
    stated = stated_by([EPC.replace("EUR83.30", "")])
    assert stated == Stated("Gärtnerei Linde GmbH", None, None, "EUR")
    assert completed(InvoiceDraft(expense_amount=Decimal("5.00")), stated).expense_amount == Decimal("5.00")
