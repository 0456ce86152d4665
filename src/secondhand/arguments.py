"""The command line: what may be given, what it means, and the help."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

import secondhand
from secondhand.errors import OptionError
from secondhand.export import Format

Command = Literal["read", "analyze"]

_COMMANDS = {"read", "analyze"}
_OF_THE_PROGRAM = {"-h", "--help", "--version"}

_PROGRAM = """\
Read news in the terminal and see who says it, how they stand to it, and through whom it came.

secondhand FILE is short for secondhand read FILE. (A file named like a command: ./read)

examples:
  secondhand seeds/macron-trump.txt
  secondhand https://example.org/news.html --theme light
  curl -s https://example.org/news.html | secondhand -
  secondhand analyze seeds/*.txt --format jsonl | jq -r '.claims[].chain[-1].name'
"""

_READ = """\
Open an article in the reader.

examples:
  secondhand read seeds/macron-trump.txt
  secondhand read notes.txt --publisher Reuters --date 2025-02-27
"""

_ANALYZE = """\
Print who says what in each article: for scripts, pipes and eyes.

formats:
  json   one article as one JSON object
  jsonl  one such object a line, for any number of articles
  table  one claim a line
  tree   claims by paragraph, with stance and chain

examples:
  secondhand analyze seeds/macron-trump.txt
  secondhand analyze seeds/*.txt --format jsonl > claims.jsonl
  secondhand analyze - --format table < seeds/macron-trump.txt
"""


@dataclass(frozen=True, slots=True)
class Known:
    """What the user tells of the article, which wins over what the input says."""

    publisher: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the user asks for."""

    command: Command
    sources: tuple[str, ...]
    """paths, http(s) addresses or "-"; exactly one to read"""
    known: Known
    theme: str | None = None
    """of the reader"""
    form: Format | None = None
    """of the analysis"""


def parse(given: Sequence[str]) -> Arguments:
    """Return what the arguments ``given`` mean; without a command they mean to read.

    Raises OptionError where they make no sense, and SystemExit after printing help or version.
    """
    found = _parser().parse_args(_with_command(list(given)))
    return Arguments(
        command=found.command,
        sources=tuple(found.sources),
        known=Known(found.publisher, found.date, found.title, found.url),
        theme=getattr(found, "theme", None),
        form=Format(found.format) if getattr(found, "format", None) else None,
    )


class _Parser(argparse.ArgumentParser):
    """Keeps the layout of the texts above, and reports a mistake as every other error is."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message}. Try: {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="secondhand", description=_PROGRAM)
    version = f"secondhand {secondhand.__version__}"
    parser.add_argument("--version", action="version", version=version, help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    sources: dict[str, Any] = {
        "dest": "sources",
        "metavar": "FILE",
        "help": "a file, an http(s) address, or - for a pipe",
    }

    read = commands.add_parser("read", help="open an article in the reader", description=_READ)
    read.add_argument(nargs=1, **sources)
    _add_known(read)
    read.add_argument("--theme", metavar="NAME", help="colours: dark, light, nord, …")

    analyze = commands.add_parser("analyze", help="print who says what", description=_ANALYZE)
    analyze.add_argument(nargs="+", **sources)
    _add_known(analyze)
    default = "default: tree on a terminal; elsewhere json, or jsonl for several files"
    analyze.add_argument("--format", choices=[form.value for form in Format], help=default)
    return parser


def _add_known(parser: argparse.ArgumentParser) -> None:
    """Add the options that tell of the article."""
    parser.add_argument("--publisher", metavar="NAME", help="the outlet it appeared in")
    parser.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="the day it was published")
    parser.add_argument("--title", metavar="TEXT", help="its headline")
    parser.add_argument("--url", metavar="URL", help="where it was published")


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day, write it like 2025-02-27") from None


def _with_command(given: list[str]) -> list[str]:
    """Return the arguments with the command that is meant where none is named."""
    if not given:
        return ["--help"]
    return given if given[0] in _COMMANDS | _OF_THE_PROGRAM else ["read", *given]
