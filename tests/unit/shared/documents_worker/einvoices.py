"""Writes electronic invoices in every dialect there is from one set of facts, to hold the reader to them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Facts:
    """`rates` are percent and net amount; allowance and charge are of the whole invoice and already in the first net.

    `tax_currency` is that of the tax office, in which the tax is stated a second time.
    """

    number: str
    day: date
    seller: str
    currency: str
    rates: tuple[tuple[int, Decimal], ...]
    means: str | None = None
    allowance: Decimal = Decimal()
    charge: Decimal = Decimal()
    prepaid: Decimal = Decimal()
    rounding: Decimal = Decimal()
    tax_currency: str | None = None
    says_tax: bool = True
    credit: bool = False

    @property
    def net(self) -> Decimal:
        return sum((net for _, net in self.rates), Decimal())

    @property
    def taxes(self) -> list[tuple[int, Decimal, Decimal]]:
        return [(rate, net, (net * rate / 100).quantize(CENT)) for rate, net in self.rates]

    @property
    def vat(self) -> Decimal:
        return sum((vat for _, _, vat in self.taxes), Decimal())

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat

    @property
    def payable(self) -> Decimal:
        return self.gross - self.prepaid + self.rounding


def cii(facts: Facts, *, lines: bool = True, totals_only: bool = False) -> str:
    """Factur-X 1.0, ZUGFeRD 2 and XRechnung; without lines it is BASIC WL, with the totals only MINIMUM."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:x</ram:ID>
</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>{escape(facts.number)}</ram:ID>
<ram:TypeCode>{381 if facts.credit else 380}</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">{facts.day:%Y%m%d}</udt:DateTimeString></ram:IssueDateTime>
</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>{_cii_lines(facts) if lines else ""}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>04011000-1</ram:BuyerReference>
<ram:SellerTradeParty><ram:Name>{escape(facts.seller)}</ram:Name><ram:DefinedTradeContact>
<ram:PersonName>Eva Kunze</ram:PersonName></ram:DefinedTradeContact></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Kundin AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement>
{_tax_office(facts, "ram:TaxCurrencyCode")}<ram:InvoiceCurrencyCode>{facts.currency}</ram:InvoiceCurrencyCode>
<ram:PayeeTradeParty><ram:Name>Factoring Bank</ram:Name></ram:PayeeTradeParty>
{"" if totals_only else _cii_means(facts) + _cii_taxes(facts)}
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>
<ram:LineTotalAmount>{facts.net + facts.allowance - facts.charge}</ram:LineTotalAmount>
<ram:ChargeTotalAmount>{facts.charge}</ram:ChargeTotalAmount>
<ram:AllowanceTotalAmount>{facts.allowance}</ram:AllowanceTotalAmount>
<ram:TaxBasisTotalAmount>{facts.net}</ram:TaxBasisTotalAmount>{_cii_tax_totals(facts)}
<ram:RoundingAmount>{facts.rounding}</ram:RoundingAmount>
<ram:GrandTotalAmount>{facts.gross}</ram:GrandTotalAmount>
<ram:TotalPrepaidAmount>{facts.prepaid}</ram:TotalPrepaidAmount>
<ram:DuePayableAmount>{facts.payable}</ram:DuePayableAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>
</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"""


def _cii_lines(facts: Facts) -> str:
    return "".join(
        f"""<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Ware &amp; mehr</ram:Name>
</ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>
<ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount>
</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
</ram:IncludedSupplyChainTradeLineItem>"""
        for rate, net in facts.rates
    )


def _cii_means(facts: Facts) -> str:
    code = f"<ram:TypeCode>{facts.means}</ram:TypeCode>" if facts.means else ""
    return f"""<ram:SpecifiedTradeSettlementPaymentMeans>{code}<ram:PayeePartyCreditorFinancialAccount>
<ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
</ram:SpecifiedTradeSettlementPaymentMeans>"""


def _cii_taxes(facts: Facts) -> str:
    return "".join(
        f"""<ram:ApplicableTradeTax><ram:CalculatedAmount>{vat}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>
<ram:BasisAmount>{net}</ram:BasisAmount><ram:RateApplicablePercent>{rate}</ram:RateApplicablePercent>
</ram:ApplicableTradeTax>"""
        for rate, net, vat in facts.taxes
    )


def _cii_tax_totals(facts: Facts) -> str:
    foreign = f'<ram:TaxTotalAmount currencyID="{facts.tax_currency}">{7 * facts.vat}</ram:TaxTotalAmount>'
    own = f'<ram:TaxTotalAmount currencyID="{facts.currency}">{facts.vat}</ram:TaxTotalAmount>'
    return (foreign if facts.tax_currency else "") + (own if facts.says_tax else "")


def _tax_office(facts: Facts, name: str) -> str:
    return f"<{name}>{facts.tax_currency}</{name}>" if facts.tax_currency else ""


def zugferd_1(facts: Facts) -> str:
    """The same paper under the names of 2014."""
    renamed = {
        "rsm:CrossIndustryInvoice": "rsm:CrossIndustryDocument",
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100": "urn:ferd:CrossIndustryDocument:invoice:1p0",
        ":data:standard:ReusableAggregateBusinessInformationEntity:100": (
            ":data:standard:ReusableAggregateBusinessInformationEntity:12"
        ),
        ":data:standard:UnqualifiedDataType:100": ":data:standard:UnqualifiedDataType:15",
        "rsm:ExchangedDocumentContext": "rsm:SpecifiedExchangedDocumentContext",
        "rsm:ExchangedDocument>": "rsm:HeaderExchangedDocument>",
        "SupplyChainTradeTransaction>": "SpecifiedSupplyChainTradeTransaction>",
        "ApplicableHeaderTrade": "ApplicableSupplyChainTrade",
        "SpecifiedLineTradeSettlement": "SpecifiedSupplyChainTradeSettlement",
        "SpecifiedTradeSettlementHeaderMonetarySummation": "SpecifiedTradeSettlementMonetarySummation",
        "SpecifiedTradeSettlementLineMonetarySummation": "SpecifiedTradeSettlementMonetarySummation",
        "RateApplicablePercent": "ApplicablePercent",
    }
    xml = cii(facts)
    for now, then in renamed.items():
        xml = xml.replace(now, then)
    return xml


def ubl(facts: Facts) -> str:
    """An Invoice, or a CreditNote whose amounts have no sign, as EN 16931 wants it."""
    root = "CreditNote" if facts.credit else "Invoice"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>{escape(facts.number)}</cbc:ID><cbc:IssueDate>{facts.day}</cbc:IssueDate>
<cbc:DocumentCurrencyCode>{facts.currency}</cbc:DocumentCurrencyCode>{_tax_office(facts, "cbc:TaxCurrencyCode")}
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Trading As</cbc:Name></cac:PartyName>
<cac:PartyTaxScheme><cbc:RegistrationName>Of The Tax Office</cbc:RegistrationName></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>{escape(facts.seller)}</cbc:RegistrationName></cac:PartyLegalEntity>
</cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Kundin AG</cbc:RegistrationName>
</cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
<cac:PayeeParty><cac:PartyName><cbc:Name>Factoring Bank</cbc:Name></cac:PartyName></cac:PayeeParty>
{_ubl_means(facts)}{_ubl_taxes(facts)}<cac:LegalMonetaryTotal>
<cbc:LineExtensionAmount currencyID="{facts.currency}">{facts.net}</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="{facts.currency}">{facts.net}</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="{facts.currency}">{facts.gross}</cbc:TaxInclusiveAmount>
<cbc:PrepaidAmount currencyID="{facts.currency}">{facts.prepaid}</cbc:PrepaidAmount>
<cbc:PayableRoundingAmount currencyID="{facts.currency}">{facts.rounding}</cbc:PayableRoundingAmount>
<cbc:PayableAmount currencyID="{facts.currency}">{facts.payable}</cbc:PayableAmount></cac:LegalMonetaryTotal>
</{root}>"""


def _ubl_means(facts: Facts) -> str:
    code = f"<cac:PaymentMeans><cbc:PaymentMeansCode>{facts.means}</cbc:PaymentMeansCode></cac:PaymentMeans>"
    return code if facts.means else ""


def _ubl_taxes(facts: Facts) -> str:
    parts = "".join(
        f"""<cac:TaxSubtotal><cbc:TaxableAmount currencyID="{facts.currency}">{net}</cbc:TaxableAmount>
<cbc:TaxAmount currencyID="{facts.currency}">{vat}</cbc:TaxAmount><cac:TaxCategory><cbc:Percent>{rate}</cbc:Percent>
</cac:TaxCategory></cac:TaxSubtotal>"""
        for rate, net, vat in facts.taxes
    )
    total = '<cac:TaxTotal><cbc:TaxAmount currencyID="{}">{}</cbc:TaxAmount>{}</cac:TaxTotal>'.format
    foreign = total(facts.tax_currency, 7 * facts.vat, "") if facts.tax_currency else ""
    return foreign + (total(facts.currency, facts.vat, parts) if facts.says_tax else "")


def ubl_that_states_only_what_is_due(facts: Facts) -> str:
    """UBL outside EN 16931 may leave the total with tax out."""
    whole = ubl(facts)
    start, end = whole.index("<cbc:TaxInclusiveAmount"), whole.index("<cbc:PrepaidAmount")
    return whole[:start] + whole[end:]


def ubl_with_the_tax_stated_twice(facts: Facts) -> str:
    """As in Saudi Arabia: once more for the tax office, in the same currency."""
    again = f'<cac:TaxTotal><cbc:TaxAmount currencyID="{facts.currency}">{facts.vat}</cbc:TaxAmount></cac:TaxTotal>'
    return ubl(facts).replace("<cac:LegalMonetaryTotal>", f"{again if facts.says_tax else ''}<cac:LegalMonetaryTotal>")


def enveloped(facts: Facts) -> str:
    """As it travels between access points of Peppol."""
    inside = ubl(facts).partition("?>")[2]
    return f'<StandardBusinessDocument xmlns="urn:sbdh"><Header/>{inside}</StandardBusinessDocument>'


DIALECTS: dict[str, Callable[[Facts], str]] = {
    "factur-x-en16931": cii,
    "factur-x-basic-wl": lambda facts: cii(facts, lines=False),
    "factur-x-minimum": lambda facts: cii(replace(facts, means=None), lines=False, totals_only=True),
    "zugferd-1": zugferd_1,
    "ubl": ubl,
    "ubl-with-the-amount-due": ubl_that_states_only_what_is_due,
    "ubl-with-the-tax-stated-twice": ubl_with_the_tax_stated_twice,
    "ubl-in-an-envelope": enveloped,
}
