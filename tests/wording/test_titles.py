from __future__ import annotations

import pytest

from secondhand.article import Article
from secondhand.wording.titles import title_of
from tests.claims import article_of


@pytest.mark.parametrize(
    ("article", "title"),
    [
        (article_of("Text.", title="A [b]title\x1b"), "A [b]title␛"),
        (article_of("A short text."), "A short text."),
        (article_of("One word after another " * 20), ("One word after another " * 20)[:118] + "…"),
        (Article("", ()), "Untitled"),
    ],
)
def test_the_title_or_the_first_words(article: Article, title: str) -> None:
    assert title_of(article) == title
