"""``secondhand read --plain``: an article as running text, with who says what in sentences."""

from __future__ import annotations

import sys
from pathlib import Path

from secondhand import terminal
from secondhand.arguments import Read
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.commands.complaint import complain
from secondhand.errors import LanguageError, LibraryError
from secondhand.export.words import console
from secondhand.library import Library
from secondhand.ui.spoken import NOTICE, spoken


def run(asked: Read, article: Article) -> int:
    """Print ``article``, wrapped on a terminal only; return the exit code. Raises SecondhandError."""
    found, notice = kept(article, asked.library), NOTICE
    if found is None:
        from secondhand import analysis

        try:
            found = analysis.analyze(article)
        except LanguageError as error:
            notice = str(error)
    with terminal.output(utf8=not sys.stdout.isatty()):
        screen = console(sys.stdout)
        for line in spoken(article, found, notice):
            if screen.is_terminal:
                from rich.text import Text

                screen.print(Text(line))
            else:
                sys.stdout.write(f"{line}\n")
    return 0


def kept(article: Article, file: Path | None = None) -> Analysis | None:
    """Return what the library in ``file`` knows of ``article``, with what the reader set right, or None."""
    try:
        with Library.open(file) as library:
            entry = library.entry(article)
            return None if entry is None else library.notebook(entry).analysis
    except LibraryError as error:
        complain(error)
        return None
