"""The manual page, made from the commands and the table of keys: none can be forgotten in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secondhand.arguments.declaration import Command
from secondhand.arguments.parser import ABOUT


def manual(commands: Iterable[Command[Any]]) -> str:
    """Return the page ``secondhand.1``, as roff."""
    return "\n".join((*_page(commands), *_keys(), *_files())) + "\n"


def _page(commands: Iterable[Command[Any]]) -> Iterator[str]:
    """Yield the commands and their options."""
    about, _, rest = ABOUT.partition("\n")
    yield from ('.TH SECONDHAND 1 "" secondhand "User Commands"', ".SH NAME")
    yield f"secondhand \\- {_text(about[:1].lower() + about[1:]).rstrip('.')}"
    yield from (".SH SYNOPSIS", ".B secondhand", "[COMMAND] [FILE] [OPTIONS]", ".SH DESCRIPTION")
    yield from _verbatim(rest.strip())
    yield ".SH COMMANDS"
    for command in commands:
        yield f".SS secondhand {command.name}"
        yield from _verbatim(command.about.strip())
        for given in command.list_given():
            yield from (".TP", f".B {_text(given.heading)}", _text(given.about))


def _keys() -> Iterator[str]:
    """Yield the keys, as they are unless the user's settings say otherwise."""
    from secondhand.ui.keys.keymap import every, spell_keys

    yield from (
        ".SH KEYS",
        "Each can be given other keys, by the name after it: secondhand config \\-\\-edit.",
    )
    for key in every():
        yield from (
            ".TP",
            f".B {_text('  '.join(spell_keys(key.key)))}",
            f"{_text(key.tooltip)} ({_text(key.id or '')})",
        )


def _files() -> Iterator[str]:
    yield from (".SH ENVIRONMENT", ".TP", ".B SECONDHAND_LIBRARY", "the file of the library")
    yield from (".TP", ".B SECONDHAND_CONFIG", "the file of the settings")
    yield from (".TP", ".B VISUAL, EDITOR", "the editor for notes and settings")
    yield from (".TP", ".B NO_COLOR", "where it is set, nothing is written in colour")


def _verbatim(text: str) -> Iterator[str]:
    """Yield ``text`` with its lines as they are."""
    yield from (".nf", *map(_text, text.split("\n")), ".fi")


def _text(text: str) -> str:
    """Return one line of ``text`` as roff takes it."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
