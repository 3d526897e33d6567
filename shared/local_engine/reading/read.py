"""A sheet of text boxes -> the invoice on it, with a doubt for every field the evidence does not settle."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from shared.invoices import InvoiceDraft, NotAnInvoice, Reading, checked
from shared.local_engine.reading.dates.issue_date import Habit, find_date
from shared.local_engine.reading.money.amounts import Amount, amounts_on
from shared.local_engine.reading.money.currency import Currency, find_currency
from shared.local_engine.reading.money.payments import find_payment
from shared.local_engine.reading.money.taxes import find_tax
from shared.local_engine.reading.money.totals import find_total
from shared.local_engine.reading.paper.classify import is_invoice
from shared.local_engine.reading.paper.invoice_number import find_invoice_number
from shared.local_engine.reading.paper.places import Place, find_place
from shared.local_engine.reading.payee.payees import find_payee
from shared.local_engine.reading.sheet.cells import Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.safe_naming import InvoiceField

_NOT_ENGLISH = re.compile(
    r"rechnung|quittung|mwst|facture|factura|fattura|fatura|factuur|faktura|\btva\b|\biva\b|\bbtw\b|\bmoms\b"
    r"|totaal|bedankt|contant|kassa|kasse|summe|r.ckgeld|kvitto|kvittering|\btack\b|efectivo|obrigado|troco"
    r"|grazie|contanti|merci|esp.ces|got.wka|razem|paragon|tunai|kembali|terima ?kasih|sdn\.? ?bhd",
    re.IGNORECASE,
)
_GRACIAS = re.compile(r"gracias", re.IGNORECASE)  # said in Texas as well
_OF_MONTH_FIRST = ("USD", "PHP", "CAD")
_WRITES_BOTH = "CA"
_LEGIBLE = 0.85


def read_sheet(sheet: Sheet, *, today: date) -> Reading:
    """Never invents: a field nothing speaks for stays None."""
    amounts = amounts_on(sheet)
    total = find_total(amounts, sheet)
    place = find_place(sheet.text)
    currency = find_currency(sheet.text, place)
    issued = find_date(sheet, habit=_date_habit(sheet, place, currency), today=today)
    value = total.value if total else None
    payment = find_payment(sheet, amounts, value)
    tax = find_tax(amounts, value, sheet)
    if not is_invoice(sheet, amounts, total, tax, dated=issued is not None, paid=payment is not None):
        return NotAnInvoice()
    payee = find_payee(sheet, [amount.line for amount in amounts if amount.money], total.amount.line if total else None)
    doubts = {
        InvoiceField.INVOICE_DATE: issued is None or issued.doubtful,
        InvoiceField.EXPENSE_AMOUNT: total is None or total.doubtful,
        InvoiceField.VAT: tax.doubtful or (tax.vat is None and _names_a_tax(sheet, amounts)),
        InvoiceField.PAYEE_NAME: payee is None or payee.doubtful,
        InvoiceField.PAYMENT_METHOD: payment.doubtful if payment else _names_what_was_paid(amounts),
        InvoiceField.CURRENCY: currency is None or currency.doubtful,
    }
    draft = InvoiceDraft(
        invoice_date=issued.value if issued else None,
        expense_amount=value,
        vat=tax.vat,
        net_amount=_net(value, tax.vat, tax.net),
        payee_name=payee.name if payee else None,
        payment_method=payment.method if payment else None,
        currency=currency.code if currency else None,
        invoice_number=find_invoice_number(sheet),
        doubtful=frozenset(field for field, doubtful in doubts.items() if doubtful),
    )
    return checked(_with_gaps_marked(draft) if _hardly_legible(sheet) else draft, today=today)


def _hardly_legible(sheet: Sheet) -> bool:
    """Blur, or a script the models do not know."""
    confidences = [cell.confidence for line in sheet.lines for cell in line.cells]
    return sum(confidences) < _LEGIBLE * len(confidences)


def _names_a_tax(sheet: Sheet, amounts: Sequence[Amount]) -> bool:
    """`VAT 20%`, a net amount, or a word for a tax alone in its cell, which heads a figure that could not be read."""
    rates = [line.text for line in sheet.lines if "%" in line.text]
    return (
        any(words.TAX.found(text) and not words.EXCLUDING.found(text) for text in rates)
        or any(amount.money and words.NET.found(amount.label) for amount in amounts)
        or any(words.TAX.found(cell.text) and not words.TAX.rest(cell.text) for cell in sheet.cells)
    )


def _names_what_was_paid(amounts: Sequence[Amount]) -> bool:
    """What was handed over or came back, so how it was paid could not be read."""
    return any(words.TENDERED.found(amount.label) or words.CHANGE.found(amount.label) for amount in amounts)


def _with_gaps_marked(draft: InvoiceDraft) -> InvoiceDraft:
    """What was not found on such a page may still stand there."""
    gaps = {field for field in (InvoiceField.VAT, InvoiceField.PAYMENT_METHOD) if getattr(draft, field) is None}
    return draft.model_copy(update={"doubtful": draft.doubtful | gaps})


def _date_habit(sheet: Sheet, place: Place, currency: Currency | None) -> Habit:
    """American order only on English paper: an American customer's address does not make a French date American."""
    if _NOT_ENGLISH.search(sheet.text) or (place.country != "US" and _GRACIAS.search(sheet.text)):
        return Habit(month_first=False, sure=True)
    if not place.sure and currency and not currency.doubtful and currency.code not in _OF_MONTH_FIRST:
        return Habit(month_first=False, sure=True)
    if place.country is None:
        return Habit(month_first=currency is not None and currency.code == "USD", sure=False)
    return Habit(month_first=place.month_first, sure=place.sure and place.country != _WRITES_BOTH)


def _net(total: Decimal | None, vat: Decimal | None, net: Decimal | None) -> Decimal | None:
    """Only a net amount that adds up is worth keeping; goods without tax often stand beside taxed ones."""
    if total is None or vat is None:
        return None
    return net if net is not None and abs(net + vat - total) <= Decimal("0.05") else total - vat
