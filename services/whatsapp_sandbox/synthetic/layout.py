"""What a paper is made of: rows of text pieces on pages, and the truth a careful person reads from them."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Piece:
    """Text whose left edge, middle or right edge (`anchor` l, m, r) stands at `x`, a part of the paper's width."""

    text: str
    x: float = 0.0
    anchor: str = "l"
    bold: bool = False


@dataclass(frozen=True)
class Row:
    """Pieces at one height; `size` 1 is the usual height of print. `inverted` is white on black."""

    pieces: tuple[Piece, ...] = ()
    size: float = 1.0
    inverted: bool = False

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


BLANK = Row()


def centred(text: str, size: float = 1.0, *, bold: bool = False, inverted: bool = False) -> Row:
    return Row((Piece(text, 0.5, "m", bold),), size, inverted)


def left(text: str, size: float = 1.0, *, x: float = 0.0, bold: bool = False) -> Row:
    return Row((Piece(text, x, "l", bold),), size)


def pair(label: str, value: str, size: float = 1.0, *, x: float = 0.0, end: float = 1.0, bold: bool = False) -> Row:
    """A label at `x` and its value ending at `end`."""
    return Row((Piece(label, x, "l", bold), Piece(value, end, "r", bold)), size)


def columns(texts: tuple[str, ...], places: tuple[tuple[float, str], ...], size: float = 1.0) -> Row:
    """One text for each (x, anchor); empty ones leave their column free."""
    pieces = (Piece(text, x, anchor) for text, (x, anchor) in zip(texts, places, strict=True) if text)
    return Row(tuple(pieces), size)


def side_by_side(first: list[Row], second: list[Row]) -> list[Row]:
    """Two blocks of rows beside each other; where both have one, the row takes the larger size."""
    length = max(len(first), len(second))
    padded = [block + [BLANK] * (length - len(block)) for block in (first, second)]
    return [Row(one.pieces + two.pieces, max(one.size, two.size)) for one, two in zip(*padded, strict=True)]


@dataclass(frozen=True)
class Truth:
    """`payment_method` and `vat` are None where the paper does not say; `payee_aliases` are other names it prints."""

    is_invoice: bool
    language: str
    kind: str
    invoice_date: date | None = None
    expense_amount: Decimal | None = None
    vat: Decimal | None = None
    payee_name: str | None = None
    payment_method: str | None = None
    currency: str | None = None
    payee_aliases: tuple[str, ...] = ()


@dataclass
class Paper:
    """`wide` papers are letters, the others come out of tills. `footers` stand at the foot of every page."""

    truth: Truth
    wide: bool
    pages: list[list[Row]] = field(default_factory=list)
    footers: list[Row] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(row.text for rows in [*self.pages, self.footers] for row in rows)
