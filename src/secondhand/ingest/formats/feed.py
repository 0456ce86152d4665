"""RSS and Atom → where the articles are, the newest first."""

from __future__ import annotations

import datetime
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from secondhand.article import Provenance
from secondhand.errors import FormatError
from secondhand.ingest.formats import markup
from secondhand.ingest.formats.characters import show_forbidden
from secondhand.ingest.formats.feed_notices import clear_notices
from secondhand.ingest.formats.textbuilder import absolute
from secondhand.ingest.opened import FeedEntry, Opened

MOST = 2000
"""entries that are read"""
FEWEST_WORDS = 150
"""words from which on what a feed has of an article may be all of it"""

logging.getLogger("feedparser").addHandler(logging.NullHandler())


def articles(opened: Opened) -> Iterator[FeedEntry]:
    """Yield the entries of a feed by date, those without one last.

    Raises FormatError where it has none, and where it is too broken to tell.
    """
    import feedparser

    # As a stream: a string might be taken for an address or the name of a file.
    stream = BytesIO(show_forbidden(opened.text).encode("utf-8"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": opened.url or ""}
    try:
        found = feedparser.parse(
            stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except ValueError as error:  # the parser stumbles over blanks in the name of a namespace
        raise FormatError(f"{opened.name} is a feed whose markup is broken: open its articles.") from error
    if not found.entries:
        raise FormatError(f"{opened.name} is a feed without entries: look again later.")
    publisher = _line(found.feed.get("title"))
    told = found.entries[:MOST]
    many = Counter(_line(one.get("id")) for one in told)
    entries = []
    for number, one in enumerate(told, 1):
        # An id that several have tells none of them apart.
        guid = _line(one.get("id"))
        own = guid if many[guid] == 1 else None
        provenance = Provenance(opened.url, own, number) if opened.url else None
        entry = _entry(one, publisher, opened.url, atom=found.version.startswith("atom"))
        entries.append(replace(entry, provenance=provenance))
    entries.sort(key=lambda one: one.date or one.changed or datetime.date.min, reverse=True)
    yield from map(_drop_beginning, clear_notices(entries))


def _entry(told: Any, publisher: str | None, base: str | None, *, atom: bool) -> FeedEntry:
    """Return what an entry tells; in ``atom`` the day it was updated is not that of its publication."""
    # Asked for with get, the second would be the first where there is none.
    published = told.get("published_parsed")
    updated = told.get("updated_parsed") if "updated_parsed" in told else None
    date = _day(published or (None if atom else updated))
    link = told.get("link")
    url = absolute(base, link) if link else None
    contents = [content.get("value") or "" for content in told.get("content", ())]
    article = markup.article_of(max([*contents, told.get("summary") or ""], key=len), url or base)
    return FeedEntry(
        title=_line(told.get("title")),
        publisher=_line(told.get("source", {}).get("title")) or publisher,
        date=date,
        changed=None if date else _day(updated),
        authors=tuple(name for one in told.get("authors", ()) if (name := _line(one.get("name")))),
        url=url,
        article=article if article.paragraphs else None,
    )


def _day(when: Any) -> datetime.date | None:
    """Return the day of ``when``, a time as the parser gives it."""
    return datetime.date(*when[:3]) if when else None


def _drop_beginning(entry: FeedEntry) -> FeedEntry:
    """Return ``entry`` without its article where that may be but its beginning."""
    words = entry.article.text.split() if entry.article else ()
    return entry if entry.url is None or len(words) >= FEWEST_WORDS else replace(entry, article=None)


def _line(text: str | None) -> str | None:
    """Return ``text``, which may be HTML, on one line, or None where there is nothing in it."""
    words = markup.article_of(text).text if text and ("<" in text or "&" in text) else text or ""
    return " ".join(words.split()) or None
