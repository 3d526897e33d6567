"""Electronic invoices are read field by field, exactly."""

from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.local_engine.reading.einvoice import read_einvoice
from shared.safe_naming import PaymentMethod

CII = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:rsm" xmlns:ram="urn:ram" xmlns:udt="urn:udt">
 <rsm:ExchangedDocument>
  <ram:ID>R-17</ram:ID><ram:TypeCode>{kind}</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20240403</udt:DateTimeString></ram:IssueDateTime>
 </rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:ID>7</ram:ID><ram:Name>Nordlicht GmbH</ram:Name></ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>Ana Ruiz</ram:Name></ram:BuyerTradeParty>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement>
   <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode></ram:SpecifiedTradeSettlementPaymentMeans>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="USD">20.00</ram:TaxTotalAmount>
    <ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>
    <ram:DuePayableAmount>69.00</ram:DuePayableAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>"""

UBL = """<Invoice xmlns="urn:ubl" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">
 <cbc:ID>INV-9</cbc:ID><cbc:IssueDate>2024-04-03</cbc:IssueDate>
 <cbc:DocumentCurrencyCode>GBP</cbc:DocumentCurrencyCode>
 <cac:AccountingSupplierParty><cac:Party>
  <cac:PartyName><cbc:Name>Harbour</cbc:Name></cac:PartyName>
  <cac:PartyLegalEntity><cbc:RegistrationName>Harbour Joinery Ltd</cbc:RegistrationName></cac:PartyLegalEntity>
 </cac:Party></cac:AccountingSupplierParty>
 <cac:PaymentMeans><cbc:PaymentMeansCode>48</cbc:PaymentMeansCode></cac:PaymentMeans>
 <cac:TaxTotal><cbc:TaxAmount currencyID="GBP">90.00</cbc:TaxAmount></cac:TaxTotal>
 <cac:LegalMonetaryTotal>
  <cbc:TaxExclusiveAmount>450.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>540.00</cbc:TaxInclusiveAmount>
  <cbc:PayableAmount>40.00</cbc:PayableAmount>
 </cac:LegalMonetaryTotal>
</Invoice>"""


def test_factur_x_is_read_exactly() -> None:
    draft = read_einvoice(CII.format(kind=380).encode())
    assert draft is not None
    assert (draft.invoice_number, draft.invoice_date) == ("R-17", date(2024, 4, 3))
    assert (draft.net_amount, draft.vat, draft.expense_amount) == (Decimal(100), Decimal(19), Decimal(119))
    assert (draft.payee_name, draft.currency) == ("Nordlicht GmbH", "EUR")
    assert draft.payment_method is PaymentMethod.BANK_TRANSFER
    assert not draft.doubtful


def test_ubl_is_read_exactly() -> None:
    draft = read_einvoice(UBL.encode())
    assert draft is not None
    assert (draft.invoice_number, draft.invoice_date) == ("INV-9", date(2024, 4, 3))
    assert (draft.net_amount, draft.vat, draft.expense_amount) == (Decimal(450), Decimal(90), Decimal(540))
    assert (draft.payee_name, draft.currency) == ("Harbour Joinery Ltd", "GBP")
    assert draft.payment_method is PaymentMethod.CARD


@given(
    cents=st.integers(1, 99_999_999_99),
    rate=st.sampled_from((0, 5, 7, 19, 21, 27)),
    day=st.dates(date(1995, 1, 1), date(2040, 1, 1)),
    currency=st.sampled_from(("EUR", "CHF", "SEK", "JPY")),
    seller=st.sampled_from(("Gärtnerei Linde GmbH", "Müller & Söhne <KG>", "Ferretería 'El Clavo' S.L.")),
)
def test_every_field_equals_that_of_the_file(cents: int, rate: int, day: date, currency: str, seller: str) -> None:
    gross = Decimal(cents) / 100
    vat = (gross * rate / (100 + rate)).quantize(Decimal("0.01"))
    cii = CII.format(kind=380).replace("20240403", f"{day:%Y%m%d}").replace("Nordlicht GmbH", escape(seller))
    cii = cii.replace("EUR", currency).replace("119.00", str(gross))
    cii = cii.replace("19.00", str(vat)).replace("100.00", str(gross - vat))
    foreign = '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">1.00</cbc:TaxAmount></cac:TaxTotal>'
    ubl = UBL.replace("2024-04-03", f"{day}+01:00").replace("Harbour Joinery Ltd", escape(seller))
    ubl = ubl.replace("GBP", currency).replace("540.00", str(gross)).replace("450.00", str(gross - vat))
    ubl = ubl.replace("90.00", str(vat)).replace("<cac:TaxTotal>", f"{foreign}<cac:TaxTotal>", 1)
    for xml in (cii, ubl):
        draft = read_einvoice(xml.encode())
        assert draft is not None
        assert (draft.expense_amount, draft.vat, draft.net_amount) == (gross, vat, gross - vat)
        assert (draft.invoice_date, draft.currency, draft.payee_name) == (day, currency, seller)


@pytest.mark.parametrize("minus", ["", "-"])
def test_a_credit_note_is_money_back(minus: str) -> None:
    draft = read_einvoice(CII.format(kind=381).replace("119.00", f"{minus}119.00").encode())
    assert draft is not None
    assert draft.expense_amount == Decimal("-119.00")


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param("<Invoice>", id="cut-off"),
        pytest.param("<Order/>", id="another-paper"),
        pytest.param("<Invoice/>", id="without-a-total"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Invoice>&e;</Invoice>', id="reads-files"
        ),
        pytest.param('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>', id="grows"),
    ],
)
def test_what_is_no_electronic_invoice(xml: str) -> None:
    assert read_einvoice(xml.encode()) is None
