"""What an article is called."""

from __future__ import annotations

from secondhand.article import Article
from secondhand.safe_text import make_safe

FIRST_WORDS = 120
"""characters of an untitled article that stand for its title"""


def title_of(article: Article) -> str:
    """Return the title of ``article`` on one line, or its first words."""
    if article.title:
        return make_safe(article.title)
    if not article.paragraphs:
        return "Untitled"
    start = article.paragraphs[0].start
    words = make_safe(article.text[start : min(start + FIRST_WORDS, article.paragraphs[0].end)])
    return words if len(words) < FIRST_WORDS else words.rsplit(" ", 1)[0] + "…"
