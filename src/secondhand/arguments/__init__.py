"""The command line: how commands are declared, and what is made of that: parser, help and manual page."""

from secondhand.arguments.declaration import Command, argument, option, options

__all__ = ["Command", "argument", "option", "options"]
