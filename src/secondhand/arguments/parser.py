"""The declarations of commands → the parser of the command line, and its help."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any, NoReturn

import secondhand
from secondhand.arguments.declaration import Command, Options, build, fields_of
from secondhand.errors import OptionError

PROGRAM = "secondhand"
ABOUT = """\
Read news in the terminal and see who says it, how they stand to it, and through whom it came.

secondhand alone opens the library; secondhand FILE is short for secondhand read FILE.
(A file named like a command: ./read)

examples:
  secondhand seeds/macron-trump.txt
  secondhand https://example.org/news.html --theme light
  curl -s https://example.org/news.html | secondhand -
  secondhand analyze seeds/*.txt --format jsonl | jq -r '.claims[].chain[-1].name'
  secondhand export --all --format markdown -o highlights.md
"""


class _Parser(argparse.ArgumentParser):
    """Keeps the layout of the texts, and reports a mistake as every other error is."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        raise OptionError(f"{message}. Try: {self.prog} --help")


def parse(command: Command[Options], given: Sequence[str]) -> Options:
    """Return what the arguments ``given`` mean to ``command``.

    Raises OptionError where they make no sense, and SystemExit after printing the help.
    """
    parser = _Parser(prog=f"{PROGRAM} {command.name}", description=command.about)
    _declare(parser, command)
    _refuse_unknown(parser, given)
    # An option may stand between two files.
    return build(command.options, vars(parser.parse_intermixed_args(given)))


def _refuse_unknown(parser: argparse.ArgumentParser, given: Sequence[str]) -> None:
    """Raise OptionError where there is no such option: argparse would first tell what else is missing."""
    for word in takewhile(lambda word: word != "--", given):
        name = word.partition("=")[0]
        if name.startswith("--") and name not in parser._option_string_actions:
            parser.error(f"there is no option {name}")


def usage_error(command: str, problem: str) -> OptionError:
    """Return the error that what was given to ``command`` makes no sense together."""
    return OptionError(f"{problem} Try: {PROGRAM} {command} --help")


def make_parser(commands: Iterable[Command[Any]]) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, for its help and for shells."""
    program = _Parser(prog=PROGRAM, description=ABOUT)
    version = f"{PROGRAM} {secondhand.__version__}"
    program.add_argument("--version", action="version", version=version, help="print the version")
    each = program.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in commands:
        _declare(each.add_parser(command.name, help=command.summary, description=command.about), command)
    return program


def _declare(parser: argparse.ArgumentParser, command: Command[Any]) -> None:
    """Add to ``parser`` what may be given to ``command``."""
    groups: dict[str, Any] = {}
    for name, given in fields_of(command.options):
        to: Any = parser
        if given.excludes:
            to = groups.setdefault(given.excludes, None) or parser.add_mutually_exclusive_group()
            groups[given.excludes] = to
        if given.flags:
            to.add_argument(*given.flags, dest=name, help=given.about, **given.takes)
        else:
            to.add_argument(name, help=given.about, **given.takes)
