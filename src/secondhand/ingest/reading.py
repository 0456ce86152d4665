"""One source → one Article, whatever its format."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from secondhand.article import Article
from secondhand.errors import NotFound
from secondhand.ingest.decode import decode
from secondhand.ingest.sniffing import format_of, refuse_unreadable
from secondhand.ingest.origin import with_origin
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.source import Fetched, open_source

if TYPE_CHECKING:
    from secondhand.ingest.fetch import Call


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
    fetched = open_source(source)
    article = _parsed(fetched, url)
    overridden = replace(
        article,
        publisher=publisher or article.publisher,
        title=title or article.title,
        date=date or article.date,
        url=url or fetched.url,
    )
    return with_origin(overridden)


def read_linked(url: str, call: Call) -> Article:
    """Return the article a page links to at ``url``; ``call`` may be ended by another thread.

    A page may only send us to the public internet. Raises Unreachable, NotFound or FormatError.
    """
    from secondhand.ingest.fetch import fetch

    fetched = fetch(url, linked=True, call=call)
    return with_origin(replace(_parsed(fetched, None), url=fetched.url))


def _parsed(fetched: Fetched, url: str | None) -> Article:
    """Return the article in ``fetched``; ``url`` is the address the user gave for it, if any."""
    refuse_unreadable(fetched)
    text = decode(fetched.data, fetched.name, fetched.charset)
    if not text.strip():
        raise NotFound(f"{fetched.name} is empty: there is nothing to read in it.")
    article = _formatted(text, fetched, fetched.url or url)
    if not article.paragraphs:
        raise NotFound(f"{fetched.name} holds nothing to read: there are no words in it.")
    return article


def _formatted(text: str, fetched: Fetched, url: str | None) -> Article:
    """Return the article that ``text`` is in its format; ``url`` is what its links are relative to."""
    form = format_of(text, fetched)
    if form == "html":
        from secondhand.ingest.formats.html import from_html

        return from_html(text, fetched.name, url)
    if form == "markdown":
        from secondhand.ingest.formats.markdown import from_markdown

        return from_markdown(text, url)
    return from_plain(text)
