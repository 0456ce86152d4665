"""The program: what was asked for → the command that does it → an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondhand import commands, terminal
from secondhand.arguments import Command
from secondhand.arguments.parser import PROGRAM, make_parser, parse
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import OptionError, SecondhandError

INTERRUPTED = 130
"""exit code after ctrl+c, as shells have it"""
_OF_THE_PROGRAM = {"-h", "--help", "--version"}


def main(given: Sequence[str] | None = None) -> None:
    """Run the command line ``given`` (that of the process by default) and end with its exit code."""
    terminal.open_closed()
    sys.exit(_run(sys.argv[1:] if given is None else given))


def _run(given: Sequence[str]) -> int:
    """Return the exit code; what went wrong is one line on standard error."""
    try:
        Path.cwd()
    except OSError:
        complain("The folder you are in is not there any more: go to another one.")
        return FAILED
    if not given and not terminal.is_screen():
        given = ["--help"]
    try:
        with terminal.output():
            command, options = interpret(given)
        return command.run(options)
    except SecondhandError as error:
        complain(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def interpret(given: Sequence[str]) -> tuple[Command[Any], Any]:
    """Return the command that the arguments ``given`` mean, and what they ask of it, loading no other.

    Without a command they mean to read; none at all, or only which one, the library. Raises OptionError where
    they make no sense, and SystemExit after printing help or version.
    """
    if not given:
        command = commands.load("library")
        return command, command.options(tour=True)
    if _names_only_library(given):
        command = commands.load("library")
        return command, replace(parse(command, given), tour=True)
    if given[0] in _OF_THE_PROGRAM:
        make_parser(commands.load_all()).parse_args(given)
    _refuse_unknown(given)
    name, rest = (given[0], given[1:]) if given[0] in commands.NAMES else ("read", given)
    command = commands.load(name)
    return command, parse(command, rest)


def _refuse_unknown(given: Sequence[str]) -> None:
    """Raise OptionError where the first word of ``given`` is meant for a command that there is not.

    That is no file to read, nor an address, and more words follow it.
    """
    name, more = given[0], [word for word in given[1:] if not word.startswith("-")]
    is_word = name.isidentifier() and name not in commands.NAMES
    if is_word and more and given[1] == more[0] and not Path(name).exists():
        # Only now: it is loaded for nothing else.
        from difflib import get_close_matches

        near = get_close_matches(name, commands.NAMES, 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise OptionError(f"There is no command {name!r}.{meant} Try: {PROGRAM} --help")


def _names_only_library(given: Sequence[str]) -> bool:
    """Return whether the arguments ``given`` name a library, and nothing to read in it."""
    name, equals, _ = given[0].partition("=")
    return name == "--library" and len(given) == (1 if equals else 2)
