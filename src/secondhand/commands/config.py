"""``secondhand config``: the settings in effect, and a way to change them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondhand import settings, terminal
from secondhand.arguments import Command, option
from secondhand.commands.complaint import FAILED, complain
from secondhand.errors import NotFound
from secondhand.files import write_file
from secondhand.safe_text import show_unsafe
from secondhand.settings import Settings
from secondhand.settings.options import KEYS, OPTIONS
from secondhand.settings.template import keys_words, quote, template

ABOUT = """\
Show the settings in effect, and the file they are in (another one: SECONDHAND_CONFIG).

examples:
  secondhand config
  secondhand config --edit
"""


@dataclass(frozen=True, slots=True)
class ConfigOptions:
    """Whether to change the settings first."""

    edit: bool = option("--edit", about="open them in $VISUAL or $EDITOR first")


def run(asked: ConfigOptions) -> int:
    """Show the settings, or let the user change them first; return the exit code. Raises SecondhandError."""
    from secondhand.ui.style.chosen_theme import check

    file = settings.path()
    if asked.edit and (problem := _edit(file)):
        complain(problem)
        return FAILED
    found = settings.load(file)
    check(found)
    with terminal.output():
        print(*map(show_unsafe, _list_settings(found, file)), sep="\n")  # noqa: T201
    return 0


COMMAND = Command("config", "show the settings, or change them", ABOUT, ConfigOptions, run)


def _edit(file: Path) -> str | None:
    """Let the user edit ``file``, which is made where there is none; return what went wrong, or None."""
    from secondhand.ui.keys.keymap import every, spell_keys
    from secondhand.ui.system.editor import edit_file

    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            write_file(file, template((key.id or "", spell_keys(key.key), key.tooltip) for key in every()))
    except OSError as error:
        raise NotFound(f"{file} cannot be made: {error.strerror}.") from None
    return edit_file(file)


def _list_settings(found: Settings, file: Path) -> Iterator[str]:
    """Yield every setting in effect as a line of TOML, and where it was set."""
    from secondhand.ui.keys.keymap import every, spell_keys

    yield f"# {file}" if found.file else f"# {file} (not there yet: secondhand config --edit makes it)"
    table = ""
    for each in OPTIONS:
        before, _, name = each.name.rpartition(".")
        if before != table:
            table = before
            yield from ("", f"[{table}]")
        value = getattr(found, each.field)
        yield f"{name} = {quote(value) if isinstance(value, str) else value}{_where(found, each.name)}"
    yield from ("", f"[{KEYS}]")
    for key in every():
        bound = found.keys.get(key.id or "", key.key)
        yield f"{quote(key.id or '')} = {keys_words(spell_keys(bound))}{_where(found, f'{KEYS}.{key.id}')}"


def _where(found: Settings, option: str) -> str:
    return f"  # line {found.lines[option]}" if option in found.lines else ""
