"""What is an invoice and what only looks like one: titles, disclaimers, sentences, columns of periods."""

from datetime import date

import pytest

from shared.invoices import InvoiceDraft, NotAnInvoice
from shared.local_engine.reading.money.amounts import amounts_on
from shared.local_engine.reading.money.taxes import find_tax
from shared.local_engine.reading.money.totals import find_total
from shared.local_engine.reading.paper.classify import points
from shared.local_engine.reading.read import read_sheet
from tests.unit.shared.local_engine.reading.sheets import a_sheet

SUMS = ("Net | 100.00", "VAT 20% | 20.00", "Total | 120.00")
GOODS = ("Date 12 March 2024", "Roof tiles | 100.00", *SUMS)


def is_invoice(*lines: str, tall: int | None = None) -> bool:
    reading = read_sheet(a_sheet(*lines, tall=tall), today=date(2026, 3, 15))
    assert isinstance(reading, InvoiceDraft | NotAnInvoice)
    return isinstance(reading, InvoiceDraft)


@pytest.mark.parametrize(
    "title",
    [
        "PRO FORMA INVOICE",
        "Facture pro forma n° 12",
        "Proforma-Rechnung 8",
        "Payment reminder",
        "2. Mahnung",
        "Objet : relance - facture impayée",
        "Sollecito di pagamento",
        "Betalingsherinnering",
        "Recordatorio de pago",
        "Wezwanie do zapłaty",
        "Statement of account",
        "Remittance advice",
        "Extrato de conta",
    ],
)
def test_a_paper_about_invoices_is_none_whatever_its_columns_are_called(title: str) -> None:
    assert not is_invoice("Nova Roofing Ltd", title, "Invoice no. | Invoice date", *GOODS)


@pytest.mark.parametrize(
    "title",
    [
        "Order confirmation",
        "Auftragsbestätigung Nr. 55",
        "Confirmation de commande",
        "Confirmación de pedido 8",
        "Conferma d'ordine n. 4",
        "Orderbevestiging",
        "Versicherungsschein 70.1",
        "Explanation of benefits",
        "Expense claim form",
        "PÓLIZA DE SEGURO DE AUTOMÓVIL",
    ],
)
def test_a_paper_that_asks_for_no_money_is_none(title: str) -> None:
    assert not is_invoice("Nova Roofing Ltd", title, *GOODS)


def test_a_heading_may_hold_a_few_more_words_than_its_kind() -> None:
    lines = ("Nova Body Shop", "Estimate of record", *GOODS)
    assert not is_invoice(*lines, tall=1)
    assert is_invoice(*lines)


@pytest.mark.parametrize(
    "said",
    [
        "THIS IS NOT A BILL",
        "Dies ist keine Rechnung",
        "Se facturará a fin de mes",
        "Este documento não serve de fatura",
    ],
)
def test_a_paper_that_says_it_is_no_invoice_is_believed(said: str) -> None:
    assert not is_invoice("Nova Roofing Ltd", *GOODS, said)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Invoice 12", "Order confirmation 7", *GOODS), id="that-names-the-order"),
        pytest.param(("Order confirmation / Tax invoice 12", *GOODS), id="that-confirms-the-order-as-well"),
        pytest.param(("Invoice 12", *GOODS, "Remittance advice"), id="with-a-slip-to-tear-off"),
        pytest.param(("Invoice 12", *GOODS, "This is not an invoice for tax purposes"), id="with-a-disclaimer"),
        pytest.param(("Invoice 12", "Payment reminder", *GOODS), id="sent-again-as-a-reminder"),
        pytest.param(
            (
                "Invoice 12",
                "Meeting on the lease agreement | 40.00",
                "Draft of the employment contract | 60.00",
                "Date 12 March 2024",
                *SUMS,
            ),
            id="of-a-lawyer-whose-work-sounds-like-other-papers",
        ),
    ],
)
def test_an_invoice_stays_one(lines: tuple[str, ...]) -> None:
    assert is_invoice("Nova Law Ltd", *lines)


def test_a_letter_that_mentions_an_invoice_and_its_total_is_none() -> None:
    assert not is_invoice(
        "Subject: Invoice 24011",
        "9 April 2024",
        "I had a look at the invoice; the total should be EUR 1,815.00 with VAT and not EUR 2,178.00 at all.",
        "I will send you a credit note of EUR 363.00 and a corrected invoice in the course of this week.",
    )


def test_a_letter_whose_spaces_were_lost_is_one_still() -> None:
    assert not is_invoice(
        "June 12, 2023",
        "Thankyouforthereceiptthatyousentusforyourjourneytothecoastinthespring:",
        "wepaidyou$212.40forthetrainand$96.00forthehotelaswellas$18.00fortheferry,",
        "andwillpaytheremaining$31.50assoonaswehavetheoriginalticketinourhands.",
    )


def test_a_chat_about_bills_is_none() -> None:
    assert not is_invoice(
        "12 March 2024",
        "Did you pay the phone bill? | 18:02",
        "Yes, £64.30 by card | 18:03",
        "And the invoice for the car, £210.00 | 18:05",
        "That much? | 18:06",
    )


@pytest.mark.parametrize("head", ["Budget | Jan 2024 | Feb 2024 | Mar 2024", "Figures | Year to date | 2023 | 2024"])
def test_sums_by_month_or_year_are_a_budget_not_a_bill(head: str) -> None:
    assert not is_invoice(
        head,
        "Phone bill | 25.00 | 26.00 | 27.00",
        "Rent | 900.00 | 900.00 | 900.00",
        "Total | 925.00 | 926.00 | 927.00",
    )


def test_a_ticket_needs_no_word_for_its_total() -> None:
    assert is_invoice("GARDEROBE", "Stadttheater", "1 Mantel | 2,00 €", "17.01.2024", "inkl. MwSt")
    assert is_invoice("CITY GARAGE EXIT 2", "IN 05/04/23 08:58", "OUT 05/04/23 17:20", "FEE $18.00", "PAID")
    assert is_invoice("Quittung", "über EUR 60,00", "für Nachhilfe", "dankend erhalten", "31.05.2024", "T. Albers")
    assert not is_invoice("TV 43", "€ 329,00", "statt 399,00", "inkl. MwSt", "Aktion bis 30.11.2023", "Klasse F")


LIST = ("Nova Lamps", "31 December 2023", "Lamp, black | 798.00", "Lamp, white | 323.00")


def test_a_list_with_its_sum_is_none_until_something_says_that_it_is_owed_or_paid() -> None:
    assert not is_invoice(*LIST, "Total | 1,121.00")
    assert is_invoice(*LIST, "Total due | 1,121.00")
    assert is_invoice(*LIST, "Total | 1,121.00", "Received with thanks")
    assert is_invoice(*LIST, "Total | 1,121.00", "14:05")


def test_a_chart_of_past_months_leaves_a_bill_a_bill() -> None:
    assert is_invoice(
        "Nova Water", "4 March 2024", "Jan | Feb | Mar", "8 | 7 | 9", "Water | £96.40", "Total to pay | £96.40"
    )


PAPER = ("Nova Roofing", "12 March 2024 14:05", "Roof tiles | 9.00", "Nails | 7.50", "Screws | 1.50", "Total | 9.00")


def points_of(*lines: str) -> float:
    sheet = a_sheet(*lines)
    amounts = amounts_on(sheet)
    total = find_total(amounts, sheet)
    tax = find_tax(amounts, total.value if total else None, sheet)
    return points(sheet, amounts, total, tax, dated=True, paid=False)


@pytest.mark.parametrize(
    ("plain", "telling"),
    [
        pytest.param("Paper", "Invoice", id="it-is-called-one"),
        pytest.param("Sums | 9.00", "Subtotal | 9.00", id="a-sum-before-the-total"),
        pytest.param("Number 60578889", "Terminal 60578889", id="a-terminal-for-cards"),
        pytest.param("VAT 25% | 1.40", "VAT 25% | 1.50", id="net-and-tax-that-make-up-the-total"),
    ],
)
def test_what_speaks_for_an_invoice(plain: str, telling: str) -> None:
    lines = (*PAPER, "Net | 7.50") if "VAT" in telling else PAPER
    assert points_of(*lines, telling) > points_of(*lines, plain)
