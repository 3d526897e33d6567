"""Amounts as people write them in their language; the currency always by its code, which no other shares."""

from decimal import Decimal

from shared.safe_naming import Language

_POINT, _COMMA, _SPACE = (",", "."), (".", ","), ("\u202f", ",")
_SEPARATORS = {
    Language.SPANISH: _COMMA,
    Language.GERMAN: _COMMA,
    Language.PORTUGUESE: _COMMA,
    Language.FRENCH: _SPACE,
}


def written(amount: Decimal, currency: str | None, language: Language) -> str:
    """`1,234.50 EUR`, in German `1.234,50 EUR`; without a currency where none is known."""
    thousands, decimal = _SEPARATORS.get(language, _POINT)
    figure = f"{amount:,.2f}".translate({ord(","): thousands, ord("."): decimal})
    return f"{figure} {currency}" if currency else figure
