"""``secondhand serve [FILE]``: the reader in a browser on this machine."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand import terminal
from secondhand.arguments import Command, argument, option
from secondhand.arguments.shared import Metadata, check_theme, library_option, open_article, theme_option
from secondhand.arguments.values import number_reader
from secondhand.errors import OptionError

PROGRAM = (sys.executable, "-c", "from secondhand.cli import main; main()")

ABOUT = """\
Show the reader in a browser on this machine, the library where no FILE is named. Only who has the address
that is printed can open it. It takes an extra: pip install 'secondhand[serve]'

examples:
  secondhand serve
  secondhand serve seeds/macron-trump.txt --port 8080
"""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What to show in a browser, and where."""

    source: str | None = argument("FILE", "a file or an http(s) address", nargs="?")
    """None for the library"""
    port: int = option(
        "--port",
        metavar="N",
        type=number_reader("port", 8000, below=65536),
        default=8000,
        about="default: 8000",
    )
    theme: str | None = theme_option()
    library: Path | None = library_option()


def run(asked: ServeOptions) -> int:
    """Serve the reader until ctrl+c; return the exit code. Raises SecondhandError."""
    try:
        from secondhand.ui.system.web_server import serve
    except ImportError:
        raise OptionError("To read in a browser, first: pip install 'secondhand[serve]'") from None
    check_theme(asked.theme)
    if asked.source == "-":
        raise OptionError("A pipe can be read once only: save the article and name its file.")
    if asked.source is not None:
        open_article(asked.source, Metadata())  # says at once, and here, where there is nothing to read
    os.environ[terminal.SERVED] = "1"
    try:
        serve(build_command(asked), asked.port)
    except OSError:
        raise OptionError(f"Port {asked.port} cannot be had: choose another one with --port.") from None
    return 0


COMMAND = Command("serve", "read in a browser", ABOUT, ServeOptions, run)


def build_command(asked: ServeOptions) -> str:
    """Return what a shell has to run for one reader."""
    what = ["read", asked.source] if asked.source is not None else ["library"]
    options = [*(["--theme", asked.theme] if asked.theme else [])]
    options += ["--library", str(asked.library)] if asked.library else []
    return shlex.join([*PROGRAM, *what, *options])
