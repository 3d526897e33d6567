from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from services.invoice_extraction_service.confirmation import confirmation
from services.invoice_extraction_service.outcomes import InvoiceRead, NoInvoice, NotRead
from shared.invoices import InvoiceDraft
from shared.messages import InvoiceImages, Media
from shared.safe_naming import EngineName, InvoiceField, Language, PaymentMethod
from shared.sentences.names import Sentence

NO_INVOICE = NoInvoice(engine=EngineName.LOCAL)
PROTECTED = NotRead(sentence=Sentence.PDF_ENCRYPTED)


def a_message(language: Language = Language.ENGLISH) -> InvoiceImages:
    return InvoiceImages(
        message_id="SM1",
        sender="whatsapp:+34611222333",
        media=(Media(url="https://x", content_type="image/jpeg"),),
        language=language,
        received_at=datetime(2026, 3, 15, tzinfo=UTC),
    )


def an_invoice(pages_left_out: int = 0, **fields: object) -> InvoiceRead:
    draft = {
        "invoice_date": date(2026, 3, 1),
        "expense_amount": Decimal("1234.50"),
        "vat": Decimal("214.26"),
        "payee_name": "Bakery Sol",
        "payment_method": PaymentMethod.BANK_TRANSFER,
        "currency": "EUR",
        "invoice_number": "A-7",
    } | fields
    return InvoiceRead(
        draft=InvoiceDraft.model_validate(draft),
        engine=EngineName.LOCAL,
        object_key="invoices/1/original.jpg",
        image_sha256="00",
        pages_read=3,
        pages_left_out=pages_left_out,
    )


def test_an_invoice_is_confirmed_field_by_field() -> None:
    reply = confirmation(a_message(), [an_invoice()])
    assert reply.reply_id == "SM1:done:1"
    assert reply.to == "whatsapp:+34611222333"
    assert reply.in_reply_to == "SM1"
    assert reply.text.splitlines()[1:] == [
        "*Payee:* Bakery Sol",
        "*Date:* 2026-03-01",
        "*Total:* 1,234.50 EUR",
        "*VAT:* 214.26 EUR",
        "*Paid by:* bank transfer",
        "*Number:* A-7",
    ]


def test_amounts_are_written_as_the_language_does() -> None:
    assert "1.234,50 EUR" in confirmation(a_message(Language.GERMAN), [an_invoice()]).text


def test_what_the_document_does_not_say_is_left_out_or_said_to_be_missing() -> None:
    bare = an_invoice(
        expense_amount=None, invoice_date=None, payee_name=None, vat=None, payment_method=None, invoice_number=None
    )
    lines = confirmation(a_message(), [bare]).text.splitlines()
    assert lines[1:] == ["*Payee:* not found", "*Date:* not found", "*Total:* not found"]


def test_doubtful_fields_are_marked_and_explained() -> None:
    text = confirmation(a_message(), [an_invoice(doubtful={InvoiceField.INVOICE_DATE, InvoiceField.CURRENCY})]).text
    marked = [line for line in text.splitlines() if line.endswith("❓")]
    assert marked == ["*Date:* 2026-03-01 ❓", "*Total:* 1,234.50 EUR ❓"]
    assert text.count("Please check the lines marked") == 1


def test_a_doubt_about_a_line_that_is_not_shown_is_not_explained() -> None:
    text = confirmation(a_message(), [an_invoice(vat=None, doubtful={InvoiceField.VAT})]).text
    assert "❓" not in text


def test_names_cannot_format_the_message() -> None:
    text = confirmation(a_message(), [an_invoice(payee_name="*Sol* _Bar_ {total}")]).text
    assert "*Sol*" not in text
    assert "_Bar_" not in text
    assert "{total}" in text


def test_pages_left_out_are_named() -> None:
    assert "I read the first 3 of 5 pages." in confirmation(a_message(), [an_invoice(pages_left_out=2)]).text


def test_pages_left_out_are_named_also_where_no_invoice_was_found_on_the_others() -> None:
    no_invoice = NoInvoice(engine=EngineName.LOCAL, pages_read=5, pages_left_out=4)
    assert "I read the first 5 of 9 pages." in confirmation(a_message(), [no_invoice]).text


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (NO_INVOICE, "I could not find an invoice"),
        (PROTECTED, "protected by a password"),
        (NotRead(sentence=Sentence.FILE_TOO_LARGE, values={"limit": "16 MB"}), "under 16 MB"),
    ],
)
def test_what_is_no_invoice_is_refused_with_the_reason(outcome: NoInvoice | NotRead, said: str) -> None:
    reply = confirmation(a_message(), [outcome])
    assert reply.reply_id == "SM1:refused:1"
    assert said in reply.text


def test_several_media_are_answered_in_one_numbered_text() -> None:
    reply = confirmation(a_message(), [an_invoice(), NO_INVOICE, PROTECTED])
    assert reply.reply_id == "SM1:done:1"
    first, *parts = reply.text.split("\n\n")
    assert first == "Saved 1 of 3:"
    assert parts[0].startswith("*1.*\n*Payee:* Bakery Sol")
    assert parts[1].startswith("*2.* I could not find an invoice")
    assert parts[2].startswith("*3.* This PDF is protected")


def test_several_media_without_any_invoice_are_refused() -> None:
    assert confirmation(a_message(), [NO_INVOICE, PROTECTED]).reply_id == "SM1:refused:1"
