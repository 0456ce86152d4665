"""``secondhand read FILE``: one article in the reader."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from secondhand import ingest, terminal
from secondhand.arguments import Known, Read
from secondhand.article import Article
from secondhand.errors import LibraryError, OptionError
from secondhand.library import Library


def run(asked: Read) -> int:
    """Open the article in the reader; return the exit code. Raises SecondhandError.

    A library that cannot be opened keeps nobody from reading.
    """
    if not terminal.is_screen():
        raise OptionError("The reader needs a terminal. To print or pipe, use: secondhand analyze FILE")
    article = article_at(asked.source, asked.known)
    if not sys.stdin.isatty():
        terminal.take_keys()
    with ThreadPoolExecutor(1) as aside:
        # The disk is slow and so is loading the screen: neither need wait for the other.
        opening = aside.submit(_opened, asked.library)
        from secondhand.ui import app as ui

        library, notice = opening.result()
    try:
        ui.read(article, theme=asked.theme, library=library, notice=notice)
    finally:
        if library:
            library.close()
    return 0


def _opened(path: Path | None) -> tuple[Library | None, str | None]:
    """Return the library and what there is to tell of it; None where it cannot be opened."""
    try:
        library = Library.open(path)
    except LibraryError as error:
        return None, str(error)
    return library, library.notice


def article_at(source: str, known: Known) -> Article:
    """Return the article at ``source``; raises SecondhandError where there is none."""
    return ingest.read(source, publisher=known.publisher, title=known.title, date=known.date, url=known.url)
