"""``secondhand add URL…``: articles put by, to be read later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondhand import ingest, terminal
from secondhand.arguments import Command, argument
from secondhand.arguments.shared import library_option
from secondhand.commands.complaint import FAILED, complain, complain_and_go_on
from secondhand.errors import NoAnswer, SecondhandError
from secondhand.library import Library
from secondhand.safe_text import clean
from secondhand.wording.titles import title_of

ABOUT = """\
Put articles by, to be read later: secondhand library shows them as new until they are opened, i there only
those. A file, and an address that answers, is taken in at once; another address is fetched when it is opened.

examples:
  secondhand add https://example.org/news.html article.txt
  secondhand feed https://example.org/rss.xml | cut -f 4 | tail -n +2 | xargs secondhand add
"""


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What to put by."""

    sources: tuple[str, ...] = argument("URL", "an http(s) address, or a file", nargs="+")
    library: Path | None = library_option()


def run(asked: AddOptions) -> int:
    """Put everything by, a line each; return the exit code. Raises LibraryError."""
    problems: list[SecondhandError] = []
    with Library.open(asked.library) as library, terminal.output():
        if library.notice:
            complain(library.notice)
        for told in _put_by(library, asked.sources, problems):
            print(clean(told))  # noqa: T201
    return FAILED if problems else 0


COMMAND = Command("add", "put articles by for later", ABOUT, AddOptions, run)


def _put_by(library: Library, sources: tuple[str, ...], problems: list[SecondhandError]) -> Iterator[str]:
    """Yield what became of each of ``sources``; what cannot be put by is told and kept in ``problems``."""
    for source in sources:
        with complain_and_go_on(problems):
            yield _put_one_by(library, source)


def _put_one_by(library: Library, source: str) -> str:
    """Return what became of ``source``; raises SecondhandError where it cannot be put by."""
    try:
        article = ingest.open_bundle(source).article(follow=True)
        return f"{library.inbox.put_by(article)}: {title_of(article)}"
    except NoAnswer as error:
        library.inbox.wait_for(source)
        return f"put by, to be fetched when it is opened: {error}"
