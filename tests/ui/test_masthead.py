from __future__ import annotations

from datetime import date

import pytest

from secondhand.article import Article
from secondhand.ui.widgets.masthead import imprint_of, title_of
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


def test_publisher_date_and_authors() -> None:
    assert imprint_of(article_of("Text.")) == "unknown publisher"
    known = article_of(
        "Text.", publisher="Daily", credit="Reuters", date=date(2025, 2, 27), authors=("Ann Lee", "Bob Ray")
    )
    assert imprint_of(known) == "Daily · from Reuters · 27 February 2025 · by Ann Lee, Bob Ray"
