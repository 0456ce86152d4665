"""``secondhand read FILE``: one article in the reader."""

from __future__ import annotations

import gc
import sys

from secondhand import ingest, terminal
from secondhand.arguments import Known, Read
from secondhand.article import Article
from secondhand.errors import LibraryError, OptionError
from secondhand.ingest import Bundle
from secondhand.library import Library
from secondhand.settings import load


def run(asked: Read) -> int:
    """Open the article in the reader, or print it; return the exit code. Raises SecondhandError.

    A library that cannot be opened keeps nobody from reading.
    """
    if asked.plain:
        from secondhand.commands import plain

        return plain.run(asked, article_at(asked.source, asked.known, asked.number))
    if not terminal.is_screen():
        raise OptionError(
            "The reader needs a terminal. To print or pipe, use secondhand read --plain, or analyze."
        )
    # What is loaded from here on stays to the end: to look for garbage in it only keeps the user waiting.
    gc.disable()
    settings = load()
    bundle = bundle_at(asked.source, asked.known)
    article = bundle.article(asked.number or 1, follow=True)
    if not sys.stdin.isatty() and not terminal.is_served():
        terminal.take_keys()
    from secondhand.ui import app as ui

    library, notices = None, [_others(bundle)] if asked.number is None else []
    try:
        library = Library.open(asked.library)
        notices.append(library.notice)
    except LibraryError as error:
        notices.append(str(error))
    notice = " ".join(filter(None, notices)) or None
    try:
        ui.read(article, theme=asked.theme, library=library, notice=notice, settings=settings)
    finally:
        gc.enable()
        if library:
            library.close()
    return 0


def article_at(source: str, known: Known, number: int | None = None) -> Article:
    """Return the article at ``source``, the first or that ``number``; raises SecondhandError."""
    return bundle_at(source, known).article(number or 1, follow=True)


def bundle_at(source: str, known: Known) -> Bundle:
    """Return all articles at ``source``; raises SecondhandError where there are none."""
    return ingest.open_bundle(source, told(known))


def told(known: Known) -> Article:
    """Return what the user tells of an article as an article without a text."""
    return Article("", (), known.title, known.publisher, (), known.date, known.url, language=known.language)


def _others(bundle: Bundle) -> str | None:
    """Return how to open the other articles of ``bundle``, where it has any."""
    if len(bundle) == 1:
        return None
    return f"{bundle.name} holds {len(bundle)} articles, and this is the first: --nth 2 opens the second."
