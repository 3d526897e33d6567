"""One answer with everything in it, word for word in each language: a change of wording or order is seen here."""

from datetime import date
from decimal import Decimal

import pytest

from services.query_generator_service.answer import answer_text, suggestion
from services.query_generator_service.lookup import Found
from shared.engine import Period
from shared.safe_naming import Language
from shared.tables import Table
from tests.unit.services.query_generator_service.parts import a_draft

FEBRUARY = Period(start=date(2026, 2, 1), end=date(2026, 2, 28))
SPENT = Table(("currency", "total", "invoices"), (("EUR", Decimal("1234.50"), 3), ("USD", Decimal(20), 1)))
# In Hebrew and Arabic amounts, days and names stand in isolates, and lines begin with a right-to-left mark.
SAID = {
    Language.ENGLISH: [
        "You spent 1,234.50 EUR; 20.00 USD from 2026-02-01 to 2026-02-28 – Shell (4 invoices).",
        "Left out, as they have no date: 2 invoices.",
        "Deleted invoices do not count (3 invoices from 2026-02-01 to 2026-02-28).",
        "You can go on with: _by vendor_",
    ],
    Language.SPANISH: [
        "Gastaste 1.234,50 EUR; 20,00 USD del 2026-02-01 al 2026-02-28 – Shell (4 facturas).",
        "No se incluyen, por no tener fecha: 2 facturas.",
        "Las facturas borradas no cuentan (3 facturas del 2026-02-01 al 2026-02-28).",
        "Puedes seguir con: _por proveedor_",
    ],
    Language.FRENCH: [
        "Vous avez dépensé 1\u202f234,50 EUR; 20,00 USD du 2026-02-01 au 2026-02-28 – Shell (4 factures).",
        "Non comptées, faute de date : 2 factures.",
        "Les factures supprimées ne comptent pas (3 factures du 2026-02-01 au 2026-02-28).",
        "Vous pouvez poursuivre avec : _par fournisseur_",
    ],
    Language.GERMAN: [
        "Ausgegeben hast du 1.234,50 EUR; 20,00 USD vom 2026-02-01 bis 2026-02-28 – Shell (4 Rechnungen).",
        "Nicht mitgezählt, weil ohne Datum: 2 Rechnungen.",
        "Gelöschte Rechnungen zählen nicht (3 Rechnungen vom 2026-02-01 bis 2026-02-28).",
        "Du kannst weiterfragen: _nach Händler_",
    ],
    Language.PORTUGUESE: [
        "Você gastou 1.234,50 EUR; 20,00 USD de 2026-02-01 a 2026-02-28 – Shell (4 notas).",
        "Fora da conta, por não ter data: 2 notas.",
        "Notas apagadas não contam (3 notas de 2026-02-01 a 2026-02-28).",
        "Você pode continuar com: _por fornecedor_",
    ],
    Language.HEBREW: [
        "\u200fהוצאת \u20661,234.50 EUR\u2069; \u206620.00 USD\u2069 מ־\u20682026-02-01\u2069 עד \u20682026-02-28\u2069"
        " – \u2068Shell\u2069 (4 חשבוניות).",
        "\u200fלא נכללו, כי אין להן תאריך: 2 חשבוניות.",
        "\u200fחשבוניות שנמחקו אינן נספרות (3 חשבוניות מ־\u20682026-02-01\u2069 עד \u20682026-02-28\u2069).",
        "\u200fאפשר להמשיך: _לפי ספק_",
    ],
    Language.ARABIC: [
        "\u200fأنفقت \u20661,234.50 EUR\u2069"
        "; \u206620.00 USD\u2069 من \u20682026-02-01\u2069 إلى \u20682026-02-28\u2069"
        " – \u2068Shell\u2069 (عدد الفواتير: 4).",
        "\u200fلم تُحسب لأنها بلا تاريخ (عدد الفواتير: 2).",
        "\u200fالفواتير المحذوفة لا تُحسب (عدد الفواتير: 3 من \u20682026-02-01\u2069 إلى \u20682026-02-28\u2069).",
        "\u200fيمكنك المتابعة: _حسب المتجر_",
    ],
    Language.HINDI: [
        "आपका खर्च: 1,234.50 EUR; 20.00 USD, 2026-02-01 से 2026-02-28 तक – Shell (4 बिल)।",
        "तारीख न होने से शामिल नहीं: 2 बिल।",
        "हटाए गए बिल नहीं गिने जाते (3 बिल, 2026-02-01 से 2026-02-28 तक)।",
        "आगे पूछ सकते हैं: _दुकान के हिसाब से_",
    ],
}


@pytest.mark.parametrize("language", list(Language))
def test_an_answer_says_figure_period_filters_count_what_was_left_out_and_how_to_go_on(language: Language) -> None:
    found = Found(a_draft(period=FEBRUARY, filters=("Shell",)), SPENT, undated=2, deleted=3)
    said = [*answer_text(found, language).split("\n"), suggestion(found, language)]
    assert said == SAID[language]


def test_a_few_invoices_behind_a_figure_are_named() -> None:
    table = Table(("currency", "total", "invoices"), (("EUR", Decimal("14.75"), 2),))
    columns = ("invoice_id", "invoice_date", "payee_name", "expense_amount", "currency", "raw_image_url")
    behind = Table(
        columns,
        (
            (1, date(2026, 2, 11), "Shell", Decimal("4.25"), "EUR", "invoices/1"),
            (2, None, "שופרסל", Decimal("10.50"), "EUR", "invoices/2"),
        ),
    )
    lines = answer_text(Found(a_draft(), table), Language.ENGLISH, behind).split("\n")
    assert lines[1:] == ["• 2026-02-11, Shell: 4.25 EUR", "• \u2068שופרסל\u2069: 10.50 EUR"]
    assert len(answer_text(Found(a_draft(), SPENT), Language.ENGLISH, Table(columns, behind.rows * 3)).split("\n")) == 1


def test_a_total_below_zero_was_got_back() -> None:
    refunds = Table(("currency", "total", "invoices"), (("EUR", Decimal("-56.74"), 2),))
    both = Table(refunds.columns, (*refunds.rows, ("USD", Decimal(5), 1)))
    said = answer_text(Found(a_draft(), refunds), Language.ENGLISH)
    assert said == "You got back 56.74 EUR (2 invoices)."
    assert answer_text(Found(a_draft(), both), Language.ENGLISH).startswith("You spent -56.74 EUR; 5.00 USD")


def test_payment_methods_of_other_programs_are_named_like_ours() -> None:
    methods = Table(("payment_method", "invoices"), (("Bank Transfer", 2), ("Store Card", 1)))
    lines = answer_text(Found(a_draft(), methods), Language.SPANISH).split("\n")[1:]
    assert lines == ["• transferencia: 2 facturas", "• Store Card: 1 factura"]
