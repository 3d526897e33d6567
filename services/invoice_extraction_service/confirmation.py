"""Outcomes -> the one text the sender gets: what was read, what is doubtful, what was no invoice. Pure."""

from collections.abc import Sequence

from services.invoice_extraction_service.outcomes import InvoiceRead, MediumOutcome, NoInvoice, NotRead
from shared.invoices import InvoiceDraft
from shared.messages import InvoiceImages, Reply, reply_to
from shared.money import written
from shared.replies import payment_name, say
from shared.safe_naming import InvoiceField, Language, Outcome, StandIn
from shared.sentences.names import Sentence
from shared.utils import escape_markup

Outcomes = Sequence[MediumOutcome]

_STAND_INS = {StandIn.AWAY: Sentence.READ_BY_RULES, StandIn.BUDGET: Sentence.BUDGET_SPENT}
DOUBT_MARK = " ❓"


def confirmation(message: InvoiceImages, outcomes: Outcomes) -> Reply:
    saved = [outcome for outcome in outcomes if isinstance(outcome, InvoiceRead)]
    text = _one(outcomes[0], message.language) if len(outcomes) == 1 else _several(outcomes, message.language)
    if any(_marks(outcome.draft) for outcome in saved):
        text += "\n\n" + say(Sentence.INVOICE_DOUBTFUL, message.language)
    stand_ins = {outcome.stood_in for outcome in outcomes if not isinstance(outcome, NotRead)}
    for why, sentence in _STAND_INS.items():
        text += "\n\n" + say(sentence, message.language) if why in stand_ins else ""
    return reply_to(message, text, Outcome.DONE if saved else Outcome.REFUSED)


def _one(outcome: MediumOutcome, language: Language) -> str:
    if isinstance(outcome, InvoiceRead):
        return say(Sentence.INVOICE_SAVED, language, fields=_fields(outcome, language))
    return _problem(outcome, language)


def _several(outcomes: Outcomes, language: Language) -> str:
    """Numbered in the order they were sent."""
    saved = sum(isinstance(outcome, InvoiceRead) for outcome in outcomes)
    parts = [say(Sentence.SEVERAL_READ, language, saved=saved, total=len(outcomes))]
    for number, outcome in enumerate(outcomes, start=1):
        body = (
            "\n" + _fields(outcome, language) if isinstance(outcome, InvoiceRead) else f" {_problem(outcome, language)}"
        )
        parts.append(f"*{number}.*{body}")
    return "\n\n".join(parts)


def _problem(outcome: NoInvoice | NotRead, language: Language) -> str:
    if isinstance(outcome, NoInvoice):
        return "\n".join([say(Sentence.NOT_AN_INVOICE, language), *_left_out(outcome, language)])
    return say(outcome.sentence, language, **outcome.values)


def _fields(outcome: InvoiceRead, language: Language) -> str:
    """Payee, date and total always; the rest where the document names it."""
    draft, marks = outcome.draft, _marks(outcome.draft)
    values = {
        InvoiceField.PAYEE_NAME: escape_markup(draft.payee_name or ""),
        InvoiceField.INVOICE_DATE: draft.invoice_date.isoformat() if draft.invoice_date else "",
        InvoiceField.EXPENSE_AMOUNT: _money(draft, InvoiceField.EXPENSE_AMOUNT, language),
        InvoiceField.VAT: _money(draft, InvoiceField.VAT, language),
        InvoiceField.PAYMENT_METHOD: payment_name(draft.payment_method, language) if draft.payment_method else "",
        InvoiceField.INVOICE_NUMBER: escape_markup(draft.invoice_number or ""),
    }
    lines = []
    for field, (label, always) in _LINES.items():
        value = values[field] or (say(Sentence.FIELD_NOT_FOUND, language) if always else "")
        if value:
            lines.append(f"*{say(label, language)}:* {value}{DOUBT_MARK if field in marks else ''}")
    return "\n".join([*lines, *_left_out(outcome, language)])


def _left_out(outcome: InvoiceRead | NoInvoice, language: Language) -> list[str]:
    if not outcome.pages_left_out:
        return []
    total = outcome.pages_read + outcome.pages_left_out
    return [say(Sentence.PAGES_LEFT_OUT, language, read=outcome.pages_read, total=total)]


def _money(draft: InvoiceDraft, field: InvoiceField, language: Language) -> str:
    amount = draft.vat if field is InvoiceField.VAT else draft.expense_amount
    return written(amount, draft.currency, language) if amount is not None else ""


def _marks(draft: InvoiceDraft) -> set[InvoiceField]:
    """The lines to mark; a doubtful currency or net amount shows at the total, which has a line of its own."""
    at_total = {InvoiceField.CURRENCY, InvoiceField.NET_AMOUNT}
    marks = {InvoiceField.EXPENSE_AMOUNT if field in at_total else field for field in draft.doubtful}
    shown = {field for field in _LINES if _LINES[field][1] or getattr(draft, field) is not None}
    return marks & shown


_LINES: dict[InvoiceField, tuple[Sentence, bool]] = {
    InvoiceField.PAYEE_NAME: (Sentence.FIELD_PAYEE, True),
    InvoiceField.INVOICE_DATE: (Sentence.FIELD_DATE, True),
    InvoiceField.EXPENSE_AMOUNT: (Sentence.FIELD_TOTAL, True),
    InvoiceField.VAT: (Sentence.FIELD_VAT, False),
    InvoiceField.PAYMENT_METHOD: (Sentence.FIELD_PAYMENT, False),
    InvoiceField.INVOICE_NUMBER: (Sentence.FIELD_NUMBER, False),
}
