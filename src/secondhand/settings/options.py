"""Every option there is, once: the template is made from this table, and files are checked by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from secondhand.settings.settings import Settings

NARROWEST, WIDEST = 20, 300
"""cells a line of the article may be set to"""
KEYS = "keys"
"""the table that gives keys to bindings, by their ids"""


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the file."""

    name: str
    """with its table: "article.width" """
    default: str | int
    about: str
    """what it does, a line or more"""
    check: Callable[[Any], Any]
    """returns the value as it is kept; raises ValueError that says what it must be"""

    @property
    def field(self) -> str:
        """The field of ``Settings`` it fills."""
        return self.name.rpartition(".")[2]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text between quotation marks")
    return value


def _check_name(value: Any) -> str:
    if not _text(value).strip():
        raise ValueError("must be the name of a theme")
    return value.strip()  # type: ignore[no-any-return]


def _cells(least: int, most: int) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return value

    return check


def checked_keys(value: Any) -> str:
    """Return keys as a binding takes them, between commas; raises ValueError that says what they must be."""
    keys = value if isinstance(value, list) else [value]
    if not keys or not all(isinstance(key, str) and key.strip() for key in keys):
        raise ValueError('must be keys between quotation marks, such as "n" or ["n", "right"]')
    return ",".join("comma" if key.strip() == "," else key.strip() for key in keys)


DEFAULT = Settings()
OPTIONS = (
    Option(
        "theme",
        DEFAULT.theme,
        "The colours: dark, light, high-contrast, high-contrast-light, ansi or ansi-light (the 16 colours\n"
        "of your terminal), or a theme of Textual's, such as nord. --theme on the command line wins.",
        _check_name,
    ),
    Option(
        "other_theme",
        DEFAULT.other_theme,
        'What the key for light or dark (T) changes to; "" for the light or dark one that goes with theme.',
        _text,
    ),
    Option(
        "article.width",
        DEFAULT.width,
        f"Cells of a line of the article at most, {NARROWEST} to {WIDEST}: long lines are hard to read.",
        _cells(NARROWEST, WIDEST),
    ),
    Option(
        "article.margin",
        DEFAULT.margin,
        "Cells left free on either side of the article at least, 0 to 40; a narrow window has none.",
        _cells(0, 40),
    ),
)
"""the options, those without a table first"""
ABOUT_KEYS = """\
Keys, by the names of what they do: one key, or several as a list. What you name here loses the keys it had.
A key is a letter, digit or sign, or a name such as space, enter, pageup, f2, ctrl+n."""
"""what the table of keys is for"""
