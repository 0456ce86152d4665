"""The door where halves of surrogate pairs are replaced, which no encoding can write, whatever the format."""

from __future__ import annotations

from dataclasses import replace

from secondhand.article import Article, Provenance
from secondhand.ingest.opened import FeedEntry, Found
from secondhand.safe_text import replace_surrogates


def mend_found(found: Found) -> Found:
    """Return what was found in an input without halves of characters in it."""
    if isinstance(found, Article):
        return mend_article(found)
    if not isinstance(found, FeedEntry):
        return found
    return replace(
        found,
        title=_mend(found.title),
        publisher=_mend(found.publisher),
        authors=tuple(map(replace_surrogates, found.authors)),
        url=_mend(found.url),
        article=mend_article(found.article) if found.article else None,
        provenance=_mend_provenance(found.provenance),
    )


def mend_article(article: Article) -> Article:
    """Return ``article`` without halves of characters, each replaced by one character: offsets stay."""
    return replace(
        article,
        text=replace_surrogates(article.text),
        title=_mend(article.title),
        publisher=_mend(article.publisher),
        authors=tuple(map(replace_surrogates, article.authors)),
        url=_mend(article.url),
        hyperlinks=tuple(replace(link, url=replace_surrogates(link.url)) for link in article.hyperlinks),
        credit=_mend(article.credit),
        language=_mend(article.language),
        places=tuple(replace(place, name=replace_surrogates(place.name)) for place in article.places),
        provenance=_mend_provenance(article.provenance),
    )


def _mend_provenance(told: Provenance | None) -> Provenance | None:
    return told and replace(told, address=replace_surrogates(told.address), guid=_mend(told.guid))


def _mend(text: str | None) -> str | None:
    return text and replace_surrogates(text)
