"""QR codes that invoices carry for payment or for the tax office -> the fields they state exactly; pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import parse_qs, urlsplit

from shared.invoices import InvoiceDraft
from shared.safe_naming import InvoiceField

_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,2})?")
_SWISS_AMOUNT, _SWISS_CURRENCY, _SWISS_CREDITOR = 18, 19, 5
_SWISS_LINES = 31
_VERIFACTU_HOSTS = ("agenciatributaria.gob.es", "agenciatributaria.es")


@dataclass(frozen=True)
class Stated:
    """What one code says; None where its kind has no such field."""

    payee_name: str | None = None
    expense_amount: Decimal | None = None
    vat: Decimal | None = None
    currency: str | None = None
    invoice_date: date | None = None
    invoice_number: str | None = None


def stated_by(codes: Iterable[str]) -> Stated | None:
    """None without a code of a known kind, and when several disagree: a page may carry anybody's code."""
    found = [stated for code in codes if (stated := _read(code))]
    return found[0] if found and all(other == found[0] for other in found) else None


def completed(draft: InvoiceDraft, stated: Stated | None) -> InvoiceDraft:
    """The code's figures replace those that were read, and settle their doubts; amounts of zero say nothing.

    A code states what is to be paid: where the paper's total differs (a part was paid already), the paper's stays
    and is marked.
    """
    if stated is None:
        return draft
    values = {name: value for name, value in vars(stated).items() if value is not None}
    total = values.get("expense_amount")
    if total is not None and draft.expense_amount is not None and total < draft.expense_amount:
        kept: dict[str, object] = {name: values[name] for name in ("payee_name", "currency") if name in values}
        return _with(draft, kept, draft.doubtful | {InvoiceField.EXPENSE_AMOUNT})
    return _with(draft, values, draft.doubtful)


def _with(draft: InvoiceDraft, values: dict[str, object], doubtful: frozenset[InvoiceField]) -> InvoiceDraft:
    settled = doubtful - {InvoiceField(name) for name in values}
    whole = InvoiceDraft.model_validate({**draft.model_dump(), **values, "doubtful": settled})
    if whole.net_amount is not None and whole.vat is not None and whole.expense_amount is not None:
        return whole.model_copy(update={"net_amount": whole.expense_amount - whole.vat})
    return whole


def _read(code: str) -> Stated | None:
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("BCD\n"):
        return _epc(text.split("\n"))
    if text.startswith("SPC\n"):
        return _swiss(text.split("\n"))
    if re.match(r"A:[^*]{1,20}\*B:", text):
        return _portuguese(dict(part.split(":", 1) for part in text.split("*") if ":" in part))
    return _verifactu(text) if text.startswith("https://") else None


def _epc(lines: list[str]) -> Stated | None:
    """EPC069-12, known as GiroCode: a SEPA credit transfer."""
    if len(lines) < 7 or lines[3].strip() != "SCT":
        return None
    sum_line = lines[7].strip() if len(lines) > 7 else ""
    amount = _amount(sum_line.removeprefix("EUR"))
    return Stated(payee_name=lines[5].strip() or None, expense_amount=amount, currency="EUR")


def _swiss(lines: list[str]) -> Stated | None:
    """The Swiss QR bill (SIX implementation guidelines 2.x)."""
    if len(lines) < _SWISS_LINES or lines[30].strip() != "EPD":
        return None
    currency = lines[_SWISS_CURRENCY].strip()
    if currency not in ("CHF", "EUR"):
        return None
    details = lines[31].strip() if len(lines) > _SWISS_LINES else ""
    billed = _swico(details) if details.startswith("//S1/") else {}
    return Stated(
        payee_name=lines[_SWISS_CREDITOR].strip() or None,
        expense_amount=_amount(lines[_SWISS_AMOUNT].strip()),
        currency=currency,
        invoice_date=_date("20" + billed.get("11", "")),
        invoice_number=billed.get("10"),
    )


def _swico(details: str) -> dict[str, str]:
    """`//S1/10/X.66711/11/190712/...`: tags and values in turn; a slash inside a value has a backslash before it."""
    parts = re.split(r"(?<!\\)/", details.removeprefix("//S1/"))
    return {tag: value.replace("\\/", "/") for tag, value in zip(parts[::2], parts[1::2], strict=False)}


def _portuguese(fields: dict[str, str]) -> Stated | None:
    """The tax office's code on every Portuguese invoice: N is the tax in all, O the total, D the kind of paper."""
    if "O" not in fields or "F" not in fields:
        return None
    sign = -1 if fields.get("D") == "NC" else 1
    total, tax = _amount(fields["O"]), _amount(fields.get("N", ""), zero=True)
    return Stated(
        expense_amount=sign * total if total is not None else None,
        vat=sign * tax if tax is not None else None,
        currency="EUR",
        invoice_date=_date(fields["F"]),
        invoice_number=fields.get("G"),
    )


def _verifactu(url: str) -> Stated | None:
    """The Spanish tax office's address for checking an invoice; it is read, never opened."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if not any(host == known or host.endswith(f".{known}") for known in _VERIFACTU_HOSTS):
        return None
    said = {name: values[0] for name, values in parse_qs(parts.query).items()}
    day = re.fullmatch(r"(\d{2})-(\d{2})-(\d{4})", said.get("fecha", ""))
    return Stated(
        expense_amount=_amount(said.get("importe", "")),
        currency="EUR",
        invoice_date=_date("".join(reversed(day.groups()))) if day else None,
        invoice_number=said.get("numserie"),
    )


def _amount(text: str, *, zero: bool = False) -> Decimal | None:
    try:
        value = Decimal(text) if _AMOUNT.fullmatch(text) else None
    except InvalidOperation:
        return None
    return value if value or zero else None


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if len(digits) == 8 else None
    except ValueError:
        return None
