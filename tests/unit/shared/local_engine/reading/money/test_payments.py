"""How it was paid."""

from decimal import Decimal

import pytest

from shared.local_engine.reading.money.amounts import amounts_on
from shared.local_engine.reading.money.payments import find_payment
from shared.safe_naming import PaymentMethod
from tests.unit.shared.local_engine.reading.sheets import a_sheet


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["TOTAL | 8.00", "CASH | 10.00", "CHANGE | 2.00"], PaymentMethod.CASH, id="cash"),
        pytest.param(["SUMME | 8,00", "Gegeben BAR | 10,00", "Rückgeld | 2,00"], PaymentMethod.CASH, id="bar"),
        pytest.param(["Total | 8.00", "VISA | 8.00", "xxxxxxxxxxxx1234"], PaymentMethod.CARD, id="visa"),
        pytest.param(["Summe | 8,00", "girocard | 8,00"], PaymentMethod.CARD, id="girocard"),
        pytest.param(["Total | 8.00", "Paid by: Card"], PaymentMethod.CARD, id="paid-by-card"),
        pytest.param(["Total | 8.00", "Card payment"], PaymentMethod.CARD, id="card-payment"),
        pytest.param(["Summe | 8,00", "Geg. EC-Cash | 8,00"], PaymentMethod.CARD, id="cash-in-the-name-of-a-card"),
        pytest.param(["Total | 8.00", "Cashless | 8.00", "Change | 0.00"], PaymentMethod.CARD, id="cashless"),
        pytest.param(["Fahrt | 8,00", "Betrag dankend in bar erhalten"], PaymentMethod.CASH, id="received-in-cash"),
        pytest.param(["A payer | 8,00", "Comptant | 8,00"], PaymentMethod.CASH, id="comptant"),
        pytest.param(
            ["Gesamt | 8,00", "Bitte überweisen Sie den Betrag", "IBAN DE02 1203 0000 0000 2020 51"],
            PaymentMethod.BANK_TRANSFER,
            id="transfer",
        ),
        pytest.param(["Total | 8,00", "Prélèvement automatique"], PaymentMethod.DIRECT_DEBIT, id="direct-debit"),
        pytest.param(["Total | 8,00", "PayPal | 8,00"], PaymentMethod.ONLINE, id="paypal"),
        pytest.param(
            ["Total | 8,00", "Entregado | 10,00", "Devolución | 2,00"], PaymentMethod.CASH, id="the-rest-back"
        ),
        pytest.param(
            ["Total | 8,00", "Der Betrag wird per SEPA-Lastschrift eingezogen"],
            PaymentMethod.DIRECT_DEBIT,
            id="a-sentence-on-direct-debit",
        ),
        pytest.param(
            ["Total | 8.00", "We'll take this by Direct Debit on or after 9 May 2025"],
            PaymentMethod.DIRECT_DEBIT,
            id="on-or-after-is-no-choice",
        ),
        pytest.param(
            ["Nachzahlung | 8,00", "8,00 € buchen wir am 5.3. von Ihrem Konto DE02 **** 1180 ab", "IBAN DE77 1203"],
            PaymentMethod.DIRECT_DEBIT,
            id="from-an-account-of-which-little-is-shown",
        ),
        pytest.param(
            ["Gesamt | 8,00", "Zahlungsart: PayPal | Vielen Dank für Ihre Bestellung", "IBAN DE77 1203 0000"],
            PaymentMethod.ONLINE,
            id="what-the-label-asks-for",
        ),
        pytest.param(["Montant | 8,00", "Paiement : CB"], PaymentMethod.CARD, id="a-short-label"),
        pytest.param(
            ["Total | 8,00", "Mode de règlement | Chèque", "IBAN FR76 1440 6000"],
            PaymentMethod.CHEQUE,
            id="in-the-cell-after-the-label",
        ),
        pytest.param(
            ["Total | 8.00", "Payment method: PayPal, cheque or bank transfer", "IBAN GB29 1203 0000"],
            PaymentMethod.BANK_TRANSFER,
            id="several-are-an-offer",
        ),
        pytest.param(["2146 hair brush, comb (pin | 8.00", "CASHRM | 10.00"], PaymentMethod.CASH, id="goods-named-pin"),
        pytest.param(["Total | 8.00", "CREDITRM | 8.00", "CHANGERM | .00"], PaymentMethod.CARD, id="squeezed-credit"),
        pytest.param(
            ["SLF CASH & CARRY", "Total | 8,00", "Mastercard | 8,00"], PaymentMethod.CARD, id="a-shop-named-cash"
        ),
    ],
)
def test_paid_by(lines: list[str], expected: PaymentMethod) -> None:
    sheet = a_sheet(*lines)
    payment = find_payment(sheet, amounts_on(sheet), Decimal("8.00"))
    assert payment is not None
    assert payment.method is expected


def test_nothing_said_nothing_known() -> None:
    sheet = a_sheet("Total | 8.00")
    assert find_payment(sheet, amounts_on(sheet), Decimal("8.00")) is None


def test_remitting_may_be_done_by_cheque() -> None:
    sheet = a_sheet("Total | 8.00", "Please remit payment by 9 May 2025")
    assert find_payment(sheet, amounts_on(sheet), Decimal("8.00")) is None


def test_a_bar_is_not_paid_in_bar() -> None:
    sheet = a_sheet("Bar Luigi", "Total | 8.00")
    assert find_payment(sheet, amounts_on(sheet), Decimal("8.00")) is None
