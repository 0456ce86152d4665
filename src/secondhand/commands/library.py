"""``secondhand library``: a table of what was read, on a terminal to choose from, and its check."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest, seed, terminal
from secondhand.arguments import Command, option
from secondhand.arguments.shared import check_theme, library_option, theme_option
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import LibraryError
from secondhand.library import Library, Row
from secondhand.library.opening import default_path
from secondhand.library.searching import Wanted, read_wanted
from secondhand.safe_text import clean, join_cells
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
    "found",
)
NOTHING = 1
"""exit code where nothing is found, as that of grep"""

ABOUT = """\
Show the articles you read and marked: a table to choose from on a terminal, tab-separated rows in a pipe.
With --search only those with all these words, in their text, claims, speakers, notes or tags; the beginning
of a word is enough, '"words in quotation marks"' stand as they are. Exit code 1 says that nothing is found.
With --check every row is looked at instead. What makes no sense is told, a line each, and mended or taken
out; the file as it was is kept beside it. The exit code is 0 where all was well, else 2.

examples:
  secondhand library
  secondhand library | cut -f 1,2
  secondhand library --search bridge closed --tag roads | cut -f 1,2,11
  secondhand library --check
"""


@dataclass(frozen=True, slots=True)
class LibraryOptions:
    """Which library to show."""

    theme: str | None = theme_option()
    search: tuple[str, ...] = option(
        "--search", metavar="WORDS", nargs="+", default=(), about="only articles with all these words"
    )
    tag: str | None = option("--tag", metavar="TAG", about="only articles with a tag that begins so")
    check: bool = option("--check", about="say whether the file is whole, and mend what is not")
    library: Path | None = library_option()
    tour: bool = False
    """whether to begin with an article and a tour where the library is empty"""


def run(asked: LibraryOptions) -> int:
    """Show or check the library; return the exit code. Raises LibraryError, OptionError for the theme."""
    check_theme(asked.theme)
    if asked.check:
        return _check(asked.library or default_path())
    wanted = read_wanted(" ".join(asked.search), [asked.tag] if asked.tag else ())
    screen = terminal.is_screen() and (sys.stdin.isatty() or terminal.is_served())
    with Library.open(asked.library, make=screen) as library:
        rows = (*library.inbox.list_waiting(), *library.rows())
        if wanted.words or wanted.tags or wanted.elsewhere:
            entries = library.search(wanted, rows)
            rows = tuple(row for row in rows if row.entry in entries)
            if not rows:
                complain(f"Nothing in the library has {_name(wanted)}.")
                return NOTHING
        if screen:
            _choose(library, asked, " ".join([*asked.search, *([f"#{asked.tag}"] if asked.tag else [])]))
        else:
            if library.notice:
                complain(library.notice)
            lines = [_line(library, row, wanted) for row in rows]
            with terminal.output(utf8=not sys.stdout.isatty()):
                print("\t".join(COLUMNS), *lines, sep="\n")  # noqa: T201
    return 0


COMMAND = Command("library", "show what you read and marked", ABOUT, LibraryOptions, run)


def _check(path: Path) -> int:
    """Say what is wrong in the library at ``path`` and mend it; return the exit code. Raises LibraryError."""
    if not path.exists():
        raise LibraryError(f"there is no library {path}; name the file with --library")
    with Library.open(path, thorough=True) as library, terminal.output():
        notice = [library.notice] if library.notice else []
        problems, aside = library.check()
        told = [*notice, *problems]
        if aside:
            told.append(f"the library as it was is kept as {aside}")
        elif problems:
            told.append("none of that is done: the library may not be written")
        if not problems:
            told.append(f"every row of the library {path} makes sense: {_count(library)}")
        print(*map(clean, told), sep="\n")  # noqa: T201
    return FAILED if problems or library.damaged else 0


def _count(library: Library) -> str:
    rows = library.rows()
    articles, highlights = len(rows), sum(row.highlights for row in rows)
    return f"{articles} article{'s' * (articles != 1)}, {highlights} highlight{'s' * (highlights != 1)}"


def _choose(library: Library, asked: LibraryOptions, wanted: str) -> None:
    """Let the user choose an article with all that is ``wanted``; of none yet, begin with ours and a tour."""
    from secondhand.ui import app as ui

    settings = load()
    if asked.tour and not (library.rows() or library.inbox.list_waiting()):
        article = ingest.read_article(str(seed.find_seed()), publisher=seed.PUBLISHER)
        ui.read(article, theme=asked.theme, library=library, tour=True, settings=settings)
    else:
        ui.browse(library, theme=asked.theme, wanted=wanted, settings=settings)


def _name(wanted: Wanted) -> str:
    """Return what is ``wanted`` as it would be written: words, tags, and where else it stands."""
    words = [f"“{word}”" for word in wanted.words]
    more = ["what others have, too"] if wanted.elsewhere else []
    return clean(", ".join([*words, *(f"the tag “{tag}”" for tag in wanted.tags), *more]))


def _line(library: Library, known: Row, wanted: Wanted) -> str:
    hit = library.hit(known.entry, wanted) if wanted.words else None
    title = known.title or known.first_words.removesuffix("…")
    number = known.entry if known.entry > 0 else None
    cells = (number, title, known.publisher, known.date, "new" if known.added else f"{known.progress:.0%}")
    return join_cells(
        (
            *cells,
            known.claims,
            known.highlights,
            ", ".join(known.tags),
            known.url,
            known.versions,
            hit and f"{hit.kind}: {hit.text}",
        )
    )
