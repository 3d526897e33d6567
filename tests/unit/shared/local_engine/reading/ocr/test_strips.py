"""Lines of print share strips, and what is read off a strip finds its way back to its line."""

import numpy as np
import pytest

from shared.local_engine.reading.ocr.strips import GAP, LONGEST, SHORTEST, Scaled, drawn, packed, read_off, scaled

CHARACTERS = ["blank", "a", "b", "c"]


@pytest.mark.parametrize(
    "widths",
    [
        pytest.param([], id="none"),
        pytest.param([60], id="one"),
        pytest.param([60] * 20, id="short-ones"),
        pytest.param([2000, 60, LONGEST, LONGEST - GAP, 1], id="some-longer-than-a-strip"),
    ],
)
def test_every_line_stands_on_one_strip_apart_from_the_others(widths: list[int]) -> None:
    strips = packed(widths)
    assert sorted(line for strip in strips for line in strip.lines) == list(range(len(widths)))
    for strip in strips:
        assert [right - left for left, right in strip.spans] == [widths[line] for line in strip.lines]
        assert all(after[0] - before[1] == GAP for before, after in zip(strip.spans, strip.spans[1:], strict=False))
        assert strip.width >= max(SHORTEST, strip.spans[-1][1])
        assert len(strip.lines) == 1 or strip.width <= LONGEST


def test_short_lines_take_less_than_if_each_were_padded() -> None:
    assert sum(strip.width for strip in packed([90] * 30)) < 0.5 * 30 * SHORTEST


def test_a_line_keeps_its_pixels_and_gaps_are_grey() -> None:
    white, black = (np.full((24, 50, 3), value, dtype=np.uint8) for value in (255, 0))
    lines = [scaled(white), scaled(black)]
    (strip,) = packed([line.shape[2] for line in lines])
    image = drawn(strip, lines)
    assert image.shape == (1, 3, 48, SHORTEST)
    (first_left, first_right), (second_left, second_right) = strip.spans
    assert image[..., first_left:first_right].min() == 1
    assert image[..., second_left:second_right].max() == -1
    assert not image[..., first_right:second_left].any()


def probabilities(steps: str) -> Scaled:
    """One column for each letter; `.` is a blank."""
    found = np.full((len(steps), len(CHARACTERS)), 0.1, dtype=np.float32)
    for at, letter in enumerate(steps):
        found[at, 0 if letter == "." else CHARACTERS.index(letter)] = 0.8
    return found


def test_characters_go_to_the_line_they_stand_on() -> None:
    (strip,) = packed([120, 80])
    steps = ["."] * (strip.width // 8)
    for at, letter in ((0, "a"), (1, "a"), (3, "a"), (10, "b"), (20, "c"), (24, "b")):
        steps[at] = letter
    read = read_off(strip, probabilities("".join(steps)), CHARACTERS)
    assert [text for text, _ in read] == ["aab", "cb"]
    assert [confidence for _, confidence in read] == [pytest.approx(0.8), pytest.approx(0.8)]


def test_a_line_on_which_nothing_is_read_is_empty() -> None:
    (strip,) = packed([120])
    assert read_off(strip, probabilities("." * 40), CHARACTERS) == [("", 0.0)]
