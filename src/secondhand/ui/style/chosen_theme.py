"""What the user chose, checked against what there is: themes here, keys in ``keymap``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from secondhand.errors import OptionError
from secondhand.settings import Settings
from secondhand.ui.style.themes import OWN, SHORT, counterpart


def themes(settings: Settings, asked: str | None, known: Iterable[str]) -> tuple[str, str]:
    """Return the theme to begin with, ``asked`` for or set, and the one to change to.

    Raises OptionError where it is none of the ``known`` ones.
    """
    known = sorted(known)

    def find_theme(name: str, wrong: Callable[[str], OptionError]) -> str:
        full = SHORT.get(name, name)
        if full not in known:
            raise wrong(f"There is no theme {name!r}. Choose one of: {', '.join([*SHORT, *known])}.")
        return full

    first = find_theme(settings.theme, partial(settings.problem, "theme"))
    if asked:
        first = find_theme(asked, OptionError)
    if not settings.other_theme:
        return first, counterpart(first, known)
    return first, find_theme(settings.other_theme, partial(settings.problem, "other_theme"))


def choose_by_terminal(settings: Settings) -> str | None:
    """Return the theme for a terminal of sixteen colours, None where it has more or the user set a theme."""
    from rich.console import Console
    from textual import constants

    if "theme" in settings.lines:
        return None
    system: Any = constants.COLOR_SYSTEM
    told = Console(color_system=system, force_terminal=True, legacy_windows=False).color_system
    return "ansi" if told == "standard" else None


def check(settings: Settings) -> None:
    """Raise OptionError where ``settings`` name a theme or a key that there is not."""
    from secondhand.ui.keys.keymap import keymap

    check_theme(settings)
    keymap(settings)


def check_theme(settings: Settings, asked: str | None = None) -> None:
    """Raise OptionError where the theme ``asked`` for, or one that ``settings`` name, is none there is."""
    from textual.theme import BUILTIN_THEMES

    themes(settings, asked, [*BUILTIN_THEMES, *(theme.name for theme in OWN)])
