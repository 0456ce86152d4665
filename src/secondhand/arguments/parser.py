"""The words of the command line → what the user asks for."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import secondhand
from secondhand.arguments import texts
from secondhand.arguments.asked import (
    Analyze,
    Asked,
    Browse,
    Completion,
    Config,
    Export,
    Feed,
    Import,
    Known,
    Read,
    Serve,
    Sources,
)
from secondhand.errors import OptionError
from secondhand.export import Format
from secondhand.export.what import WHAT

_OF_THE_PROGRAM = {"-h", "--help", "--version"}


def parse(given: Sequence[str]) -> Asked:
    """Return what the arguments ``given`` mean; without a command they mean to read, none the library.

    Raises OptionError where they make no sense, and SystemExit after printing help or version.
    """
    if not given:
        return Browse(tour=True)
    found = parser().parse_args(_with_command(list(given)))
    return _MEANINGS[found.command](found)


def _read(found: argparse.Namespace) -> Read:
    return Read(found.source, _known(found), found.theme, found.library, found.plain, found.number)


def _analyze(found: argparse.Namespace) -> Analyze:
    form = Format(found.format) if found.format else None
    if found.out is None and (found.jobs or found.cluster):
        raise OptionError("--jobs and --cluster need -o OUT. Try: secondhand analyze --help")
    return Analyze(tuple(found.sources), _known(found), form, found.out, found.jobs, found.cluster)


def _feed(found: argparse.Namespace) -> Feed:
    return Feed(tuple(found.sources), found.theme, found.library)


def _sources(found: argparse.Namespace) -> Sources:
    return Sources(found.source, _known(found), found.format)


def _browse(found: argparse.Namespace) -> Browse:
    return Browse(found.theme, found.library)


def _export(found: argparse.Namespace) -> Export:
    if found.everything == bool(found.sources):
        raise OptionError(
            "Name the articles to export, or --all of the library. Try: secondhand export --help"
        )
    narrowed = (found.what, found.since, found.tag, found.template, found.out, found.force)
    return Export(tuple(found.sources), found.everything, found.format, *narrowed, found.library)


def _import(found: argparse.Namespace) -> Import:
    return Import(tuple(found.files), found.dry_run, found.library)


def _config(found: argparse.Namespace) -> Config:
    return Config(found.edit)


def _completion(found: argparse.Namespace) -> Completion:
    return Completion(found.shell)


def _serve(found: argparse.Namespace) -> Serve:
    return Serve(found.source, found.port, found.theme, found.library)


_MEANINGS: dict[str, Callable[[argparse.Namespace], Asked]] = {
    "read": _read,
    "feed": _feed,
    "analyze": _analyze,
    "sources": _sources,
    "library": _browse,
    "export": _export,
    "import": _import,
    "config": _config,
    "completion": _completion,
    "serve": _serve,
}
COMMANDS = tuple(_MEANINGS)
"""the names of the commands"""


def _known(found: argparse.Namespace) -> Known:
    return Known(found.publisher, found.date, found.title, found.url, found.language)


class _Parser(argparse.ArgumentParser):
    """Keeps the layout of the texts, and reports a mistake as every other error is."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message}. Try: {self.prog} --help")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    program = _Parser(prog="secondhand", description=texts.PROGRAM)
    version = f"secondhand {secondhand.__version__}"
    program.add_argument("--version", action="version", version=version, help="print the version")
    commands = program.add_subparsers(dest="command", metavar="COMMAND", required=True)

    read = commands.add_parser("read", help="open an article in the reader", description=texts.READ)
    read.add_argument("source", metavar="FILE", help="a file, an http(s) address, or - for a pipe")
    plain = "print it as running text, with who says what in sentences: for screen readers and pipes"
    read.add_argument("--plain", action="store_true", help=plain)
    number = "which article, where there are several: 1 is the first"
    read.add_argument("--nth", metavar="N", dest="number", type=_nth, help=number)
    _add_known(read)
    _add_theme(read)
    _add_library(read)

    feed = commands.add_parser("feed", help="choose from RSS and Atom feeds", description=texts.FEED)
    feed.add_argument("sources", nargs="+", metavar="URL", help="the address, or the file, of a feed")
    _add_theme(feed)
    _add_library(feed)

    analyze = commands.add_parser("analyze", help="print who says what", description=texts.ANALYZE)
    analyze.add_argument("sources", nargs="+", metavar="FILE", help="as for read")
    _add_known(analyze)
    default = "default: tree on a terminal; elsewhere json, or jsonl for several files"
    analyze.add_argument("--format", choices=[form.value for form in Format], help=default)
    _add_archive(analyze)

    sources = commands.add_parser("sources", help="print who is heard", description=texts.SOURCES)
    sources.add_argument("source", metavar="FILE", help="as for read")
    _add_known(sources)
    sources.add_argument("--format", choices=["text", "json"], default="text", help="default: text")

    library = commands.add_parser("library", help="show what you read and marked", description=texts.LIBRARY)
    _add_theme(library)
    _add_library(library)

    export = commands.add_parser("export", help="write what you marked", description=texts.EXPORT)
    _add_choice(export)
    _add_library(export)

    imported = commands.add_parser("import", help="take over what was exported", description=texts.IMPORT)
    imported.add_argument("files", nargs="+", type=Path, metavar="FILE", help="json, jsonl or annotation")
    imported.add_argument("--dry-run", action="store_true", help="only say what it would change")
    _add_library(imported)

    config = commands.add_parser("config", help="show the settings, or change them", description=texts.CONFIG)
    config.add_argument("--edit", action="store_true", help="open them in $VISUAL or $EDITOR first")

    completion = commands.add_parser("completion", help="let a shell complete", description=texts.COMPLETION)
    completion.add_argument("shell", choices=["bash", "zsh", "fish"], help="which one you use")

    serve = commands.add_parser("serve", help="read in a browser", description=texts.SERVE)
    serve.add_argument("source", nargs="?", metavar="FILE", help="a file or an http(s) address")
    serve.add_argument("--port", metavar="N", type=_port, default=8000, help="default: 8000")
    _add_theme(serve)
    _add_library(serve)
    return program


def _add_archive(parser: argparse.ArgumentParser) -> None:
    """Add into what to analyse an archive, and by whom."""
    parser.add_argument("-o", "--output", dest="out", metavar="OUT", type=_path, help="a .jsonl or .parquet")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--jobs", metavar="N", type=_count, help="processes that analyse for -o; default: 1")
    who.add_argument(
        "--cluster", metavar="ADDRESS", help="the Dask cluster that analyses for -o: tcp://host:8786"
    )


def _add_choice(parser: argparse.ArgumentParser) -> None:
    """Add what to export, and how."""
    parser.add_argument("sources", nargs="*", metavar="ARTICLE", help="a number, an address or a file")
    parser.add_argument("--all", action="store_true", dest="everything", help="the whole library")
    parser.add_argument(
        "--since", metavar="YYYY-MM-DD", type=_day, help="only what was marked since that day, UTC"
    )
    parser.add_argument("--tag", metavar="TAG", help="only highlights with this tag")
    default = "default: highlights, or claims where nothing is highlighted"
    parser.add_argument("--what", choices=WHAT, help=default)
    parser.add_argument("--format", metavar="FORMAT", required=True, help="one of those above")
    template = "a Jinja2 template of your own for markdown"
    parser.add_argument("--template", metavar="FILE", type=Path, help=template)
    parser.add_argument("-o", "--output", dest="out", metavar="FILE", type=_path, help="where to write it")
    parser.add_argument("--force", action="store_true", help="replace what is there already, unasked")


def _add_known(parser: argparse.ArgumentParser) -> None:
    """Add the options that tell of the article."""
    parser.add_argument("--publisher", metavar="NAME", help="the outlet it appeared in")
    parser.add_argument("--date", metavar="YYYY-MM-DD", type=_day, help="the day it was published")
    parser.add_argument("--title", metavar="TEXT", help="its headline")
    parser.add_argument("--url", metavar="URL", help="where it was published")
    parser.add_argument("--language", metavar="CODE", help="what it is in; what is said to be en is analysed")


def _add_theme(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", metavar="NAME", help="colours: dark, light, nord, …")


def _add_library(parser: argparse.ArgumentParser) -> None:
    text = "the file of the library (also: SECONDHAND_LIBRARY)"
    parser.add_argument("--library", metavar="PATH", type=Path, help=text)


def _path(text: str) -> Path | None:
    return None if text == "-" else Path(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes, write it like 4")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port, write it like 8000")
    return int(text)


def _nth(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of an article, write it like 2")
    return int(text[:9])


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day, write it like 2025-02-27") from None


def _with_command(given: list[str]) -> list[str]:
    """Return the arguments with the command that is meant where none is named."""
    return given if given[0] in {*COMMANDS, *_OF_THE_PROGRAM} else ["read", *given]
