from dataclasses import replace

import pytest

from secondhand.library import Library
from secondhand.library.entries import progress
from tests.claims import article_of

TEXT = "First paragraph here.\n\nSecond one, longer than the first.\n\nThird."
ARTICLE = article_of(TEXT)


@pytest.mark.parametrize(
    ("offset", "part"),
    [(0, 0), (5, 0), (23, 57 / 65), (56, 57 / 65), (TEXT.index("Third"), 1), (10**6, 1)],
)
def test_progress_is_what_lies_before_the_end_of_the_paragraph(offset: int, part: float) -> None:
    assert len(TEXT) == 65
    assert progress(ARTICLE, offset) == part


def test_one_paragraph_is_read_when_it_is_reached() -> None:
    assert progress(article_of("Only this."), 0) == 1
    assert progress(replace(ARTICLE, paragraphs=()), 0) == 1


def test_where_the_words_are_gone_the_place_is_as_far_into_the_text(library: Library) -> None:
    old = article_of("x" * 50 + ". " + "y" * 48, url="https://e.org/")
    entry = library.enter(old)
    library.reach(entry, 50)
    library.enter(article_of("z" * 1000, url="https://e.org/"))
    assert library.position(entry) == 500


def test_the_first_words_are_the_first_paragraphs_on_one_line(library: Library) -> None:
    text = "  \n date 2025-02-27\n\nThe\tbridge  is shut. " + "And so on. " * 30
    library.enter(replace(article_of(text), paragraphs=article_of(text).paragraphs[1:]))
    assert library.rows()[0].first_words.startswith("The bridge is shut. And so on. And")
    assert len(library.rows()[0].first_words) <= 120
    assert library.rows()[0].first_words.endswith((" on…", " And…", " so…")), "no word is cut"
