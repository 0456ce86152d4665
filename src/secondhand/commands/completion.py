"""``secondhand completion SHELL``: what lets a shell complete our commands."""

from __future__ import annotations

from secondhand import terminal
from secondhand.arguments import Completion
from secondhand.arguments.parser import parser


def run(asked: Completion) -> int:
    """Print the script for the shell asked for; return the exit code."""
    import shtab

    with terminal.output(utf8=True):
        print(shtab.complete(parser(), asked.shell))  # noqa: T201
    return 0
