"""Electronic invoices are read, not guessed: Factur-X/ZUGFeRD (CII) and UBL, from a PDF or sent alone."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from shared.invoices import InvoiceDraft
from shared.safe_naming import PaymentMethod

_CREDIT_NOTES = frozenset("81 83 261 262 296 308 381 396 420 458 532".split())  # UNTDID 1001
_MEANS = {
    PaymentMethod.CASH: "10",
    PaymentMethod.CHEQUE: "20 21 22 23 24 25 26",
    PaymentMethod.BANK_TRANSFER: "30 31 42 57 58",
    PaymentMethod.CARD: "48 54 55",
    PaymentMethod.DIRECT_DEBIT: "49 59",
    PaymentMethod.ONLINE: "68",
}
_METHODS = {code: method for method, codes in _MEANS.items() for code in codes.split()}


def read_einvoice(xml: bytes) -> InvoiceDraft | None:
    """None when it is no invoice after all; entities and outside references are refused unread."""
    try:
        root = fromstring(xml)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    readers: dict[str, Callable[[Element], InvoiceDraft]] = {
        "CrossIndustryInvoice": _cii,
        "CrossIndustryDocument": _cii,
        "Invoice": _ubl,
        "CreditNote": _ubl,
    }
    read = readers.get(_name(root))
    draft = read(root) if read else None
    return draft if draft and draft.expense_amount is not None else None


def _cii(root: Element) -> InvoiceDraft:
    document = _at(root, "ExchangedDocument", "HeaderExchangedDocument")
    settlement = _at(root, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
    sums = _at(
        settlement, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"
    )
    currency = _text(_child(settlement, "InvoiceCurrencyCode"))
    credit = _text(_child(document, "TypeCode")) in _CREDIT_NOTES
    return InvoiceDraft(
        invoice_date=_date(_text(_at(_child(document, "IssueDateTime"), "DateTimeString"))),
        expense_amount=_amount(_child(sums, "GrandTotalAmount"), credit),
        vat=_amount(_in_currency(_children(sums, "TaxTotalAmount"), currency), credit),
        net_amount=_amount(_child(sums, "TaxBasisTotalAmount"), credit),
        payee_name=_text(_child(_at(root, "SellerTradeParty"), "Name")),
        payment_method=_method(_text(_child(_at(settlement, "SpecifiedTradeSettlementPaymentMeans"), "TypeCode"))),
        currency=currency,
        invoice_number=_text(_child(document, "ID")),
    )


def _ubl(root: Element) -> InvoiceDraft:
    totals = _child(root, "LegalMonetaryTotal")
    currency = _text(_child(root, "DocumentCurrencyCode"))
    seller = _at(_child(root, "AccountingSupplierParty"), "Party")
    legal, trading = _at(seller, "RegistrationName"), _child(_child(seller, "PartyName"), "Name")
    taxes = [amount for total in _children(root, "TaxTotal") for amount in _children(total, "TaxAmount")]
    gross = _child(totals, "TaxInclusiveAmount")
    credit = _name(root) == "CreditNote" or _text(_child(root, "InvoiceTypeCode")) in _CREDIT_NOTES
    return InvoiceDraft(
        invoice_date=_date(_text(_child(root, "IssueDate"))),
        expense_amount=_amount(gross if gross is not None else _child(totals, "PayableAmount"), credit),
        vat=_amount(_in_currency(taxes, currency), credit),
        net_amount=_amount(_child(totals, "TaxExclusiveAmount"), credit),
        payee_name=_text(legal) or _text(trading),
        payment_method=_method(_text(_at(_child(root, "PaymentMeans"), "PaymentMeansCode"))),
        currency=currency,
        invoice_number=_text(_child(root, "ID")),
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(element: Element | None, name: str) -> list[Element]:
    return [child for child in element if _name(child) == name] if element is not None else []


def _child(element: Element | None, name: str) -> Element | None:
    return next(iter(_children(element, name)), None)


def _at(element: Element | None, *names: str) -> Element | None:
    """The first element of any depth that has one of the names."""
    if element is None:
        return None
    return next((found for found in element.iter() if _name(found) in names), None)


def _in_currency(found: Sequence[Element], currency: str | None) -> Element | None:
    """The tax may be stated twice, in the invoice's currency and in that of the tax office."""
    own = [one for one in found if one.get("currencyID") in (None, currency)]
    return next(iter(own or found), None)


def _text(element: Element | None) -> str | None:
    return (element.text or "").strip() or None if element is not None else None


def _amount(element: Element | None, credit: bool) -> Decimal | None:
    """Money back is negative, whether or not the file says so by a sign."""
    try:
        value = Decimal(_text(element) or "")
    except InvalidOperation:
        return None
    return -abs(value) if credit else value


def _date(text: str | None) -> date | None:
    digits = (text or "")[:10].replace("-", "")[:8]
    try:
        return datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return None


def _method(code: str | None) -> PaymentMethod | None:
    return _METHODS.get(code, PaymentMethod.OTHER) if code else None
