"""``secondhand library``: a table of what was read, on a terminal to choose from."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest, seed, terminal
from secondhand.arguments import Command
from secondhand.arguments.shared import library_option, theme_option
from secondhand.commands.complaint import complain
from secondhand.library import Library, Row
from secondhand.safe_text import join_cells
from secondhand.settings import load

COLUMNS = (
    "number",
    "title",
    "publisher",
    "date",
    "progress",
    "claims",
    "highlights",
    "tags",
    "url",
    "versions",
)

ABOUT = """\
Show the articles you read and marked: a table to choose from on a terminal, tab-separated rows in a pipe.

examples:
  secondhand library
  secondhand library | cut -f 1,2
"""


@dataclass(frozen=True, slots=True)
class LibraryOptions:
    """Which library to show."""

    theme: str | None = theme_option()
    library: Path | None = library_option()
    tour: bool = False
    """whether to begin with an article and a tour where the library is empty"""


def run(asked: LibraryOptions) -> int:
    """Show the library; return the exit code. Raises LibraryError, and OptionError for the theme."""
    with Library.open(asked.library) as library:
        if terminal.is_screen() and (sys.stdin.isatty() or terminal.is_served()):
            _choose(library, asked)
        else:
            if library.notice:
                complain(library.notice)
            with terminal.output(utf8=not sys.stdout.isatty()):
                print("\t".join(COLUMNS), *map(_line, library.rows()), sep="\n")  # noqa: T201
    return 0


COMMAND = Command("library", "show what you read and marked", ABOUT, LibraryOptions, run)


def _choose(library: Library, asked: LibraryOptions) -> None:
    """Let the user choose an article; where there is none yet, begin with one of ours and a tour."""
    from secondhand.ui import app as ui

    settings = load()
    if asked.tour and not library.rows():
        article = ingest.read_article(str(seed.seed()), publisher=seed.PUBLISHER)
        ui.read(article, theme=asked.theme, library=library, tour=True, settings=settings)
    else:
        ui.browse(library, theme=asked.theme, settings=settings)


def _line(known: Row) -> str:
    title = known.title or known.first_words.removesuffix("…")
    cells = (known.entry, title, known.publisher, known.date, f"{known.progress:.0%}")
    return join_cells(
        (*cells, known.claims, known.highlights, ", ".join(known.tags), known.url, known.versions)
    )
