"""Where one can go from a claim: the pages that its words lead to, and what the library holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondhand.article import Article
from secondhand.claim import Claim, Link
from secondhand.spans import overlaps, range_of
from secondhand.wording.days import format_day
from secondhand.wording.titles import title_of

if TYPE_CHECKING:
    from secondhand.library import Library


@dataclass(frozen=True, slots=True)
class Lead:
    """One way on from a claim."""

    link: Link | None
    """the link of the chain it starts from; None for a page that other words of the claim lead to"""
    linked: str
    """those other words"""
    url: str | None = None
    """the page, where there is one"""
    entry: int | None = None
    """the article of the library, where it has it"""
    title: str = ""
    """what that is called"""


def find_leads(article: Article, claim: Claim, library: Library | None, entry: int) -> tuple[Lead, ...]:
    """Return the ways on from ``claim``, link by link from the publisher on; raises LibraryError.

    ``article`` makes the claim, and is ``entry`` of ``library``. What the library has need not be fetched.
    """
    found = [way for link in claim.chain[1:] for way in _find_from_link(article, claim, link, library, entry)]
    known = {way.url for way in found}
    for link in article.hyperlinks:
        if link.url not in known and any(overlaps(range_of(s), range_of(link)) for s in claim.parts):
            known.add(link.url)
            found.append(_find_page(None, article.text[link.start : link.end], link.url, library))
    return tuple(way for way in found if not way.entry or way.entry != entry)


def has_relative_link(article: Article, claim: Claim) -> bool:
    """Return whether a link on the words of ``claim`` needs the address of the page to lead anywhere."""
    words = (*claim.parts, *(span for link in claim.chain for span in link.evidence))
    return any(overlaps(range_of(span), place) for place in article.relative for span in words)


def _find_from_link(
    article: Article, claim: Claim, link: Link, library: Library | None, entry: int
) -> Iterator[Lead]:
    there: int | None = None
    if link.url:
        page = _find_page(link, "", link.url, library)
        there = page.entry
        yield page
    if library is not None:
        for trace in library.traces(claim, link, article.date, entry):
            if trace.entry != there:
                yield Lead(link, "", trace.article.url, trace.entry, _title_and_day(trace.article))


def _find_page(link: Link | None, linked: str, url: str, library: Library | None) -> Lead:
    """Return the way to the page at ``url``, by the library where that has it."""
    entry = library.find(url) if library is not None else None
    title = (
        _title_and_day(library.notebook(entry).article) if library is not None and entry is not None else ""
    )
    return Lead(link, linked, url, entry, title)


def _title_and_day(article: Article) -> str:
    return title_of(article) + (f", {format_day(article.date)}" if article.date else "")
