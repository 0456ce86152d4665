"""A line and a page to write in. What stands there is kept as it is, and shown as a terminal may have it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.highlighter import Highlighter
from rich.text import Text
from textual.suggester import SuggestFromList
from textual.widgets import Input, TextArea

from secondhand.safe_text import make_safe, show_characters


class Shown(Highlighter):
    """Shows one character for each that stands there, so that the cursor is where it seems to be."""

    def highlight(self, text: Text) -> None:
        """Make visible what ``text`` hides."""
        text.plain = _open(text.plain)


class Line(Input):
    """A line to write in."""

    def __init__(self, value: str, placeholder: str = "", **known: Any) -> None:
        """Begin with ``value``."""
        super().__init__(value, placeholder, Shown(), **known)


class Page(TextArea):
    """A page to write on."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether ``key`` is written: a new line is, too."""
        return key == "enter" or super().check_consume_key(key, character)

    def get_line(self, line_index: int) -> Text:
        """Return the line at ``line_index`` to be shown."""
        line = super().get_line(line_index)
        # It knows how wide its tabs are.
        line.plain = "\t".join(map(_open, line.plain.split("\t")))
        return line


def _open(text: str) -> str:
    return "".join(shown[:1] or " " for shown in show_characters(text))


def suggesting(names: Iterable[str]) -> SuggestFromList:
    """Return what completes ``names``, but for those that hide something."""
    return SuggestFromList([name for name in names if make_safe(name) == name], case_sensitive=False)
