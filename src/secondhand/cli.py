"""The commands: ``secondhand FILE`` opens the reader, ``secondhand analyze FILE…`` prints."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence

from secondhand import analysis, export, ingest, terminal
from secondhand.arguments import Arguments, Known, parse
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import OptionError, SecondhandError
from secondhand.export.safe import clean

FAILED = 2
"""exit code where an input or an option was at fault"""
INTERRUPTED = 130
"""exit code after ctrl+c, as shells have it"""


def main(given: Sequence[str] | None = None) -> None:
    """Run the command line ``given`` (that of the process by default) and end with its exit code."""
    terminal.open_closed()
    sys.exit(_run(sys.argv[1:] if given is None else given))


def _run(given: Sequence[str]) -> int:
    """Return the exit code; what went wrong is one line on standard error."""
    try:
        with terminal.output():
            arguments = parse(given)
        return analyze(arguments) if arguments.command == "analyze" else read(arguments)
    except SecondhandError as error:
        _complain(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def read(arguments: Arguments) -> int:
    """Open the article in the reader; return the exit code. Raises SecondhandError."""
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise OptionError("The reader needs a terminal. To print or pipe, use: secondhand analyze FILE")
    article = _article(arguments.sources[0], arguments.known)
    if not sys.stdin.isatty():
        terminal.take_keys()
    from secondhand.ui import app as ui

    ui.read(article, theme=arguments.theme)
    return 0


def analyze(arguments: Arguments) -> int:
    """Print the analysis of each article that can be read; return the exit code. Raises SecondhandError."""
    form = _format(arguments.form, len(arguments.sources))
    problems: list[SecondhandError] = []
    with terminal.output(utf8=form in {export.Format.JSON, export.Format.JSONL}):
        for article, found in _analyses(arguments, problems):
            export.write(form, article, found, sys.stdout)
    return FAILED if problems else 0


def _article(source: str, known: Known) -> Article:
    """Return the article at ``source``; raises SecondhandError where there is none."""
    return ingest.read(source, publisher=known.publisher, title=known.title, date=known.date, url=known.url)


def _analyses(arguments: Arguments, problems: list[SecondhandError]) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article that can be read with its analysis; tell of the others and keep why."""

    def readable() -> Iterator[Article]:
        for source in arguments.sources:
            try:
                yield _article(source, arguments.known)
            except SecondhandError as error:
                problems.append(error)
                _complain(error)

    articles, to_analyze = itertools.tee(readable())
    return zip(articles, analysis.analyze_many(to_analyze), strict=True)


def _format(form: export.Format | None, articles: int) -> export.Format:
    """Return the format to print in, or raise OptionError where ``articles`` are too many for it."""
    if form is export.Format.JSON and articles > 1:
        raise OptionError("--format json is for one article: use --format jsonl for several.")
    if form:
        return form
    if sys.stdout.isatty():
        return export.Format.TREE
    return export.Format.JSONL if articles > 1 else export.Format.JSON


def _complain(error: SecondhandError) -> None:
    sys.stderr.write(f"secondhand: {clean(str(error))}\n")
