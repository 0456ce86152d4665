"""The program: what was asked for → the command that does it → an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from secondhand import terminal
from secondhand.arguments import Analyze, Asked, Browse, Config, Export, Read, parse
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import SecondhandError

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
    match asked:
        case Read():
            from secondhand.commands import read

            return read.run(asked)
        case Analyze():
            from secondhand.commands import analyze

            return analyze.run(asked)
        case Browse():
            from secondhand.commands import browse

            return browse.run(asked)
        case Export():
            from secondhand.commands import exporting

            return exporting.run(asked)
        case Config():
            from secondhand.commands import config

            return config.run(asked)
    from secondhand.commands import importing

    return importing.run(asked)
