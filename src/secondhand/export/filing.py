"""A name for the file of an export."""

from __future__ import annotations

import re
from unicodedata import normalize

from secondhand.article import Article

_MOST = 60
"""characters of a title that make a name"""
_OTHERS = re.compile(r"[\W_]+")


def file_name(article: Article, suffix: str) -> str:
    """Return a name for an export of ``article``: letters, digits, hyphens of its title, and ``suffix``."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    title = article.title or article.text[first : first + 10 * _MOST]
    words = _OTHERS.sub("-", normalize("NFC", title)).strip("-").lower()
    if len(words) > _MOST:
        words = words[: _MOST + 1].rpartition("-")[0] or words[:_MOST]
    return f"{words or 'article'}{suffix}"
