"""The command line: what may be given, what it means, and the help."""

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
from secondhand.arguments.parser import COMMANDS, parse

__all__ = [
    "COMMANDS",
    "Analyze",
    "Asked",
    "Browse",
    "Completion",
    "Config",
    "Export",
    "Feed",
    "Import",
    "Known",
    "Read",
    "Serve",
    "Sources",
    "parse",
]
