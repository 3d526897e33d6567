"""Whether a page was read at all, judged by what OCR is sure of."""

from decimal import Decimal

import pytest

from shared.invoices import InvoiceDraft, NotAnInvoice
from shared.local_engine.engine import figures_only, letters_unknown
from shared.local_engine.reading.sheet.cells import Cell
from shared.safe_naming import InvoiceField

FIGURES = ("12/03/2024", "6.20", "8.90", "12.91", "2.19", "15.10")
HEBREW = (("n'n", 0.59), ("on7 nn", 0.66), ("17% n'yn", 0.945), ("D17n7 n0", 0.65), ("qTIV", 0.75))
BLURRED = (("GREEN CAFE LTD", 0.88), ("Coffce", 0.7), ("Toial EUR", 0.86), ("Chonge", 0.6))


def cells(*words: tuple[str, float]) -> list[Cell]:
    return [Cell(text, 0, 0, 9, 9, sure) for text, sure in (*words, *((figure, 0.99) for figure in FIGURES))]


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        pytest.param(HEBREW, True, id="hebrew-read-as-latin"),
        pytest.param(BLURRED, False, id="a-blurred-receipt"),
        pytest.param((("千葉商店", 0.95), ("領収書 合計", 0.97), ("レジ袋代", 0.9)), False, id="japanese"),
        pytest.param((("X", 0.5),), False, id="too-little-to-judge-by"),
    ],
)
def test_figures_without_words_are_a_script_that_is_not_known(
    words: tuple[tuple[str, float], ...], unknown: bool
) -> None:
    assert letters_unknown(cells(*words)) is unknown


def test_figures_beside_unknown_letters_are_kept_as_guesses_without_a_name() -> None:
    kept = figures_only(InvoiceDraft(expense_amount=Decimal("100.00"), payee_name="OO"))
    assert kept == InvoiceDraft(expense_amount=Decimal("100.00"), doubtful=frozenset(InvoiceField))
    assert figures_only(NotAnInvoice()) == NotAnInvoice(letters_unknown=True)
