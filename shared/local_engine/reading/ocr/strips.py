"""Lines of print set one after another on strips, so that the recogniser spends its time on print, not on padding."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Scaled = NDArray[np.float32]
"""Channels, height, width; from -1 to 1, as the model takes it, so that 0 is the grey of the gaps."""

HEIGHT = 48
SHORTEST = 320
"""A strip is never shorter: on less than this figures are misread more often."""
LONGEST = 480
GAP = 32
_STEP = 8
_BLANK = 0


@dataclass(frozen=True)
class Strip:
    """Which lines stand on it, and where each begins and ends."""

    lines: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def width(self) -> int:
        return max(SHORTEST, math.ceil(self.spans[-1][1] / _STEP) * _STEP)


def scaled(crop: Pixels) -> Scaled:
    """To HEIGHT, in its own width."""
    height, width = crop.shape[:2]
    resized = cv2.resize(crop, (max(1, math.ceil(HEIGHT * width / height)), HEIGHT))
    return np.asarray(resized, dtype=np.float32).transpose(2, 0, 1) / np.float32(127.5) - np.float32(1)


def packed(widths: Sequence[int]) -> list[Strip]:
    """The longest first, each on the first strip that has room; a line longer than a strip stands alone."""
    strips: list[list[int]] = []
    ends: list[int] = []
    for line in sorted(range(len(widths)), key=lambda line: -widths[line]):
        for at, end in enumerate(ends):
            if end + GAP + widths[line] <= LONGEST:
                strips[at].append(line)
                ends[at] = end + GAP + widths[line]
                break
        else:
            strips.append([line])
            ends.append(widths[line])
    return [_strip(lines, widths) for lines in strips]


def _strip(lines: Iterable[int], widths: Sequence[int]) -> Strip:
    spans: list[tuple[int, int]] = []
    left = 0
    lines = tuple(lines)
    for line in lines:
        spans.append((left, left + widths[line]))
        left += widths[line] + GAP
    return Strip(lines, tuple(spans))


def drawn(strip: Strip, lines: Sequence[Scaled]) -> Scaled:
    """With the leading axis of a batch of one."""
    image = np.zeros((1, 3, HEIGHT, strip.width), dtype=np.float32)
    for line, (left, right) in zip(strip.lines, strip.spans, strict=True):
        image[0, :, :, left:right] = lines[line]
    return image


def read_off(strip: Strip, steps: Scaled, characters: Sequence[str]) -> list[tuple[str, float]]:
    """For each line its text and mean confidence; `steps` holds the probability of each character at each step.

    A character belongs to the line that it stands on or next to; repeated without a blank between, it is one.
    """
    best, sure = steps.argmax(axis=1), steps.max(axis=1)
    texts: list[list[str]] = [[] for _ in strip.lines]
    confidences: list[list[float]] = [[] for _ in strip.lines]
    before = _BLANK
    for step, character in enumerate(best.tolist()):
        if character not in (_BLANK, before):
            at = _nearest(strip, (step + 0.5) * strip.width / len(best))
            texts[at].append(characters[character])
            confidences[at].append(float(sure[step]))
        before = character
    return [
        ("".join(text), sum(known) / len(known) if known else 0.0)
        for text, known in zip(texts, confidences, strict=True)
    ]


def _nearest(strip: Strip, x: float) -> int:
    return min(range(len(strip.spans)), key=lambda at: max(strip.spans[at][0] - x, x - strip.spans[at][1], 0.0))
