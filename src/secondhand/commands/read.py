"""``secondhand read FILE``: one article in the reader."""

from __future__ import annotations

import sys

from secondhand import ingest, terminal
from secondhand.arguments import Known, Read
from secondhand.article import Article
from secondhand.errors import LibraryError, OptionError
from secondhand.library import Library
from secondhand.settings import load


def run(asked: Read) -> int:
    """Open the article in the reader, or print it; return the exit code. Raises SecondhandError.

    A library that cannot be opened keeps nobody from reading.
    """
    if asked.plain:
        from secondhand.commands import plain

        return plain.run(asked, article_at(asked.source, asked.known))
    if not terminal.is_screen():
        raise OptionError(
            "The reader needs a terminal. To print or pipe, use secondhand read --plain, or analyze."
        )
    settings = load()
    article = article_at(asked.source, asked.known)
    if not sys.stdin.isatty():
        terminal.take_keys()
    from secondhand.ui import app as ui

    library, notice = None, None
    try:
        library = Library.open(asked.library)
        notice = library.notice
    except LibraryError as error:
        notice = str(error)
    try:
        ui.read(article, theme=asked.theme, library=library, notice=notice, settings=settings)
    finally:
        if library:
            library.close()
    return 0


def article_at(source: str, known: Known) -> Article:
    """Return the article at ``source``; raises SecondhandError where there is none."""
    return ingest.read(source, publisher=known.publisher, title=known.title, date=known.date, url=known.url)
