"""Excel opens every workbook without a repair, in every language, and its formulas come to what we say they do."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from services.query_generator_service.report import Report, workbook
from shared.safe_naming import Language
from shared.tables import Table
from tests.workbooks import complaints, recalculated

COLUMNS = (
    "invoice_id",
    "invoice_date",
    "payee_name",
    "expense_amount",
    "currency",
    "vat",
    "payment_method",
    "raw_image_url",
)
HOSTILE = '=HYPERLINK("http://evil.example","x") \x00\x0b\ufffe\u202e <&>"\' ' + "very long " * 4_000


def an_invoice(number: int, *, several_currencies: bool) -> tuple[object, ...]:
    """Some without a day, a payee, an amount or a currency."""
    return (
        number,
        date(2026, 1 + number % 5, 1 + number % 28) if number % 7 else None,
        (HOSTILE, "Shell", "שופרסל", "مقهى", None)[number % 5],
        Decimal(number * 37 % 1000) / 100 - 2 if number % 6 else None,
        ("EUR", "USD", None)[number % 3] if several_currencies else "EUR",
        Decimal(number % 9) / 100,
        "bank_transfer" if number % 2 else None,
        f"invoices/{number}/original.jpg",
    )


def a_report(language: Language, *, several_currencies: bool) -> Report:
    invoices = Table(COLUMNS, tuple(an_invoice(n, several_currencies=several_currencies) for n in range(1, 60)))
    groups = tuple((f"2026-{n:02}", c, Decimal(n) / 3, n) for n in range(1, 6) for c in ("EUR", "USD", None))
    return Report(
        question=HOSTILE,
        answer="• 1,234.50 EUR\n" * 12,
        sql="SELECT 1" + HOSTILE,
        engine="local",
        today=date(2026, 3, 15),
        time_zone="Asia/Jerusalem",
        made_at=datetime(2026, 3, 15, 9, 30, tzinfo=UTC),
        period="",
        filters=(HOSTILE,) * 3,
        result=Table(("month", "currency", "total", "invoices"), groups),
        invoices=invoices,
        link=lambda key: f"https://fintrak.example/media/{key}?a=1&b=2",
        undated=8,
        language=language,
    )


@pytest.mark.parametrize("several_currencies", [True, False])
@pytest.mark.parametrize("language", list(Language))
def test_excel_has_nothing_to_repair(language: Language, several_currencies: bool) -> None:
    data = workbook(a_report(language, several_currencies=several_currencies))
    assert complaints(data) == []
    formulas = recalculated(data)
    assert len(formulas) >= (9 if several_currencies else 12)
    assert {place: pair for place, pair in formulas.items() if round(pair[0] - pair[1], 4)} == {}


@pytest.mark.parametrize(
    "changed",
    [
        {"invoices": None},
        {"invoices": Table(COLUMNS, ())},
        {"result": Table(("currency", "total"), (("EUR", Decimal(5)),))},
        {"result": Table(COLUMNS, (an_invoice(1, several_currencies=False),), truncated=True)},
        {"result": Table(("weekday", "n"), ((1, 4), (2, 6)))},
        {"result": Table(("Total [EUR]*?/:", "x" * 300), ((Decimal(5), HOSTILE), (None, None)))},
    ],
    ids=["no-invoices", "empty", "figure", "list", "weekdays", "odd-columns"],
)
def test_odd_results_make_whole_workbooks_too(changed: dict[str, Table | None]) -> None:
    report = a_report(Language.ENGLISH, several_currencies=True)
    assert complaints(workbook(replace(report, **changed))) == []  # type: ignore[arg-type]


def test_damage_would_be_noticed() -> None:
    data = workbook(a_report(Language.ENGLISH, several_currencies=True))
    assert complaints(_without(data, "xl/drawings/drawing1.xml")) != []


def _without(data: bytes, part: str) -> bytes:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(damaged, "w") as copy:
        for name in whole.namelist():
            if name != part:
                copy.writestr(name, whole.read(name))
    return damaged.getvalue()
