"""``secondhand read FILE``: one article in the reader."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondhand import terminal
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.shared import (
    Metadata,
    check_theme,
    library_option,
    open_article,
    open_articles,
    theme_option,
)
from secondhand.arguments.values import number_reader
from secondhand.errors import LibraryError, OptionError

if TYPE_CHECKING:
    from secondhand.ingest import Bundle
    from secondhand.library import Library
    from secondhand.ui.background.analysis_process import AnalysisProcess

ABOUT = """\
Open an article in the reader. What you mark is kept in the library.

examples:
  secondhand read seeds/macron-trump.txt
  secondhand read notes.txt --publisher Reuters --date 2025-02-27
  secondhand read --plain seeds/macron-trump.txt | fold -s | less
"""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Which article to open in the reader, and how."""

    source: str = argument("FILE", "a file, an http(s) address, or - for a pipe")
    plain: bool = option(
        "--plain",
        about="print it as running text, who says what in sentences: for screen readers; so do pipes",
    )
    page_report: bool = option(
        "--page-report", about="print what of a web page is read and what is left out, and why"
    )
    unsure: bool = option("--unsure", about="with --plain: claims that are likelier wrong than right, too")
    number: int | None = option(
        "--nth",
        metavar="N",
        type=number_reader("number of an article", 2),
        about="which article, where there are several: 1 is the first",
    )
    metadata: Metadata = options(Metadata)
    theme: str | None = theme_option()
    library: Path | None = library_option()


def run(asked: ReadOptions) -> int:
    """Open the article in the reader, or print it; return the exit code. Raises SecondhandError.

    A library that cannot be opened keeps nobody from reading.
    """
    if asked.page_report or asked.plain or not terminal.is_screen():
        check_theme(asked.theme)
    if asked.page_report:
        from secondhand.commands import page_report

        return page_report.run(asked.source)
    if asked.plain or not terminal.is_screen():
        from secondhand.commands import plain

        article = open_article(asked.source, asked.metadata, asked.number)
        return plain.run(article, asked.library, unsure=asked.unsure)
    if asked.unsure:
        raise OptionError("--unsure is for --plain: in the reader U shows the unsure claims.")
    # Only now: nothing but the reader needs it. And before all that takes its time: the model does, too.
    from secondhand.ui.background.analysis_process import AnalysisProcess

    begun = AnalysisProcess()
    # What is loaded from here on stays to the end: to look for garbage in it only keeps the user waiting.
    gc.disable()
    try:
        _show(asked, begun)
    finally:
        gc.enable()
        begun.end()
    return 0


def _show(asked: ReadOptions, begun: AnalysisProcess) -> None:
    """Let the user read the article, which ``begun`` analyses, until they quit."""
    from secondhand.library import Library
    from secondhand.settings import load

    settings = load()
    bundle = open_articles(asked.source, asked.metadata)
    article = bundle.article(asked.number or 1, follow=True)
    if not sys.stdin.isatty() and not terminal.is_served():
        terminal.take_keys()
    from secondhand.ui import app as ui

    library: Library | None = None
    notices = [_others(bundle)] if asked.number is None else []
    try:
        library = Library.open(asked.library)
        notices.append(library.notice)
    except LibraryError as error:
        notices.append(str(error))
    notice = " ".join(filter(None, notices)) or None
    try:
        ui.read(article, theme=asked.theme, library=library, notice=notice, settings=settings, begun=begun)
    finally:
        if library:
            library.close()


COMMAND = Command("read", "open an article in the reader", ABOUT, ReadOptions, run)


def _others(bundle: Bundle) -> str | None:
    """Return how to open the other articles of ``bundle``, where it has any."""
    if len(bundle) == 1:
        return None
    return f"{bundle.name} holds {len(bundle)} articles, and this is the first: --nth 2 opens the second."
