"""The engine without a key: reads invoices by OCR and rules, writes SQL by rules; nothing leaves the machine."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date

from shared.engine import CannotAnswer, Document, Page, ReadResult, SqlDraft, SqlRequest
from shared.invoices import InvoiceDraft, NotAnInvoice, Reading, checked
from shared.local_engine import questions
from shared.local_engine.reading.ocr.process import OcrProcess, PageText, open_ocr
from shared.local_engine.reading.read import read_sheet
from shared.local_engine.reading.sheet.boxes import from_words, sheet_of
from shared.local_engine.reading.sheet.cells import Cell, Sheet
from shared.local_engine.reading.wording import vocabulary as words
from shared.payment_codes import completed, stated_by
from shared.safe_naming import EngineName, InvoiceField

_ENOUGH_WORDS = 8
_ENOUGH_LINES = 8
_A_WORD = re.compile(r"[^\W\d_]{3}")
_SURE, _LEAST_SURE_WORDS = 0.85, 0.2


class LocalEngine:
    """Fulfils shared.engine.Engine."""

    name = EngineName.LOCAL

    def __init__(self, ocr: OcrProcess) -> None:
        self._ocr = ocr

    async def read_invoice(self, document: Document, *, today: date) -> ReadResult:
        """Exact sources first: an e-invoice's XML, then the PDF's own text, then OCR."""
        return ReadResult(reading=await self._reading(document, today), engine=self.name)

    async def write_sql(self, request: SqlRequest) -> SqlDraft | CannotAnswer:
        return await asyncio.to_thread(questions.write_sql, request)

    async def _reading(self, document: Document, today: date) -> Reading:
        if document.stated:
            return checked(document.stated, today=today)
        if not document.pages:
            return NotAnInvoice()
        by_words: Reading | None = None
        if all(len(page.words) >= _ENOUGH_WORDS for page in document.pages):
            sheet = _sheet([_text_layer(page) for page in document.pages], words=True)
            by_words = await asyncio.to_thread(read_sheet, sheet, today=today)
            if isinstance(by_words, InvoiceDraft) or not says_nothing(sheet):
                return _with_codes(by_words, document, today)
        pages = [await self._ocr.read(page) for page in document.pages]
        reading = await asyncio.to_thread(read_sheet, _sheet(pages, words=False), today=today)
        if letters_unknown([cell for page in pages for cell in page.cells]):
            reading = by_words or figures_only(reading)
        return _with_codes(reading, document, today)


def says_nothing(sheet: Sheet) -> bool:
    """A text layer without any word about money: wrong letters for right glyphs, or an app's line below a scan."""
    about_money = (words.TOTAL, words.GRAND_TOTAL, words.SUBTOTAL, words.TAX, words.INVOICE)
    return not any(phrases.found(sheet.text) for phrases in about_money)


def letters_unknown(cells: Sequence[Cell]) -> bool:
    """OCR sees lines of print but is sure of hardly a word.

    On legible papers, crumpled and blurred ones too, at least two lines in five hold a word it is sure of.
    """
    sure = sum(cell.confidence >= _SURE and bool(_A_WORD.search(cell.text)) for cell in cells)
    return len(cells) >= _ENOUGH_LINES and sure < _LEAST_SURE_WORDS * len(cells)


def figures_only(reading: Reading) -> Reading:
    """Figures are the same in most scripts, but without the words beside them each is a guess, and a name is none."""
    if isinstance(reading, NotAnInvoice):
        return NotAnInvoice(letters_unknown=True)
    return reading.model_copy(update={"payee_name": None, "doubtful": frozenset(InvoiceField)})


def _with_codes(reading: Reading, document: Document, today: date) -> Reading:
    if isinstance(reading, NotAnInvoice):
        return reading
    return checked(completed(reading, stated_by(document.codes)), today=today)


def _sheet(pages: Sequence[PageText], *, words: bool) -> Sheet:
    return sheet_of([(page.cells, page.width, page.height) for page in pages], words=words)


def _text_layer(page: Page) -> PageText:
    return PageText(tuple(from_words(page.words)), page.width, page.height)


@asynccontextmanager
async def open_local_engine() -> AsyncIterator[LocalEngine]:
    """The models load in the background; the first invoice waits for them."""
    async with open_ocr() as ocr:
        yield LocalEngine(ocr)
