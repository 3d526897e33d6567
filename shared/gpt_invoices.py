"""What a model read in a document, made into an InvoiceDraft: tolerant of servers that ignore the agreed shape."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from shared.gpt_json import JsonObject, day_in, json_objects_in, only_object_inside
from shared.invoices import MOST_TAX, InvoiceDraft, NotAnInvoice, Reading, parse_amount
from shared.safe_naming import InvoiceField, PaymentMethod

_PLAIN_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_ALIASES: dict[str, tuple[str, ...]] = {
    "invoice_date": ("date", "issue_date", "purchase_date"),
    "expense_amount": ("total", "total_amount", "amount", "grand_total", "expense"),
    "vat": ("vat_amount", "tax", "tax_amount", "total_vat"),
    "net_amount": ("net", "subtotal"),
    "payee_name": ("payee", "vendor", "vendor_name", "merchant", "merchant_name", "supplier", "seller"),
    "payment_method": ("payment", "payment_type", "paid_by"),
    "currency": ("currency_code",),
    "invoice_number": ("number", "receipt_number", "invoice_no"),
}
_KEYS = frozenset(
    name.replace("_", "")
    for name in ("is_invoice", *_ALIASES, *(also for names in _ALIASES.values() for also in names))
)
_CORE = {InvoiceField.EXPENSE_AMOUNT, InvoiceField.INVOICE_DATE, InvoiceField.PAYEE_NAME}
_SIGNS = {"€": "EUR", "£": "GBP", "₪": "ILS", "₹": "INR"}
_PAYMENT_WORDS: tuple[tuple[PaymentMethod, tuple[str, ...]], ...] = (
    (PaymentMethod.DIRECT_DEBIT, ("direct debit", "sepa", "lastschrift", "domicilia")),
    (
        PaymentMethod.CARD,
        ("card", "apple pay", "google pay", "visa", "master", "amex", "tarjeta", "carte", "karte", "cartao", "cartão"),
    ),
    (PaymentMethod.BANK_TRANSFER, ("transfer", "wire", "iban", "überweisung", "virement")),
    (PaymentMethod.CHEQUE, ("cheque", "check")),
    (PaymentMethod.ONLINE, ("online", "paypal", "pay", "pix", "upi", "bizum")),
    (PaymentMethod.CASH, ("cash", "efectivo", "espèces", "dinheiro", "bargeld")),
)


@dataclass(frozen=True)
class Parsed:
    """`problem` says what could not be understood, for one more request; `reading` is the best there is."""

    reading: Reading | None
    problem: str = ""


def parse_invoice(text: str) -> Parsed:
    found = [_squashed(answer) for answer in json_objects_in(text)]
    if not found:
        return Parsed(None, "it held no JSON object")
    inside = (_squashed(only_object_inside(answer)) for answer in found)
    answer = next((one for one in (*found, *inside) if _known(one)), None)
    if answer is None:
        return Parsed(None, "none of the agreed keys was there")
    if _is_false(answer.get("isinvoice")):
        return Parsed(NotAnInvoice())
    return _draft(answer)


def _squashed(answer: JsonObject) -> JsonObject:
    """`Payee Name`, `payeeName` and `payee_name` are one key."""
    return {_key(name): value for name, value in answer.items()}


def _key(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalnum())


def _known(answer: JsonObject) -> bool:
    return not _KEYS.isdisjoint(answer)


def _is_false(value: object) -> bool:
    return value is False or value == 0 or (isinstance(value, str) and value.strip().lower() in ("false", "no"))


def _draft(answer: JsonObject) -> Parsed:
    said = {name: _said(answer, name) for name in _ALIASES}
    day, swappable = day_in(said["invoice_date"])
    draft = InvoiceDraft(
        invoice_date=day,
        expense_amount=_amount(said["expense_amount"]),
        vat=_amount(said["vat"]),
        net_amount=_amount(said["net_amount"]),
        payee_name=_line(said["payee_name"]),
        payment_method=_payment(said["payment_method"]),
        currency=_currency(said["currency"]),
        invoice_number=_line(said["invoice_number"]),
    )
    draft = draft.model_copy(update={"vat": _implied_vat(draft)})
    if all(said[name] is None for name in _CORE):
        return Parsed(NotAnInvoice())
    unclear = {InvoiceField(name) for name, value in said.items() if value is not None and not _holds(draft, name)}
    doubtful = unclear | _doubts(answer.get("doubtful")) | ({InvoiceField.INVOICE_DATE} if swappable else set())
    worth_asking = sorted(unclear & _CORE)
    problem = f"these fields were not of the agreed form: {', '.join(worth_asking)}" if worth_asking else ""
    return Parsed(draft.model_copy(update={"doubtful": frozenset(doubtful)}), problem)


def _implied_vat(draft: InvoiceDraft) -> Decimal | None:
    """What the totals with and without it leave, where the model named none and that may be a tax."""
    if draft.vat is not None or draft.net_amount is None or draft.expense_amount is None:
        return draft.vat
    rest = draft.expense_amount - draft.net_amount
    plausible = rest * draft.expense_amount >= 0 and abs(rest) <= abs(draft.expense_amount) * MOST_TAX
    return rest if plausible else None


def _holds(draft: InvoiceDraft, name: str) -> bool:
    return getattr(draft, name) is not None


def _said(answer: JsonObject, name: str) -> object:
    """The value under the field's name or a usual other name; None for null and for ways to write it in words."""
    values = (answer[key] for key in map(_key, (name, *_ALIASES[name])) if key in answer)
    value = next(values, None)
    if isinstance(value, dict):
        value = next((value[key] for key in ("value", "amount", "name") if key in value), value)
    if isinstance(value, str) and value.strip().lower() in ("", "null", "none", "n/a", "unknown", "-"):
        return None
    return value


def _amount(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Decimal(value)
    if not isinstance(value, str):
        return None
    try:
        return Decimal(value.strip()) if _PLAIN_NUMBER.fullmatch(value.strip()) else parse_amount(value)
    except InvalidOperation:
        return None


def _payment(value: object) -> PaymentMethod | None:
    text = value.strip().lower().replace("_", " ").replace("-", " ") if isinstance(value, str) else ""
    if text.replace(" ", "_") in set(PaymentMethod):
        return PaymentMethod(text.replace(" ", "_"))
    found = (method for method, words in _PAYMENT_WORDS if any(word in text for word in words))
    return next(found, PaymentMethod.OTHER if text else None)


def _currency(value: object) -> str | None:
    return _SIGNS.get(value.strip(), value) if isinstance(value, str) else None


def _line(value: object) -> str | None:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _doubts(value: object) -> set[InvoiceField]:
    names = value if isinstance(value, list) else []
    return {InvoiceField(name) for name in names if isinstance(name, str) and name in set(InvoiceField)}
