"""An article whose text begins with what is shown above it anyway: its headline, its authors, its day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from secondhand.article import Article, Hyperlink, Paragraph, Place
from secondhand.ingest.formats.page.authors import is_full_name, is_person, split_names
from secondhand.ingest.formats.page.bylines import read_byline, read_written_day
from secondhand.ingest.formats.page.words import fold

_MOST: Final = 8
"""paragraphs at the beginning that are looked at"""
_BY: Final = re.compile(r"(?:by|from)\s+", re.IGNORECASE)


def cut_opening(article: Article) -> Article:
    """Return ``article`` without its headline, authors, outlet and day before its first sentence.

    A day that stands there in words wins over the one its file tells.
    """
    article = _read_head(article)
    names = {fold(name) for name in (article.title, article.publisher, *article.authors) if name}
    names.add(fold(" ".join(article.authors)))
    day, kept = article.date, 0
    for paragraph in article.paragraphs[:_MOST]:
        words = article.text[paragraph.start : paragraph.end]
        written = read_written_day(words)
        told = set(map(fold, split_names(_BY.sub("", words, count=1))))
        known = fold(words) in names or (told and told <= names) or set(map(fold, read_byline(words))) & names
        if written is None and not known:
            break
        day, kept = written or day, kept + 1
    if not 0 < kept < len(article.paragraphs):
        return article
    return replace(_cut(article, article.paragraphs[kept].start), date=day)


def _read_head(article: Article) -> Article:
    """Return ``article`` with the authors that the lines over its day name, as browsers print a page.

    Bare names count only where a day in words stands under them; others are told by "by".
    """
    if article.authors:
        return article
    people: list[str] = []
    for paragraph in article.paragraphs[:_MOST]:
        words = article.text[paragraph.start : paragraph.end]
        if fold(words) == fold(article.title or ""):
            continue
        if read_written_day(words):
            return replace(article, authors=tuple(people))
        if not (
            named := read_byline(words) or ((words,) if is_full_name(words) and is_person(words) else ())
        ):
            break
        if read_byline(words):
            return replace(article, authors=(*people, *named))
        people += named
    return article


def _cut(article: Article, at: int) -> Article:
    """Return ``article`` from the offset ``at`` on."""
    places = [Place(max(0, place.start - at), place.name) for place in article.places]
    begun = [place for place in places if place.start == 0][-1:]
    return replace(
        article,
        text=article.text[at:],
        paragraphs=tuple(
            Paragraph(p.start - at, p.end - at, p.kind) for p in article.paragraphs if p.start >= at
        ),
        hyperlinks=tuple(
            Hyperlink(link.start - at, link.end - at, link.url)
            for link in article.hyperlinks
            if link.start >= at
        ),
        relative=tuple((start - at, end - at) for start, end in article.relative if start >= at),
        places=(*begun, *(place for place in places if place.start > 0)),
    )
