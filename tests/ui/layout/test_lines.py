from __future__ import annotations

from secondhand.ui.layout.lines import Layout
from secondhand.ui.layout.viewport import Window
from tests.claims import article_of

ARTICLE = article_of("one two three\n\nfour\n\nfive six seven eight")
LAYOUT = Layout.of(ARTICLE, 8)
# rows: 0 blank, 1 "one two", 2 "three", 3 blank, 4 "four", 5 blank, 6 "five six", 7 "seven", 8 "eight",
# 9 blank


def test_rows_and_lines() -> None:
    shown = [LAYOUT.line(row) for row in range(LAYOUT.height)]
    assert [line and ARTICLE.text[line.start : line.end] for line in shown] == [
        None, "one two", "three", None, "four", None, "five six", "seven", "eight", None,
    ]  # fmt: skip
    assert [line.paragraph for line in shown if line] == [0, 0, 1, 2, 2, 2]


def test_rows_of_paragraphs_and_back() -> None:
    assert [LAYOUT.rows(paragraph) for paragraph in range(4)] == [
        range(1, 3), range(4, 5), range(6, 9), range(0),
    ]  # fmt: skip
    assert [LAYOUT.paragraph(row) for row in (0, 1, 3, 4, 9)] == [0, 0, 0, 1, 2]


def test_the_row_of_an_offset() -> None:
    text = ARTICLE.text
    assert [LAYOUT.row_of(text.index(word)) for word in ("one", "two", "three", "four", "eight")] == [
        1, 1, 2, 4, 8,
    ]  # fmt: skip
    assert LAYOUT.row_of(len(text)) == 8


def test_nothing_to_lay_out() -> None:
    empty = Layout.of(article_of(""), 10)
    assert (empty.height, empty.line(0), empty.row_of(0), list(empty.rows(0))) == (1, None, 0, [])


def test_a_window_scrolls_as_little_as_it_must() -> None:
    window = Window(LAYOUT, 0, 6)
    assert window.to_show(LAYOUT.rows(1)) == 0
    assert window.to_show(LAYOUT.rows(2)) == 4
    assert Window(LAYOUT, 4, 6).to_show(LAYOUT.rows(0)) == 0
    assert Window(LAYOUT, 0, 3).to_show(LAYOUT.rows(2)) == 6
    assert Window(LAYOUT, 0, 0).to_show(LAYOUT.rows(2)) == 0


def test_what_a_window_shows_and_hides() -> None:
    window = Window(LAYOUT, 2, 5)
    assert [window.shows(paragraph) for paragraph in range(3)] == [True, True, True]
    assert [window.hides_start(paragraph) for paragraph in range(3)] == [True, False, False]
    assert [window.hides_end(paragraph) for paragraph in range(3)] == [False, False, True]
    assert not Window(LAYOUT, 0, 4).shows(1)


def test_the_first_paragraph_in_view() -> None:
    assert [Window(LAYOUT, top, 4).first() for top in (0, 1, 2, 4, 5, 6)] == [0, 0, 1, 1, 2, 2]
    assert Window(LAYOUT, 7, 2).first() == 2


def test_the_beginning_of_a_layout_stands_where_it_stands_in_the_whole() -> None:
    texts = [f"Paragraph {number} of some length." for number in range(9)]
    article = article_of("\n\n".join(texts))
    whole, first = Layout.of(article, 12), Layout.of(article, 12, article.paragraphs[4].start)
    assert len(first.tops) == 4
    assert [first.line(row) for row in range(first.height)] == [
        whole.line(row) for row in range(first.height)
    ]
