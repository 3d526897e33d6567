"""Boxes become lines and cells the way a person sees them."""

from shared.engine import TextBox
from shared.local_engine.reading.sheet.boxes import from_words, lines_of, sheet_of
from shared.local_engine.reading.sheet.cells import Cell


def test_boxes_at_one_height_are_one_line_whatever_order_they_were_found_in() -> None:
    total = Cell("TOTAL", 10, 100, 80, 120)
    figure = Cell("12.50", 300, 103, 360, 123)
    above = Cell("Bread", 10, 60, 80, 80)
    assert [line.text for line in lines_of([figure, total, above])] == ["Bread", "TOTAL  12.50"]


def test_a_line_that_bends_with_the_paper_stays_one_line() -> None:
    cells = [Cell(str(i), 100.0 * i, 8.0 * i, 100.0 * i + 60, 8.0 * i + 20) for i in range(6)]
    assert len(lines_of(cells)) == 1


def test_what_stands_one_above_the_other_is_not_one_line() -> None:
    assert len(lines_of([Cell("one", 10, 10, 60, 34), Cell("two", 12, 26, 62, 50)])) == 2


def test_words_of_a_text_layer_are_joined_until_a_column_begins() -> None:
    words = [TextBox("Invoice", 0, 0, 60, 20), TextBox("date", 66, 0, 100, 20), TextBox("2024-05-01", 300, 0, 400, 20)]
    sheet = sheet_of([(from_words(words), 500, 700)], words=True)
    assert [cell.text for cell in sheet.lines[0].cells] == ["Invoice date", "2024-05-01"]


def test_hebrew_is_read_from_the_right() -> None:
    words = [TextBox("36.72", 100, 0, 150, 20), TextBox('מע"מ', 300, 0, 360, 20), TextBox("חשבונית", 300, 40, 380, 60)]
    assert sheet_of([(from_words(words), 500, 700)], words=True).lines[0].cells[0].text == 'מע"מ'


def test_wide_signs_of_chinese_print_are_read_as_the_plain_ones() -> None:
    sheet = sheet_of([([Cell("（Ｔｏｔａｌ）：￥１，２３４．００", 0, 0, 300, 20)], 500, 700)])
    assert sheet.text == "(Total):¥1,234.00"


def test_pages_follow_one_another() -> None:
    one, two = [Cell("first", 0, 500, 50, 520)], [Cell("second", 0, 10, 50, 30)]
    assert sheet_of([(one, 400, 600), (two, 400, 600)]).text == "first\nsecond"
