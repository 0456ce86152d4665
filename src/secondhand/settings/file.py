"""The file of the settings → the settings; what is wrong in it is told by its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondhand.errors import OptionError
from secondhand.settings.options import KEYS, OPTIONS, checked_keys
from secondhand.settings.settings import Settings

_OPTIONS = {option.name: option for option in OPTIONS}
_TABLE = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_NAME = re.compile(r"""\s*(?:(\w[\w-]*)\s*\.\s*)?(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=""")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


def path() -> Path:
    """Return where the settings are: what SECONDHAND_CONFIG names, else config.toml in the user's folder."""
    if named := os.environ.get("SECONDHAND_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("secondhand", appauthor=False) / "config.toml"


def load(file: Path | None = None) -> Settings:
    """Return the settings of ``file``, by default the user's own; without one, the defaults.

    Raises OptionError where it cannot be read or holds what makes no sense, and names the line.
    """
    file = file or path()
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError:
        raise OptionError(f"{file}: the settings are not in UTF-8: save them so.") from None
    except (OSError, ValueError) as error:
        raise OptionError(f"{file}: the settings cannot be read: {_reason(error)}.") from None
    return settings_of(text, file)


def settings_of(text: str, file: Path) -> Settings:
    """Return the settings that ``text``, the content of ``file``, makes; raises OptionError."""
    # Only now: who never set anything need not wait for it.
    import tomllib

    found = Settings(file=file, lines=dict(_lines(text)))
    try:
        values = dict(_flat(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        words, lines = _AT_LINE.sub("", str(error)), {"": int(at[1])} if at else {}
        raise replace(found, lines=lines).problem("", f"this is no TOML: {words}.") from None
    fields: dict[str, Any] = {KEYS: {}}
    for name, value in values.items():
        try:
            table, _, key = name.partition(".")
            if table == KEYS and key:
                fields[KEYS][key] = checked_keys(value)
            else:
                option = _OPTIONS[name]
                fields[option.field] = option.check(value)
        except KeyError:
            raise found.problem(name, f"there is no option {name!r}.{suggest(name, _OPTIONS)}") from None
        except ValueError as error:
            raise found.problem(name, f"{name} {error}.") from None
    return replace(found, **fields)


def suggest(name: str, names: Iterable[str]) -> str:
    """Return the question whether the likest of ``names`` was meant; nothing where none is like it."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(names), 1, 0.5)
    return f" Did you mean {found[0]!r}?" if found else ""


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is set, each with its table before it: "article.width"."""
    for name, value in values.items():
        if isinstance(value, dict):
            # An id of a binding holds a point itself: unquoted it makes a table.
            yield from ((f"{name}.{inner}", kept) for inner, kept in _flat(value))
        else:
            yield name, value


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield each option that ``text`` sets, and the number of its line."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = f"{found[1]}."
            yield found[1], number
        elif found := _NAME.match(line):
            inner = f"{found[1]}." if found[1] else ""
            yield table + inner + next(filter(None, found.groups()[1:])), number


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
