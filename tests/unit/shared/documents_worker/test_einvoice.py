"""Electronic invoices are read field by field, exactly."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.documents_worker.einvoice import read_einvoice
from shared.documents_worker.kinds import Kind, kind_of
from shared.safe_naming import PaymentMethod
from tests.unit.shared.documents_worker.einvoices import DIALECTS, Facts

MEANS: dict[str | None, PaymentMethod | None] = {
    "1": None,
    "10": PaymentMethod.CASH,
    "20": PaymentMethod.CHEQUE,
    "30": PaymentMethod.BANK_TRANSFER,
    "42": PaymentMethod.BANK_TRANSFER,
    "48": PaymentMethod.CARD,
    "49": PaymentMethod.DIRECT_DEBIT,
    "54": PaymentMethod.CARD,
    "55": PaymentMethod.CARD,
    "57": PaymentMethod.BANK_TRANSFER,
    "58": PaymentMethod.BANK_TRANSFER,
    "59": PaymentMethod.DIRECT_DEBIT,
    "68": PaymentMethod.ONLINE,
    "97": PaymentMethod.OTHER,
    "ZZZ": PaymentMethod.OTHER,
}

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


FACTS = st.builds(
    Facts,
    number=st.sampled_from(("R-17", "2026/0001", "A & B <7>")),
    day=st.dates(date(1995, 1, 1), date(2040, 1, 1)),
    seller=st.sampled_from(("Gärtnerei Linde GmbH", "Müller & Söhne <KG>", "Ferretería 'El Clavo' S.L.", "כהן בע״מ")),
    currency=st.sampled_from(("EUR", "CHF", "SEK", "JPY")),
    rates=st.lists(
        st.tuples(st.sampled_from((0, 5, 7, 19, 21, 27)), st.decimals(1, 9_999_999, places=2)), min_size=1, max_size=4
    ).map(tuple),
    means=st.sampled_from((None, *MEANS)),
    allowance=st.decimals(0, 500, places=2),
    charge=st.decimals(0, 500, places=2),
    prepaid=st.decimals(0, 500, places=2),
    rounding=st.decimals("-0.50", "0.50", places=2),
    tax_currency=st.sampled_from((None, "USD")),
    says_tax=st.booleans(),
    credit=st.booleans(),
)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(max_examples=40, deadline=None)
@given(facts=FACTS)
def test_every_field_equals_that_of_the_file(dialect: str, facts: Facts) -> None:
    draft = read_einvoice(DIALECTS[dialect](facts).encode())
    assert draft is not None
    sign = -1 if facts.credit else 1
    assert (draft.expense_amount, draft.vat, draft.net_amount) == (
        sign * facts.gross,
        sign * facts.vat,
        sign * facts.net,
    )
    assert (draft.invoice_date, draft.currency) == (facts.day, facts.currency)
    assert (draft.payee_name, draft.invoice_number) == (facts.seller, facts.number)
    means = None if dialect == "factur-x-minimum" else facts.means
    assert draft.payment_method == MEANS.get(means)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_files_in_other_alphabets_than_utf_8_are_invoices_too(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    xml = UBL.replace("Harbour Joinery Ltd", "Gärtnerei Linde").partition("?>")[2] or UBL
    data = f'<?xml version="1.0" encoding="{name}"?>{xml}'.replace("Harbour Joinery Ltd", "Gärtnerei Linde")
    draft = read_einvoice(data.encode(encoding))
    assert kind_of(data.encode(encoding)) is Kind.XML
    assert draft is not None
    assert draft.payee_name == "Gärtnerei Linde"


def test_blank_lines_before_the_declaration_do_no_harm() -> None:
    data = f'\r\n\n <?xml version="1.0"?>{UBL}'.encode()
    assert kind_of(data) is Kind.XML
    assert read_einvoice(data) == read_einvoice(UBL.encode())


def test_a_sole_trader_is_named_as_a_person() -> None:
    names = "<cbc:FirstName>Ana</cbc:FirstName><cbc:FamilyName>Ruiz</cbc:FamilyName>"
    start, end = UBL.index("<cac:PartyName>"), UBL.index(" </cac:Party></cac:AccountingSupplierParty>")
    draft = read_einvoice((UBL[:start] + f"<cac:Person>{names}</cac:Person>" + UBL[end:]).encode())
    assert draft is not None
    assert draft.payee_name == "Ana Ruiz"


def test_tax_stated_for_the_tax_office_alone_is_not_taken_for_that_of_the_invoice() -> None:
    draft = read_einvoice(UBL.replace('currencyID="GBP">90.00', 'currencyID="EUR">108.00').encode())
    assert draft is not None
    assert draft.vat == Decimal(90)


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
        pytest.param(CII.format(kind=325), id="pro-forma"),
        pytest.param(
            UBL.replace("<cbc:Doc", "<cbc:InvoiceTypeCode>325</cbc:InvoiceTypeCode><cbc:Doc"), id="pro-forma-in-ubl"
        ),
        pytest.param(UBL.replace("540.00", "sNaN").replace("40.00", "Infinity"), id="amounts-that-are-none"),
        pytest.param('<?xml version="1.0" encoding="klingon"?><Invoice/>', id="an-unknown-encoding"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Invoice>&e;</Invoice>', id="reads-files"
        ),
        pytest.param('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>', id="grows"),
    ],
)
def test_what_is_no_electronic_invoice(xml: str) -> None:
    assert read_einvoice(xml.encode()) is None
