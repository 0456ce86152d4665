from __future__ import annotations

from datetime import UTC, datetime, timedelta

from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Colour, Highlight
from secondhand.notes.notebook import Notebook
from secondhand.ui.drawing.overlays import Stroke, drawn_over, strokes_of
from secondhand.ui.drawing.runs import Mark, Run
from tests.claims import article_of

ARTICLE = article_of("One two three.\n\nFour five six.")
WHEN = datetime(2026, 1, 2, tzinfo=UTC)


def mark(words: str, colour: Colour = "yellow", minutes: int = 0) -> Highlight:
    start = ARTICLE.text.index(words)
    made = WHEN + timedelta(minutes=minutes)
    return Highlight(words, (make_anchor(ARTICLE.text, start, start + len(words)),), made, made, colour)


def test_a_highlight_over_two_paragraphs_is_drawn_in_both() -> None:
    book = Notebook(ARTICLE, None, (mark("three.\n\nFour"),))
    for paragraph in (0, 1):
        assert strokes_of(book.by_paragraph[paragraph]) == [Stroke(8, 20, "yellow")]


def test_shorter_ones_lie_on_top() -> None:
    strokes = strokes_of([mark("two", "red"), mark("One two three", "blue", 5)])
    cut = drawn_over([Run(0, 14, None, False)], strokes)
    assert [(run.start, run.end, run.highlight) for run in cut] == [
        (0, 4, "blue"), (4, 7, "red"), (7, 13, "blue"), (13, 14, None),
    ]  # fmt: skip


def test_runs_keep_what_they_are_where_they_are_cut() -> None:
    said = Mark("cue", 1, 0)
    cut = drawn_over([Run(0, 4, None, False), Run(4, 10, said, True)], [Stroke(6, 8, "green")])
    assert cut == [
        Run(0, 4, None, False), Run(4, 6, said, True), Run(6, 8, said, True, "green"), Run(8, 10, said, True),
    ]  # fmt: skip


def test_a_selection_is_drawn_over_a_highlight() -> None:
    cut = drawn_over([Run(0, 6, None, False)], [Stroke(0, 6, "red"), Stroke(2, 4, None)])
    assert [(run.highlight, run.selected) for run in cut] == [("red", False), ("red", True), ("red", False)]
