"""``secondhand serve [FILE]``: the reader in a browser on this machine."""

from __future__ import annotations

import os
import shlex
import sys

from secondhand import terminal
from secondhand.arguments import Known, Serve
from secondhand.commands.read import article_at
from secondhand.errors import OptionError

PROGRAM = (sys.executable, "-c", "from secondhand.cli import main; main()")


def run(asked: Serve) -> int:
    """Serve the reader until ctrl+c; return the exit code. Raises SecondhandError."""
    try:
        from secondhand.ui.system.web_server import serve
    except ImportError:
        raise OptionError("To read in a browser, first: pip install 'secondhand[serve]'") from None
    if asked.source == "-":
        raise OptionError("A pipe can be read once only: save the article and name its file.")
    if asked.source is not None:
        article_at(asked.source, Known())  # says at once, and here, where there is nothing to read
    os.environ[terminal.SERVED] = "1"
    try:
        serve(build_command(asked), asked.port)
    except OSError:
        raise OptionError(f"Port {asked.port} cannot be had: choose another one with --port.") from None
    return 0


def build_command(asked: Serve) -> str:
    """Return what a shell has to run for one reader."""
    what = ["read", asked.source] if asked.source is not None else ["library"]
    options = [*(["--theme", asked.theme] if asked.theme else [])]
    options += ["--library", str(asked.library)] if asked.library else []
    return shlex.join([*PROGRAM, *what, *options])
