"""Articles that were really had from somewhere."""

from __future__ import annotations

from secondhand.article import Article, Provenance
from tests.claims import article_of


def fetched(
    url: str, text: str, guid: str | None = None, number: int | None = None, **known: object
) -> Article:
    """Return ``text`` as an article that was had from ``url``."""
    return article_of(text, url=url, provenance=Provenance(url, guid, number), **known)
