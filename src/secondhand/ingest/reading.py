"""One source → one Article, whatever its format."""

from __future__ import annotations

import datetime
from dataclasses import replace

from secondhand.article import Article
from secondhand.errors import NotFound
from secondhand.ingest.decode import decode
from secondhand.ingest.fetch import Fetched, fetch
from secondhand.ingest.formats import format_of, refuse_unreadable
from secondhand.ingest.html import from_html
from secondhand.ingest.markdown import from_markdown
from secondhand.ingest.origin import with_origin
from secondhand.ingest.plain import from_plain


def read(
    source: str,
    *,
    publisher: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    url: str | None = None,
) -> Article:
    """Return the article at ``source``: a path, an http(s) address, or ``-`` for standard input.

    What is given by name wins over what the input says. Raises NotFound, Unreachable or FormatError,
    each with one line that names the input and says what to do.
    """
    fetched = fetch(source)
    article = _parsed(fetched, url)
    overridden = replace(
        article,
        publisher=publisher or article.publisher,
        title=title or article.title,
        date=date or article.date,
        url=url or fetched.url,
    )
    return with_origin(overridden)


def _parsed(fetched: Fetched, url: str | None) -> Article:
    """Return the article in ``fetched``; ``url`` is the address the user gave for it, if any."""
    refuse_unreadable(fetched)
    text = decode(fetched.data, fetched.name, fetched.charset)
    if not text.strip():
        raise NotFound(f"{fetched.name} is empty: there is nothing to read in it.")
    form = format_of(text, fetched)
    if form == "html":
        return from_html(text, fetched.name, fetched.url or url)
    article = from_markdown(text, fetched.url or url) if form == "markdown" else from_plain(text)
    if not article.paragraphs:
        raise NotFound(f"{fetched.name} holds no text to read: there is nothing but marks in it.")
    return article
