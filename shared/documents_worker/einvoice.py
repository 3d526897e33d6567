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
_PRO_FORMA = "325"  # it asks for no money; the invoice will follow
_MEANS = {  # UNTDID 4461; "1" is the code for: not said
    PaymentMethod.CASH: "10",
    PaymentMethod.CHEQUE: "20 21 22 23 25 26",
    PaymentMethod.BANK_TRANSFER: "2 30 31 42 45 50 56 57 58 93 94 95",
    PaymentMethod.CARD: "48 54 55",
    PaymentMethod.DIRECT_DEBIT: "3 49 59",
    PaymentMethod.ONLINE: "68",
    None: "1",
}
_METHODS = {code: method for method, codes in _MEANS.items() for code in codes.split()}


def read_einvoice(xml: bytes) -> InvoiceDraft | None:
    """None when it is no invoice after all; entities and outside references are refused unread."""
    try:
        root = fromstring(xml.lstrip())  # a blank line before its declaration would make it no XML
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    readers: dict[str, Callable[[Element], InvoiceDraft]] = {
        "CrossIndustryInvoice": _cii,
        "CrossIndustryDocument": _cii,
        "Invoice": _ubl,
        "CreditNote": _ubl,
    }
    invoice = _at(root, *readers)  # an envelope may be around it
    if invoice is None or _kind_of(invoice) == _PRO_FORMA:
        return None
    draft = readers[_name(invoice)](invoice)
    return draft if draft and draft.expense_amount is not None else None


def _cii(root: Element) -> InvoiceDraft:
    document = _at(root, "ExchangedDocument", "HeaderExchangedDocument")
    settlement = _at(root, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
    sums = _at(
        settlement, "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"
    )
    issued = _child(document, "IssueDateTime")
    currency = _text(_child(settlement, "InvoiceCurrencyCode"))
    rates = [_child(tax, "CalculatedAmount") for tax in _children(settlement, "ApplicableTradeTax")]
    gross, net = _amount(_child(sums, "GrandTotalAmount")), _amount(_child(sums, "TaxBasisTotalAmount"))
    vat = _amount(_in_currency(_children(sums, "TaxTotalAmount"), currency))
    draft = InvoiceDraft(
        invoice_date=_date(_text(_at(issued, "DateTimeString", "DateTime"))),
        expense_amount=gross,
        vat=vat if vat is not None else _vat(_sum(rates), gross, net),
        net_amount=net,
        payee_name=_seller_in_cii(_at(root, "SellerTradeParty")),
        payment_method=_method(_text(_at(_child(settlement, "SpecifiedTradeSettlementPaymentMeans"), "TypeCode"))),
        currency=currency,
        invoice_number=_text(_child(document, "ID")),
    )
    return _money_back(draft) if _kind_of(root) in _CREDIT_NOTES else draft


def _ubl(root: Element) -> InvoiceDraft:
    totals = _child(root, "LegalMonetaryTotal")
    currency = _text(_child(root, "DocumentCurrencyCode"))
    taxes = [_child(total, "TaxAmount") for total in _own_tax_totals(root)]
    gross, net = _ubl_gross(totals), _amount(_child(totals, "TaxExclusiveAmount"))
    draft = InvoiceDraft(
        invoice_date=_date(_text(_child(root, "IssueDate"))),
        expense_amount=gross,
        vat=_vat(_sum(_all_in_currency(taxes, currency)), gross, net),
        net_amount=net,
        payee_name=_seller_in_ubl(_child(_child(root, "AccountingSupplierParty"), "Party")),
        payment_method=_method(_text(_at(_child(root, "PaymentMeans"), "PaymentMeansCode"))),
        currency=currency,
        invoice_number=_text(_child(root, "ID")),
    )
    credit = _name(root) == "CreditNote" or _kind_of(root) in _CREDIT_NOTES
    return _money_back(draft) if credit else draft


def _kind_of(root: Element) -> str | None:
    """By UNTDID 1001."""
    document = _at(root, "ExchangedDocument", "HeaderExchangedDocument")
    return _text(_child(root, "InvoiceTypeCode")) or _text(_child(document, "TypeCode"))


def _own_tax_totals(root: Element) -> list[Element]:
    """The total for the tax office has no parts, and may be in the invoice's own currency (as in Saudi Arabia)."""
    totals = _children(root, "TaxTotal")
    return [total for total in totals if _children(total, "TaxSubtotal")] or totals


def _ubl_gross(totals: Element | None) -> Decimal | None:
    """What is still to pay leaves out what was paid before, and is rounded: neither changes what was spent."""
    gross = _amount(_child(totals, "TaxInclusiveAmount"))
    if gross is not None:
        return gross
    names = ("PayableAmount", "PrepaidAmount", "PayableRoundingAmount")
    payable, prepaid, rounding = (_amount(_child(totals, name)) for name in names)
    return payable + (prepaid or 0) - (rounding or 0) if payable is not None else None


def _seller_in_cii(seller: Element | None) -> str | None:
    return _first(
        _child(seller, "Name"),
        _child(_child(seller, "SpecifiedLegalOrganization"), "TradingBusinessName"),
        _child(_child(seller, "DefinedTradeContact"), "PersonName"),
    )


def _seller_in_ubl(seller: Element | None) -> str | None:
    person = _child(seller, "Person")
    names = (_text(_child(person, "FirstName")), _text(_child(person, "FamilyName")))
    stated = _first(
        _child(_child(seller, "PartyLegalEntity"), "RegistrationName"),
        _child(_child(seller, "PartyName"), "Name"),
        _child(_child(seller, "PartyTaxScheme"), "RegistrationName"),
    )
    return stated or " ".join(name for name in names if name) or None


def _money_back(draft: InvoiceDraft) -> InvoiceDraft:
    """Negative, whether or not the file says so by a sign."""
    amounts = {name: getattr(draft, name) for name in ("expense_amount", "vat", "net_amount")}
    return draft.model_copy(update={name: -abs(value) for name, value in amounts.items() if value is not None})


def _vat(stated: Decimal | None, gross: Decimal | None, net: Decimal | None) -> Decimal | None:
    """An invoice without tax need not say so; its sums do."""
    return stated if stated is not None or gross is None or net is None else gross - net


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
    return next(iter(_all_in_currency(found, currency)), None)


def _all_in_currency(found: Sequence[Element | None], currency: str | None) -> list[Element]:
    elements = [one for one in found if one is not None]
    return [one for one in elements if currency is None or one.get("currencyID") in (None, currency)]


def _sum(found: Sequence[Element | None]) -> Decimal | None:
    amounts = [amount for one in found if (amount := _amount(one)) is not None]
    return sum(amounts, Decimal()) if amounts else None


def _first(*found: Element | None) -> str | None:
    return next((text for one in found if (text := _text(one))), None)


def _text(element: Element | None) -> str | None:
    return (element.text or "").strip() or None if element is not None else None


def _amount(element: Element | None) -> Decimal | None:
    try:
        value = Decimal(_text(element) or "")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _date(text: str | None) -> date | None:
    digits = (text or "")[:10].replace("-", "")[:8]
    try:
        return datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return None


def _method(code: str | None) -> PaymentMethod | None:
    return _METHODS.get(code, PaymentMethod.OTHER) if code else None
