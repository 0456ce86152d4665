"""The program: what was asked for → the command that does it → an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from secondhand import terminal
from secondhand.arguments import (
    Analyze,
    Asked,
    Browse,
    Completion,
    Config,
    Export,
    Feed,
    Import,
    Read,
    Serve,
    Sources,
    parse,
)
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import SecondhandError

_MODULES: dict[type[Asked], str] = {
    Read: "read",
    Feed: "feed",
    Analyze: "analyze",
    Sources: "sources",
    Browse: "browse",
    Export: "exporting",
    Import: "importing",
    Config: "config",
    Completion: "completion",
    Serve: "serve",
}
"""what is asked for → the module that does it"""
INTERRUPTED = 130
"""exit code after ctrl+c, as shells have it"""


def main(given: Sequence[str] | None = None) -> None:
    """Run the command line ``given`` (that of the process by default) and end with its exit code."""
    terminal.open_closed()
    sys.exit(_run(sys.argv[1:] if given is None else given))


def _run(given: Sequence[str]) -> int:
    """Return the exit code; what went wrong is one line on standard error."""
    if not given and not terminal.is_screen():
        given = ["--help"]
    try:
        with terminal.output():
            asked = parse(given)
        return _do(asked)
    except SecondhandError as error:
        complain(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _do(asked: Asked) -> int:
    """Carry out what is asked, loading no more than it needs; return the exit code."""
    command = import_module(f"secondhand.commands.{_MODULES[type(asked)]}")
    return int(command.run(asked))
