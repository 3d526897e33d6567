"""What an invoice is, whoever read it: the typed draft, and the rules every value must pass."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from shared.safe_naming import InvoiceField, PaymentMethod
from shared.utils import clean_text

MAX_PAYEE_CHARS = 120
MAX_AMOUNT = Decimal("999999999999.99")  # numeric(14,2)
CENT = Decimal("0.01")
MOST_TAX = Decimal("0.30")
"""Of the total; the highest rate anywhere is 27 % on the net amount."""

ISO_4217 = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF "
    "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB "
    "RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD "
    "UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG".split()
)


class InvoiceDraft(BaseModel):
    """One invoice as read from one document; None means the document does not say.

    Amounts are in `currency` with two decimals; `expense_amount` is the grand total including VAT and is
    negative for a refund. `doubtful` names the fields a person should look at.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["invoice"] = "invoice"
    invoice_date: date | None = None
    expense_amount: Decimal | None = None
    vat: Decimal | None = None
    net_amount: Decimal | None = None
    payee_name: str | None = None
    payment_method: PaymentMethod | None = None
    currency: str | None = None
    invoice_number: str | None = None
    doubtful: frozenset[InvoiceField] = frozenset()

    @field_validator("payee_name", "invoice_number")
    @classmethod
    def _one_clean_line(cls, value: str | None) -> str | None:
        return clean_text(value, MAX_PAYEE_CHARS) or None if value else None

    @field_validator("expense_amount", "vat", "net_amount", mode="before")
    @classmethod
    def _storable(cls, value: Decimal | str | int | float | None) -> Decimal | None:
        amount = Decimal(str(value)) if value is not None else None
        if amount is None or not amount.is_finite() or abs(amount) > MAX_AMOUNT:
            return None
        return amount.quantize(CENT)

    @field_validator("currency")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        code = (value or "").strip().upper()
        return code if code in ISO_4217 else None


class NotAnInvoice(BaseModel):
    """The document was read, and it is not one."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["not_an_invoice"] = "not_an_invoice"
    letters_unknown: bool = False
    """Whether it is one cannot be said: it is written in a script the engine does not know, or beyond reading."""


Reading = InvoiceDraft | NotAnInvoice


def checked(draft: InvoiceDraft, *, today: date) -> InvoiceDraft:
    """Marks what cannot be right: a date after tomorrow or before 1990, sums that do not add up, a missing total."""
    doubtful = set(draft.doubtful)
    if draft.invoice_date and not date(1990, 1, 1) <= draft.invoice_date <= today + timedelta(days=1):
        doubtful.add(InvoiceField.INVOICE_DATE)
    if draft.expense_amount is None:
        doubtful.add(InvoiceField.EXPENSE_AMOUNT)
    elif draft.vat is not None:
        doubtful |= _sum_doubts(draft.expense_amount, draft.vat, draft.net_amount)
    return draft.model_copy(update={"doubtful": frozenset(doubtful)})


def _sum_doubts(gross: Decimal, vat: Decimal, net: Decimal | None) -> set[InvoiceField]:
    if net is not None and abs(net + vat - gross) > Decimal("0.05"):
        return {InvoiceField.VAT, InvoiceField.EXPENSE_AMOUNT}
    too_much = abs(vat) > abs(gross) * MOST_TAX
    return {InvoiceField.VAT} if too_much else set()


def parse_amount(text: str) -> Decimal | None:
    """`1.234,56`, `1,234.56`, `12'345.60`, `(5.00)`: a last separator followed by one or two digits is decimal."""
    digits = re.sub(r"[^\d.,'’\-()]", "", text.replace("−", "-"))
    negative = "-" in digits or digits.startswith("(")
    digits = re.sub(r"[-()'’]", "", digits)
    whole, _, cents = re.fullmatch(r"(.*?)([.,](\d{1,2}))?", digits).group(1, 2, 3)  # type: ignore[union-attr]
    try:
        amount = Decimal(f"{re.sub('[.,]', '', whole) or '0'}.{cents or '0'}") if digits else None
    except InvalidOperation:
        return None
    return -amount if amount is not None and negative else amount
