"""Papers we draw: the same for the same seed, in every language, with a truth that adds up and stands on them."""

import io
from collections.abc import Sequence
from decimal import Decimal

import pytest
from PIL import Image

from services.whatsapp_sandbox.synthetic.drawing import file_of
from services.whatsapp_sandbox.synthetic.layout import Paper
from services.whatsapp_sandbox.synthetic.locales import LOCALES
from services.whatsapp_sandbox.synthetic.looks import seen
from services.whatsapp_sandbox.synthetic.papers import FRESH, TUNED, UNUSUAL, Form, paper

SEEDS = range(300)
BOTH = pytest.mark.parametrize("forms", [pytest.param(TUNED + UNUSUAL, id="tuned"), pytest.param(FRESH, id="fresh")])


def drawn(forms: Sequence[Form]) -> list[tuple[int, Paper]]:
    return [(seed, paper(seed, forms)) for seed in SEEDS]


def test_the_same_seed_gives_the_same_bytes_and_another_another_paper() -> None:
    assert file_of(paper(3), 3) == file_of(paper(3), 3)
    assert seen(paper(3), 3) == seen(paper(3), 3)
    assert paper(3) != paper(3 + len(LOCALES))


@BOTH
def test_a_few_hundred_papers_hold_every_language_and_currency(forms: Sequence[Form]) -> None:
    truths = [one.truth for _, one in drawn(forms)]
    assert {truth.language for truth in truths} == {locale.language for locale in LOCALES}
    assert {truth.currency for truth in truths if truth.is_invoice} == {locale.currency for locale in LOCALES}
    assert {truth.is_invoice for truth in truths} == {True, False}


def test_forms_that_nothing_was_tuned_on_are_other_forms() -> None:
    tuned, fresh = (
        {one.truth.kind for _, one in drawn(forms) if one.truth.is_invoice} for forms in (TUNED + UNUSUAL, FRESH)
    )
    assert len(tuned) > 5
    assert len(fresh) > 5
    assert not tuned & fresh


@BOTH
def test_what_the_truth_says_is_printed(forms: Sequence[Form]) -> None:
    for seed, one in drawn(forms):
        text, truth, locale = one.text.lower(), one.truth, LOCALES[seed % len(LOCALES)]
        figures = [locale.amount(truth.expense_amount)] if truth.expense_amount is not None else []
        name = (truth.payee_name or "").lower()
        assert [figure for figure in figures if figure not in text] == [], seed
        assert all(word in text for word in name.split()), seed


@BOTH
def test_tax_never_exceeds_the_total_and_both_have_one_sign(forms: Sequence[Form]) -> None:
    taxed = [one.truth for _, one in drawn(forms) if one.truth.vat]
    shares = [truth.vat / truth.expense_amount for truth in taxed if truth.vat and truth.expense_amount]
    assert len(shares) > 100
    assert [share for share in shares if not 0 < share < Decimal("0.25")] == []


def test_figures_are_written_as_in_their_country() -> None:
    written = {locale.language: locale.amount(Decimal("1234.5")) for locale in LOCALES}
    assert [written[code] for code in ("en-US", "de", "fr", "de-CH", "id")] == [
        "1,234.50",
        "1.234,50",
        "1 234,50",
        "1'234.50",
        "1.234",
    ]


def test_files_are_pictures_and_pdfs_that_open() -> None:
    files = [file_of(paper(seed), seed) for seed in range(16)]
    assert {extension for extension, _ in files} == {"jpg", "png", "pdf"}
    assert all(data.startswith(b"%PDF") for extension, data in files if extension == "pdf")
    assert all(min(Image.open(io.BytesIO(data)).size) > 300 for extension, data in files if extension != "pdf")


def test_what_ocr_would_see_stands_where_it_was_drawn() -> None:
    one = next(one for _, one in drawn(TUNED) if one.truth.kind == "blocks")
    ((boxes, width, height), *_) = seen(one, 1, clean=True)
    assert {box.text for box in boxes} >= {one.truth.payee_name}
    assert all(0 <= box.left < box.right for box in boxes)
    assert all(box.bottom < height and box.left < width for box in boxes)
