"""What a scanner's OCR would make of a paper, without drawing it: boxes where the text stands, and OCR's usual slips.

Thousands of papers can be judged in seconds this way; drawing.py makes the pictures that OCR really reads.
"""

import random
import re

from services.whatsapp_sandbox.synthetic.layout import Paper, Piece, Row
from shared.engine import TextBox

Page = tuple[list[TextBox], float, float]
_MARGIN = 0.06
_LOST_SPACES, _SLIPS, _MISSED = 0.25, 0.05, 0.01
_CONFUSED = {"O": "0", "0": "O", "l": "1", "1": "l", "I": "l", "S": "5", "B": "8", ".": ",", "e": "c", "i": "l"}


def seen(paper: Paper, seed: int, *, clean: bool = False) -> list[Page]:
    """Boxes for each page; `clean` as from the text layer of a PDF, else with slips."""
    chance = random.Random(f"seen {seed}")  # noqa: S311
    width, line = (1240.0, 34.0) if paper.wide else (640.0, 34.0)
    careless = 0.0 if clean else chance.random()
    tilt = 0.0 if clean else chance.uniform(-0.012, 0.012)
    return [_page([*rows, *paper.footers], width, line, chance, careless, tilt) for rows in paper.pages]


def _page(rows: list[Row], width: float, line: float, chance: random.Random, careless: float, tilt: float) -> Page:
    boxes: list[TextBox] = []
    top = line
    for row in rows:
        for piece in _joined(row, width, line):
            box = _box(piece, row, top, width, line)
            if box.text and chance.random() > _MISSED * careless:
                boxes.append(_misread(box, chance, careless, tilt))
        top += line * row.size * 1.25
    return boxes, width, top + line


def _glyph(row: Row, line: float) -> float:
    return line * row.size * 0.5


def _joined(row: Row, width: float, line: float) -> list[Piece]:
    """Pieces that nearly touch are one run of text to a detector."""
    pieces: list[Piece] = []
    for piece in sorted(row.pieces, key=lambda piece: _left(piece, row, width, line)):
        last = pieces[-1] if pieces else None
        if last and _left(piece, row, width, line) - _right(last, row, width, line) < line * row.size:
            x = _left(last, row, width, line)
            pieces[-1] = Piece(f"{last.text} {piece.text}", (x - _MARGIN * width) / (width * (1 - 2 * _MARGIN)))
        else:
            pieces.append(piece)
    return pieces


def _left(piece: Piece, row: Row, width: float, line: float) -> float:
    at = width * (_MARGIN + piece.x * (1 - 2 * _MARGIN))
    return at - {"l": 0.0, "m": 0.5, "r": 1.0}[piece.anchor] * len(piece.text) * _glyph(row, line)


def _right(piece: Piece, row: Row, width: float, line: float) -> float:
    return _left(piece, row, width, line) + len(piece.text) * _glyph(row, line)


def _box(piece: Piece, row: Row, top: float, width: float, line: float) -> TextBox:
    left, right = _left(piece, row, width, line), _right(piece, row, width, line)
    return TextBox(
        text=piece.text.strip("_-=*") and piece.text,
        left=left,
        top=top,
        right=right,
        bottom=top + line * row.size,
        confidence=1.0,
    )


def _misread(box: TextBox, chance: random.Random, careless: float, tilt: float) -> TextBox:
    text, confidence = box.text, 0.99 - 0.03 * chance.random() * careless
    if chance.random() < _LOST_SPACES * careless:
        text = re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", "", text)
    if chance.random() < _SLIPS * careless * 2:
        at = chance.randrange(len(text))
        text = text[:at] + _CONFUSED.get(text[at], text[at]) + text[at + 1 :]
        confidence = chance.uniform(0.7, 0.97)
    shift = tilt * box.left + chance.uniform(-0.08, 0.08) * (box.bottom - box.top) * careless
    return TextBox(
        text=text, left=box.left, top=box.top + shift, right=box.right, bottom=box.bottom + shift, confidence=confidence
    )
