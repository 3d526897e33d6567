"""Readings are compared with labels field by field, and the tables say what was counted."""

from datetime import date

import pytest

from services.whatsapp_sandbox.evaluation.score import likeness, same, scored
from services.whatsapp_sandbox.evaluation.scoreboard import page
from services.whatsapp_sandbox.evaluation.table import as_text
from services.whatsapp_sandbox.evaluation.trial import Trial

LABEL = {
    "is_invoice": True,
    "invoice_date": "2026-03-01",
    "expense_amount": "12.10",
    "vat": None,
    "payee_name": "Bäckerei Sonnentau",
    "payment_method": "card",
    "currency": "EUR",
}
READ = {**LABEL, "expense_amount": "12.1", "payee_name": "BACKEREI SONNENTAU GmbH", "doubtful": []}


@pytest.mark.parametrize(
    ("name", "value", "right"),
    [
        ("expense_amount", "12.1", True),
        ("expense_amount", "12.11", False),
        ("expense_amount", None, False),
        ("invoice_date", "2026-03-01", True),
        ("invoice_date", "2026-01-03", False),
        ("payee_name", "Backerei Sonnentau", True),
        ("payee_name", "Lindenallee 8", False),
        ("currency", "eur", True),
    ],
)
def test_fields_are_compared_as_what_they_are(name: str, value: object, right: bool) -> None:
    assert same(name, LABEL, value) is right


def test_an_alias_is_as_good_as_the_name() -> None:
    assert same("payee_name", {"payee_name": "Sunny Foods Trading", "payee_aliases": ["Café Sol"]}, "CAFE SOL")


def test_likeness_goes_from_nothing_to_one() -> None:
    assert likeness("Sol", "") == 0
    assert likeness("Café Sol", "cafe sol") == 1
    assert 0 < likeness("Café Sol", "Care Sal") < 1
    assert likeness("Luz", "Luz GmbH") == 1


def test_a_score_counts_fields_kinds_and_where_doubt_was() -> None:
    wrong = {**READ, "invoice_date": "2026-01-03", "currency": "USD", "doubtful": ["invoice_date", "expense_amount"]}
    nothing = {"is_invoice": False}
    score = scored([(LABEL, READ), (LABEL, wrong), (LABEL, nothing), (nothing, READ), (nothing, nothing)])
    assert (score.found, score.missed, score.mistaken, score.rejected) == (2, 1, 1, 1)
    assert (score.core_right, score.core) == (1, 3)
    assert (score.fields["invoice_date"].right, score.fields["invoice_date"].labelled) == (1, 3)
    assert score.fields["vat"].labelled == 0
    assert (score.doubt.wrong, score.doubt.marked, score.doubt.wrong_and_marked) == (7, 2, 1)


def test_tables_show_shares_and_a_dash_where_there_is_nothing_to_share() -> None:
    text = as_text("all", scored([(LABEL, READ)]))
    assert "expense_amount          1      1    100.0%" in text
    assert [line.split()[3] for line in text.splitlines() if line.startswith("vat")] == ["-"]


def test_the_page_has_a_row_for_all_and_one_for_each_language() -> None:
    done = Trial("local", pairs=[(LABEL, READ)], cpu_s=[2.0, 4.0, 3.0], most_resident_mb=500)
    text = page(done, date(2026, 3, 15), [("de", done.pairs)])
    assert [line.split(" | ")[0] for line in text.splitlines() if line.startswith(("| all", "| de"))] == [
        "| all",
        "| de",
    ]
    assert "3.0 s" in text
