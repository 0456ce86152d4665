"""The commands: each one file of that name, which declares it as ``COMMAND``; the other files help them."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

from secondhand.arguments import Command

NAMES = (
    "read", "feed", "add", "analyze", "sources", "trace", "who", "library", "export", "import", "config",
    "completion", "serve",
)  # fmt: skip
"""in the order of the help; none is imported before it is asked for"""


def load(name: str) -> Command[Any]:
    """Return the command ``name``, one of ``NAMES``."""
    module = import_module(f"secondhand.commands.{name}{'_' if iskeyword(name) else ''}")
    command: Command[Any] = module.COMMAND
    return command


def load_all() -> list[Command[Any]]:
    """Return every command, for what tells of all of them."""
    return list(map(load, NAMES))
