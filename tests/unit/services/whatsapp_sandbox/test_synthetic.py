"""Papers we draw: the same for the same seed, in every language, with a truth that adds up and stands on them."""

import io
from decimal import Decimal

import pytest
from PIL import Image

from services.whatsapp_sandbox.synthetic.drawing import file_of
from services.whatsapp_sandbox.synthetic.locales import LOCALES
from services.whatsapp_sandbox.synthetic.papers import paper

SEEDS = range(200)


def test_the_same_seed_gives_the_same_bytes_and_another_another_paper() -> None:
    assert file_of(paper(3), 3) == file_of(paper(3), 3)
    assert paper(3) != paper(3 + len(LOCALES))


def test_a_few_dozen_papers_hold_every_language_currency_and_kind() -> None:
    truths = [paper(seed).truth for seed in SEEDS]
    assert {truth.language for truth in truths} == {locale.language for locale in LOCALES}
    assert {truth.currency for truth in truths if truth.is_invoice} == {"GBP", "USD", "EUR", "CHF"}
    assert {truth.kind for truth in truths} == {"receipt", "long receipt", "letter", "other"}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_truth_says_is_printed(seed: int) -> None:
    drawn = paper(seed)
    text = "\n".join(f"{line.left} {line.right}" for line in drawn.lines).lower()
    locale = LOCALES[seed % len(LOCALES)]
    expected = [value for value in (drawn.truth.expense_amount, drawn.truth.vat) if value is not None]
    assert [value for value in expected if locale.amount(value) not in text] == []
    assert (drawn.truth.payee_name or "").lower() in text


def test_figures_are_written_as_in_their_country() -> None:
    written = {locale.language: locale.amount(Decimal("1234.5")) for locale in LOCALES}
    assert (written["en-US"], written["de"], written["fr"], written["de-CH"]) == (
        "1,234.50",
        "1.234,50",
        "1 234,50",
        "1'234.50",
    )


def test_files_are_pictures_and_pdfs_that_open() -> None:
    files = [file_of(paper(seed), seed) for seed in range(12)]
    assert {extension for extension, _ in files} >= {"jpg", "pdf"}
    assert all(data.startswith(b"%PDF") for extension, data in files if extension == "pdf")
    assert all(min(Image.open(io.BytesIO(data)).size) > 300 for extension, data in files if extension != "pdf")
