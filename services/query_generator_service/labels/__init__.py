"""The words on workbooks and charts, one module a language; English where a language has none."""

from collections.abc import Mapping

from services.query_generator_service.labels import ar, de, en, es, fr, he, hi, pt
from services.query_generator_service.labels.names import Label
from shared.safe_naming import Language

WORDING: Mapping[Language, Mapping[Label, str]] = {
    Language.ENGLISH: en.WORDING,
    Language.SPANISH: es.WORDING,
    Language.FRENCH: fr.WORDING,
    Language.GERMAN: de.WORDING,
    Language.PORTUGUESE: pt.WORDING,
    Language.HEBREW: he.WORDING,
    Language.ARABIC: ar.WORDING,
    Language.HINDI: hi.WORDING,
}
_OF_COLUMNS = {
    "invoice_id": Label.NUMBER,
    "invoice_date": Label.DATE,
    "payee_name": Label.PAYEE,
    "expense_amount": Label.AMOUNT,
    "net_amount": Label.NET,
    "currency": Label.CURRENCY,
    "vat": Label.VAT,
    "payment_method": Label.PAID_BY,
    "invoice_number": Label.INVOICE_NUMBER,
    "created_at": Label.RECEIVED,
    "raw_image_url": Label.PICTURE,
    "invoices": Label.INVOICES,
    "total": Label.TOTAL,
    "vat_total": Label.VAT,
    "net_total": Label.NET,
    "average": Label.AVERAGE,
    "median": Label.MEDIAN,
    "percent": Label.SHARE,
    "part": Label.PART,
    "day": Label.DAY,
    "week": Label.WEEK,
    "month": Label.MONTH,
    "quarter": Label.QUARTER,
    "year": Label.YEAR,
    "weekday": Label.WEEKDAY,
}


def label(name: Label, language: Language, /, **values: object) -> str:
    return WORDING.get(language, en.WORDING)[name].format(**values)


def column_title(column: str, language: Language) -> str:
    """Columns that a model named itself are called what it called them."""
    known = _OF_COLUMNS.get(column)
    return label(known, language) if known else column.replace("_", " ").capitalize()


def month_name(month: int, language: Language) -> str:
    """Short, as on an axis."""
    return label(Label.MONTHS, language).split()[month - 1]
