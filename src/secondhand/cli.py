"""The commands: ``secondhand FILE`` opens the reader, ``secondhand analyze FILE…`` prints."""

from __future__ import annotations

import datetime
import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

import secondhand
from secondhand import analysis, export, ingest, terminal
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import OptionError, SecondhandError
from secondhand.export.safe import clean

FAILED = 2
"""exit code where an input or an option was at fault"""
INTERRUPTED = 130
"""exit code after ctrl+c, as shells have it"""

_COMMANDS = {"read", "analyze"}
_OF_THE_PROGRAM = {"-h", "--help", "--version"}

# typer gives no public name to what all its errors of usage are.
_UsageError: Any = typer.BadParameter.mro()[1]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet it appeared in.")]
Date = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day it was published.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Its headline.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where it was published.")]
Theme = Annotated[str | None, typer.Option(metavar="NAME", help="Colours: dark, light, nord, …")]
Source = Annotated[str, typer.Argument(metavar="FILE", help="A file, an http(s) address, or - for a pipe.")]
Sources = Annotated[list[str], typer.Argument(metavar="FILE", help="Files, http(s) addresses, or -.")]
FormatOption = Annotated[
    export.Format | None,
    typer.Option("--format", help="Default: tree on a terminal; elsewhere json, or jsonl for several files."),
]


@dataclass(frozen=True, slots=True)
class Known:
    """What the user tells of the article, which wins over what the input says."""

    publisher: str | None
    date: datetime.date | None
    title: str | None
    url: str | None

    def article(self, source: str) -> Article:
        """Return the article at ``source``; raises SecondhandError where there is none."""
        return ingest.read(source, publisher=self.publisher, title=self.title, date=self.date, url=self.url)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Read news in the terminal and see who says it, how they stand to it, and through whom it came.

    `secondhand FILE` is short for `secondhand read FILE`. (A file named like a command: ./read)

    \b
    Examples:
      secondhand seeds/macron-trump.txt
      secondhand https://example.org/news.html --theme light
      curl -s https://example.org/news.html | secondhand -
      secondhand analyze seeds/*.txt --format jsonl | jq '.claims[].chain[-1].name'
    """
    if version:
        sys.stdout.write(f"secondhand {secondhand.__version__}\n")


@app.command()
def read(  # noqa: PLR0913 - one for each option
    source: Source,
    *,
    publisher: Publisher = None,
    date: Date = None,
    title: Title = None,
    url: Url = None,
    theme: Theme = None,
) -> None:
    """Open an article in the reader.

    \b
    Examples:
      secondhand read seeds/macron-trump.txt
      secondhand read notes.txt --publisher Reuters --date 2025-02-27
    """
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise OptionError("The reader needs a terminal. To print or pipe, use: secondhand analyze FILE")
    article = Known(publisher, _day(date), title, url).article(source)
    if not sys.stdin.isatty():
        terminal.take_keys()
    from secondhand.ui import app as ui  # noqa: PLC0415 - only the reader pays for Textual

    ui.read(article, theme=theme)


@app.command()
def analyze(  # noqa: PLR0913 - one for each option
    sources: Sources,
    *,
    form: FormatOption = None,
    publisher: Publisher = None,
    date: Date = None,
    title: Title = None,
    url: Url = None,
) -> None:
    """Print who says what in each article: for scripts, pipes and eyes.

    \b
    Formats:
      json   one article as one JSON object
      jsonl  one such object a line, for any number of articles
      table  one claim a line
      tree   claims by paragraph, with stance and chain
    \b
    Examples:
      secondhand analyze seeds/macron-trump.txt
      secondhand analyze seeds/*.txt --format jsonl > claims.jsonl
      secondhand analyze - --format table < seeds/macron-trump.txt
    """
    form = _format(form, len(sources))
    known = Known(publisher, _day(date), title, url)
    problems: list[SecondhandError] = []
    with terminal.output(utf8=form in {export.Format.JSON, export.Format.JSONL}):
        for article, found in _analyses(sources, known, problems):
            export.write(form, article, found, sys.stdout)
    raise typer.Exit(FAILED if problems else 0)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line ``arguments`` (those of the process by default) and end with its exit code."""
    terminal.open_closed()
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(_with_command(given)))


def _run(arguments: list[str]) -> int:
    """Return the exit code; what went wrong is one line on standard error."""
    command = typer.main.get_command(app)
    try:
        return int(command.main(arguments, prog_name="secondhand", standalone_mode=False) or 0)
    except SecondhandError as error:
        _complain(str(error))
    except _UsageError as error:
        command_path = error.ctx.command_path if error.ctx else "secondhand"
        _complain(f"{error.format_message().rstrip('.')}. Try: {command_path} --help")
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    return FAILED


def _with_command(arguments: list[str]) -> list[str]:
    """Return ``arguments`` with the command that is meant where none is named."""
    if not arguments:
        return ["--help"]
    return arguments if arguments[0] in _COMMANDS | _OF_THE_PROGRAM else ["read", *arguments]


def _complain(message: str) -> None:
    sys.stderr.write(f"secondhand: {clean(message)}\n")


def _day(text: str | None) -> datetime.date | None:
    """Return the day ``text`` names, or raise OptionError."""
    try:
        return datetime.date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise OptionError(f"--date {text!r} is not a day: write it like 2025-02-27.") from None


def _format(form: export.Format | None, articles: int) -> export.Format:
    """Return the format to print in, or raise OptionError where ``articles`` are too many for it."""
    if form is export.Format.JSON and articles > 1:
        raise OptionError("--format json is for one article: use --format jsonl for several.")
    if form:
        return form
    if sys.stdout.isatty():
        return export.Format.TREE
    return export.Format.JSONL if articles > 1 else export.Format.JSON


def _analyses(
    sources: Sequence[str], known: Known, problems: list[SecondhandError]
) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article that can be read with its analysis; tell of the others and keep why."""

    def readable() -> Iterator[Article]:
        for source in sources:
            try:
                yield known.article(source)
            except SecondhandError as error:
                problems.append(error)
                _complain(str(error))

    articles, to_analyze = itertools.tee(readable())
    return zip(articles, analysis.analyze_many(to_analyze), strict=True)
