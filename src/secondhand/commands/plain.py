"""``secondhand read --plain``: an article as running text, with who says what in sentences."""

from __future__ import annotations

import sys
from pathlib import Path

from secondhand import analysis, terminal
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.commands.complaint import complain
from secondhand.errors import LanguageError, LibraryError
from secondhand.export.plain import NOTICE, write_plain
from secondhand.export.words import make_console
from secondhand.library import Library
from secondhand.notes.correcting import apply_corrections
from secondhand.notes.notebook import Notebook


def run(article: Article, library: Path | None = None, *, unsure: bool = False) -> int:
    """Print ``article``, wrapped on a terminal only; return the exit code. Raises SecondhandError.

    Claims that are likelier wrong than right are only counted, unless ``unsure`` asks for them.
    """
    found, notice = None, NOTICE
    try:
        found = find_analysis(article, library)
    except LanguageError as error:
        notice = str(error)
    with terminal.output(utf8=not sys.stdout.isatty()):
        screen = make_console(sys.stdout)
        for line in write_plain(article, found, notice, unsure=unsure):
            if screen.is_terminal:
                from rich.text import Text

                screen.print(Text(line))
            else:
                sys.stdout.write(f"{line}\n")
    return 0


def find_analysis(article: Article, file: Path | None = None) -> Analysis:
    """Return the claims of ``article``, with what the reader set right; raises LanguageError.

    They come from the library in ``file`` where the model there is now made them, else they are found anew.
    """
    kept = _find_notebook(article, file)
    found = kept.found if kept.article.text == article.text else None
    if found is None or found.model != analysis.model():
        found = analysis.analyze(article)
    return apply_corrections(article, found, kept.corrections)


def _find_notebook(article: Article, file: Path | None) -> Notebook:
    """Return what the library in ``file`` has of ``article``; nothing where it cannot be opened."""
    try:
        with Library.open(file, make=False) as library:
            entry = library.entry(article)
            return Notebook(article) if entry is None else library.notebook(entry)
    except LibraryError as error:
        complain(error)
        return Notebook(article)
