"""The reader as a program of its own: ``read`` runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.app import App

from secondhand.article import Article
from secondhand.errors import OptionError
from secondhand.ui.screens.reader import Analyse, ReaderScreen
from secondhand.ui.themes import DARK, LIGHT, derived

if TYPE_CHECKING:
    from secondhand.analysis import Progress

_SHORT = {"dark": DARK.name, "light": LIGHT.name}


class ReaderApp(App[None]):
    """Shows one article and who says what in it."""

    TITLE = "secondhand"
    # The screen an app begins with gets no chance to load styles of its own.
    CSS_PATH = "screens/reader.tcss"

    def __init__(self, article: Article, *, analyse: Analyse | None = None, theme: str | None = None) -> None:
        """Read ``article`` in ``theme`` ("dark", "light" or one of Textual's); ``analyse`` finds its claims.

        Raises OptionError where there is no such theme.
        """
        super().__init__()
        self._article = article
        self._analyse = analyse or _analyse
        for own in (DARK, LIGHT):
            self.register_theme(own)
        name = _SHORT.get(theme or "dark", theme or "dark")
        if name not in self.available_themes:
            choices = ", ".join([*_SHORT, *sorted(self.available_themes)])
            raise OptionError(f"There is no theme {name!r}. Choose one of: {choices}.")
        self.theme = name

    def get_default_screen(self) -> ReaderScreen:
        """Return the screen to begin with."""
        return ReaderScreen(self._article, self._analyse)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme, the reader's own among them."""
        variables = super().get_css_variables()
        self.theme_variables = derived(variables) | variables
        return self.theme_variables


def read(article: Article, *, theme: str | None = None) -> None:
    """Let the user read ``article`` on the terminal, until they quit.

    ``theme`` is "dark", "light" or the name of a theme of Textual's; raises OptionError where there is no
    such theme.
    """
    ReaderApp(article, theme=theme).run()


def _analyse(article: Article, nearest: Callable[[], int]) -> Iterator[Progress]:
    """Analyse ``article`` with the shipped model."""
    # Only now, in the worker: the first paint must not wait for spaCy.
    from secondhand.analysis import analyze_near

    yield from analyze_near(article, nearest)
