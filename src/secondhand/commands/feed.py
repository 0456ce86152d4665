"""``secondhand feed URL…``: the articles of feeds, the newest first, on a terminal to choose from."""

from __future__ import annotations

import datetime
import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest, terminal
from secondhand.arguments import Command, argument
from secondhand.arguments.shared import check_theme, library_option, theme_option
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import LibraryError, SecondhandError
from secondhand.ingest import FeedEntry
from secondhand.library import Library
from secondhand.safe_text import join_cells
from secondhand.settings import load

COLUMNS = ("date", "publisher", "title", "url", "changed")

ABOUT = """\
Show the articles of RSS and Atom feeds, the newest first: to choose from on a terminal, tab-separated rows
in a pipe. The whole article is fetched, not the few lines of it that are in the feed.

examples:
  secondhand feed https://example.org/rss.xml
  secondhand feed https://example.org/rss.xml https://example.net/atom.xml | cut -f 1,3
"""


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """Which feeds to show the articles of."""

    sources: tuple[str, ...] = argument("URL", "the address, or the file, of a feed", nargs="+")
    theme: str | None = theme_option()
    library: Path | None = library_option()


def run(asked: FeedOptions) -> int:
    """Show what is in the feeds; return the exit code. Raises SecondhandError."""
    check_theme(asked.theme)
    entries: list[FeedEntry] = []
    failed = False
    for source in asked.sources:
        try:
            entries += _read_entries(source)
        except SecondhandError as error:
            failed = True
            complain(error)
    entries.sort(key=lambda entry: entry.date or entry.changed or datetime.date.min, reverse=True)
    if entries and terminal.is_screen() and sys.stdin.isatty():
        _choose(entries, asked)
    elif entries:
        with terminal.output(utf8=not sys.stdout.isatty()):
            print("\t".join(COLUMNS), *map(_format_line, entries), sep="\n")  # noqa: T201
    return FAILED if failed else 0


COMMAND = Command("feed", "choose from RSS and Atom feeds", ABOUT, FeedOptions, run)


def _read_entries(source: str) -> list[FeedEntry]:
    """Return the entries of the feed at ``source``; raises SecondhandError where it is none."""
    bundle = ingest.open_bundle(source)
    found = [one for one in bundle.found if isinstance(one, FeedEntry)]
    if not found:
        raise SecondhandError(f"{bundle.name} is no feed: open it with secondhand read.")
    return found


def _choose(entries: list[FeedEntry], asked: FeedOptions) -> None:
    """Let the user choose and read; a library that cannot be opened keeps nobody from it."""
    from secondhand.ui import feed_app as ui

    try:
        library, notice = Library.open(asked.library), None
    except LibraryError as error:
        library, notice = None, str(error)
    try:
        ui.choose(entries, theme=asked.theme, library=library, notice=notice, settings=load())
    finally:
        if library:
            library.close()


def _format_line(entry: FeedEntry) -> str:
    return join_cells((entry.date, entry.publisher, entry.title, entry.url, entry.changed))
